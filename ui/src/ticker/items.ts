/* The flat list that is drawn: rows, and a heading before each further day. Pure. */
import type { TickerRow } from "../api/backend";
import { dayKey } from "../text/dates";

/** One drawn element. */
export type Item = { kind: "day"; key: string; time: string; count: number | null } | { kind: "row"; key: string; row: TickerRow; index: number };

/** The drawn elements, and the way from a row's index to its element's. */
export interface Items {
  list: Item[];
  /** Element index of each row. */
  ofRow: number[];
  /** Stories of each day that is wholly in memory. */
  counts: Map<string, number>;
}

/** Lays out rows under their days. The first day has no heading of its own: the bar above the list shows it. */
export function layOut(rows: readonly TickerRow[], more: { above: boolean; below: boolean }): Items {
  const list: Item[] = [];
  const ofRow: number[] = [];
  const counts = new Map<string, number>();
  let day = "";
  const firstDay = rows[0] ? dayKey(rows[0].time) : "";
  for (const [index, row] of rows.entries()) {
    const key = dayKey(row.time);
    if (key !== day && index > 0) list.push({ kind: "day", key: `day ${key}`, time: row.time, count: null });
    day = key;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    ofRow.push(list.length);
    list.push({ kind: "row", key: row.id, row, index });
  }
  if (more.above) counts.delete(firstDay);
  if (more.below) counts.delete(day);
  for (const item of list) if (item.kind === "day") item.count = counts.get(dayKey(item.time)) ?? null;
  return { list, ofRow, counts };
}
