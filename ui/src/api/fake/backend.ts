/* A backend in memory: what the program does, as far as the window can tell. For tests, a browser and pictures. */
import type { PublisherLink, About, ArticleId, Backend, Drawing, FeedId, NewVersion, Notice, Pack, Settings, SyncSummary, TextMode, TextWish, Theme, TickerQuery, TickerRow, UpdatedBy } from "../backend";
import { editOf } from "./edits";
import { hasTalk, pageOf, stamp } from "./library";
import { failure } from "./shelf";
import { Finding } from "./finding";
import { body, publishers, type Publisher } from "./stories";
import { talkOf } from "./talk";

/** The second implementation of {@link Backend}. */
export class Fake extends Finding implements Backend {
  /** Languages with a voice. */
  spokenLanguages: string[] = [];
  #hush: ((spoken: boolean) => void) | null = null;
  /** How the window is drawn; null where that cannot be chosen. */
  drawn: Drawing | null = { safe: false, news: false };
  /** Who brings new versions, and the newest one where there is one. */
  updatedBy: UpdatedBy = "itself";
  newest: string | null = null;
  /** What the window remembers of itself. */
  memory = new Map<string, string>();

  async ticker(query: TickerQuery) {
    this.called("ticker");
    const selection = this.selection(query);
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
    return { rows: rows.map((item) => ({ ...item.row })), more, total: selection.length, newest_id: String(this.nextId - 1) };
  }

  async tickerRows(ids: ArticleId[]): Promise<TickerRow[]> {
    this.called("tickerRows");
    const wanted = new Set(ids);
    return this.live().filter((item) => wanted.has(item.row.id)).map((item) => ({ ...item.row }));
  }

  async article(id: ArticleId, wish: TextWish = {}) {
    this.called("article");
    const item = this.item(id);
    const feed = this.feedList.find((one) => one.id === item.row.feed_id);
    const hides = this.chosen.images === "never" && !wish.images && !item.row.saved;
    const page = pageOf(item, feed, feed !== undefined && item.row.feed_title !== "Windward", wish.shown, hides);
    return { ...page, wants_full: item.full === null && this.beginning !== null && page.title.startsWith(this.beginning) };
  }

  /** How a story is called of which its source gives only a beginning. */
  beginning: string | null = null;

  async fullStory(id: ArticleId) {
    this.called("fullStory");
    await this.waits("fullStory");
    const item = this.item(id);
    if (this.offline) throw failure("offline", "There is no connection, so the full story cannot be fetched.");
    item.full ??= "found";
    return this.article(id, { shown: "full" });
  }

