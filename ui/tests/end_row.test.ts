/* Promises about the end of a story: what can be done there, and how it is left. */
import { cleanup, fireEvent, render, screen, within } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, describe, expect, test, vi } from "vitest";
import Window from "../src/App.svelte";
import { open, pass, settle } from "./support";

afterEach(cleanup);

/** A story that is open, in a pane of 500 pixels over a text of `length`. */
async function opened(headline: string, change: Record<string, unknown> = {}, length = 1_200) {
  const it = await open();
  const id = it.app.ticker.rows.find((row) => row.title.startsWith(headline))!.id;
  it.app.open(id);
  await settle();
  it.app.reading.page = { ...it.app.reading.page!, ...change };
  const { container } = render(Window, { app: it.app });
  await settle();
  await tick();
  const scroller = container.querySelector<HTMLElement>("#article [data-scrolls]")!;
  Object.defineProperty(scroller, "clientHeight", { value: 500 });
  Object.defineProperty(scroller, "scrollHeight", { value: length });
  scroller.scrollBy = vi.fn((to: ScrollToOptions) => (scroller.scrollTop = Math.max(0, Math.min(length - 500, scroller.scrollTop + to.top!)))) as never;
  const space = async (shiftKey = false) => {
    await fireEvent.keyDown(document.body, { key: " ", code: "Space", shiftKey });
    await pass(300);
    await tick();
  };
  const row = () => container.querySelector<HTMLElement>(".end")!;
  return { ...it, id, scroller, space, row, lit: () => row().classList.contains("lit") };
}

describe("Space at the end of a story", () => {
  test("lights_the_row_there_and_only_the_next_one_goes_on", async () => {
    const { app, id, space, lit } = await opened("Offshore wind");
    await space();
    expect([lit(), app.reading.id]).toEqual([false, id]);
    await space();
    expect([lit(), app.reading.id]).toEqual([true, id]);
    await space();
    expect([lit(), app.reading.id === id]).toEqual([false, false]);
  });

  test("lights_the_row_also_of_a_story_that_needs_no_scrolling", async () => {
    const { app, id, space, lit } = await opened("Offshore wind", {}, 400);
    await space();
    expect([lit(), app.reading.id]).toEqual([true, id]);
    await space();
    expect(app.reading.id).not.toBe(id);
  });

  test("begins_anew_for_who_goes_back_meanwhile", async () => {
    const { app, id, scroller, space, lit } = await opened("Offshore wind");
    await space();
    await space();
    scroller.scrollTop = 300;
    await fireEvent.scroll(scroller);
    await tick();
    expect(lit()).toBe(false);
    await space();
    expect([lit(), app.reading.id]).toEqual([true, id]);
    await space(true);
    expect(lit()).toBe(false);
  });
});

describe("the row at the end", () => {
  test("has_the_comments_also_where_they_open_outside_and_says_so", async () => {
    const { fake, row } = await opened("Offshore wind", { has_comment_feed: false, comments_url: "https://harborpost.example/talk", comments_count: 12 });
    const button = within(row()).getByRole("button", { name: "Comments (12), opens in the browser" });
    expect(button.textContent!.trim()).toBe("Comments (12)");
    await fireEvent.click(button);
    await settle();
    expect(fake.opened.at(-1)).toContain("comments");
  });

  test("has_none_where_nobody_can_comment", async () => {
    const { row } = await opened("Offshore wind", { has_comment_feed: false, comments_url: null });
    expect(within(row()).queryByRole("button", { name: /Comments/ })).toBeNull();
    expect(screen.getAllByRole("button", { name: /Copy link/ }).length).toBeGreaterThan(0);
  });
});
