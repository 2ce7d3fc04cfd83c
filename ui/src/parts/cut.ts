/* Where there is no room for a text, its end is cut off, and the pointer over it brings the whole one. One listener for all of them. */

/** Gives each text under the pointer that is cut its whole as a tooltip, as long as the pointer is over it. What has one keeps it. */
export function showWhole(page: Document): () => void {
  function over({ target }: Event) {
    if (!(target instanceof HTMLElement) || target.closest("[title]") !== null) return;
    const block = blockOf(target);
    if (!isCut(block)) return;
    const whole = block.textContent.trim();
    block.title = whole;
    // The text may be another one at the next look, and so may a tooltip that it was given meanwhile.
    block.addEventListener("pointerout", () => block.title === whole && block.removeAttribute("title"), { once: true });
  }
  page.addEventListener("pointerover", over);
  return () => page.removeEventListener("pointerover", over);
}

/** What a part of a line stands in: only that is cut. A part has no width of its own. */
function blockOf(one: HTMLElement): HTMLElement {
  return one.parentElement !== null && one.clientWidth === 0 ? blockOf(one.parentElement) : one;
}

function isCut(one: HTMLElement): boolean {
  const wide = one.scrollWidth > one.clientWidth;
  const high = one.scrollHeight > one.clientHeight;
  if (!wide && !high) return false;
  const style = getComputedStyle(one);
  return (wide && style.textOverflow === "ellipsis") || (high && !["", "none"].includes(style.webkitLineClamp));
}
