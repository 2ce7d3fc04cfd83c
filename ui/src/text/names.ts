/* Short pure functions about names, hosts and lengths of text. */

const HUES = 12;
const ARTICLES = /^(the|la|le|les|el|los|las|der|die|das)\s+/i;
const segmenter = typeof Intl.Segmenter === "function" ? new Intl.Segmenter(undefined, { granularity: "grapheme" }) : null;

/** Finding a grapheme takes as long as a third of a row; there are as many names as sources. */
const initials = new Map<string, string>();

/** The letter on a source's square: its first grapheme, without a leading article. */
export function initial(title: string): string {
  let letter = initials.get(title);
  if (letter === undefined) initials.set(title, (letter = firstLetter(title)));
  return letter;
}

function firstLetter(title: string): string {
  const name = title.trim().replace(ARTICLES, "");
  const first = segmenter ? segmenter.segment(name)[Symbol.iterator]().next().value?.segment : [...name][0];
  return (first ?? "·").toLocaleUpperCase();
}

/** One of twelve colours for a source, the same everywhere its name is shown. */
export function hue(name: string): number {
  let hash = 2166136261;
  for (const unit of name) hash = Math.imul(hash ^ unit.codePointAt(0)!, 16777619);
  return (hash >>> 0) % HUES;
}

/** The host of an address, or what was typed where it is none. */
export function host(address: string): string {
  const text = address.trim();
  try {
    return new URL(/^[a-z]+:/i.test(text) ? text : `https://${text}`).host || text;
  } catch {
    return text;
  }
}

/** The first web address of a list of addresses, or a text that is nothing else; null where there is none. */
export function addressIn(text: string): string | null {
  const line = text.split(/\r?\n/).map((one) => one.trim()).find((one) => one !== "" && !one.startsWith("#"));
  return line !== undefined && /^https?:\/\/\S+$/i.test(line) && URL.canParse(line) ? line : null;
}

/** Minutes to read: 230 words or 460 ideographs a minute, at least one. */
export function minutes(text: string): number {
  const ideographs = text.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g)?.length ?? 0;
  const words = text.replace(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g, " ").split(/\s+/).filter(Boolean).length;
  return minutesOf(words + ideographs / 2);
}

/** Minutes to read so many words, at least one; two signs of a script without spaces are a word. */
export function minutesOf(words: number): number {
  return Math.max(1, Math.round(words / 230));
}

/** Ids are whole numbers in strings: negative where `a` was seen before `b`. */
export function compareIds(a: string, b: string): number {
  return a.length === b.length ? (a < b ? -1 : a > b ? 1 : 0) : a.length - b.length;
}
