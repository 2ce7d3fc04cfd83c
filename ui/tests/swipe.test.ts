/* Promises about the finger: a row that is swiped far enough does what its label says, and nothing otherwise. */
import { afterEach, describe, expect, test } from "vitest";
import { swipes, type Swipe } from "../src/parts/swipe";
import { open, settle } from "./support";

let undo: (() => void) | void;
afterEach(() => void undo?.());

function list() {
  const node = document.createElement("div");
  node.innerHTML = "<div data-id='7'><b>Row</b></div>";
  document.body.append(node);
  Object.defineProperty(node.firstElementChild!, "offsetWidth", { value: 400 });
  const seen: (Swipe | null)[] = [];
  const done: Swipe[] = [];
  const clicks: Event[] = [];
  node.addEventListener("click", (event) => clicks.push(event));
  undo = swipes((at) => seen.push(at), (swipe) => done.push(swipe))(node);
  const send = (type: string, x: number, y = 0, pointerType = "touch") =>
    node.querySelector("b")!.dispatchEvent(Object.assign(new Event(type, { bubbles: true, cancelable: true }), { clientX: x, clientY: y, pointerType, pointerId: 1, isPrimary: true }));
  return { node, seen, done, clicks, send };
}

describe("a finger on a row", () => {
  test("far_enough_does_it_once_and_opens_nothing", () => {
    const { node, seen, done, clicks, send } = list();
    send("pointerdown", 100);
    send("pointermove", 180, 4);
    expect(seen.at(-1)).toMatchObject({ id: "7", way: "forward", by: 80, far: false });
    send("pointermove", 270);
    expect(seen.at(-1)).toMatchObject({ by: 170, far: true });
    send("pointerup", 270);
    node.querySelector("b")!.click();
    expect([done.map((one) => one.way), clicks.length, seen.at(-1)]).toEqual([["forward"], 0, null]);
  });

  test("back_again_or_not_far_or_up_and_down_does_nothing", () => {
    const { done, seen, send } = list();
    send("pointerdown", 100);
    send("pointermove", 300);
    send("pointermove", 120);
    send("pointerup", 120);
    send("pointerdown", 100);
    send("pointermove", 104, 60);
    send("pointermove", 300, 60);
    send("pointerup", 300, 60);
    send("pointerdown", 100);
    send("pointermove", 300);
    send("pointercancel", 300);
    expect(done).toEqual([]);
    expect(seen.at(-1)).toBeNull();
  });

  test("a_mouse_swipes_nothing", () => {
    const { done, seen, send } = list();
    send("pointerdown", 100, 0, "mouse");
    send("pointermove", 400, 0, "mouse");
    send("pointerup", 400, 0, "mouse");
    expect([done, seen]).toEqual([[], []]);
  });
});

test("forward_turns_a_story_read_and_unread_and_back_saves_it_and_takes_that_back", async () => {
  const { app } = await open();
  const row = () => app.ticker.rows.find((one) => one.id === id)!;
  const { id } = app.ticker.rows.find((one) => !one.read && !one.saved)!;
  await app.stories.swiped(id, "forward");
  expect(row().read).toBe(true);
  await app.stories.swiped(id, "forward");
  expect(row().read).toBe(false);
  await app.stories.swiped(id, "back");
  await settle();
  expect(row().saved).toBe(true);
  await app.stories.swiped(id, "back");
  await settle();
  expect(row().saved).toBe(false);
});
