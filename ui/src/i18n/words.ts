/* Every word on screen comes through here, in the language that `languages.ts` fetched. It decides no wording. */
import { FluentBundle, type FluentResource, type FluentVariable } from "@fluent/bundle";

/** The locale for dates and numbers: the words' language with the reader's region (`en-DE` has a 24 hour clock). Read it
 * when something is written, and never keep it: the reader may change the language. */
export let locale = "en";
/** Whether the words run from right to left. */
export let rtl = false;

let bundle: FluentBundle | null = null;
let formats = new Map<string, unknown>();

/** From now on the words are these; what they lack is said in those of `english`. Throws where they cannot be read. */
export function speak(tag: string, resource: FluentResource, english: FluentResource | null = null): void {
  // Isolation marks are put around text of unknown direction only, so that numbers stay plain in names.
  const next = new FluentBundle(tag, { useIsolating: false });
  const problems = [...(english === null ? [] : next.addResource(english)), ...next.addResource(resource, { allowOverrides: english !== null })];
  if (problems.length > 0) throw problems[0];
  bundle = next;
  locale = tag;
  rtl = /^(ar|fa|he|ur)\b/.test(tag);
  formats = new Map();
}

const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
/** A letter of any other script. A date in Arabic inside an Arabic sentence must not be isolated: where an isolated text is made of
 * isolated parts, its direction is taken for left to right, and the weekday stands behind the date. */
const OTHER = new RegExp(`(?!${RTL.source})\\p{L}`, "u");

/** The message `key` with its arguments. Text of the other direction is isolated; numbers are written for the locale. */
export function t(key: string, args?: Record<string, string | number>): string {
  const message = bundle?.getMessage(key);
  if (!bundle || !message?.value) throw new Error(`no message ${key}`);
  const safe: Record<string, FluentVariable> = {};
  const foreign = rtl ? OTHER : RTL;
  for (const [name, value] of Object.entries(args ?? {})) {
    safe[name] = typeof value === "string" && foreign.test(value) ? `\u2068${value}\u2069` : value;
  }
  return bundle.formatPattern(message.value, safe);
}

/** A formatter of `Intl` for the words' language, made once: `cached("list", (tag) => new Intl.ListFormat(tag))`. */
export function cached<T>(name: string, make: (tag: string) => T): T {
  let made = formats.get(name) as T | undefined;
  if (made === undefined) formats.set(name, (made = make(locale)));
  return made;
}

/** Names as the language lists them: `A, B and C`. */
export function listed(names: readonly string[]): string {
  return cached("list", (tag) => new Intl.ListFormat(tag)).format(names);
}

/** Negative where `a` stands before `b` in the language's alphabet; numbers in names count as numbers. */
export function collate(a: string, b: string): number {
  return cached("collator", (tag) => new Intl.Collator(tag, { numeric: true })).compare(a, b);
}

/** The language of this tag, as the reader's language calls it; the tag where that is not known. */
export function languageName(tag: string): string {
  try {
    return cached("languages", (own) => new Intl.DisplayNames(own, { type: "language" })).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** The same where it stands alone or first: with a capital, which French and Spanish give a language nowhere else. */
export function languageTitle(tag: string): string {
  const [first = "", ...rest] = languageName(tag);
  return first.toLocaleUpperCase(locale) + rest.join("");
}

/** The first letter of a name in a writing that begins names with a capital; Georgian, too, knows capitals, but not for that. */
const CASED = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u;

/** A language as it calls itself, so that who speaks it finds it in a window of another. */
export interface OwnName {
  name: string;
  lang: string;
  dir: "ltr" | "rtl";
}

/** What the language of this tag calls itself, with a capital where its writing has some; null where that is not known. */
export function ownName(tag: string): OwnName | null {
  try {
    const [lang] = Intl.DisplayNames.supportedLocalesOf(tag);
    const name = lang === undefined ? undefined : new Intl.DisplayNames(lang, { type: "language", fallback: "none" }).of(tag);
    if (lang === undefined || name === undefined) return null;
    return { name: name.replace(CASED, (letter) => letter.toLocaleUpperCase(lang)), lang, dir: RTL.test(name) ? "rtl" : "ltr" };
  } catch {
    return null;
  }
}

/** The country or area of this code, as the reader's language calls it; the code where that is not known. */
export function regionName(code: string): string {
  try {
    return cached("regions", (own) => new Intl.DisplayNames(own, { type: "region" })).of(code) ?? code;
  } catch {
    return code;
  }
}
