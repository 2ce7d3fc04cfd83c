/* Promises about sources that have published nothing for long. */
import { cleanup, render } from "@testing-library/svelte";
import { afterEach, describe, expect, test } from "vitest";
import Window from "../src/App.svelte";
import { open, pass, settle } from "./support";

afterEach(cleanup);

const SILENT = "2026-03-09T08:00:00Z";

async function draw(memory = new Map<string, string>()) {
  const it = await open({}, memory);
  it.fake.fallSilent("Tundra Log", SILENT);
  await settle();
  const { container } = render(Window, { app: it.app });
  const note = () => container.querySelector<HTMLElement>("#article .note.quiet");
  const asked = () => [...container.querySelectorAll<HTMLElement>("#stories li.want")].filter((row) => row.textContent!.includes("Nothing new since"));
  const press = async (within: HTMLElement, words: string) => {
    [...within.querySelectorAll("button")].find((one) => one.textContent!.trim() === words)!.click();
    await pass(10);
  };
  const look = async () => {
    it.app.showSource(it.app.sources.feeds.find((feed) => feed.title === "Tundra Log")!.id);
    await pass(10);
  };
  return { ...it, memory, note, asked, press, look };
}

describe("a source that fell silent", () => {
  test("is_asked_about_in_its_details_and_in_activity", async () => {
    const { app, note, asked, look } = await draw();
    await look();
    expect(note()!.textContent).toContain("Nothing new since Mar 9.");
    expect([...note()!.querySelectorAll("button")].map((one) => one.textContent!.trim())).toEqual(["Unfollow", "Keep"]);
    app.go("activity");
    await pass(10);
    expect(asked().map((row) => row.querySelector("b")!.textContent)).toEqual(["Tundra Log"]);
  });

  test("that_is_kept_is_not_asked_about_again_after_a_restart_until_something_new_came", async () => {
    const first = await draw();
    first.app.go("activity");
    await pass(10);
    await first.press(first.asked()[0]!, "Keep");
    expect([first.asked().length, first.app.toasts.current?.text]).toEqual([0, "You still follow Tundra Log"]);
    cleanup();
    const { fake, note, look } = await draw(first.memory);
    await look();
    expect(note()).toBeNull();
    // Something came, and after it nothing again.
    fake.fallSilent("Tundra Log", null);
    await settle();
    fake.fallSilent("Tundra Log", "2026-05-01T08:00:00Z");
    await pass(10);
    expect(note()).not.toBeNull();
  });

  test("is_asked_about_again_when_keeping_is_undone", async () => {
    const { app, note, press, look } = await draw();
    await look();
    await press(note()!, "Keep");
    expect(note()).toBeNull();
    await app.undoing.undo();
    await pass(10);
    expect(note()).not.toBeNull();
  });

  test("goes_when_the_reader_says_so", async () => {
    const { app, note, press, look } = await draw();
    await look();
    await press(note()!, "Unfollow");
    expect([app.sources.feeds.some((feed) => feed.title === "Tundra Log"), app.toasts.current?.undo]).toEqual([false, "unfollow"]);
  });

  test("is_not_asked_about_while_it_is_paused", async () => {
    const { app, note, look } = await draw();
    await look();
    await app.following.set(app.sources.current!, { interval: "paused" });
    await pass(10);
    expect(note()).toBeNull();
  });
});
