/* The flat list that is drawn: rows and folds, a heading before each further day, and where the reader was last. Pure. */
import type { TickerRow } from "../api/backend";
import type { Fold, Stop } from "../state/folds";
import { dayKey, daysAgo } from "../text/dates";

/** One drawn element. */
export type Item =
  | { kind: "day"; key: string; time: string; count: number | null }
  | { kind: "here"; key: string; /** Of the story below it. */ time: string; left: string }
  | { kind: "fold"; key: string; time: string; row: TickerRow; fold: Fold; index: number; /** The first of its day. */ begins: boolean }
  | { kind: "row"; key: string; time: string; row: TickerRow; index: number; begins: boolean; /** The line "You were here" stands above it. */ here: boolean };

/** The drawn elements, and the way from a row's index to its element's. */
export interface Items {
  list: Item[];
  /** Element index of each row; a hidden row's is that of its fold. */
  ofRow: number[];
  /** Stories of each day that is wholly in memory. */
  counts: Map<string, number>;
}

/**
 * Lays out rows under their days. The first day has no heading of its own: the bar above the list shows it. `here` is when the
 * reader left last: its line stands above the first story that was there then, unless nothing is newer.
 */
export function layOut(rows: readonly TickerRow[], stops: readonly Stop[], more: { above: boolean; below: boolean }, here: string | null = null): Items {
  const list: Item[] = [];
  const ofRow: number[] = [];
  const counts = new Map<string, number>();
  const firstDay = rows[0] ? dayKey(rows[0].time) : "";
  let day = "";
  let ofDay = 0;
  const dayEnds = () => {
    if (ofDay > 0) counts.set(day, (counts.get(day) ?? 0) + ofDay);
    ofDay = 0;
  };
  let wasHere = here === null || more.above || rows[0] === undefined || rows[0].time <= here;
  for (const stop of stops) {
    const row = rows[stop.row]!;
    const key = dayKey(row.time);
    const begins = key !== day && (stop.row > 0 || !more.above);
    if (begins && stop.row > 0) list.push({ kind: "day", key: `day ${key}`, time: row.time, count: null });
    const length = stop.fold ? stop.fold.to - stop.fold.from : 1;
    if (key !== day) dayEnds();
    day = key;
    ofDay += length;
    const passes = !wasHere && row.time <= here!;
    if (passes) {
      wasHere = true;
      list.push({ kind: "here", key: "here", time: row.time, left: here! });
    }
    for (let at = 0; at < length; at++) ofRow.push(list.length);
    if (stop.fold) list.push({ kind: "fold", key: `fold ${stop.fold.key}`, time: row.time, row, fold: stop.fold, index: stop.row, begins });
    else list.push({ kind: "row", key: row.id, time: row.time, row, index: stop.row, begins, here: passes });
  }
  dayEnds();
  if (more.above) counts.delete(firstDay);
  if (more.below) counts.delete(day);
  for (const item of list) if (item.kind === "day") item.count = counts.get(dayKey(item.time)) ?? null;
  return { list, ofRow, counts };
}

/** The list stands at now: at its top, or with a story of today as the first in view. */
export function standsAtNow(first: number, time: string, now: number): boolean {
  return first === 0 || daysAgo(time, now) <= 0;
}
