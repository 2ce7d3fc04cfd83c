import { describe, expect, test } from "vitest";
import { STEPS } from "../src/state/zoom.svelte";
import { open, settle } from "./support";

describe("the size of everything", () => {
  test("it_goes_step_by_step_to_its_ends_and_back_and_says_where_it_is", async () => {
    const { app, fake } = await open();
    await app.zoomBy(1);
    expect([fake.zoomed, app.toasts.current?.text]).toEqual([1.1, "Everything at 110%"]);
    for (let n = 0; n < 20; n++) await app.zoomBy(1);
    expect(fake.zoomed).toBe(STEPS.at(-1));
    for (let n = 0; n < 30; n++) await app.zoomBy(-1);
    expect(fake.zoomed).toBe(STEPS[0]);
    await app.zoomBy(0);
    expect(fake.zoomed).toBe(1);
  });

  test("a_window_begins_as_it_was_left_and_asks_for_nothing_where_it_was_as_usual", async () => {
    const memory = new Map<string, string>();
    const before = await open({}, memory);
    expect(before.fake.calls).not.toContain("zoom");
    await before.app.zoomBy(1);
    const { app, fake } = await open({}, memory);
    await settle();
    expect([app.zoom.factor, fake.zoomed]).toEqual([1.1, 1.1]);
  });

  test("what_the_web_view_refuses_is_not_remembered", async () => {
    const memory = new Map<string, string>();
    const { app, fake } = await open({}, memory);
    fake.failNext("zoom");
    await app.zoomBy(1);
    expect([app.zoom.factor, memory.has("zoom")]).toEqual([1, false]);
  });
});
