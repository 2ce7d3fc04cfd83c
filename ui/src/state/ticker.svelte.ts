import { sentence, type ArticleId, type Backend, type FeedId, type TickerPage, type TickerQuery, type TickerRow } from "../api/backend";
import { compareIds } from "../text/names";
import { Calm } from "./calm";
import { burst, stopsOf, type Fold, type Stop } from "./folds";
import { placeAmong, type Place } from "./live_place";
import { Marked } from "./marked.svelte";
import { byTime, merge, placeOf } from "./order";
import { FAR, FEW, named, PAGE, Rows, WINDOW, type Selection } from "./rows.svelte";

/** What the ticker needs to know of the world around it. */
export interface TickerWorld {
  now(): number;
  /** A dialog or menu is open. */
  busy(): boolean;
  /** False where the reader wants new stories only when asked for. */
  autoShow(): boolean;
  /** True for a source that seldom has anything: its stories never fold. */
  rare(feed: FeedId): boolean;
  /** False where the reader wants every story to stand for itself. */
  folds(): boolean;
  /** New stories wait behind the pill while the reader is in the ticker. */
  announce(count: number): void;
  /** The list stands here now; null is its top. */
  stood(place: Place | null): void;
}

/**
 * Live: the rows on screen, the rows that wait, and the rules between them.
 *
 * New rows never enter above what the reader looks at. They are `pending` (newer than the newest committed row) or `held`
 * (late, but with a place inside or above the viewport) until a commit: the pill, `.`, Home, or by itself when the list
 * stands at its top and nobody is busy with it. Late rows below the viewport enter at once. What folds is decided when rows
 * come in by a commit or a page, so that nothing folds under the reader's eye.
 */
