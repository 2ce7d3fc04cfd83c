/* Bursts: many stories of one source in a short time fold into the first of them and a line. Pure. */
import type { ArticleId, FeedId, TickerRow } from "../api/backend";
import { dayKey } from "../text/dates";

/** So many stories in a row of one source … */
export const BURST = 5;
/** … within this time are a burst. */
export const WITHIN = 30 * 60_000;

/** Rows of one source that stand behind one line. */
export interface Fold {
  /** The first of its rows. */
  key: ArticleId;
  /** Row indexes: from the first, up to and without the last. */
  from: number;
  to: number;
}

/** What the reader can stand on: a row by its index, or a fold. */
export type Stop = { row: number; fold?: undefined } | { row: number; fold: Fold };

/**
 * The rows that fold away: of every burst all but its first row. Where the reader has opened one of them, or its source is
 * rare, it stays as it is. Only rows from `from` up to `to` are hidden: what has been on screen does not move.
 */
export function burst(rows: readonly TickerRow[], open: ReadonlySet<ArticleId>, rare: (feed: FeedId) => boolean, from = 0, to = rows.length): ArticleId[] {
  const hidden: ArticleId[] = [];
  // A run begins wherever the source changes.
  let start = from;
  while (start > 0 && rows[start - 1]!.feed_id === rows[start]?.feed_id) start -= 1;
  while (start < Math.min(to, rows.length)) {
    const end = runFrom(rows, start);
    const rest = rows.slice(start + 1, end);
    if (end - start >= BURST && !rare(rows[start]!.feed_id) && !rest.some((row) => open.has(row.id))) {
      for (let at = Math.max(from, start + 1); at < Math.min(to, end); at++) hidden.push(rows[at]!.id);
    }
    start = end;
  }
  return hidden;
}

/** The end of the run that begins at `start`: one source, one day, and never fewer than five stories in half an hour. */
function runFrom(rows: readonly TickerRow[], start: number): number {
  const first = rows[start]!;
  const day = dayKey(first.time);
  let end = start + 1;
  while (end < rows.length) {
    const next = rows[end]!;
    const back = rows[Math.max(start, end - BURST + 1)]!;
    if (next.feed_id !== first.feed_id || Date.parse(back.time) - Date.parse(next.time) > WITHIN || dayKey(next.time) !== day) break;
    end += 1;
  }
  return end;
}

/** The rows and folds in order; a fold is a stretch of hidden rows of one source and day. */
export function stopsOf(rows: readonly TickerRow[], hidden: ReadonlySet<ArticleId>): Stop[] {
  const stops: Stop[] = [];
  for (const [index, row] of rows.entries()) {
    const fold = stops.at(-1)?.fold;
    if (!hidden.has(row.id)) stops.push({ row: index });
    else if (fold?.to === index && rows[fold.from]!.feed_id === row.feed_id && dayKey(rows[fold.from]!.time) === dayKey(row.time)) fold.to = index + 1;
    else stops.push({ row: index, fold: { key: row.id, from: index, to: index + 1 } });
  }
  return stops;
}
