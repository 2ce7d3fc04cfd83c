import { sentence, type ArticleId, type Backend, type TickerQuery, type TickerRow } from "../api/backend";
import { compareIds } from "../text/names";
import { Calm } from "./calm";
import { byTime, merge, placeOf, refreshed } from "./order";

/** Rows asked for at once. */
export const PAGE = 200;
/** Rows held in memory; beyond it the far end is let go and fetched again by key. */
export const WINDOW = 4000;
const LAZY_REFRESH = 400;

/** What the ticker needs to know of the world around it. */
export interface TickerWorld {
  now(): number;
  /** A dialog or menu is open. */
  busy(): boolean;
  /** New stories wait behind the pill while the reader is in the ticker. */
  announce(count: number): void;
}

/** Where the list should go next: the view watches it. */
export interface ScrollWish {
  to: "top" | "row";
  id?: ArticleId;
  /** The first pixel of the viewport goes this far into the row; without it the row just comes into view. */
  offset?: number;
  count: number;
}

/**
 * Live: the rows on screen, the rows that wait, and the rules between them.
 *
 * New rows never enter above what the reader looks at. They are `pending` (newer than the newest committed row) or `held`
 * (late, but with a place inside or above the viewport) until a commit: the pill, `.`, Home, or by itself when the list
 * stands at its top and nobody is busy with it. Late rows below the viewport enter at once.
 */
export class Ticker {
  rows = $state.raw<TickerRow[]>([]);
  pending = $state.raw<TickerRow[]>([]);
  held = $state.raw<TickerRow[]>([]);
  /** More arrived than is worth carrying: a commit reads the list anew. */
  overflow = $state(false);
  total = $state(0);
  /** Rows cut off above the first one in memory. */
  above = $state(0);
  moreBelow = $state(false);
  selected = $state<ArticleId | null>(null);
  unread = $state(false);
  folder = $state<string | undefined>(undefined);
  status = $state<"loading" | "ready" | "failed">("loading");
  failure = $state("");
  /** Counts commits and changes of view: only then may a row change its height. */
  epoch = $state(0);
  /** True while rows are added or cut at the start of the list, which must not move what is on screen. */
  shifting = $state(false);
  scroll = $state.raw<ScrollWish>({ to: "top", count: 0 });
  /** The row at the top of the viewport when Live was left. */
  anchor: { id: ArticleId; offset: number; at: number } | null = null;

  #backend: Backend;
  #world: TickerWorld;
  #newest: ArticleId | null = null;
  #head: TickerRow | null = null;
  #generation = 0;
  /** What arrived after this id was never on screen. */
  #shownUntil: ArticleId | null = null;
  #viewport = { first: 0, last: 0 };
  #calm: Calm;
  #lazy: ReturnType<typeof setTimeout> | undefined;
  #loading: Promise<void> | null = null;
  #refreshing = false;
  #again = false;

  constructor(backend: Backend, world: TickerWorld) {
    this.#backend = backend;
    this.#world = world;
    this.#calm = new Calm(world.now, world.busy);
  }

  /** How many stories wait behind the pill. */
  get waiting(): number {
    return this.pending.length + this.held.length;
  }

  /** The place of a row in the whole selection, from 1; 0 where it is not in the list. */
  position(id: ArticleId | null): number {
    const index = this.indexOf(id);
    return index < 0 ? 0 : this.above + index + 1;
  }

  indexOf(id: ArticleId | null): number {
    return id === null ? -1 : this.rows.findIndex((row) => row.id === id);
  }

