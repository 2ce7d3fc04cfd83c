/* Cuts a text on screen into the sentences that are read aloud. Captions, code, tables and what is no text are left out; a
   sentence never spans two blocks. Nothing is changed in the text: the sentence that is spoken is painted by the engine's
   highlights. */
import { textsUnder } from "./find";

const BLOCKS = "p, li, h1, h2, h3, h4, h5, h6, blockquote, dt, dd, summary, div, section, article";
const SKIPPED = "button, .missing, script, style, figcaption, caption, pre, .code, .table, sup, [hidden]";
/** More than this is no sentence: it is cut where a word ends. */
const LONGEST = 1_500;

/** A sentence, and where it stands. */
export interface Sentence {
  text: string;
  range: Range;
}

interface Piece {
  node: Text;
  /** Where it begins in the text of its block. */
  at: number;
}

/** The sentences under these roots, in order, as their language divides them. */
export function sentences(roots: Node[], language: string | null): Sentence[] {
  const all: Sentence[] = [];
  const segmenter = divider(language);
  let block: Element | null = null;
  let text = "";
  let pieces: Piece[] = [];
  const close = () => {
    for (const [from, to] of divide(text, segmenter)) all.push({ text: text.slice(from, to).replace(/ +/g, " "), range: rangeOf(pieces, from, to) });
    text = "";
    pieces = [];
  };
  for (const root of roots) {
    for (const [node, own] of textsUnder(root, BLOCKS, SKIPPED)) {
      if (own !== block) close();
      block = own;
      pieces.push({ node, at: text.length });
      // A line of the source that ends is no sentence that does.
      text += node.data.replace(/\s/g, " ");
    }
    close();
  }
  return all;
}

/** Which sentence this place is in, or the first one after it; -1 where there is none. */
export function sentenceAt(all: readonly Sentence[], place: Range): number {
  const root = place.startContainer.getRootNode();
  return all.findIndex(({ range }) => range.startContainer.getRootNode() === root && range.comparePoint(place.startContainer, place.startOffset) <= 0);
}

function divider(language: string | null): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language ?? undefined, { granularity: "sentence" });
  } catch {
    // What a source says of its language need not be one.
    return new Intl.Segmenter(undefined, { granularity: "sentence" });
  }
}

/** Where sentences with a letter or a figure in them begin and end, without the space around them. */
function* divide(text: string, segmenter: Intl.Segmenter): Generator<[number, number]> {
  for (const { segment, index } of segmenter.segment(text)) {
    let from = index + (segment.length - segment.trimStart().length);
    const end = index + segment.trimEnd().length;
    while (end - from > LONGEST) {
      const space = text.lastIndexOf(" ", from + LONGEST);
      const to = space > from ? space : from + LONGEST;
      yield [from, to];
      from = to;
    }
    if (/[\p{L}\p{N}]/u.test(text.slice(from, end))) yield [from, end];
  }
}

function rangeOf(pieces: Piece[], from: number, to: number): Range {
  const at = (place: number) => pieces.findLast((piece) => piece.at <= place)!;
  const [first, last] = [at(from), at(to - 1)];
  const range = document.createRange();
  range.setStart(first.node, from - first.at);
  range.setEnd(last.node, to - last.at);
  return range;
}

interface Registry {
  set(name: string, highlight: unknown): void;
  delete(name: string): void;
}
const registry = () => (globalThis.CSS as unknown as { highlights?: Registry } | undefined)?.highlights;

/** Paints the sentence that is spoken; without one, takes the paint away. An engine without highlights shows none. */
export function paintSpoken(range: Range | null): void {
  const make = (globalThis as { Highlight?: new (...ranges: Range[]) => unknown }).Highlight;
  if (range === null || make === undefined) registry()?.delete("spoken");
  else registry()?.set("spoken", new make(range));
}