export class Ticker extends Rows {
  pending = $state.raw<TickerRow[]>([]);
  held = $state.raw<TickerRow[]>([]);
  /** More arrived than is worth carrying: a commit reads the list anew. */
  overflow = $state(false);
  selected = $state<ArticleId | null>(null);
  /** The fold that the reader stands on, by its key; the selected story stays selected meanwhile. */
  onFold = $state<ArticleId | null>(null);
  /** Counts commits and changes of view: only then may a row change its height. */
  epoch = $state(0);
  /** The newest story of a commit that let in a few, until it has slid into its place. */
  come = $state<ArticleId | null>(null);
  readonly marked = new Marked();
  /** The rows that fold away, where anything folds. */
  hidden = $state.raw<ReadonlySet<ArticleId>>(new Set());
  /** The rows and folds that the reader can stand on, in order. */
  readonly stops: Stop[] = $derived.by(() => stopsOf(this.rows, this.#world.folds() ? this.hidden : new Set()));
  /** The row at the top of the viewport when Live was left. */
  anchor: { id: ArticleId; offset: number; at: number } | null = null;

  #world: TickerWorld;
  #newest: ArticleId | null = null;
  #head: TickerRow | null = null;
  /** How many rows the selection had when it was looked at last. */
  #known = 0;
  /** What arrived after this id was never on screen. */
  #shownUntil: ArticleId | null = null;
  /** Rows that the reader has unfolded. */
  #open = new Set<ArticleId>();
  #calm: Calm;
  #refreshing = false;
  #again = false;

  constructor(backend: Backend, world: TickerWorld) {
    super(backend);
    this.#world = world;
    this.#calm = new Calm(world.now, () => world.busy() || this.marked.some || !world.autoShow());
  }

  /** How many stories wait behind the pill. */
  get waiting(): number {
    return this.pending.length + this.held.length;
  }

  /** Reads the list from its top, or takes the stretch that is here already; false where that failed. */
  async load(limit = PAGE, here: TickerPage | null = null): Promise<boolean> {
    const generation = ++this.generation;
    if (this.rows.length === 0) this.status = "loading";
    try {
      const page = here ?? (await this.backend.ticker(this.query({ limit })));
      if (generation !== this.generation) return true;
      this.rows = page.rows;
      this.total = page.total;
      this.#known = page.total;
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
      this.#settle();
      return true;
    } catch (error) {
      if (generation !== this.generation) return true;
      this.failure = sentence(error);
      this.status = this.rows.length > 0 ? "ready" : "failed";
      return false;
    }
  }

  /**
   * Reads the list as the reader left it: the row under the eye stands where it stood, and what arrived since waits. Where
   * that row is gone, lies deeper than what is held in memory, or more arrived than is worth carrying, the list begins at its
   * top instead.
   */
  async resume(place: Place): Promise<void> {
    const { depth, until, folder, feed, language } = place;
    this.choose({ folder, feed, language, unread: place.unread !== undefined });
    const held = depth + PAGE <= WINDOW;
    if (held && (await this.load(depth + PAGE))) {
      const { id, offset } = placeAmong(this.rows, place);
      if (this.#holdBack(id, until)) return void (this.anchor = { id, offset, at: this.#world.now() });
    }
    // A folder, source or language may be gone; the whole of Live never is.
    if ((folder ?? feed ?? language) !== undefined) await this.show({ unread: this.unread });
    else if (!held) await this.load();
  }

  /** Whether the selected story is among the rows that were on screen last. */
  get seesSelected(): boolean {
    const at = this.indexOf(this.selected);
    return at >= 0 && at >= this.viewport.first && at <= this.viewport.last;
  }

  /** The first pixel of the viewport goes `offset` into this row; `top` is the scroll offset of the list. */
  stands(id: ArticleId, offset: number, top: number): void {
    this.anchor = { id, offset, at: this.#world.now() };
    const nowhere = top <= 4 || this.muted || this.#shownUntil === null;
    const { folder, feed, language } = this;
    const unread = this.unread ? this.rows[this.indexOf(id)]?.time : undefined;
    this.#world.stood(nowhere ? null : { id, offset: Math.max(0, Math.round(offset)), depth: this.above + this.viewport.last + 1, until: this.#shownUntil!, folder, feed, language, unread });
  }

  /** Reads the list anew, because rows may belong into it again, and keeps the row at the top of the viewport there. */
  async reload(): Promise<void> {
    const { anchor } = this;
    const depth = this.above + this.viewport.last + 1;
    await this.load(depth + PAGE <= WINDOW ? Math.max(PAGE, depth + PAGE) : PAGE);
    if (anchor !== null && this.indexOf(anchor.id) > 0) this.wish("row", anchor.id, anchor.offset);
  }

  /** Another selection: all, unread only, one of the reader's folders, one source, one language, or what is muted. */
  async show(selection: Selection, limit = PAGE): Promise<void> {
    this.choose(selection);
    this.anchor = null;
    this.onFold = null;
    this.marked.clear();
    this.#open.clear();
    this.rows = [];
    await this.load(limit);
  }

  /** The selection as a query, for actions that concern all of it, or what stands below one of its rows. */
  selection(before?: ArticleId): TickerQuery {
    const query = this.query(before === undefined ? { limit: 0 } : { limit: 0, before });
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
        // What is muted is few, and looking at rows by their ids would not find it.
        if (this.status !== "ready" || this.rows.length === 0 || this.muted) await this.load();
        else {
          await this.#arrivals();
          await this.refreshAll();
        }
      } while (this.#again);
    } catch (error) {
      this.failure = sentence(error);
    } finally {
      this.#refreshing = false;
    }
  }

  override more(): Promise<void> {
    return this.#foldBelow(() => super.more());
  }

  override further(wanted: number): Promise<void> {
    return this.#foldBelow(() => super.further(wanted));
  }

  override async moreAbove(): Promise<void> {
    const known = this.rows[0];
    await super.moreAbove();
    if (known !== undefined) this.#fold(0, this.indexOf(known.id));
  }

  /** Lets in what waits, because the reader asked for it, and goes to the top; false where that failed. */
  async showNew(): Promise<boolean> {
    return this.#commit();
  }

  /** The story to go on with where these are taken out of the list: the next one that is drawn, else the one before. */
  besides(ids: readonly ArticleId[]): ArticleId | null {
    const from = this.#standsAt();
    const drawn = (stop: Stop) => stop.fold === undefined && !ids.includes(this.rows[stop.row]!.id);
    const stop = this.stops.slice(Math.max(from, 0)).find(drawn) ?? this.stops.slice(0, Math.max(from, 0)).findLast(drawn);
    return stop === undefined ? null : this.rows[stop.row]!.id;
  }

  /** Takes rows out of the list that are in its selection no more; what stood at the top of the viewport stays there. */
  override drop(ids: readonly ArticleId[]): void {
    const { anchor, total } = this;
    super.drop(ids);
    // Who brings them back before the next look has brought them back all the same.
    this.#known -= total - this.total;
    if (anchor !== null && this.indexOf(anchor.id) > 0) this.wish("row", anchor.id, anchor.offset);
  }

  select(id: ArticleId | null): void {
    this.onFold = null;
    this.selected = id;
    if (id !== null && this.hidden.has(id)) this.unfold(id);
  }

  /** Selects a row and brings it into view. */
  reveal(id: ArticleId): void {
    this.select(id);
    this.wish("row", id);
  }

  /** Shows the rows of the fold that holds this row. */
  unfold(id: ArticleId): void {
    const fold = this.foldOf(id);
    if (fold === null) return;
    const hidden = new Set(this.hidden);
    for (const row of this.rows.slice(fold.from, fold.to)) {
      hidden.delete(row.id);
      this.#open.add(row.id);
    }
    this.hidden = hidden;
    if (this.onFold === fold.key) this.onFold = null;
  }

  /** The fold that holds a row. */
  foldOf(id: ArticleId | null): Fold | null {
    const index = this.indexOf(id);
    return this.stops.find(({ fold }) => fold !== undefined && fold.from <= index && index < fold.to)?.fold ?? null;
  }

  /** Goes `by` places further; the answer is the story there, or null at an end and on a fold. */
  step(by: number): ArticleId | null {
    const { stops } = this;
    const from = this.#standsAt();
    const start = stops.findIndex((stop) => stop.row >= this.viewport.first);
    const next = from < 0 ? (by > 0 ? start : -1) : from + by;
    return this.#standOn(Math.min(Math.max(next, 0), stops.length - 1), from);
  }

  /** Goes `by` places further and selects all stories on the way from where that began. */
  extend(by: number): void {
    this.marked.from ??= this.selected;
    this.step(by);
    const end = this.onFold === null ? this.indexOf(this.selected) : (this.foldOf(this.onFold)?.to ?? 0) - 1;
    this.#mark(this.indexOf(this.marked.from ?? this.selected), end);
  }

  /** Selects all stories from where a selection began up to this one. */
  extendTo(id: ArticleId): void {
    this.marked.from ??= this.selected ?? id;
    this.#mark(this.indexOf(this.marked.from), this.indexOf(id));
  }

  /** Selects every story that is in memory, and then those below that there is room for. */
  async markAll(): Promise<void> {
    const { generation } = this;
    const all = () => this.marked.set(this.rows.map((row) => row.id));
    all();
    const { ids } = this.marked;
    await this.further(WINDOW - this.rows.length);
    if (generation === this.generation && ids === this.marked.ids) all();
  }

  /** Selects the next unread row below the selected one. */
  stepUnread(by: 1 | -1 = 1): ArticleId | null {
    const from = this.indexOf(this.onFold ?? this.selected);
    const index = by > 0 ? this.rows.findIndex((row, at) => at > from && !row.read) : this.rows.findLastIndex((row, at) => at < from && !row.read);
    return this.#goTo(index, from);
  }

  /** Selects the next unread row, also where it is not in memory yet. */
  async findUnread(): Promise<ArticleId | null> {
    const from = this.selected;
    let found = this.stepUnread();
    const last = this.rows.at(-1);
    if (found !== null || !this.moreBelow || !last) return found;
    const { generation } = this;
    const ahead = await this.backend.ticker({ ...this.query({ limit: 1, before: last.id }), unread: true });
    if (ahead.rows.length === 0) return null;
    while (found === null && this.moreBelow) {
      const end = this.rows.at(-1);
      await this.more();
      if (generation !== this.generation || from !== this.selected || this.rows.at(-1) === end) return null;
      found = this.stepUnread();
    }
    return found;
  }

  /**
   * Goes to the last row of the whole list, or of the part that one press reads where the end is farther away; false where
   * the reader went elsewhere meanwhile.
   */
  async findLast(): Promise<boolean> {
    const { generation, selected, onFold } = this;
    await this.further(FAR);
    if (generation !== this.generation || selected !== this.selected || onFold !== this.onFold) return false;
    this.stepTo("last");
    return true;
  }

  /** Goes to the first or last row in memory. */
  stepTo(end: "first" | "last"): ArticleId | null {
    return this.#standOn(end === "first" ? 0 : this.stops.length - 1, -1);
  }

  /** Shows a change that was just asked for, before the library says so: to these rows, or to all that a query names. */
  mark(ids: readonly ArticleId[] | TickerQuery, change: Partial<Pick<TickerRow, "read" | "saved">>): void {
    const wanted = named(ids);
    const below = "limit" in ids && ids.before !== undefined ? this.rows[this.indexOf(ids.before)] : undefined;
    const apply = (rows: TickerRow[]) => rows.map((row) => (wanted(row.id) && (below === undefined || byTime(below, row) < 0) ? { ...row, ...change } : row));
    this.rows = apply(this.rows);
    this.pending = apply(this.pending);
    this.held = apply(this.held);
  }

  // what the view tells

  /** Row indexes on screen and the scroll offset. */
  viewed(first: number, last: number, top: number): void {
    this.viewport = { first, last };
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
  /** A dialog or menu closed, or a selection was given up. */
  settled(): void {
    this.#consider();
  }

  protected override get counted(): boolean {
    return super.counted && !this.overflow;
  }

  #mark(a: number, b: number): void {
    if (a < 0 || b < 0) return;
    this.marked.set(this.rows.slice(Math.min(a, b), Math.max(a, b) + 1).map((row) => row.id));
  }

  /** What comes in below folds, what was there stays as it is. */
  async #foldBelow(read: () => Promise<void>): Promise<void> {
    const known = this.rows.at(-1);
    await read();
    if (known === undefined || this.rows.at(-1) === known) return;
    this.#fold(this.indexOf(known.id) + 1, this.rows.length);
  }

  #fold(from: number, to: number): void {
    const more = burst(this.rows, this.#open, this.#world.rare, from, to);
    if (more.length > 0) this.hidden = new Set([...this.hidden, ...more]);
  }

  /** The rows are new: what folds is decided again, and the list is at its top. */
  #settle(): void {
    if (this.selected !== null) this.#open.add(this.selected);
    this.hidden = new Set();
    this.#fold(0, this.rows.length);
    if (this.onFold !== null && !this.hidden.has(this.onFold)) this.onFold = null;
    this.#calm.moved();
    this.epoch += 1;
    this.wish("top");
  }

  /** Takes what arrived after `until` out of a list just read, but for what stands below the row `id`; false where that cannot be. */
  #holdBack(id: ArticleId, until: ArticleId): boolean {
    const at = this.indexOf(id);
    const late = new Set(this.rows.slice(0, Math.max(at, 0)).filter((row) => compareIds(row.id, until) > 0));
    if (at < 0 || late.size > PAGE) return false;
    if (late.size === 0) return true;
    this.rows = this.rows.filter((row) => !late.has(row));
    this.#head = this.rows[0] ?? null;
    const newer = (row: TickerRow) => this.#head === null || byTime(row, this.#head) < 0;
    this.pending = [...late].filter(newer);
    this.held = [...late].filter((row) => !newer(row));
    this.#shownUntil = until;
    this.total -= late.size;
    this.#settle();
    return true;
  }

