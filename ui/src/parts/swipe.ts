import type { Attachment } from "svelte/attachments";

/** A row that is being swiped by a finger: towards the end of the line (`forward`) or back, and how far in pixels. */
export interface Swipe {
  row: HTMLElement;
  id: string;
  way: "forward" | "back";
  by: number;
  /** Far enough: letting go does it. */
  far: boolean;
}

/** A finger that moved so far sideways swipes; one that moved so far up or down scrolls. */
const BEGINS = 14;
/** This part of the width is far enough. */
const ENOUGH = 0.4;

/** Rows with `data-id` follow a finger sideways. `onmove` tells where one is, and null when it is back; `ondone` that it was
 * let go far enough. Every way is in the menu of the row too. */
export function swipes(onmove: (swipe: Swipe | null) => void, ondone: (swipe: Swipe) => void): Attachment<HTMLElement> {
  return (list) => {
    let from: { x: number; y: number; row: HTMLElement; pointer: number } | null = null;
    let swipe: Swipe | null = null;

    function end() {
      if (swipe) swipe.row.style.translate = "";
      if (swipe) onmove(null);
      from = null;
      swipe = null;
    }
    function down(event: PointerEvent) {
      end();
      const row = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-id]") : null;
      if (event.pointerType === "touch" && event.isPrimary && row) from = { x: event.clientX, y: event.clientY, row, pointer: event.pointerId };
    }
    function move(event: PointerEvent) {
      if (from === null || event.pointerId !== from.pointer) return;
      const [x, y] = [event.clientX - from.x, event.clientY - from.y];
      if (swipe === null) {
        if (Math.abs(y) > BEGINS) return end();
        if (Math.abs(x) < BEGINS || Math.abs(x) < 1.5 * Math.abs(y)) return;
        list.setPointerCapture?.(from.pointer);
      }
      const { row } = from;
      const forward = x > 0 === (getComputedStyle(list).direction !== "rtl");
      swipe = { row, id: row.dataset.id!, way: forward ? "forward" : "back", by: Math.abs(x), far: Math.abs(x) >= row.offsetWidth * ENOUGH };
      row.style.translate = `${x}px`;
      onmove(swipe);
    }
    function up(event: PointerEvent) {
      if (from === null || event.pointerId !== from.pointer) return;
      const done = swipe;
      end();
      if (done === null) return;
      // The click that follows was no wish to open the row.
      list.addEventListener("click", quiet, { capture: true, once: true });
      setTimeout(() => list.removeEventListener("click", quiet, { capture: true }), 50);
      if (done.far) ondone(done);
    }
    function quiet(event: Event) {
      event.preventDefault();
      event.stopPropagation();
    }

    list.addEventListener("pointerdown", down);
    list.addEventListener("pointermove", move);
    list.addEventListener("pointerup", up);
    list.addEventListener("pointercancel", end);
    return () => {
      end();
      list.removeEventListener("pointerdown", down);
      list.removeEventListener("pointermove", move);
      list.removeEventListener("pointerup", up);
      list.removeEventListener("pointercancel", end);
    };
  };
}
