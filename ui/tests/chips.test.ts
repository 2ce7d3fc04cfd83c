/* Promises about a row of chips. */
import { cleanup, fireEvent, render, screen } from "@testing-library/svelte";
import { afterEach, expect, test, vi } from "vitest";
import Chips from "../src/parts/Chips.svelte";

afterEach(cleanup);

const chips = ["All", "Unread", "World", "A folder with a very long name indeed"].map((label) => ({ key: label, label }));
function draw(current = "All") {
  const seen = vi.fn();
  HTMLElement.prototype.scrollIntoView = function (this: HTMLElement) {
    seen(this.textContent?.trim());
  };
  const { rerender } = render(Chips, { label: "Filters", chips, current, onpick: () => undefined });
  return { seen, rerender, row: screen.getByRole("group", { name: "Filters" }) };
}

test("a_wheel_scrolls_it_sideways_and_is_left_alone_where_there_is_nothing_more", () => {
  const { row } = draw();
  const wheel = (delta: Partial<WheelEventInit>) => {
    const event = Object.assign(new WheelEvent("wheel", { cancelable: true, bubbles: true, ...delta }), { ctrlKey: delta.ctrlKey ?? false });
    row.dispatchEvent(event);
    return event.defaultPrevented;
  };
  expect([wheel({ deltaY: 60 }), row.scrollLeft]).toEqual([true, 60]);
  // Two fingers that go sideways already do it by themselves; with Control the wheel zooms.
  expect([wheel({ deltaX: 30, deltaY: 5 }), wheel({ deltaY: 60, ctrlKey: true }), row.scrollLeft]).toEqual([false, false, 60]);
  Object.defineProperty(row, "scrollLeft", { get: () => 60, set: () => undefined });
  expect(wheel({ deltaY: 60 })).toBe(false);
});

test("the_chosen_one_is_brought_into_view_and_a_long_one_says_all_of_its_name", async () => {
  const { seen, rerender } = draw();
  await rerender({ current: chips[3]!.key });
  expect(seen).toHaveBeenLastCalledWith(chips[3]!.label);
  const titles = screen.getAllByRole("button").map((one) => one.title);
  expect(titles).toEqual(["", "", "", chips[3]!.label]);
  await fireEvent.focus(screen.getByRole("button", { name: "World" }));
  expect(seen).toHaveBeenLastCalledWith("World");
});

test("several_may_hold_together_and_letting_one_go_moves_nothing", async () => {
  const { seen, rerender } = draw("World");
  const pressed = () => screen.getAllByRole("button", { pressed: true }).map((one) => one.textContent!.trim());
  await rerender({ current: ["Unread", "World"] });
  expect([pressed(), seen.mock.lastCall]).toEqual([["Unread", "World"], ["Unread"]]);
  seen.mockClear();
  await rerender({ current: ["World"] });
  expect([pressed(), seen.mock.calls]).toEqual([["World"], []]);
});
