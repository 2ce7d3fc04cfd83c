/* Links of an article: numbers that the backend opens, places within the article, and notes at its foot. */

/** The number of the link that an event is on: a number, -1 for a link that has none to open, or null where there is none. */
export function linkOf(event: Event): number | null {
  for (const node of event.composedPath()) {
    if (!(node instanceof Element)) continue;
    if (node.localName !== "a" && node.localName !== "area") continue;
    const found = /^#link-(\d+)$/.exec(node.getAttribute("href") ?? "");
    return found ? Number(found[1]) : -1;
  }
  return null;
}

/** The place within the article that a link leads to: its id, as the cleaner gave it. */
function placeName(link: Element): string | null {
  return /^#(sp-\d+)$/.exec(link.getAttribute("href") ?? "")?.[1] ?? null;
}

/** Where a link within the article leads, and the link itself. */
export interface Leap {
  link: HTMLElement;
  target: HTMLElement;
}

/** The leap that an event asks for, or null. Ids are counted anew in each text: only the root that the link stands in has its
    target. */
export function leapOf(event: Event, root: ShadowRoot): Leap | null {
  for (const node of event.composedPath()) {
    if (!(node instanceof HTMLElement) || node.localName !== "a") continue;
    const name = placeName(node);
    const target = name === null ? null : root.getElementById(name);
    return target === null ? null : { link: node, target };
  }
  return null;
}

/** The place that was leapt to is seen and has the focus; bringing it into view is the caller's. */
export function arrive(target: HTMLElement): void {
  target.tabIndex = -1;
  target.classList.add("target");
  target.focus({ preventScroll: true });
}

const REFERENCE = /^[[(]?\s*(\d{1,3}|[*†‡§]{1,3}|[a-z])\s*[\])]?$/i;
const BLOCKS = "li, dd, p, aside, section, div:not(.text)";
/** Longer notes are read where they stand. */
const NOTE_LENGTH = 1_500;

/** The note that a leap leads to: where the link is a number or a sign and the target is a short block behind it. */
export function noteOf({ link, target }: Leap): HTMLElement | null {
  if (!REFERENCE.test(link.textContent?.trim() ?? "")) return null;
  if (!(link.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING)) return null;
  const block = target.matches(BLOCKS) ? target : target.closest<HTMLElement>(BLOCKS);
  const length = block?.textContent?.trim().length ?? 0;
  return block !== null && length > 0 && length <= NOTE_LENGTH && !block.contains(link) ? block : null;
}

/** A copy of a note to show beside its link, without its way back. */
export function copyNote(note: HTMLElement): DocumentFragment {
  const copy = document.createDocumentFragment();
  for (const child of note.childNodes) copy.append(child.cloneNode(true));
  for (const node of copy.querySelectorAll("[id]")) node.removeAttribute("id");
  for (const link of copy.querySelectorAll("a")) if (placeName(link) !== null && /^[\s↩↑^︎←⏎]*$|^(back|return)$/i.test(link.textContent ?? "")) link.remove();
  return copy;
}
