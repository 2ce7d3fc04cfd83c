/* A backend in memory: what the program does, as far as the window can tell. For tests, a browser and pictures. */
import type { About, ArticleId, Backend, Failure, Feed, Notice, Pack, SaveState, Settings, SyncSummary, TickerQuery, TickerRow } from "../backend";
import { allFeeds, arrival, feedOf, fullLibrary, itemOf, pageOf, stamp, type Item } from "./library";
import { publishers } from "./stories";

/** How a backend in memory begins. */
export interface FakeOptions {
  now?: () => number;
  /** No feeds and no articles. */
  empty?: boolean;
  offline?: boolean;
  /** Articles in the library. */
  articles?: number;
}

const failure = (code: Failure["code"], message: string): Failure => ({ code, message });
const newerFirst = (a: Item, b: Item) => (a.row.time === b.row.time ? Number(b.row.id) - Number(a.row.id) : a.row.time < b.row.time ? 1 : -1);

/** The second implementation of {@link Backend}. `opened` and `calls` record what it was asked, for tests. */
export class Fake implements Backend {
  readonly opened: string[] = [];
  readonly calls: string[] = [];
  visible = true;
  offline: boolean;
  #now: () => number;
  #feeds: Feed[];
  #items: Item[];
  #settings: Settings = { theme: "system", density: "comfortable", check_interval: "15m" };
  #listeners = new Set<(notice: Notice) => void>();
  #undo: { action: string; count: number; article: ArticleId | null; back: () => void }[] = [];
  #syncing = false;
  #cancelled = false;
  #arrived = 0;
  #nextId: number;
  #fails = new Map<string, Failure>();

  constructor(options: FakeOptions = {}) {
    this.#now = options.now ?? Date.now;
    this.offline = options.offline ?? false;
    this.#feeds = options.empty ? [] : allFeeds(this.#now());
    this.#items = options.empty ? [] : fullLibrary(this.#feeds, this.#now(), options.articles ?? 1204);
    this.#items.sort(newerFirst);
    this.#nextId = this.#items.length + 1;
  }

  // what a test or a picture can make happen