  /** Reads the list from its top; false where that failed. */
  async load(limit = PAGE): Promise<boolean> {
    const generation = ++this.#generation;
    if (this.rows.length === 0) this.status = "loading";
    try {
      const page = await this.#backend.ticker(this.#query({ limit }));
      if (generation !== this.#generation) return true;
      this.rows = page.rows;
      this.total = page.total;
      this.moreBelow = page.more;
      this.#newest = page.newest_id;
      this.#shownUntil = page.newest_id;
      this.#head = page.rows[0] ?? null;
      this.above = 0;
      this.pending = [];
      this.held = [];
      this.overflow = false;
      this.status = "ready";
      this.failure = "";
      this.#calm.moved();
      this.epoch += 1;
      this.#wish("top");
      return true;
    } catch (error) {
      if (generation !== this.#generation) return true;
      this.failure = sentence(error);
      this.status = this.rows.length > 0 ? "ready" : "failed";
      return false;
    }
  }

  /** Reads the list anew, because rows may belong into it again, and keeps the row at the top of the viewport there. */
  async reload(): Promise<void> {
    const { anchor } = this;
    const depth = this.above + this.#viewport.last + 1;
    await this.load(depth + PAGE <= WINDOW ? Math.max(PAGE, depth + PAGE) : PAGE);
    if (anchor !== null && this.indexOf(anchor.id) > 0) this.#wish("row", anchor.id, anchor.offset);
  }

  /** Another selection: all, unread only, or one of the reader's folders. */
  async show(unread: boolean, folder?: string): Promise<void> {
    this.unread = unread;
    this.folder = folder;
    this.anchor = null;
    this.rows = [];
    await this.load();
  }

  /** The selection as a query, for actions that concern all of it. */
  selection(): TickerQuery {
    const query = this.#query({ limit: 0 });
    if (this.#shownUntil !== null) query.arrived_until = this.#shownUntil;
    return query;
  }

  /** Something in the library changed: what is new, and how do the rows on screen look now? */
  async changed(): Promise<void> {
    if (this.#refreshing) {
      this.#again = true;
      return;
    }
    this.#refreshing = true;
    try {
      do {
        this.#again = false;
        if (this.status !== "ready" || this.rows.length === 0) await this.load();
        else {
          await this.#arrivals();
          await this.#refresh(Math.max(0, this.#viewport.first - 50), this.#viewport.last + 50);
          this.#refreshLater();
        }
      } while (this.#again);
    } catch (error) {
      this.failure = sentence(error);
    } finally {
      this.#refreshing = false;
    }
  }

  /** The next page below, when the reader comes near the end. */
  async more(): Promise<void> {
    const last = this.rows.at(-1);
    if (this.#loading) return this.#loading;
    if (!this.moreBelow || !last) return;
    await this.#page(async () => {
      const page = await this.#backend.ticker(this.#query({ limit: PAGE, before: last.id }));
      return () => {
        this.rows = merge(this.rows, page.rows);
        this.moreBelow = page.more;
        this.#cut("start");
      };
    });
  }

  /** The page above, where the window was cut at its top. */
  async moreAbove(): Promise<void> {
    const first = this.rows[0];
    if (this.above === 0 || this.#loading || !first) return;
    await this.#page(async () => {
      const page = await this.#backend.ticker(this.#query({ limit: PAGE, after: first.id }));
      return () =>
        this.#shift(() => {
          this.rows = merge(this.rows, page.rows);
          this.above = page.more ? Math.max(0, this.above - page.rows.length) : 0;
          this.#cut("end");
        });
    });
  }

  /** Lets in what waits, because the reader asked for it, and goes to the top; false where that failed. */
  async showNew(): Promise<boolean> {
    return this.#commit();
  }

  select(id: ArticleId | null): void {
    this.selected = id;
  }

