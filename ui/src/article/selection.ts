/* What is selected in a shadow root, and what of it goes to the clipboard. Engines disagree on how a selection inside a shadow
   root is asked for: Chromium has it on the root, WebKit composes ranges. */

const BLOCKS = new Set(["P", "LI", "H1", "H2", "H3", "H4", "H5", "H6", "BLOCKQUOTE", "PRE", "FIGURE", "FIGCAPTION", "TR", "DT", "DD", "DIV", "UL", "OL", "TABLE", "HR"]);

interface Composed {
  getComposedRanges?(options: { shadowRoots: ShadowRoot[] }): StaticRange[];
}

/** The range that is selected inside `root`, or null where nothing of it is. */
export function selectedIn(root: ShadowRoot): Range | null {
  const own = (root as unknown as { getSelection?(): Selection | null }).getSelection?.();
  if (own && own.rangeCount > 0 && !own.isCollapsed && root.contains(own.getRangeAt(0).startContainer)) return own.getRangeAt(0);
  const composed = (getSelection() as unknown as Composed | null)?.getComposedRanges?.({ shadowRoots: [root] })[0];
  if (!composed || composed.collapsed) return null;
  const [start, end] = [root.contains(composed.startContainer), root.contains(composed.endContainer)];
  if (!start && !end) return null;
  const range = document.createRange();
  const text = root.querySelector(".text");
  if (!text) return null;
  if (start) range.setStart(composed.startContainer, composed.startOffset);
  else range.setStart(text, 0);
  if (end) range.setEnd(composed.endContainer, composed.endOffset);
  else range.setEnd(text, text.childNodes.length);
  return range.collapsed ? null : range;
}

/** The words of a range, paragraphs apart by an empty line. */
export function textOf(range: Range): string {
  const parts: string[] = [];
  const walk = (node: Node) => {
    if (node instanceof Text) parts.push(node.parentElement?.closest("pre") ? node.data : node.data.replace(/\s+/g, " "));
    else if (node instanceof Element && (node.localName === "button" || node.classList.contains("missing"))) return;
    else if (node instanceof HTMLBRElement) parts.push("\n");
    else {
      const block = node instanceof Element && BLOCKS.has(node.tagName);
      const gap = node instanceof HTMLLIElement || node instanceof HTMLTableRowElement ? "\n" : "\n\n";
      if (block && gap === "\n\n") parts.push(gap);
      for (const child of node.childNodes) {
        walk(child);
        if (child instanceof HTMLTableCellElement) parts.push("\t");
      }
      if (block) parts.push(gap);
    }
  };
  walk(range.cloneContents());
  return parts
    .join("")
    .replace(/[ \t]*\n[ ]*/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** More than this is a passage, and no words that anybody looks for or mutes. */
const LONGEST_PHRASE = 120;
/** So much of a phrase stands in a menu. */
const SHOWN = 28;

/** Selected words on one line, without the quotation marks that would end a phrase in a query. */
export function phraseOf(text: string): string {
  return text.replace(/"/g, " ").replace(/\s+/g, " ").trim();
}

/** True for words that can be looked for and muted. */
export function isPhrase(text: string): boolean {
  const phrase = phraseOf(text);
  return phrase.length <= LONGEST_PHRASE && /[\p{L}\p{N}]/u.test(phrase);
}

/** The beginning of a phrase, whole letters of it. */
export function shortened(phrase: string): string {
  const letters = [...phrase];
  return letters.length <= SHOWN ? phrase : `${letters.slice(0, SHOWN - 1).join("").trimEnd()}…`;
}

/** A passage with where it comes from: in quotation marks, then headline, source and address. */
export function quote(passage: string, title: string, source: string, url: string | null): string {
  const from = [title, source].filter((part) => part !== "").join(", ");
  return [`“${passage}”`, from, url ?? ""].filter((line) => line !== "").join("\n\n").replace(/\n\n(?=https?:)/, "\n");
}
