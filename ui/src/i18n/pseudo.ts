/* Two languages that nobody speaks, for finding text that is cut off, put together, or forgotten: `en-XA` is longer and
   accented, `ar-XB` runs from right to left. They are made of the English words when they are asked for. */
import { FluentResource } from "@fluent/bundle";
import source from "./en.ftl?raw";
import program from "./said/en.ftl?raw";
import { teach } from "./languages";

const PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const ACCENTED = "åƀçđéƒĝĥîĵķļɱñöþɋŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞɊŔŠŢÛṼŴẊÝŽ";
const accents = new Map([...PLAIN].map((letter, index) => [letter, [...ACCENTED][index]!]));

/** Accented and two fifths longer. */
export function longer(text: string): string {
  const letters = [...text].filter((one) => accents.has(one)).length;
  const accented = [...text].map((one) => accents.get(one) ?? one).join("");
  return letters === 0 ? text : accented + "~".repeat(Math.ceil(letters * 0.4));
}

/** Each word turned round, as a language that is written from right to left. */
export function mirrored(text: string): string {
  return text.replace(/[A-Za-z’']+/g, (word) => `\u202e${word}\u202c`);
}

/** The English words with every piece of text changed; names and numbers in them stay as they are. */
export function changed(change: (text: string) => string): FluentResource {
  const resource = new FluentResource(`${source}\n${program}`);
  for (const message of resource.body) message.value = pattern(message.value as Pattern, change) as typeof message.value;
  return resource;
}

type Pattern = string | (string | Expression)[] | null;
interface Expression {
  variants?: { value: Pattern }[];
}

function pattern(value: Pattern, change: (text: string) => string): Pattern {
  if (value === null) return null;
  if (typeof value === "string") return change(value);
  return value.map((part) => {
    if (typeof part === "string") return change(part);
    for (const variant of part.variants ?? []) variant.value = pattern(variant.value, change);
    return part;
  });
}

/** Makes both languages known. */
export function teachPseudo(): void {
  teach("en-XA", async () => changed(longer));
  teach("ar-XB", async () => changed(mirrored));
}
