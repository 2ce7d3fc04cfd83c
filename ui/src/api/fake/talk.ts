/* The backend in memory: what readers said about a story. Our own words. */
import type { Comments } from "../backend";
import { stamp, type Item } from "./library";

const said: [author: string, depth: number, html: string, minutes: number][] = [
  ["Tove Marklund", 0, "<p>I took the last one, eleven years ago, and slept through the border. The conductor woke me with coffee in a glass.</p>", 190],
  ["Émile Saurat", 1, "<p>The glasses are in the railway museum now. <a href=\"#link-0\">Here is theirs.</a></p>", 171],
  ["Tove Marklund", 2, "<p>That is the very one.</p>", 168],
  ["K. Adeyemi", 0, "<p>Twenty minutes for the change of locomotives is generous. It used to be twelve, in the snow.</p><p>Who checks the brakes?</p>", 95],
];

/** The comments of a story, read at `now`; with `note`, as they were an hour ago. */
export function talkOf(item: Item, now: number, note: string | null): Comments {
  const fetchedAt = note === null ? now : now - 3_600_000;
  return {
    count: said.length,
    fetched_at: stamp(fetchedAt),
    comments: said.map(([author, depth, html, minutes]) => ({
      author,
      published: stamp(fetchedAt - minutes * 60_000),
      html,
      text: html.replace(/<\/p><p>/g, "\n\n").replace(/<[^>]*>/g, ""),
      depth,
      direction: "ltr",
      language: "en",
    })),
    more: false,
    note,
    content_key: `comments-${item.row.id}`,
  };
}
