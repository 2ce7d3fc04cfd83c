/* Promises about a file that is dropped on the first screen. */
import { cleanup, render } from "@testing-library/svelte";
import { afterEach, describe, expect, test } from "vitest";
import Window from "../src/App.svelte";
import { open, pass } from "./support";

afterEach(cleanup);

describe("a list dropped on the first screen", () => {
  test.each([".drop", ".lead"])("is_looked_at_once_wherever_it_lands %s", async (place) => {
    const { app, fake } = await open({ empty: true });
    const { container } = render(Window, { app });
    await pass(10);
    const event = new Event("drop", { bubbles: true, cancelable: true });
    const file = { arrayBuffer: async () => new TextEncoder().encode('<?xml version="1.0"?><opml version="2.0"><body><outline type="rss" xmlUrl="https://tidetables.example/feed.xml"/></body></opml>').buffer };
    Object.defineProperty(event, "dataTransfer", { value: { files: [file], types: ["Files"], getData: () => "" } });
    container.querySelector(`.wel ${place}`)!.dispatchEvent(event);
    await pass(10);
    expect([event.defaultPrevented, fake.calls.filter((call) => call === "previewOpml").length]).toEqual([true, 1]);
  });
});