  /** A new article arrives now, or with the time of `ago` minutes before. */
  push(ago = 0, title?: string): ArticleId {
    const item = arrival(this.#nextId++, this.#arrived++, this.#feeds, this.#now(), ago);
    if (title) item.row.title = title;
    this.#items.push(item);
    this.#items.sort(newerFirst);
    this.#changed();
    return item.row.id;
  }

  /** The network goes or comes back. */
  setOffline(offline: boolean): void {
    this.offline = offline;
    if (!offline) for (const item of this.#items) if (item.state === "waiting") item.state = "complete";
    this.#changed();
  }

  /** The next call of this command is refused. */
  failNext(command: keyof Backend, code: Failure["code"] = "internal", message = "could not do that"): void {
    this.#fails.set(command, failure(code, message));
  }

  /** Sends a notice as the program would. */
  notify(notice: Notice): void {
    for (const listener of this.#listeners) listener(notice);
  }

  // the commands

  async ticker(query: TickerQuery) {
    this.#called("ticker");
    const selection = this.#selection(query);
    let rows = selection;
    const at = (id: ArticleId) => rows.findIndex((item) => item.row.id === id);
    if (query.arrived_after !== undefined) rows = rows.filter((item) => Number(item.row.id) > Number(query.arrived_after));
    let more = false;
    const limit = query.limit || Number.POSITIVE_INFINITY;
    if (query.after !== undefined) {
      const above = rows.slice(0, Math.max(0, at(query.after)));
      more = above.length > limit;
      rows = above.slice(-limit);
    } else {
      if (query.before !== undefined) rows = rows.slice(at(query.before) + 1);
      more = rows.length > limit;
      rows = rows.slice(0, limit);
    }
    return { rows: rows.map((item) => ({ ...item.row })), more, total: selection.length, newest_id: String(this.#nextId - 1) };
  }

  async tickerRows(ids: ArticleId[]): Promise<TickerRow[]> {
    this.#called("tickerRows");
    const wanted = new Set(ids);
    return this.#live().filter((item) => wanted.has(item.row.id)).map((item) => ({ ...item.row }));
  }

  async article(id: ArticleId) {
    this.#called("article");
    const item = this.#item(id);
    const listed = this.#feeds.some((feed) => feed.id === item.row.feed_id);
    return pageOf(item, listed && item.row.feed_title !== "Windward");
  }

  async markRead(ids: ArticleId[]) {
    this.#called("markRead");
    return this.#mark(ids, true, "mark_read");
  }

  async markUnread(ids: ArticleId[]) {
    this.#called("markUnread");
    return this.#mark(ids, false, "mark_unread");
  }

  async markAllRead(query: TickerQuery) {
    this.#called("markAllRead");
    return this.#mark(this.#selection(query).map((item) => item.row.id), true, "mark_read");
  }

  async saveArticle(id: ArticleId) {
    this.#called("saveArticle");
    const item = this.#item(id);
    if (!item.row.saved) {
      this.#setSave(item, this.offline ? "waiting" : "complete");
      this.#remember("save_article", 1, id, () => this.#setSave(item, null));
    }
    this.#changed();
    return { id, state: item.state };
  }

  async unsaveArticle(id: ArticleId) {
    this.#called("unsaveArticle");
    const item = this.#item(id);
    const { state, savedAt, bytes } = item;
    this.#setSave(item, null);
    this.#remember("unsave_article", 1, id, () => {
      this.#setSave(item, state);
      Object.assign(item, { savedAt, bytes });
    });
    this.#changed();
    return { id, state: null };
  }

  async retrySave(id: ArticleId) {
    this.#called("retrySave");
    const item = this.#item(id);
    item.state = this.offline ? "waiting" : "complete";
    if (!this.offline) Object.assign(item, { missing: 0, reason: null });
    this.#changed();
    return { id, state: item.state };
  }

  async saved() {
    this.#called("saved");
    const kept = this.#items.filter((item) => item.row.saved).sort((a, b) => (b.savedAt ?? 0) - (a.savedAt ?? 0));
    return kept.map(({ row, state, savedAt, missing, bytes, reason }) => ({
      id: row.id,
      title: row.title,
      url: row.url,
      feed_id: row.feed_id,
      feed_title: row.feed_title,
      saved_at: stamp(savedAt ?? this.#now()),
      state: state ?? ("complete" as SaveState),
      reason,
      missing_images: missing,
      bytes,
      read: row.read,
      language: row.language,
      direction: row.direction,
    }));
  }

  async feeds() {
    this.#called("feeds");
    return this.#feeds.map((feed) => {
      const items = this.#live().filter((item) => item.row.feed_id === feed.id);
      return { ...feed, articles: items.length, unread: items.filter((item) => !item.row.read).length, newest: items[0]?.row.time ?? null };
    });
  }

  async follow(url: string, pick?: number) {
    this.#called("follow");
    if (this.offline) throw failure("offline", `could not reach ${url}: there is no connection; nothing was changed`);
    const host = url.replace(/^https?:\/\//, "").replace(/\/.*$/, "");
    if (!host.includes(".")) throw failure("site", `${url} is not an address that can be followed; nothing was changed`);
    if (host.startsWith("two.") && pick === undefined) {
      const candidate = (path: string, title: string) => ({ url: `https://${host}/${path}`, title, kind: "atom" as const });
      return { outcome: "candidates" as const, candidates: [candidate("all.xml", "All stories"), candidate("energy.xml", "Energy desk")] };
    }
    if (pick !== undefined && (pick < 1 || pick > 2)) throw failure("bad_request", `there are 2 candidates; ${pick} is none of them`);
    const before = this.#feeds.find((feed) => feed.url.includes(host));
    if (before) return { outcome: "followed" as const, feed: before, already: true, new_articles: 0 };
    const feed = feedOf({ title: host, host, folder: null, language: "en" }, this.#feeds.length + 1, this.#now());
    this.#feeds.push(feed);
    for (let n = 0; n < 3; n++) this.#items.push(itemOf(this.#nextId++, { by: host, title: `First news from ${host}, ${n + 1}`, ago: 30 + n * 90 }, feed, this.#now()));
    this.#items.sort(newerFirst);
    this.#remember("follow", 1, null, () => this.#drop(feed.id));
    this.#changed();
    return { outcome: "followed" as const, feed, already: false, new_articles: 3 };
  }

  async unfollow(id: string) {
    this.#called("unfollow");
    const feed = this.#feeds.find((one) => one.id === id);
    if (!feed) throw failure("not_found", "that source is not followed");
    this.#feeds = this.#feeds.filter((one) => one.id !== id);
    this.#remember("unfollow", 1, null, () => void (this.#feeds = [...this.#feeds, feed]));
    this.#changed();
    return { feed_id: id, kept_saved: this.#items.filter((item) => item.row.saved && item.row.feed_id === id).length };
  }

  async packs(): Promise<Pack[]> {
    this.#called("packs");
    const chosen = publishers.filter((one) => !one.trouble).slice(0, 12);
    return [
      {
        id: "starter",
        title: "A first newspaper",
        description: "World news, science and rail, in seven languages. These addresses were not checked by us.",
        feeds: chosen.map((one) => ({ title: one.title, url: `https://${one.host}/feed.xml`, language: one.language })),
      },
    ];
  }

  async followPack() {
    this.#called("followPack");
    return this.#import();
  }

  async importOpml(bytes: Uint8Array) {
    this.#called("importOpml");
    if (!new TextDecoder().decode(bytes).includes("<opml")) throw failure("bad_request", "that file is not a subscription list; nothing was changed");
    return this.#import();
  }

  async sync(): Promise<SyncSummary> {
    this.#called("sync");
    const total = this.#feeds.length;
    this.#syncing = true;
    this.#cancelled = false;
    for (let done = 0; done <= total && !this.#cancelled; done += 7) {
      this.notify({ kind: "sync_progress", done: Math.min(done, total), total });
      await new Promise((resolve) => setTimeout(resolve, 120));
    }
    this.#syncing = false;
    const summary = { feeds: total, updated: 0, unchanged: total, failed: 0, new_articles: 0, updated_articles: 0, bytes: 0, millis: 800, offline: this.offline };
    this.notify({ kind: "sync_ended", summary });
    this.#changed();
    return summary;
  }

  async cancelSync() {
    this.#called("cancelSync");
    this.#cancelled = true;
  }

  async status() {
    this.#called("status");
    const live = this.#live();
    const kept = this.#items.filter((item) => item.row.saved);
    return {
      feeds: this.#feeds.length,
      troubled: this.#feeds.filter((feed) => feed.trouble).length,
      unread: live.filter((item) => !item.row.read).length,
      articles: live.length,
      saved: kept.length,
      saved_bytes: kept.reduce((sum, item) => sum + item.bytes, 0),
      saved_incomplete: kept.filter((item) => item.state !== "complete").length,
      last_checked: this.#feeds.length > 0 ? stamp(this.#now()) : null,
      offline: this.offline,
      syncing: this.#syncing,
      undoable: this.#undo.at(-1)?.action ?? null,
    };
  }

  async settings() {
    this.#called("settings");
    return { ...this.#settings };
  }

  async setSettings(settings: Settings) {
    this.#called("setSettings");
    this.#settings = { ...settings };
    return { ...settings };
  }

  async about(): Promise<About> {
    this.#called("about");
    return { version: "0.1.0", profile: "~/.local/share/stoppress", log_file: "~/.local/share/stoppress/logs/stoppress.log" };
  }

  async diagnostics() {
    this.#called("diagnostics");
    return "Stop Press 0.1.0, a backend in memory";
  }

  async openLink(id: ArticleId, link: number, contentKey: string) {
    this.#called("openLink");
    this.opened.push(`link ${link} of ${id} (${contentKey})`);
  }

  async openOriginal(id: ArticleId) {
    this.#called("openOriginal");
    this.opened.push(`original of ${id}`);
  }

  async openComments(id: ArticleId) {
    this.#called("openComments");
    this.opened.push(`comments of ${id}`);
  }

  async openHome(feed: string) {
    this.#called("openHome");
    this.opened.push(`home of ${feed}`);
  }

  async undo() {
    this.#called("undo");
    const last = this.#undo.pop();
    last?.back();
    this.#changed();
    return { action: last?.action ?? null, count: last?.count ?? 0, article: last?.article ?? null };
  }

  async windowState(visible: boolean) {
    this.#called("windowState");
    this.visible = visible;
  }

  async firstRowsPainted() {
    this.#called("firstRowsPainted");
  }

  async onNotice(listener: (notice: Notice) => void) {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #called(command: keyof Backend): void {
    this.calls.push(command);
    const refusal = this.#fails.get(command);
    this.#fails.delete(command);
    if (refusal) throw refusal;
  }

  #changed(): void {
    this.notify({ kind: "library_changed" });
  }

  #remember(action: string, count: number, article: ArticleId | null, back: () => void): void {
    this.#undo.push({ action, count, article, back });
  }

  /** Articles of followed feeds; long saved ones have left the ticker. */
  #live(): Item[] {
    const followed = new Set(this.#feeds.map((feed) => feed.id));
    const oldest = this.#now() - 120 * 24 * 3600_000;
    return this.#items.filter((item) => followed.has(item.row.feed_id) && Date.parse(item.row.time) > oldest);
  }

  #selection(query: TickerQuery): Item[] {
    const inFolder = query.folder === undefined ? null : new Set(this.#feeds.filter((feed) => feed.folder === query.folder).map((feed) => feed.id));
    return this.#live().filter(
      (item) => (!query.unread || !item.row.read) && (query.feed === undefined || item.row.feed_id === query.feed) && (inFolder === null || inFolder.has(item.row.feed_id)),
    );
  }

  #item(id: ArticleId): Item {
    const item = this.#items.find((one) => one.row.id === id);
    if (!item) throw failure("not_found", "this story is no longer in the library");
    return item;
  }

  #mark(ids: ArticleId[], read: boolean, action: string) {
    const wanted = new Set(ids);
    const turned = this.#items.filter((item) => wanted.has(item.row.id) && item.row.read !== read);
    const set = (value: boolean) => turned.forEach((item) => void (item.row = { ...item.row, read: value }));
    set(read);
    if (turned.length > 0) this.#remember(action, turned.length, turned[0]!.row.id, () => set(!read));
    this.#changed();
    return { changed: turned.length };
  }

  #setSave(item: Item, state: SaveState | null): void {
    item.row = { ...item.row, saved: state !== null, stored: state === "complete" ? "full" : item.row.stored };
    item.state = state;
    item.savedAt = state === null ? null : this.#now();
    item.bytes = state === "complete" ? 2_480_000 : 0;
  }

