import { sentence, type ArticleId, type Backend, type FeedId, type TickerQuery, type TickerRow } from "../api/backend";
import { compareIds } from "../text/names";
import { merge, refreshed } from "./order";

/** Rows asked for at once. */
export const PAGE = 200;
/** Rows held in memory; beyond it the far end is let go and fetched again by key. */
export const WINDOW = 4000;
/** Rows asked for at once on the way to a far end. */
const STRIDE = 1000;
/** One press for the end of the list reads at most so many rows: a library of a million is not read through. */
export const FAR = 20_000;
/** Up to so many rows come in with a movement. */
export const FEW = 8;
const LAZY_REFRESH = 400;

/** Where the list should go next: the view watches it. */
export interface ScrollWish {
  to: "top" | "row";
  id?: ArticleId;
  /** The first pixel of the viewport goes this far into the row; without it the row just comes into view. */
  offset?: number;
  count: number;
}

/** Which stories Live shows: all of them, the unread ones, those of a folder, of one source or in one language, or those muted today. */
export interface Selection {
  unread?: boolean;
  muted?: boolean;
  folder?: string;
  feed?: FeedId;
  /** The first part of a BCP 47 tag. */
  language?: string;
}

/** The part of a selection of stories that is in memory: a window of rows that pages by key at both ends. */
export class Rows {
  rows = $state.raw<TickerRow[]>([]);
  total = $state(0);
  /** Rows cut off above the first one in memory. */
  above = $state(0);
  moreBelow = $state(false);
  unread = $state(false);
  muted = $state(false);
  folder = $state<string | undefined>(undefined);
  feed = $state<FeedId | undefined>(undefined);
  language = $state<string | undefined>(undefined);
  status = $state<"loading" | "ready" | "failed">("loading");
  failure = $state("");
  /** True while rows are added or cut at the start of the list, which must not move what is on screen. */
  shifting = $state(false);
  scroll = $state.raw<ScrollWish>({ to: "top", count: 0 });
  /** The last wish that the view has followed; one that is made while another view is shown waits for it. */
  followed = 0;

  protected backend: Backend;
  /** Row indexes on screen. */
  protected viewport = { first: 0, last: 0 };
  protected generation = 0;
  #lazy: ReturnType<typeof setTimeout> | undefined;
  #loading: Promise<void> | null = null;

  constructor(backend: Backend) {
    this.backend = backend;
  }

  /** Another selection is shown from now on; its rows are still to be read. */
  protected choose({ unread = false, muted = false, folder, feed, language }: Selection): void {
    this.unread = unread;
    this.muted = muted;
    this.folder = folder;
    this.feed = feed;
    this.language = language;
  }

  /** The place of a row in the whole selection, from 1; 0 where it is not in the list. */
  position(id: ArticleId | null): number {
    const index = this.indexOf(id);
    return index < 0 ? 0 : this.above + index + 1;
  }

  indexOf(id: ArticleId | null): number {
    return id === null ? -1 : this.rows.findIndex((row) => row.id === id);
  }

  /** Takes rows out of the list. */
  drop(ids: readonly ArticleId[]): void {
    const gone = new Set(ids);
    const { length } = this.rows;
    this.rows = this.rows.filter((row) => !gone.has(row.id));
    this.total -= length - this.rows.length;
  }

