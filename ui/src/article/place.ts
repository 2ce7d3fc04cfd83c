/* Brings a story back to where the reader left it. */

/** Images and type may still arrive for so long after a story was opened. */
const SETTLES_WITHIN = 4_000;

/**
 * Scrolls to `at` (0 to 1), and again whenever the text grows under it, until the reader moves or `SETTLES_WITHIN` passed.
 * `settled` is called once at the end of that. The answer ends it early.
 */
export function returnTo(scroller: HTMLElement, at: number, settled: () => void): () => void {
  const apply = () => scroller.scrollTo(0, Math.round(at * (scroller.scrollHeight - scroller.clientHeight)));
  const moves = ["wheel", "pointerdown", "touchstart", "keydown"] as const;
  let over = false;
  const end = () => {
    if (over) return;
    over = true;
    sizes.disconnect();
    clearTimeout(timer);
    for (const move of moves) window.removeEventListener(move, end, true);
    settled();
  };
  const sizes = new ResizeObserver(apply);
  const timer = setTimeout(end, SETTLES_WITHIN);
  for (const move of moves) window.addEventListener(move, end, { capture: true, passive: true });
  apply();
  for (const child of scroller.children) sizes.observe(child);
  return end;
}
