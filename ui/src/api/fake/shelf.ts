/* The records behind the backend in memory, and what tests and pictures can make happen. It knows no commands. */
import type { ArticleId, Backend, Failure, Feed, Handed, Mute, Notice, SaveState, Settings, TickerQuery } from "../backend";
import { usualSettings } from "../usual";
import { allFeeds, arrival, fullLibrary, type Item } from "./library";
import { holds } from "./muting";
import { isWithin } from "../../text/folders";
import { baseOf } from "../../text/tags";

/** How a backend in memory begins. */
export interface FakeOptions {
  now?: () => number;
  /** No feeds and no articles. */
  empty?: boolean;
  offline?: boolean;
  /** Articles in the library. */
  articles?: number;
}

/** Commands whose answers a test can hold back. */
export type Slow = "comments" | "edits" | "exportBag" | "exportSaved" | "importBag" | "importLists" | "loadOlder" | "findAddress" | "followFound" | "fullStory" | "lookAt" | "lookIcon" | "pack" | "savePage" | "setTags";

/** A refusal as the program sends it. */
export const failure = (code: Failure["code"], message: string): Failure => ({ code, message });
/** The order of the ticker. */
export const newerFirst = (a: Item, b: Item) => (a.row.time === b.row.time ? Number(b.row.id) - Number(a.row.id) : a.row.time < b.row.time ? 1 : -1);

/** The records, how they change, and what a test can make happen. `opened` and `calls` record what was asked. */
export class Shelf {
  readonly opened: string[] = [];
  readonly calls: string[] = [];
  visible = true;
  /** What the system handed over, until it is told, and the bytes of the file that it named. */
  waiting: Handed | null = null;
  file = new Uint8Array();
  /** The web address on the clipboard. */
  clipboard: string | null = null;
  /** What the program says of its library. */
  notice: string | null = null;
  offline: boolean;
  /** The network wants a sign-in first, while it is offline. */
  wantsSignIn = false;
  protected clock: () => number;
  protected feedList: Feed[];
  protected items: Item[];
  protected muteList: Mute[] = [];
  protected chosen: Settings = usualSettings;
  protected listeners = new Set<(notice: Notice) => void>();
  protected undone: { action: string; count: number; article: ArticleId | null; back: () => void }[] = [];
  /** What was taken back, with all as it was before that. */
  protected redoable: { entry: Shelf["undone"][number]; feedList: Feed[]; items: Item[]; muteList: Mute[] }[] = [];
  protected isSyncing = false;
  protected isCancelled = false;
  protected arrivedCount = 0;
  protected nextId: number;
  protected fails = new Map<string, Failure>();
  protected held = new Map<string, Promise<void>>();

  constructor(options: FakeOptions = {}) {
    this.clock = options.now ?? Date.now;
    this.offline = options.offline ?? false;
    this.feedList = options.empty ? [] : allFeeds(this.clock());
    this.items = options.empty ? [] : fullLibrary(this.feedList, this.clock(), options.articles ?? 1204);
    this.items.sort(newerFirst);
    this.nextId = this.items.length + 1;
  }

  // what a test or a picture can make happen

  /** A new article arrives now, or with the time of `ago` minutes before. */
  push(ago = 0, title?: string, by?: string): ArticleId {
    const from = by === undefined ? this.feedList : this.feedList.filter((feed) => feed.title === by);
    const item = arrival(this.nextId++, this.arrivedCount++, from, this.clock(), ago);
    if (title) item.row.title = title;
    this.items.push(item);
    this.items.sort(newerFirst);
    this.changed();
    return item.row.id;
  }

  /** The network goes or comes back. */
  setOffline(offline: boolean): void {
    this.offline = offline;
    if (!offline) for (const item of this.items) if (item.state === "waiting") item.state = "complete";
    this.changed();
  }

  /** The icon of the first source arrives; the window is told of it, or hears with the next change. */
  bringIcon(icon: string, told = true): void {
    this.feedList = this.feedList.map((feed, at) => (at === 0 ? { ...feed, icon } : feed));
    if (told) this.changed();
  }

  /** A source has published nothing since then; null where something came. */
  fallSilent(title: string, since: string | null): void {
    this.feedList = this.feedList.map((feed) => (feed.title === title ? { ...feed, quiet_since: since } : feed));
    this.changed();
  }

  /** The next call of this command is refused. */
  failNext(command: keyof Backend, code: Failure["code"] = "internal", message = "could not do that"): void {
    this.fails.set(command, failure(code, message));
  }

  /** The next answer of this slow command waits until the returned function is called. */
  holdNext(command: Slow): () => void {
    let release = () => {};
    this.held.set(command, new Promise((resolve) => (release = resolve)));
    return () => release();
  }

