/* Which script a text is in, so that it is set in a face that has it. Pure. */

const SCRIPTS: [language: string, letters: RegExp, languages: RegExp][] = [
  ["ar", /[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]/g, /^(ar|fa|ur|ps|ckb|sd|ug)\b/i],
  ["he", /[\u0590-\u05ff]/g, /^(he|iw|yi)\b/i],
  ["th", /[\u0e00-\u0e7f]/g, /^th\b/i],
  ["hi", /[\u0900-\u097f]/g, /^(hi|mr|ne|sa)\b/i],
  ["bn", /[\u0980-\u09ff]/g, /^(bn|as)\b/i],
];
const KANA = /[\u3040-\u30ff]/g;
const HANGUL = /[\uac00-\ud7af\u1100-\u11ff]/g;
const HAN = /[\u3400-\u9fff\uf900-\ufaff]/g;
const LETTER = /\p{L}/gu;
const LOOKED_AT = 600;

const count = (text: string, letters: RegExp) => text.match(letters)?.length ?? 0;

/**
 * The language to set a text in: what its source says, unless most of its letters are of a script that this language does
 * not use. Han characters alone are Chinese, with kana Japanese. Null where nobody knows: such a text is not hyphenated.
 */
export function voice(language: string | null, text: string): string | null {
  const sample = text.slice(0, LOOKED_AT);
  const half = count(sample, LETTER) / 2;
  if (half < 2) return language;
  for (const [usual, letters, languages] of SCRIPTS) {
    if (count(sample, letters) > half) return language !== null && languages.test(language) ? language : usual;
  }
  const [kana, hangul, han] = [count(sample, KANA), count(sample, HANGUL), count(sample, HAN)];
  if (kana + hangul + han > half) {
    if (language !== null && /^(ja|zh|ko|yue)\b/i.test(language)) return language;
    return kana > 0 ? "ja" : hangul > 0 ? "ko" : "zh";
  }
  return language;
}
