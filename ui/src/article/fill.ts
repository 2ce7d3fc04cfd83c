/* Prepares cleaned HTML before it stands on the page. The only place that turns a string into elements is here. */

import { levelAll } from "../text/level";

interface Policy {
  createHTML(html: string): string;
}
interface Factory {
  createPolicy(name: string, rules: { createHTML(html: string): string }): Policy;
}

const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;
const policy: Policy = factory ? factory.createPolicy("article", { createHTML: (html) => html }) : { createHTML: (html) => html };

/** Words for what is put in place of things that cannot be shown. */
export interface Words {
  /** The name of the nth table, with what its author calls it. */
  table(nth: number, caption: string): string;
  /** The name of the nth piece of code. */
  code(nth: number): string;
  /** The button that folds long lines of code. */
  wrap: string;
  missing(count: number): [first: string, second: string];
}

/** The cleaned body as inert elements: images load late, tables scroll in a region of their own. */
export function prepare(html: string, words: Words): DocumentFragment {
  const template = document.createElement("template");
  template.innerHTML = policy.createHTML(html);
  const content = template.content;
  // The cleaner drops them; should it fail, a preconnect would still connect, which no page policy prevents.
  for (const lead of content.querySelectorAll("link, meta, base")) lead.remove();
  for (const image of content.querySelectorAll("img")) {
    image.loading = "lazy";
    image.decoding = "async";
    image.draggable = false;
  }
  levelAll(content);
  let tables = 0;
  for (const table of content.querySelectorAll("table")) {
    if (table.parentElement?.closest("table")) continue;
    const box = region("table", words.table((tables += 1), table.caption?.textContent?.trim() ?? ""));
    table.replaceWith(box);
    box.append(table);
  }
  let pieces = 0;
  for (const code of content.querySelectorAll("pre")) {
    if (code.parentElement?.closest("pre")) continue;
    const box = document.createElement("div");
    box.className = "code";
    const scrolls = region("lines", words.code((pieces += 1)));
    const wrap = document.createElement("button");
    wrap.type = "button";
    wrap.className = "wrap";
    wrap.setAttribute("aria-pressed", "false");
    wrap.append(words.wrap);
    code.replaceWith(box);
    scrolls.append(code);
    box.append(scrolls, wrap);
  }
  return content;
}

/** A box that scrolls by itself, for the pointer and for keys. */
function region(kind: string, name: string): HTMLElement {
  const box = document.createElement("div");
  box.className = kind;
  box.tabIndex = 0;
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", name);
  return box;
}

/** Folds long lines of the code that this button stands on, or lets them run on. True where the event was for such a button. */
export function foldCode(event: Event): boolean {
  const button = event.composedPath().find((node) => node instanceof HTMLElement && node.classList.contains("wrap"));
  if (!(button instanceof HTMLElement)) return false;
  const folded = button.parentElement?.classList.toggle("folded") ?? false;
  button.setAttribute("aria-pressed", String(folded));
  return true;
}

/** Offers to fold only where lines are longer than the column. */
export function measureCode(root: ParentNode): void {
  for (const box of root.querySelectorAll<HTMLElement>(".code:not(.folded)")) {
    const lines = box.querySelector<HTMLElement>(".lines");
    if (lines) box.classList.toggle("wide", lines.scrollWidth > lines.clientWidth + 1);
  }
}

/** Puts a quiet box where an image cannot be shown; neighbours share one box. */
export function missing(image: HTMLImageElement, words: Words): void {
  let block: Element = image;
  const parent = image.parentElement;
  if (parent && parent.matches("p, figure, a, picture") && parent.querySelectorAll("img").length === 1 && !parent.textContent?.trim()) block = parent;
  // Whichever of several fails first: those on either side become one with it.
  const boxes = [block.previousElementSibling, block.nextElementSibling].filter((one): one is HTMLElement => one instanceof HTMLElement && one.classList.contains("missing"));
  const count = 1 + boxes.reduce((sum, box) => sum + Number(box.dataset.count), 0);
  const [box = emptyBox(), ...others] = boxes;
  for (const other of others) other.remove();
  if (boxes.length > 0) block.remove();
  else block.replaceWith(box);
  box.dataset.count = String(count);
  write(box, words.missing(count));
}

/** Says anew why the images are missing. */
export function sayMissing(root: ParentNode, words: Words): void {
  for (const box of root.querySelectorAll<HTMLElement>(".missing")) write(box, words.missing(Number(box.dataset.count)));
}

function emptyBox(): HTMLElement {
  const box = document.createElement("div");
  box.className = "missing";
  // What it says is of the window, not of the article.
  const { dir, lang } = document.documentElement;
  Object.assign(box, { dir, lang });
  box.append(icon(), document.createElement("p"));
  return box;
}

function write(box: HTMLElement, [first, second]: [string, string]): void {
  box.querySelector("p")?.replaceChildren(first, document.createElement("br"), second);
}

function icon(): SVGElement {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  for (const d of ["M2 2l20 20", "M10.41 10.41a2 2 0 1 1-2.83-2.83", "M13.5 13.5 6 21", "M18 12l3 3", "M3.59 3.59A2 2 0 0 0 3 5v14a2 2 0 0 0 2 2h14c.55 0 1.05-.22 1.41-.59", "M21 15V5a2 2 0 0 0-2-2H9"]) {
    const path = document.createElementNS(space, "path");
    path.setAttribute("d", d);
    svg.append(path);
  }
  return svg;
}
