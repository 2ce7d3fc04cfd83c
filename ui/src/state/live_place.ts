import type { ArticleId, FeedId, TickerRow } from "../api/backend";
import type { Memory } from "./memory";

/** A place is kept when the list has rested there for so long. */
export const KEPT_AFTER = 1_000;
const LIVE_PLACE = "live-place";

/** Where the reader stood in Live: the row at the top of the viewport, and what was on screen then. */
export interface Place {
  id: ArticleId;
  /** The first pixel of the viewport goes this far into the row. */
  offset: number;
  /** Rows from the newest one to the end of the screen. */
  depth: number;
  /** What arrived after this id was never on screen: it waits behind the pill. */
  until: ArticleId;
  folder?: string;
  feed?: FeedId;
  language?: string;
  /** Among the unread stories only, where the row may be gone because it was read: the time of it. */
  unread?: string;
}

/** The row to stand at among these, and how far into it: the kept one, or where that was read, the next one below it. */
export function placeAmong(rows: readonly TickerRow[], { id, offset, unread }: Place): Pick<Place, "id" | "offset"> {
  if (unread === undefined || rows.some((row) => row.id === id)) return { id, offset };
  return { id: rows.find((row) => row.time <= unread)?.id ?? id, offset: 0 };
}

/** The place in Live that a restart comes back to. It is kept at every pause of scrolling. */
export class LivePlace {
  #memory: Memory;
  #place: Place | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(memory: Memory) {
    this.#memory = memory;
  }

  /** Where the reader stood the last time; null at the top, and where what is kept cannot be read. */
  get kept(): Place | null {
    return read(this.#memory.recall(LIVE_PLACE));
  }

  /** The list stands here now; null is its top. */
  moved(place: Place | null): void {
    this.#place = place;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), KEPT_AFTER);
  }

  /** Keeps the place now, because the window may go. */
  flush(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#memory.remember(LIVE_PLACE, this.#place === null ? "" : JSON.stringify(this.#place));
  }
}

function read(kept: string | null): Place | null {
  if (!kept) return null;
  try {
    const place = JSON.parse(kept) as Partial<Place> | null;
    const { id, offset, depth, until, folder, feed, language, unread } = place ?? {};
    if (!isId(id) || !isId(until) || !isCount(offset) || !isCount(depth)) return null;
    const text = (value: unknown) => (typeof value === "string" ? value : undefined);
    return { id, offset, depth, until, folder: text(folder), feed: isId(feed) ? feed : undefined, language: text(language), unread: text(unread) };
  } catch {
    return null;
  }
}

const isId = (value: unknown): value is string => typeof value === "string" && /^\d+$/.test(value);
const isCount = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value) && value >= 0;