  /** Sends a notice as the program would. */
  notify(notice: Notice): void {
    for (const listener of this.listeners) listener(notice);
  }

  protected async waits(command: Slow): Promise<void> {
    const held = this.held.get(command);
    this.held.delete(command);
    await held;
  }

  protected called(command: keyof Backend): void {
    this.calls.push(command);
    const refusal = this.fails.get(command);
    this.fails.delete(command);
    if (refusal) throw refusal;
  }

  protected changed(): void {
    this.notify({ kind: "library_changed" });
  }

  protected journal(action: string, count: number, article: ArticleId | null, back: () => void): void {
    this.undone.push({ action, count, article, back });
    this.redoable = [];
  }

  /** Articles of followed feeds that are neither muted nor hidden; long saved ones have left the ticker. */
  protected live(): Item[] {
    return this.following().filter((item) => !this.isLeftOut(item));
  }

  protected following(): Item[] {
    const followed = new Set(this.feedList.map((feed) => feed.id));
    const oldest = this.clock() - 120 * 24 * 3600_000;
    return this.items.filter((item) => followed.has(item.row.feed_id) && Date.parse(item.row.time) > oldest);
  }

  /** Stories of the last 24 hours that are muted, and those that were hidden in them. */
  protected mutedToday(): Item[] {
    const since = this.clock() - 24 * 3600_000;
    return this.following().filter((item) => item.row.hidden || (this.isMuted(item) && Date.parse(item.row.time) >= since));
  }

  protected isLeftOut(item: Item): boolean {
    return item.row.hidden || this.isMuted(item);
  }

  protected isMuted(item: Item): boolean {
    return !item.row.saved && this.muteList.some((mute) => (mute.until === null || Date.parse(mute.until) > this.clock()) && holds(mute, item));
  }

  protected selection(query: TickerQuery): Item[] {
    const inFolder = query.folder === undefined ? null : new Set(this.feedList.filter((feed) => isWithin(feed.folder, query.folder!)).map((feed) => feed.id));
    const inLanguage = query.language === undefined ? null : new Set(this.feedList.filter((feed) => baseOf(feed.language ?? "") === query.language).map((feed) => feed.id));
    const aside = new Set(query.feed === undefined && query.folder === undefined ? this.feedList.filter((feed) => !feed.settings.in_live).map((feed) => feed.id) : []);
    return (query.muted ? this.mutedToday() : this.live()).filter(
      (item) => !aside.has(item.row.feed_id) && (!query.unread || !item.row.read) && (query.feed === undefined || item.row.feed_id === query.feed) && (inFolder === null || inFolder.has(item.row.feed_id)) && (inLanguage === null || inLanguage.has(item.row.feed_id)),
    );
  }

  protected item(id: ArticleId): Item {
    const item = this.items.find((one) => one.row.id === id);
    if (!item) throw failure("not_found", "this story is no longer in the library");
    return item;
  }

  protected mark(ids: ArticleId[], read: boolean, action: string | null) {
    const wanted = new Set(ids);
    const turned = this.items.filter((item) => wanted.has(item.row.id) && item.row.read !== read);
    const set = (value: boolean) => turned.forEach((item) => void (item.row = { ...item.row, read: value }));
    set(read);
    if (action !== null && turned.length > 0) this.journal(action, turned.length, turned[0]!.row.id, () => set(!read));
    this.changed();
    return { changed: turned.length };
  }

  protected setSave(item: Item, state: SaveState | null): void {
    item.row = { ...item.row, saved: state !== null, stored: state === "complete" ? "full" : item.row.stored };
    item.state = state;
    item.savedAt = state === null ? null : this.clock();
    item.bytes = state === "complete" ? 2_480_000 : 0;
  }

  protected drop(feed: string): void {
    this.feedList = this.feedList.filter((one) => one.id !== feed);
  }

  protected takeAll() {
    const known = this.feedList.length;
    if (known === 0) {
      this.feedList = allFeeds(this.clock()).slice(0, 12);
      this.items = fullLibrary(this.feedList, this.clock(), 120).filter((item) => this.feedList.some((feed) => feed.id === item.row.feed_id));
      this.items.sort(newerFirst);
      this.nextId = 1 + Math.max(...this.items.map((item) => Number(item.row.id)));
    }
    const added = this.feedList.length - known;
    this.journal("import", added, null, () => void (this.feedList = this.feedList.slice(0, known)));
    this.changed();
    return { added, already: known, failed: [{ url: "ftp://old.example/feed", reason: "only http and https can be followed" }], cancelled: false };
  }
}
