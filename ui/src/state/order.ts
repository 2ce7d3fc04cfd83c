/* The order of the ticker, as pure functions: newest first, ties by id. */
import type { ArticleId, TickerRow } from "../api/backend";
import { compareIds } from "../text/names";

/** Negative where `a` stands above `b`. */
export function byTime(a: TickerRow, b: TickerRow): number {
  if (a.time !== b.time) return a.time > b.time ? -1 : 1;
  return compareIds(b.id, a.id);
}

/** The index at which `row` belongs in `rows`. */
export function placeOf(rows: readonly TickerRow[], row: TickerRow): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (byTime(rows[middle]!, row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** `rows` and `more` as one list in order, each id once. */
export function merge(rows: readonly TickerRow[], more: readonly TickerRow[]): TickerRow[] {
  const known = new Set(rows.map((row) => row.id));
  return [...rows, ...more.filter((row) => !known.has(row.id))].sort(byTime);
}

/** True where two rows look the same on screen. */
export function sameRow(a: TickerRow, b: TickerRow): boolean {
  return (
    a.read === b.read && a.saved === b.saved && a.stored === b.stored && a.title === b.title && a.feed_title === b.feed_title && a.time === b.time && a.language === b.language && a.edited_at === b.edited_at && a.hidden === b.hidden
  );
}

/**
 * `rows` with the rows that were `asked` for as they are now: rows that are gone leave, and none changes its place. `rows` is
 * null where nothing looks different.
 */
export function refreshed(rows: readonly TickerRow[], asked: readonly ArticleId[], fresh: readonly TickerRow[]): { rows: TickerRow[] | null; gone: number } {
  const wanted = new Set(asked);
  const found = new Map(fresh.map((row) => [row.id, row]));
  const now: TickerRow[] = [];
  let gone = 0;
  let different = false;
  for (const row of rows) {
    const latest = wanted.has(row.id) ? found.get(row.id) : row;
    if (latest === undefined) gone += 1;
    else if (latest !== row && !sameRow(latest, row)) {
      different = true;
      now.push({ ...latest, time: row.time });
    } else now.push(row);
  }
  return { rows: different || gone > 0 ? now : null, gone };
}
