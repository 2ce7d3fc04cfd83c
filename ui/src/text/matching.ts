/* How a typed word finds a text: without case and accents, and where it was found. Pure. */

/** Where a match begins and ends in the text. */
export type Range = [from: number, to: number];

/** A text without case and accents, and for each of its units the index in the text. */
export function folded(text: string): { plain: string; at: number[] } {
  let plain = "";
  const at: number[] = [];
  let index = 0;
  for (const sign of text) {
    const bare = sign.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    for (let n = 0; n < bare.length; n++) at.push(index);
    plain += bare;
    index += sign.length;
  }
  at.push(text.length);
  return { plain, at };
}

/** How well all words of `wanted` are found in `text`, and where; null where one is missing. A better match has a higher rank. */
export function matched(text: string, wanted: string): { rank: number; ranges: Range[] } | null {
  const { plain, at } = folded(text);
  const words = folded(wanted).plain.split(/\s+/).filter((word) => word !== "");
  const ranges: Range[] = [];
  let rank = 0;
  for (const word of words) {
    const found = place(plain, word);
    if (found === null) return null;
    ranges.push([at[found.from]!, at[found.from + word.length]!]);
    rank += found.rank;
  }
  return { rank, ranges: ranges.sort((a, b) => a[0] - b[0]) };
}

/** Every place of the words in the text: whole words, and of the last one also the beginnings of longer ones. Scripts without
 * spaces have no whole words. */
export function places(text: string, words: readonly string[]): Range[] {
  const { plain, at } = folded(text);
  const inside = (sign: string | undefined) => sign !== undefined && /(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}])[\p{L}\p{N}]/u.test(sign);
  const ranges: Range[] = [];
  words.forEach((word, index) => {
    const wanted = folded(word).plain;
    if (wanted === "") return;
    for (let from = plain.indexOf(wanted); from >= 0; from = plain.indexOf(wanted, from + 1)) {
      const end = from + wanted.length;
      const begins = !inside(wanted[0]) || !inside(plain[from - 1]);
      const ends = index === words.length - 1 || !inside(wanted.at(-1)) || !inside(plain[end]);
      if (begins && ends) ranges.push([at[from]!, at[end]!]);
    }
  });
  return ranges.sort((a, b) => a[0] - b[0]);
}

/** The first place, and better one at the beginning of a word. */
function place(plain: string, word: string): { from: number; rank: number } | null {
  const first = plain.indexOf(word);
  if (first < 0) return null;
  for (let from = first; from >= 0; from = plain.indexOf(word, from + 1)) {
    if (from === 0) return { from, rank: 3 };
    if (!/[\p{L}\p{N}]/u.test(plain[from - 1]!)) return { from, rank: 2 };
  }
  return { from: first, rank: 1 };
}

/** The text in pieces, those that were found marked; ranges that overlap become one. */
export function pieces(text: string, ranges: readonly Range[]): { text: string; found: boolean }[] {
  const out: { text: string; found: boolean }[] = [];
  let at = 0;
  for (const [from, to] of ranges) {
    if (to <= at) continue;
    const start = Math.max(from, at);
    if (start > at) out.push({ text: text.slice(at, start), found: false });
    out.push({ text: text.slice(start, to), found: true });
    at = to;
  }
  if (at < text.length) out.push({ text: text.slice(at), found: false });
  return out;
}
