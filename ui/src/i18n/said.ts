/* What the program says is English, also in the library, where it may have been written years ago. Here a sentence is
   recognised by its English pattern in `said/en.ftl` and said in the reader's language; what nobody recognises stays as it is. */
import { FluentResource } from "@fluent/bundle";
import { locale, t } from "./words";

interface Known {
  key: string;
  sentence: RegExp;
  names: string[];
  /** It begins with a variable. */
  opens: boolean;
  /** Letters that are the same each time: the pattern with the most of them is meant. */
  fixed: number;
}

/** What can stand for a variable: a host or address has no space, a number only digits, a reason does not go beyond its
 * sentence, anything else is words. */
const WORDS = "(.+?)";
const VARIABLES: Record<string, string> = { site: "(\\S+)", why: "((?:(?!\\. ).)+?)", count: "([\\d,.]+)", number: "([\\d,.]+)", sources: "([\\d,.]+)", saved: "([\\d,.]+)" };
const FIGURE = /^[\d,.]*\d$/;
/** A reason stands inside of another sentence, which has its own stop. */
const STOP = /[.。]$/u;
const ENDS = /(?<=[.!?]) (?=\S)/g;
let sentences = "";
let patterns: Known[] | null = null;

/** From now on what the program says is recognised by these. */
export function recognise(english: string): void {
  if (english === sentences) return;
  sentences = english;
  patterns = null;
}

/** What the program said, in the reader's language. `instead` replaces what stands in it: the name of a source for its site. */
export function said(text: string, instead: Record<string, string> = {}): string {
  return whole(text, instead) ?? inParts(text, instead) ?? text;
}

/** True for a sentence, or part of one, that is recognised as a whole. */
export function isKnown(text: string): boolean {
  return find(text) !== null;
}

function whole(text: string, instead: Record<string, string>): string | null {
  const found = find(text);
  if (found === null) return null;
  // In English it is said already, unless something else is to stand in it.
  if (locale.split("-")[0] === "en" && locale !== "en-XA" && Object.keys(instead).length === 0) return text;
  const args: Record<string, string | number> = {};
  found.values.forEach((value, at) => {
    const name = found.known.names[at]!;
    args[name] = instead[name] ?? (name === "why" ? said(value).replace(STOP, "") : FIGURE.test(value) && name !== "site" ? Number(value.replace(/[,.]/g, "")) : value);
  });
  return t(found.known.key, args);
}

/** Several sentences one after the other; null where not even one of them is recognised. */
function inParts(text: string, instead: Record<string, string>): string | null {
  const ends = [...text.matchAll(ENDS)].map((end) => end.index).reverse();
  for (const end of ends) {
    const [first, rest] = [text.slice(0, end), text.slice(end + 1)];
    const known = whole(first, instead);
    if (known !== null) return joined(known, said(rest, instead));
    const last = whole(rest, instead);
    if (last !== null) return joined(inParts(first, instead) ?? first, last);
  }
  return null;
}

/** One sentence after another; a full stop as wide as a letter has its gap in it. */
function joined(first: string, next: string): string {
  return /[。！？]$/u.test(first) ? first + next : `${first} ${next}`;
}

function find(text: string): { known: Known; values: string[] } | null {
  patterns ??= read(new FluentResource(sentences));
  for (const known of patterns) {
    const match = known.sentence.exec(text);
    // A sentence that begins with a reason is meant only where that reason is known: anything ends like it.
    if (match && (known.names[0] !== "why" || !known.opens || find(match[1]!) !== null)) return { known, values: match.slice(1) };
  }
  return null;
}

function read(english: FluentResource): Known[] {
  const all: Known[] = [];
  for (const { id, value } of english.body) {
    const names: string[] = [];
    let fixed = 0;
    const parts = (Array.isArray(value) ? value : [value]).map((part) => {
      if (typeof part === "string") {
        fixed += part.length;
        return part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
      }
      const { name } = part as { name: string };
      names.push(name);
      return VARIABLES[name] ?? WORDS;
    });
    all.push({ key: id, sentence: new RegExp(`^${parts.join("")}$`, "u"), names, opens: Array.isArray(value) && typeof value[0] !== "string", fixed });
  }
  return all.sort((a, b) => b.fixed - a.fixed);
}
