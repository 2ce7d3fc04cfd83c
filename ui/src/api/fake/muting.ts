/* The backend in memory, mutes: which stories one holds. */
import type { Mute } from "../backend";
import { body } from "./stories";
import type { Item } from "./library";

/** Words without case and accents. */
export const words = (text: string): string[] => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** Whether a mute holds a story: words of scripts without spaces stand anywhere in its headline, others as whole words. */
export function holds(mute: Mute, item: Item): boolean {
  const { row } = item;
  if (mute.feed_id !== null && mute.feed_id !== row.feed_id) return false;
  if (mute.kind === "source") return true;
  const wanted = words(mute.text).join(" ");
  if (mute.kind === "author") return body(row.title, row.language ?? "en").authors.some((name) => words(name).join(" ") === wanted);
  const title = words(row.title).join(" ");
  return unspaced.test(wanted) ? title.includes(wanted) : ` ${title} `.includes(` ${wanted} `);
}