  /** The pictures of one story move. */
  async animatedImages(id: ArticleId): Promise<string[]> {
    this.called("animatedImages");
    const { title, html } = pageOf(this.item(id), undefined, true, undefined, false);
    return title.startsWith("Glacier survey") ? [...new Set([...html.matchAll(/<img src="([^"]+)"/g)].map((found) => found[1]!))] : [];
  }

  async edits(id: ArticleId) {
    this.called("edits");
    await this.waits("edits");
    const { row } = this.item(id);
    return row.edited_at === null ? [] : [editOf(row.title, row.edited_at)];
  }

  async comments(id: ArticleId) {
    this.called("comments");
    await this.waits("comments");
    const item = this.item(id);
    if (!hasTalk(item)) throw failure("not_found", "The source offers no comments that could be shown here.");
    const kept = item.talked || item.state === "complete";
    if (this.offline && !kept) throw failure("offline", "There is no connection. Nothing was changed.");
    item.talked = true;
    return talkOf(item, this.clock(), this.offline ? "There is no connection. These comments were fetched earlier." : null);
  }

  async setPosition(id: ArticleId, position: number) {
    this.called("setPosition");
    if (!(position >= 0 && position <= 1)) throw failure("bad_request", "A place in an article is between 0 and 1.");
    this.item(id).position = position;
  }

  async firstPicture() {
    this.called("firstPicture");
    const [settings, status] = [await this.settings(), await this.status()];
    const ticker = await this.ticker({ limit: 200, unread: false }).catch(() => null);
    const stories = Object.fromEntries(this.feedList.map((feed) => [feed.id, feed.articles]));
    return { remembered: Object.fromEntries(this.memory), settings, status, ticker, stories };
  }

  async remember(name: string, value: string) {
    this.called("remember");
    if (value.length > 4096) throw failure("bad_request", "This is more than the window can remember.");
    this.memory.set(name, value);
  }

  async setTextMode(id: FeedId, mode: TextMode) {
    this.called("setTextMode");
    const feed = this.feedList.find((one) => one.id === id);
    if (!feed) throw failure("not_found", "that source is not followed");
    feed.text_mode = mode;
    this.changed();
  }

  async markRead(ids: ArticleId[]) {
    this.called("markRead");
    return this.mark(ids, true, "mark_read");
  }

  async markSeen(ids: ArticleId[]) {
    this.called("markSeen");
    return this.mark(ids, true, null);
  }

  async markUnread(ids: ArticleId[]) {
    this.called("markUnread");
    return this.mark(ids, false, "mark_unread");
  }

  async hide(ids: ArticleId[], hidden: boolean) {
    this.called("hide");
    const wanted = new Set(ids);
    const turned = this.items.filter((item) => wanted.has(item.row.id) && item.row.hidden !== hidden);
    const set = (value: boolean) => turned.forEach((item) => void (item.row = { ...item.row, hidden: value }));
    set(hidden);
    if (turned.length > 0) this.journal(hidden ? "hide" : "unhide", turned.length, turned[0]!.row.id, () => set(!hidden));
    this.changed();
    return { changed: turned.length };
  }

  async snippets(ids: ArticleId[]) {
    this.called("snippets");
    const wanted = new Set(ids);
    const found = this.items.filter((item) => wanted.has(item.row.id)).map(({ row }) => [row.id, body(row.title, row.language ?? "en").summary] as const);
    return Object.fromEntries(found.filter((one): one is [ArticleId, string] => Boolean(one[1])));
  }

  async markAllRead(query: TickerQuery) {
    this.called("markAllRead");
    const live = this.live();
    const place = live.findIndex((item) => item.row.id === (query.before ?? query.after));
    const part = new Set(query.before !== undefined ? live.slice(place + 1) : query.after !== undefined ? live.slice(0, Math.max(0, place)) : live);
    const seen = this.selection(query).filter((item) => part.has(item) && (query.arrived_until === undefined || Number(item.row.id) <= Number(query.arrived_until)));
    return this.mark(seen.map((item) => item.row.id), true, "mark_all_read");
  }

  async feeds() {
    this.called("feeds");
    return this.feedList.map((feed) => {
      const items = this.live().filter((item) => item.row.feed_id === feed.id);
      return { ...feed, articles: items.length, unread: items.filter((item) => !item.row.read).length, newest: items[0]?.row.time ?? null };
    });
  }

  async unfollow(id: string) {
    this.called("unfollow");
    const feed = this.feedList.find((one) => one.id === id);
    if (!feed) throw failure("not_found", "that source is not followed");
    this.feedList = this.feedList.filter((one) => one.id !== id);
    this.journal("unfollow", 1, null, () => void (this.feedList = [...this.feedList, feed]));
    this.changed();
    return { feed_id: id, kept_saved: this.items.filter((item) => item.row.saved && item.row.feed_id === id).length };
  }

  async packs(): Promise<Pack[]> {
    this.called("packs");
    const pack = (id: string, title: string, language: string, region: string, names: readonly Publisher[]): Pack => ({
      id,
      title,
      description: `${title}. These addresses were not checked by us.`,
      language,
      region,
      feeds: names.map((one) => ({ title: one.title, url: `https://${one.host}/feed.xml`, language: one.language })),
    });
    const sound = publishers.filter((one) => !one.trouble);
    const of = (...folders: string[]) => sound.filter((one) => one.folder !== null && folders.includes(one.folder));
    return [
      pack("starter", "A first newspaper", "mul", "", sound.slice(0, 12)),
      pack("world", "World", "en", "", of("World")),
      pack("science", "Science", "mul", "", of("Science")),
      pack("germany", "Germany", "de", "DE", sound.filter((one) => one.language === "de")),
      pack("culture", "Culture", "mul", "", of("Culture", "Local")),
      pack("business", "Business", "en", "", of("Werkstatt")),
    ];
  }

  async followPack() {
    this.called("followPack");
    return this.takeAll();
  }

  async sync(): Promise<SyncSummary> {
    this.called("sync");
    const total = this.feedList.length;
    this.isSyncing = true;
    this.isCancelled = false;
    for (let done = 0; done <= total && !this.isCancelled; done += 7) {
      this.notify({ kind: "sync_progress", done: Math.min(done, total), total });
      await new Promise((resolve) => setTimeout(resolve, 120));
    }
    this.isSyncing = false;
    const summary = { feeds: total, updated: 0, unchanged: total, failed: 0, new_articles: 0, updated_articles: 0, bytes: 0, millis: 800, offline: this.offline };
    this.notify({ kind: "sync_ended", summary });
    this.changed();
    return summary;
  }

  async cancelSync() {
    this.called("cancelSync");
    this.isCancelled = true;
  }

  async status() {
    this.called("status");
    const live = this.live();
    const kept = this.items.filter((item) => item.row.saved);
    return {
      feeds: this.feedList.length,
      sources: JSON.stringify(this.feedList.map((feed) => [feed.id, feed.title, feed.icon, feed.truncated])),
      troubled: this.feedList.filter((feed) => feed.trouble).length,
      unread: live.filter((item) => !item.row.read).length,
      articles: live.length,
      muted_today: this.mutedToday().length,
      saved: kept.length,
      saved_bytes: kept.reduce((sum, item) => sum + item.bytes, 0),
      saved_incomplete: kept.filter((item) => item.state !== "complete").length,
      last_checked: this.feedList.length > 0 ? stamp(this.clock()) : null,
      offline: this.offline,
      sign_in: this.offline && this.wantsSignIn,
      syncing: this.isSyncing,
      notice: this.notice,
      undoable: this.undone.at(-1)?.action ?? null,
    };
  }

  async settings() {
    this.called("settings");
    return { ...this.chosen };
  }

  async changeSettings(change: Partial<Settings>) {
    this.called("changeSettings");
    this.chosen = { ...this.chosen, ...change };
    return { ...this.chosen };
  }

  async about(): Promise<About> {
    this.called("about");
    return { version: "0.1.0", profile: this.libraryFolder, movable: this.movable, log_file: "~/.local/share/stoppress/logs/stoppress.log", updated_by: this.updatedBy };
  }

  /** Where the library is, whether it may be moved, and the folder that is picked next; null = the dialog is closed. */
  libraryFolder = "~/.local/share/stoppress";
  movable = true;
  picks: string | null = "/media/disk/News";
  private picked: string | null = null;

  async pickFolder(): Promise<string | null> {
    this.called("pickFolder");
    if (this.picks === this.libraryFolder) throw failure("bad_request", `There is a library in ${this.picks} already. Nothing was changed.`);
    this.picked = this.picks;
    return this.picks;
  }

  /** The program that follows has the library there. */
  async moveLibrary(): Promise<void> {
    this.called("moveLibrary");
    if (this.picked === null) throw failure("bad_request", "There is no folder to move the library to.");
    this.libraryFolder = this.picked;
    this.picked = null;
  }

  async lookForVersion(asked: boolean): Promise<NewVersion | null> {
    this.called("lookForVersion");
    if (this.updatedBy === "packages" && asked) throw failure("bad_request", "Your system’s packages bring new versions of this Stop Press.");
    if (!asked && (this.updatedBy === "packages" || !this.chosen.look_for_versions)) return null;
    if (this.offline) throw failure("offline", "github.com isn’t answering. We’ll keep trying. Nothing was installed.");
    return this.newest === null ? null : { version: this.newest };
  }

  async installVersion(): Promise<NewVersion> {
    this.called("installVersion");
    if (this.newest === null) throw failure("site", "This is the newest version. Nothing was installed.");
    const version = this.newest;
    this.newest = null;
    return { version };
  }

  async handed() {
    this.called("handed");
    const handed = this.waiting;
    this.waiting = null;
    return handed;
  }

  async handedFile() {
    this.called("handedFile");
    return this.file;
  }

  async diagnostics(addresses: boolean) {
    this.called("diagnostics");
    return ["Stop Press 0.1.0, a backend in memory", ...(addresses ? this.feedList.map((feed) => feed.url) : [])].join("\n");
  }

  async voices() {
    this.called("voices");
    return this.spokenLanguages;
  }

  /** A twentieth of a second for each letter, at the usual speed. */
  async say(text: string, language: string, speed: number): Promise<boolean> {
    this.called("say");
    this.#hush?.(false);
    if (this.spokenLanguages.length === 0) throw failure("bad_request", "The system’s voice does not answer.");
    this.opened.push(`said ${language} ${speed} ${text}`);
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(true), (text.length * 5_000) / speed);
      this.#hush = (spoken) => {
        clearTimeout(timer);
        resolve(spoken);
      };
    });
  }

  async hush() {
    this.called("hush");
    this.#hush?.(false);
  }

  async drawing(): Promise<Drawing | null> {
    this.called("drawing");
    const drawn = this.drawn;
    if (drawn !== null) this.drawn = { ...drawn, news: false };
    return drawn;
  }

  async drawSafely(safe: boolean) {
    this.called("drawSafely");
    this.drawn = { safe, news: false };
  }

  async openLink(id: ArticleId, link: number, contentKey: string) {
    this.called("openLink");
    this.opened.push(`link ${link} of ${id} (${contentKey})`);
  }

  async openOriginal(id: ArticleId) {
    this.called("openOriginal");
    this.opened.push(`original of ${id}`);
  }

  async openComments(id: ArticleId) {
    this.called("openComments");
    this.opened.push(`comments of ${id}`);
  }

  async publisherLinks(feed: FeedId): Promise<PublisherLink[]> {
    this.called("publisherLinks");
    const found = this.feedList.find((one) => one.id === feed);
    if (!found) throw failure("not_found", "that source is not followed");
    if (this.offline) throw failure("offline", "There is no connection, so the publisher’s page cannot be asked.");
    if (found.trouble) return [];
    const host = new URL(found.url).host;
    return [
      { kind: "site", title: found.title, host },
      { kind: "mastodon", title: `@newsroom@social.${host}`, host: `social.${host}` },
      { kind: "youtube", title: "@newsroom", host: "youtube.com" },
    ];
  }

  async openSignIn(): Promise<void> {
    this.called("openSignIn");
  }

  async openPublisherLink(feed: FeedId, link: number): Promise<void> {
    this.called("openPublisherLink");
    this.opened.push(`place ${link} of ${feed}`);
  }

  async openHome(feed: string) {
    this.called("openHome");
    this.opened.push(`home of ${feed}`);
  }

  async undo(action?: string) {
    this.called("undo");
    const last = this.undone.findLast((one) => action === undefined || one.action === action);
    this.undone = this.undone.filter((one) => one !== last);
    if (last) this.redoable.push({ entry: last, ...structuredClone({ feedList: this.feedList, items: this.items, muteList: this.muteList }) });
    last?.back();
    this.changed();
    return { action: last?.action ?? null, count: last?.count ?? 0, article: last?.article ?? null };
  }

  async redo() {
    this.called("redo");
    const last = this.redoable.pop();
    if (!last) return { action: null, count: 0, article: null };
    const { entry, ...then } = last;
    // What the entry knew of is replaced with all the rest.
    const before = structuredClone({ feedList: this.feedList, items: this.items, muteList: this.muteList });
    Object.assign(this, then);
    this.undone.push({ ...entry, back: () => void Object.assign(this, before) });
    this.changed();
    return { action: entry.action, count: entry.count, article: entry.article };
  }

  async windowState(visible: boolean) {
    this.called("windowState");
    this.visible = visible;
  }

  async firstRowsPainted() {
    this.called("firstRowsPainted");
  }

  async onNotice(listener: (notice: Notice) => void) {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }
}

const themes: Theme[] = ["light", "dark", "sepia", "oled", "hc-light", "hc-dark"];

/**
 * The backend in memory as an address describes it: `empty`, `offline`, `offline&sign-in`, `new=4`, `theme=dark`, `density=wire`,
 * `images=never`, `lang=ar`, `voices=en,ar`.
 */
export function fakeFromAddress(query: URLSearchParams): Fake {
  const fake = new Fake({ articles: Number(query.get("articles") ?? 1204), empty: query.has("empty") || query.get("view") === "welcome", offline: query.has("offline") });
  const theme = query.get("theme");
  const density = query.get("density");
  void fake.changeSettings({
    theme: themes.find((one) => one === theme) ?? "system",
    density: density === "compact" || density === "wire" ? density : "comfortable",
    images: query.get("images") === "never" ? "never" : "opened",
    language: query.get("lang"),
  });
  fake.wantsSignIn = query.has("sign-in");
  fake.spokenLanguages = query.get("voices")?.split(",") ?? [];
  const left = query.get("left");
  if (left) fake.memory.set("left-live", left);
  Object.assign(globalThis, { stopPressFake: fake });
  return fake;
}
