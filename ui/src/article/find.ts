/* Looks for words in a text on screen. Case, accents and points over letters make no difference; a place never spans two
   blocks. Nothing is changed in the text: what was found is painted by the engine's highlights. */

const BLOCKS = "p, li, h1, h2, h3, h4, h5, h6, td, th, figcaption, caption, blockquote, pre, dt, dd, summary, div, section, article";
const SKIPPED = "button, .missing, script, style";
/** More places than this are of no use to anybody. */
const MOST = 2_000;

/** A text made ready to be looked through. */
export interface Index {
  text: string;
  nodes: Text[];
  /** For each unit of `text`: which node it is of, and where in it. */
  node: number[];
  offset: number[];
}

/** One character as it is compared: lower case, without marks. */
function fold(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 128) return character.toLowerCase();
  // Neither a place to hyphenate nor a non-joiner is a letter.
  if (code === 0xad || code === 0x200c) return "";
  return character.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** What is looked for, as it is compared. */
export function foldQuery(query: string): string {
  return [...query].map(fold).join("").replace(/\s+/g, " ").trim();
}

/** The texts under a root in order, but for those in what is skipped, each with the block that it stands in. Both are selectors. */
export function* textsUnder(root: Node, blocks: string, skipped: string): Generator<[Text, Element | null]> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
    const parent = node.parentElement;
    if (!parent?.closest(skipped)) yield [node, parent?.closest(blocks) ?? null];
  }
}

/** Reads the texts under these roots, in order. */
export function index(roots: Node[]): Index {
  const made: Index = { text: "", nodes: [], node: [], offset: [] };
  const parts: string[] = [];
  const put = (part: string, node: number, offset: number) => {
    for (let n = 0; n < part.length; n++) {
      made.node.push(node);
      made.offset.push(offset);
    }
    parts.push(part);
  };
  let block: Element | null | undefined;
  let spaced = true;
  for (const root of roots) {
    for (const [node, own] of textsUnder(root, BLOCKS, SKIPPED)) {
      if (block !== undefined && own !== block) {
        put("\n", Math.max(0, made.nodes.length - 1), 0);
        spaced = true;
      }
      block = own;
      made.nodes.push(node);
      let at = 0;
      for (const character of node.data) {
        const space = /\s/.test(character);
        if (!space) put(fold(character), made.nodes.length - 1, at);
        else if (!spaced) put(" ", made.nodes.length - 1, at);
        spaced = space;
        at += character.length;
      }
    }
  }
  made.text = parts.join("");
  return made;
}

/** The places of a text where the words stand. */
export function search(made: Index, query: string): Range[] {
  const wanted = foldQuery(query);
  const found: Range[] = [];
  if (wanted === "") return found;
  for (let at = made.text.indexOf(wanted); at >= 0 && found.length < MOST; at = made.text.indexOf(wanted, at + wanted.length)) {
    const last = at + wanted.length - 1;
    const end = made.nodes[made.node[last]!]!;
    const range = document.createRange();
    range.setStart(made.nodes[made.node[at]!]!, made.offset[at]!);
    range.setEnd(end, made.offset[last]! + unitsAt(end.data, made.offset[last]!));
    found.push(range);
  }
  return found;
}

/** Units of the character at this place, with the marks that follow it. */
function unitsAt(data: string, at: number): number {
  return /^.\p{M}*/su.exec(data.slice(at, at + 32))?.[0].length ?? 1;
}

/** A set of ranges that the engine paints. */
interface Painted {
  clear(): void;
}
interface Registry {
  get(name: string): Painted | undefined;
  set(name: string, highlight: unknown): void;
  delete(name: string): void;
}
const registry = () => (globalThis.CSS as unknown as { highlights?: Registry } | undefined)?.highlights;
const NAMES = ["found", "found-now"];
type Make = new (...ranges: Range[]) => unknown;

/** Paints what was found, and the place that is shown stronger. Without highlights that place is selected. */
export function paint(ranges: Range[], at: number): void {
  const made = (globalThis as { Highlight?: Make }).Highlight;
  const painted = registry();
  if (made === undefined || painted === undefined) {
    const selection = getSelection();
    selection?.removeAllRanges();
    if (ranges[at]) selection?.addRange(ranges[at]);
    return;
  }
  unpaint();
  painted.set("found", new made(...ranges.filter((_, n) => n !== at)));
  painted.set("found-now", new made(...ranges.slice(at, at + 1)));
}

/** Takes all paint away. WebKit draws anew only the ranges that are taken out of a highlight, not those of one that is replaced. */
export function unpaint(): void {
  const painted = registry();
  for (const name of NAMES) {
    painted?.get(name)?.clear();
    painted?.delete(name);
  }
}
