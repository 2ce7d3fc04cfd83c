/* Promises about texts that there is no room for. */
import { cleanup, render } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, expect, test } from "vitest";
import Root from "../src/Root.svelte";
import { open, settle } from "./support";

afterEach(cleanup);

/** A heading of the window, and how much of its text there is room for. */
async function heading(sizes: { scrollWidth?: number; scrollHeight?: number }) {
  const { app } = await open();
  const { container } = render(Root, { app, remember: () => undefined });
  await tick();
  await settle();
  const one = container.querySelector<HTMLElement>("h1")!;
  for (const [name, value] of Object.entries({ clientWidth: 300, clientHeight: 38, scrollWidth: 300, scrollHeight: 38, ...sizes })) Object.defineProperty(one, name, { value, configurable: true });
  const point = (kind: string) => one.dispatchEvent(new Event(kind, { bubbles: true }));
  return { one, point };
}

test("a_text_of_two_lines_that_is_cut_is_told_whole_while_the_pointer_is_over_it", async () => {
  const { one, point } = await heading({ scrollHeight: 57 });
  one.style.setProperty("-webkit-line-clamp", "2");
  point("pointerover");
  expect(one.title).toBe(one.textContent);
  point("pointerout");
  expect(one.hasAttribute("title")).toBe(false);
});

test("one_line_that_ends_in_dots_is_told_whole_and_what_has_a_tooltip_keeps_it", async () => {
  const { one, point } = await heading({ scrollWidth: 540 });
  one.style.setProperty("text-overflow", "ellipsis");
  one.parentElement!.title = "Another";
  point("pointerover");
  expect(one.hasAttribute("title")).toBe(false);
  one.parentElement!.removeAttribute("title");
  point("pointerover");
  expect(one.title).toBe(one.textContent);
});

test("the_pointer_may_be_over_a_part_of_it_and_a_tooltip_that_came_meanwhile_stays", async () => {
  const { one, point } = await heading({ scrollWidth: 540 });
  one.style.setProperty("text-overflow", "ellipsis");
  const found = one.appendChild(document.createElement("bdi")).appendChild(document.createElement("mark"));
  found.append("found");
  found.dispatchEvent(new Event("pointerover", { bubbles: true }));
  expect(one.title).toBe(one.textContent);
  one.title = "Another";
  point("pointerout");
  expect(one.title).toBe("Another");
});

test("a_text_that_is_there_whole_and_what_can_be_scrolled_are_told_no_second_time", async () => {
  const whole = await heading({});
  whole.one.style.setProperty("text-overflow", "ellipsis");
  whole.point("pointerover");
  const scrolls = await heading({ scrollWidth: 540 });
  scrolls.point("pointerover");
  expect([whole.one.hasAttribute("title"), scrolls.one.hasAttribute("title")]).toEqual([false, false]);
});