  #drop(feed: string): void {
    this.#feeds = this.#feeds.filter((one) => one.id !== feed);
  }

  #import() {
    const known = this.#feeds.length;
    if (known === 0) {
      this.#feeds = allFeeds(this.#now()).slice(0, 12);
      this.#items = fullLibrary(this.#feeds, this.#now(), 120).filter((item) => this.#feeds.some((feed) => feed.id === item.row.feed_id));
      this.#items.sort(newerFirst);
      this.#nextId = 1 + Math.max(...this.#items.map((item) => Number(item.row.id)));
    }
    const added = this.#feeds.length - known;
    this.#remember("import", added, null, () => void (this.#feeds = this.#feeds.slice(0, known)));
    this.#changed();
    return { added, already: known, failed: [{ url: "ftp://old.example/feed", reason: "only http and https can be followed" }] };
  }
}

/** The backend in memory as an address describes it: `empty`, `offline`, `new=4`, `theme=dark`, `density=wire`. */
export function fakeFromAddress(query: URLSearchParams): Fake {
  const fake = new Fake({ articles: Number(query.get("articles") ?? 1204), empty: query.has("empty") || query.get("view") === "welcome", offline: query.has("offline") });
  const theme = query.get("theme");
  const density = query.get("density");
  void fake.setSettings({
    theme: theme === "dark" || theme === "light" ? theme : "system",
    density: density === "compact" || density === "wire" ? density : "comfortable",
    check_interval: "15m",
  });
  Object.assign(globalThis, { stopPressFake: fake });
  return fake;
}