  /** Selects the row `by` places further; the answer is its id, or null at an end. */
  step(by: number): ArticleId | null {
    const from = this.indexOf(this.selected);
    const next = from < 0 ? (by > 0 ? this.#viewport.first : -1) : from + by;
    return this.#goTo(Math.min(Math.max(next, 0), this.rows.length - 1), from);
  }

  /** Selects the next unread row below the selected one. */
  stepUnread(): ArticleId | null {
    const from = this.indexOf(this.selected);
    const index = this.rows.findIndex((row, at) => at > from && !row.read);
    return this.#goTo(index, from);
  }

  /** Selects the next unread row, also where it is not in memory yet. */
  async findUnread(): Promise<ArticleId | null> {
    const from = this.selected;
    let found = this.stepUnread();
    const last = this.rows.at(-1);
    if (found !== null || !this.moreBelow || !last) return found;
    const generation = this.#generation;
    const ahead = await this.#backend.ticker({ ...this.#query({ limit: 1, before: last.id }), unread: true });
    if (ahead.rows.length === 0) return null;
    while (found === null && this.moreBelow) {
      const end = this.rows.at(-1);
      await this.more();
      if (generation !== this.#generation || from !== this.selected || this.rows.at(-1) === end) return null;
      found = this.stepUnread();
    }
    return found;
  }

  /** Selects the first or last row in memory. */
  stepTo(end: "first" | "last"): ArticleId | null {
    return this.#goTo(end === "first" ? 0 : this.rows.length - 1, -1);
  }

  /** Shows a change that was just asked for, before the library says so: to these rows, or to all that a query names. */
  mark(ids: readonly ArticleId[] | TickerQuery, change: Partial<Pick<TickerRow, "read" | "saved">>): void {
    let wanted: (id: ArticleId) => boolean;
    if ("limit" in ids) {
      const until = ids.arrived_until;
      wanted = (id) => until === undefined || compareIds(id, until) <= 0;
    } else {
      const set = new Set(ids);
      wanted = (id) => set.has(id);
    }
    const apply = (rows: TickerRow[]) => rows.map((row) => (wanted(row.id) ? { ...row, ...change } : row));
    this.rows = apply(this.rows);
    this.pending = apply(this.pending);
    this.held = apply(this.held);
  }

  // what the view tells

  /** Row indexes on screen and the scroll offset. */
  viewed(first: number, last: number, top: number): void {
    this.#viewport = { first, last };
    this.#calm.top = top;
    if (top <= 4) this.#consider();
  }
  pointerOver(over: boolean): void {
    this.#calm.pointerOver(over);
    if (!over) this.#consider();
  }
  keyPressed(): void {
    this.#calm.keyPressed();
  }
  windowFocused(focused: boolean): void {
    this.#calm.windowFocused(focused);
    this.#consider();
  }
  windowHidden(hidden: boolean): void {
    this.#calm.windowHidden(hidden);
    this.#consider();
  }
  /** A dialog closed. */
  settled(): void {
    this.#consider();
  }

  #query(part: Pick<TickerQuery, "limit" | "before" | "after" | "arrived_after">): TickerQuery {
    const query: TickerQuery = { ...part, unread: this.unread };
    if (this.folder !== undefined) query.folder = this.folder;
    return query;
  }

  #page(ask: () => Promise<() => void>): Promise<void> {
    this.#loading = this.#ask(ask).finally(() => (this.#loading = null));
    return this.#loading;
  }

  async #ask(ask: () => Promise<() => void>): Promise<void> {
    const generation = this.#generation;
    try {
      const apply = await ask();
      if (generation === this.#generation) apply();
    } catch (error) {
      this.failure = sentence(error);
    }
  }

