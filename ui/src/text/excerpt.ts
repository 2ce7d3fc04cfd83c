/* What is shown of a text in which words were found: where they stand, not its beginning. Pure. */

/** A piece of a text, and whether it is one of the words. */
export interface Part {
  text: string;
  hit: boolean;
}

/** So much stands before the first word that was found, so that the word is in the first line. */
const BEFORE = 28;

/** The text from shortly before the first word that was found on; nothing where it has none of the words. */
export function excerpt(parts: readonly Part[]): Part[] {
  const first = parts.findIndex((part) => part.hit);
  if (first < 0) return [];
  const before = parts.slice(0, first).map((part) => part.text).join("");
  const rest = parts.slice(first).map(({ text, hit }) => ({ text, hit }));
  if (before === "") return rest;
  return [{ text: before.length <= BEFORE ? before : `…${tail(before)}`, hit: false }, ...rest];
}

/** The end of a text, from the beginning of a word on where it has one. */
function tail(text: string): string {
  const end = [...text].slice(-BEFORE).join("");
  const space = end.search(/\s\S/);
  return space < 0 ? end : end.slice(space + 1);
}