  /** The next page below, when the reader comes near the end. */
  async more(): Promise<void> {
    const last = this.rows.at(-1);
    if (this.#loading) return this.#loading;
    if (!this.moreBelow || !last) return;
    await this.#page(async () => {
      const page = await this.backend.ticker(this.query({ limit: PAGE, before: last.id }));
      return () => {
        this.rows = merge(this.rows, page.rows);
        this.moreBelow = page.more;
        this.cut("start");
      };
    });
  }

  /** Up to `wanted` rows more below; the window of rows that are held goes along, and what it leaves counts as `above`. */
  async further(wanted: number): Promise<void> {
    await this.#loading;
    this.failure = "";
    if (!this.moreBelow || wanted <= 0) return;
    await this.#page(async () => {
      let found: TickerRow[] = [];
      let passed = 0;
      let { moreBelow } = this;
      for (let asked = 0; moreBelow && asked < wanted; asked += STRIDE) {
        const before = (found.at(-1) ?? this.rows.at(-1))?.id;
        const page = await this.backend.ticker(this.query({ limit: Math.min(STRIDE, wanted - asked), before }));
        found = [...found, ...page.rows];
        moreBelow = page.more;
        passed += Math.max(0, found.length - WINDOW);
        found = found.slice(-WINDOW);
      }
      return () => {
        const all = passed > 0 ? found : merge(this.rows, found);
        const left = passed > 0 ? this.rows.length + passed : Math.max(0, all.length - WINDOW);
        this.rows = all.slice(-WINDOW);
        this.above += left;
        this.moreBelow = moreBelow;
      };
    });
  }

  /** The page above, where the window was cut at its top. */
  async moreAbove(): Promise<void> {
    const first = this.rows[0];
    if (this.above === 0 || this.#loading || !first) return;
    await this.#page(async () => {
      const page = await this.backend.ticker(this.query({ limit: PAGE, after: first.id }));
      return () =>
        this.#shift(() => {
          this.rows = merge(this.rows, page.rows);
          this.above = page.more ? Math.max(0, this.above - page.rows.length) : 0;
          this.cut("end");
        });
    });
  }

  protected query(part: Pick<TickerQuery, "limit" | "before" | "after" | "arrived_after">): TickerQuery {
    const query: TickerQuery = { ...part, unread: this.unread };
    if (this.muted) query.muted = true;
    if (this.folder !== undefined) query.folder = this.folder;
    if (this.feed !== undefined) query.feed = this.feed;
    if (this.language !== undefined) query.language = this.language;
    return query;
  }

  protected wish(to: ScrollWish["to"], id?: ArticleId, offset?: number): void {
    this.scroll = { to, id, offset, count: this.scroll.count + 1 };
  }

  /** True where the library's count of the selection tells how many rows the list has: read rows may stay under Unread. */
  protected get counted(): boolean {
    return !this.unread;
  }

  /** Lets go of the far end of a list that grew too long: a change of its own, so that the view can tell the ends apart. */
  protected cut(end: "start" | "end"): void {
    const { generation } = this;
    setTimeout(() => {
      const excess = this.rows.length - WINDOW;
      if (excess <= 0 || generation !== this.generation) return;
      if (end === "end" && this.viewport.last < WINDOW - PAGE) {
        this.rows = this.rows.slice(0, WINDOW);
        this.moreBelow = true;
      } else if (end === "start" && this.viewport.first > excess + PAGE) {
        this.#shift(() => {
          this.rows = this.rows.slice(excess);
          this.above += excess;
        });
      }
    }, 50);
  }

  /** How the rows between two indexes look now. A row that is gone leaves the list. */
  protected async refresh(from: number, to: number): Promise<void> {
    // By its id a muted row is not in the ticker: that list is read anew instead.
    if (this.muted) return;
    const ids = this.rows.slice(from, to).map((row) => row.id);
    if (ids.length === 0) return;
    const { generation } = this;
    const fresh = await this.backend.tickerRows(ids);
    if (generation !== this.generation) return;
    const { rows, gone } = refreshed(this.rows, ids, fresh);
    if (!this.counted) this.total -= gone;
    if (rows !== null) this.rows = rows;
  }

  /** The rows on screen now, the others a moment later. */
  protected async refreshAll(): Promise<void> {
    await this.refresh(Math.max(0, this.viewport.first - 50), this.viewport.last + 50);
    clearTimeout(this.#lazy);
    this.#lazy = setTimeout(async () => {
      try {
        for (let from = 0; from < this.rows.length; from += 1000) await this.refresh(from, from + 1000);
      } catch (error) {
        this.failure = sentence(error);
      }
    }, LAZY_REFRESH);
  }

  #page(ask: () => Promise<() => void>): Promise<void> {
    this.#loading = this.#ask(ask).finally(() => (this.#loading = null));
    return this.#loading;
  }

  async #ask(ask: () => Promise<() => void>): Promise<void> {
    const { generation } = this;
    try {
      const apply = await ask();
      if (generation === this.generation) apply();
    } catch (error) {
      this.failure = sentence(error);
    }
  }

  /** Changes the start of the list without moving what is on screen. */
  #shift(change: () => void): void {
    this.shifting = true;
    change();
    queueMicrotask(() => setTimeout(() => (this.shifting = false), 0));
  }
}

/** The rows that a change is about: these ids, or all that a query names. */
export function named(ids: readonly ArticleId[] | TickerQuery): (id: ArticleId) => boolean {
  if ("limit" in ids) {
    const until = ids.arrived_until;
    return (id) => until === undefined || compareIds(id, until) <= 0;
  }
  const set = new Set(ids);
  return (id) => set.has(id);
}
