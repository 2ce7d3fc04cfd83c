/* Moves the focus from paragraph to paragraph, so that a story can be read aloud or with a ruler. */

const STOPS = "p, h1, h2, h3, h4, h5, h6, li, blockquote, figure, .table, .code, .missing, dt, dd";

/** Focuses the paragraph after (or before) the one that has the focus; without one, the first in view. */
export function stepParagraph(root: ShadowRoot, scroller: HTMLElement, by: 1 | -1): boolean {
  const stops = [...root.querySelectorAll<HTMLElement>(STOPS)].filter((stop) => stop.parentElement?.closest("blockquote, figure, li, .code, .table") === null && stop.textContent?.trim() !== "");
  const active = root.activeElement;
  const at = stops.findIndex((stop) => stop === active || stop.contains(active));
  const top = scroller.getBoundingClientRect().top;
  const next = at >= 0 ? stops[at + by] : stops.find((stop) => stop.getBoundingClientRect().bottom > top + 8);
  if (!next) return false;
  if (next.tabIndex < 0) next.tabIndex = -1;
  next.classList.add("target");
  next.focus({ preventScroll: true });
  const box = next.getBoundingClientRect();
  const view = scroller.getBoundingClientRect();
  if (box.top < view.top + 24 || box.bottom > view.bottom - 24) scroller.scrollTop += box.top - view.top - view.height / 4;
  return true;
}