  /** Lets go of the far end of a list that grew too long: a change of its own, so that the view can tell the ends apart. */
  #cut(end: "start" | "end"): void {
    const generation = this.#generation;
    setTimeout(() => {
      const excess = this.rows.length - WINDOW;
      if (excess <= 0 || generation !== this.#generation) return;
      if (end === "end" && this.#viewport.last < WINDOW - PAGE) {
        this.rows = this.rows.slice(0, WINDOW);
        this.moreBelow = true;
      } else if (end === "start" && this.#viewport.first > excess + PAGE) {
        this.#shift(() => {
          this.rows = this.rows.slice(excess);
          this.above += excess;
        });
      }
    }, 50);
  }

  /** Changes the start of the list without moving what is on screen. */
  #shift(change: () => void): void {
    this.shifting = true;
    change();
    queueMicrotask(() => setTimeout(() => (this.shifting = false), 0));
  }

  async #arrivals(): Promise<void> {
    const generation = this.#generation;
    const page = await this.#backend.ticker(this.#query({ limit: PAGE, arrived_after: this.#newest ?? "0" }));
    if (generation !== this.#generation) return;
    this.#newest = page.newest_id;
    const before = this.waiting;
    if (page.more) this.overflow = true;
    if (!this.overflow) for (const row of page.rows) this.#place(row);
    if (this.waiting > PAGE) this.overflow = true;
    if (this.overflow) {
      this.pending = this.pending.slice(0, PAGE);
      this.held = this.held.slice(0, PAGE);
    } else if (this.waiting === 0) this.#shownUntil = this.#newest;
    if (this.#counted) this.total = page.total - this.waiting;
    if (this.waiting > before) this.#world.announce(this.waiting);
    this.#consider();
  }

  /** True where the library's count of the selection tells how many rows the list has: read rows may stay under Unread. */
  get #counted(): boolean {
    return !this.unread && !this.overflow;
  }

  #place(row: TickerRow): void {
    const known = (list: TickerRow[]) => list.some((one) => one.id === row.id);
    if (known(this.rows) || known(this.pending) || known(this.held)) return;
    if (this.#head === null || byTime(row, this.#head) < 0) {
      this.pending = merge(this.pending, [row]);
      return;
    }
    const index = placeOf(this.rows, row);
    if (index === 0 && this.above > 0) {
      this.above += 1;
      this.total += 1;
    } else if (index === this.rows.length && this.moreBelow) {
      this.total += 1;
    } else if (index > this.#viewport.last) {
      this.rows = this.rows.toSpliced(index, 0, row);
      this.#cut("end");
      this.total += 1;
    } else {
      this.held = merge(this.held, [row]);
    }
  }

  /** Commits by itself if every condition holds, or comes back when only time is missing. */
  #consider(): void {
    this.#calm.cancel();
    if ((this.waiting === 0 && !this.overflow) || this.status !== "ready") return;
    this.#calm.consider(() => void this.#commit(), () => this.#consider());
  }

  async #commit(): Promise<boolean> {
    this.#calm.cancel();
    if (this.overflow || this.above > 0) return this.load();
    const arrived = [...this.pending, ...this.held];
    const stays = (row: TickerRow) => !this.unread || !row.read || row.id === this.selected;
    const kept = this.rows.filter(stays);
    this.total += arrived.length - (this.rows.length - kept.length);
    this.rows = merge(kept, arrived);
    this.pending = [];
    this.held = [];
    this.#head = this.rows[0] ?? this.#head;
    this.#shownUntil = this.#newest;
    this.#calm.moved();
    this.epoch += 1;
    this.#wish("top");
    this.#cut("end");
    return true;
  }

  /** How the rows between two indexes look now. A row that is gone leaves the list. */
  async #refresh(from: number, to: number): Promise<void> {
    const ids = this.rows.slice(from, to).map((row) => row.id);
    if (ids.length === 0) return;
    const generation = this.#generation;
    const fresh = await this.#backend.tickerRows(ids);
    if (generation !== this.#generation) return;
    const { rows, gone } = refreshed(this.rows, ids, fresh);
    if (!this.#counted) this.total -= gone;
    if (rows !== null) this.rows = rows;
  }

  #refreshLater(): void {
    clearTimeout(this.#lazy);
    this.#lazy = setTimeout(async () => {
      try {
        for (let from = 0; from < this.rows.length; from += 1000) await this.#refresh(from, from + 1000);
      } catch (error) {
        this.failure = sentence(error);
      }
    }, LAZY_REFRESH);
  }

  #goTo(index: number, from: number): ArticleId | null {
    const row = this.rows[index];
    if (!row || index === from) return null;
    this.selected = row.id;
    this.#wish("row", row.id);
    if (index > this.rows.length - 20) void this.more();
    if (index < 20) void this.moreAbove();
    return row.id;
  }

  #wish(to: ScrollWish["to"], id?: ArticleId, offset?: number): void {
    this.scroll = { to, id, offset, count: this.scroll.count + 1 };
  }
}