  async #arrivals(): Promise<void> {
    const { generation } = this;
    const page = await this.backend.ticker(this.query({ limit: PAGE, arrived_after: this.#newest ?? "0" }));
    if (generation !== this.generation) return;
    // More than arrived: some were taken out of the list and are back, wherever that was done.
    const returned = this.counted && this.above === 0 && !page.more && page.total > this.#known + page.rows.length;
    const back = returned ? await this.backend.ticker(this.query({ limit: this.rows.length + page.rows.length })) : null;
    if (generation !== this.generation) return;
    this.#known = page.total;
    this.#newest = page.newest_id;
    const before = this.waiting;
    // They come in as late ones do; what arrived since waits for the next look.
    for (const row of back?.rows ?? []) if (compareIds(row.id, page.newest_id) <= 0) this.#place(row);
    if (page.more) this.overflow = true;
    if (!this.overflow) for (const row of page.rows) this.#place(row);
    if (this.waiting > PAGE) this.overflow = true;
    if (this.overflow) {
      this.pending = this.pending.slice(0, PAGE);
      this.held = this.held.slice(0, PAGE);
    } else if (this.waiting === 0) this.#shownUntil = this.#newest;
    if (this.counted) this.total = page.total - this.waiting;
    if (this.waiting > before) this.#world.announce(this.waiting);
    this.#consider();
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
    } else if (index > this.viewport.last) {
      this.rows = this.rows.toSpliced(index, 0, row);
      this.cut("end");
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
    const stays = (row: TickerRow) => !this.unread || !row.read || row.id === this.selected || this.marked.has(row.id);
    const kept = this.rows.filter(stays);
    this.total += arrived.length - (this.rows.length - kept.length);
    this.rows = merge(kept, arrived);
    this.come = arrived.length <= FEW ? (arrived.find((row) => row === this.rows[0])?.id ?? null) : null;
    this.pending = [];
    this.held = [];
    this.#head = this.rows[0] ?? this.#head;
    this.#shownUntil = this.#newest;
    this.#settle();
    this.cut("end");
    return true;
  }

  /** Where the reader stands among the stops. */
  #standsAt(): number {
    const index = this.indexOf(this.onFold ?? this.selected);
    return index < 0 ? -1 : this.stops.findIndex((stop) => (stop.fold === undefined ? stop.row === index : stop.fold.key === this.onFold));
  }

  #standOn(at: number, from: number): ArticleId | null {
    const stop = this.stops[at];
    if (!stop || at === from) return null;
    if (stop.fold === undefined) return this.#goTo(stop.row, -1);
    this.onFold = stop.fold.key;
    this.wish("row", stop.fold.key);
    return null;
  }

  #goTo(index: number, from: number): ArticleId | null {
    const row = this.rows[index];
    if (!row || index === from) return null;
    this.select(row.id);
    this.wish("row", row.id);
    if (index > this.rows.length - 20) void this.more();
    if (index < 20) void this.moreAbove();
    return row.id;
  }
}
