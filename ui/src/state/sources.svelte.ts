import { sentence, type Backend, type Check, type Feed, type FeedId, type FeedStatistics } from "../api/backend";
import { collate, languageName, t } from "../i18n/words";
import { sinceDay } from "../text/dates";
import { isWithin, moved, parentOf, treeOf, wayTo, type Branch } from "../text/folders";
import { needsReader } from "./trouble";
import { Volumes } from "./volumes.svelte";

/** A folder of the tree; the last one is for the sources that are in none and has no name. */
export interface Folder {
  path: string | null;
  /** Its own name, without those of the folders around it. */
  name: string | null;
  level: number;
  /** Another folder has the same name. */
  ambiguous: boolean;
  /** The sources in it, those of folders under it left out. */
  feeds: Feed[];
  /** All that it holds. */
  all: Feed[];
}

/** A row on screen: a folder, or a source in it. */
export interface SourceLine {
  key: string;
  level: number;
  folder: Folder;
  feed: Feed | null;
}

/** Which sources are shown. */
export type SourceFilter = "all" | "troubled" | "quiet" | "many" | "not-live";
/** What the rows of a folder are sorted by. */
export type SourceOrder = "name" | "health" | "newest" | "week" | "unread" | "text" | "language";
/** Those that begin with the most, or the newest. */
export const FALLING: readonly SourceOrder[] = ["newest", "week", "unread"];
/** What is about to get a name: a source, a folder, or a new folder for these sources. */
export type Naming = { what: "source"; feed: FeedId; name: string } | { what: "folder"; name: string } | { what: "new-folder"; feeds: FeedId[]; name: string };

/** How a source is, in a few words for a list. */
export function healthWords(feed: Feed, now: number): { text: string; tone: "fine" | "quiet" | "warn" | "bad" } {
  if (!feed.trouble) {
    if (feed.settings.interval === "paused") return { text: t("health-paused"), tone: "quiet" };
    if (feed.quiet_since !== null) return { text: t("health-quiet", { day: sinceDay(feed.quiet_since, now) }), tone: "quiet" };
    return { text: feed.repairs.length > 0 ? t("health-repaired") : t("working"), tone: "fine" };
  }
  const { code } = feed.trouble;
  return { text: troubleWords(feed.trouble, now), tone: code === "gone" ? "bad" : code === "asked_to_wait" ? "quiet" : "warn" };
}

/** What is wrong with a source, in a few words. */
export function troubleWords(trouble: NonNullable<Feed["trouble"]>, now: number): string {
  const day = sinceDay(trouble.since, now);
  switch (trouble.code) {
    case "gone":
      return t("trouble-gone");
    case "asked_to_wait":
      return t("trouble-wait");
    case "dns":
      return t("trouble-dns");
    case "timeout":
    case "refused":
    case "cut_off":
      return t("trouble-silent", { day });
    case "forbidden":
      return t("trouble-forbidden");
    case "sign_in":
      return t("trouble-sign-in");
    case "challenge":
      return t("trouble-challenge");
    case "not_found":
      return t("trouble-not-found");
    case "tls":
      return t("trouble-tls");
    case "server":
      return t("trouble-server", { day });
    case "not_a_feed":
    case "empty":
      return t("trouble-not-a-feed");
    default:
      return t("trouble-other", { day });
  }
}

/** Stories of this source are shown in full: by the reader's choice, or because it gives only beginnings. */
export function inFull(feed: Feed): boolean {
  return feed.text_mode === "full" || (feed.text_mode === "auto" && feed.truncated === true);
}

/** How its stories come, in a word for a list. */
export function textWord(feed: Feed): string {
  return inFull(feed) ? t("text-is-full") : feed.truncated ? t("text-is-summary") : t("text-is-feed");
}

/** The followed sources: their list by folder, the one whose details are shown, and those that are marked. */
export class Sources {
  feeds = $state.raw<Feed[]>([]);
  selected = $state<FeedId | null>(null);
  /** The key of the row that has the focus, or gets it back when what lies over the window goes. */
  stands = $state<string | null>(null);
  filter = $state<SourceFilter>("all");
  order = $state<SourceOrder>("name");
  search = $state("");
  closed = $state.raw<ReadonlySet<string>>(new Set());
  /** Sources that the next action is for. */
  marked = $state.raw<ReadonlySet<FeedId>>(new Set());
  /** What the open dialog gives a name to. */
  naming = $state.raw<Naming | null>(null);
  /** Whose site the open dialog signs in to. */
  signing = $state.raw<Feed | null>(null);
  /** Of the source whose details are shown. */
  checks = $state.raw<Check[]>([]);
  statistics = $state.raw<FeedStatistics | null>(null);
  loaded = $state(false);
  failure = $state("");
  readonly volumes: Volumes;
  #backend: Backend;
  /** The newest word for what the sources show, see `Status.sources`. */
  #word: () => string;
  /** The word from before the sources were read. */
  #read = "";
  #detailsOf: FeedId | null = null;
  /** Where a range of marks begins. */
  #anchor: FeedId | null = null;

  constructor(backend: Backend, word: () => string) {
    this.#backend = backend;
    this.volumes = new Volumes(backend);
    this.#word = word;
  }

  /** True where the sources show something else now than when they were read. */
  get areOld(): boolean {
    return this.#read !== this.#word();
  }

  /** Where the icon of each source is that has one. */
  readonly icons: ReadonlyMap<FeedId, string> = $derived(new Map(this.feeds.flatMap(({ id, icon }) => (icon === null ? [] : [[id, icon] as const]))));

  async refresh(): Promise<void> {
    const word = this.#word();
    try {
      this.feeds = await this.#backend.feeds();
      this.#read = word;
      this.failure = "";
      const there = new Set(this.feeds.map((feed) => feed.id));
      if (this.selected !== null && !there.has(this.selected)) this.selected = null;
      if ([...this.marked].some((id) => !there.has(id))) this.marked = new Set([...this.marked].filter((id) => there.has(id)));
    } catch (error) {
      this.failure = sentence(error);
    }
    this.loaded = true;
  }

  /** Reads the last checks and the figures of a source; an answer that comes after another was chosen is not heard. */
  async details(id: FeedId): Promise<void> {
    if (this.#detailsOf !== id) {
      this.checks = [];
      this.statistics = null;
    }
    this.#detailsOf = id;
    try {
      const [checks, statistics] = await Promise.all([this.#backend.feedChecks(id), this.#backend.feedStatistics(id)]);
      if (this.#detailsOf !== id) return;
      this.checks = checks.slice(0, 10);
      this.statistics = statistics;
    } catch (error) {
      this.failure = sentence(error);
    }
  }

  get current(): Feed | null {
    return this.feeds.find((feed) => feed.id === this.selected) ?? null;
  }

  get troubled(): number {
    return this.feeds.filter((feed) => needsReader(feed.trouble)).length;
  }
  get quiet(): number {
    return this.feeds.filter((feed) => feed.quiet_since !== null).length;
  }
  get many(): number {
    return this.feeds.filter((feed) => this.volumes.isMany(feed.id)).length;
  }
  /** When the first of them is asked next; null while none waits for a time. */
  get nextCheck(): string | null {
    return this.feeds.reduce<string | null>((first, { next_check }) => (next_check !== null && (first === null || next_check < first) ? next_check : first), null);
  }
  get notLive(): number {
    return this.feeds.filter((feed) => !feed.settings.in_live).length;
  }

  /** The reader's folders as a tree by name, those that only hold other folders among them. */
  readonly tree: Branch[] = $derived.by(() => {
    const names = (path: string) => path.split("/");
    const compare = (a: string[], b: string[]): number => {
      const at = a.findIndex((name, place) => name !== b[place]);
      return at < 0 ? a.length - b.length : b[at] === undefined ? 1 : collate(a[at]!, b[at]);
    };
    const paths = [...new Set(this.feeds.flatMap((feed) => (feed.folder === null ? [] : [feed.folder])))];
    return treeOf(paths.map(names).sort(compare).map((path) => path.join("/")));
  });

  /** The paths of the folders, each above those in it. */
  get folderPaths(): string[] {
    return this.tree.map((folder) => folder.path);
  }

  /** All sources by name, for the scope of Live. */
  get byName(): Feed[] {
    return this.feeds.toSorted((a, b) => collate(a.title, b.title));
  }

  /** The tree of folders with the sources that pass filter and search; those without a folder come last. */
  readonly folders: Folder[] = $derived.by(() => {
    const names = this.tree.map((folder) => folder.name);
    const ambiguous = new Set(names.filter((name, at) => names.indexOf(name) !== at));
    const folders: Folder[] = this.tree.map((branch) => ({ ...branch, ambiguous: ambiguous.has(branch.name), feeds: [], all: [] }));
    const none: Folder = { path: null, name: null, level: 1, ambiguous: false, feeds: [], all: [] };
    const byPath = new Map(folders.map((folder) => [folder.path, folder]));
    for (const feed of this.feeds.filter((feed) => this.#passes(feed)).sort((a, b) => this.#compare(a, b))) {
      const home = byPath.get(feed.folder) ?? none;
      home.feeds.push(feed);
      for (const path of home.path === null ? [] : wayTo(home.path)) byPath.get(path)!.all.push(feed);
    }
    none.all = none.feeds;
    return [...folders, none].filter((folder) => folder.all.length > 0);
  });

  /** The rows on screen from top to bottom: below a folder its own sources, then the folders in it. */
  readonly lines: SourceLine[] = $derived.by(() => {
    const lines: SourceLine[] = [];
    let closed: string | null = null;
    for (const folder of this.folders) {
      if (closed !== null && isWithin(folder.path, closed)) continue;
      closed = this.isOpen(folder.path) ? null : folder.path;
      lines.push({ key: `folder ${folder.path ?? ""}`, level: folder.level, folder, feed: null });
      if (this.isOpen(folder.path)) for (const feed of folder.feeds) lines.push({ key: `feed ${feed.id}`, level: folder.level + 1, folder, feed });
    }
    return lines;
  });

  /** The row that the keys of sources are for; null while the focus is elsewhere. */
  get standing(): SourceLine | null {
    return this.lines.find((line) => line.key === this.stands) ?? null;
  }

  /** The sources on screen from top to bottom. */
  get rows(): Feed[] {
    return this.lines.flatMap(({ feed }) => (feed === null ? [] : [feed]));
  }

  /** The row that the selected source is in sight by: its own, else the innermost folder on screen that it is in. */
  get lineOfSelected(): SourceLine | undefined {
    const { current } = this;
    const by = (key: string) => this.lines.find((line) => line.key === key);
    let found = current === null ? undefined : by(`feed ${current.id}`);
    for (let path = current?.folder ?? null; found === undefined && path !== null; path = parentOf(path)) found = by(`folder ${path}`);
    return found ?? (current?.folder === null ? by("folder ") : undefined) ?? this.lines[0];
  }

  /** Folders that were closed are so under the path that they have now. */
  folderMoved(from: string, to: string | null): void {
    this.closed = new Set([...this.closed].map((path) => (isWithin(path, from) ? (moved(path, from, to) ?? path) : path)));
  }

  toggle(folder: string | null): void {
    const key = folder ?? "";
    const next = new Set(this.closed);
    if (!next.delete(key)) next.add(key);
    this.closed = next;
  }

  /** While something is searched, every folder that has it is open. */
  get closes(): boolean {
    return this.search.trim() === "";
  }
  isOpen(folder: string | null): boolean {
    return !this.closes || !this.closed.has(folder ?? "");
  }

  /** Marks a source, or takes its mark away. */
  mark(id: FeedId): void {
    const next = new Set(this.marked);
    if (!next.delete(id)) next.add(id);
    this.marked = next;
    this.#anchor = id;
  }

  /** Marks everything from the last mark to this source. */
  markTo(id: FeedId): void {
    const rows = this.rows.map((feed) => feed.id);
    const from = Math.max(0, rows.indexOf(this.#anchor ?? this.selected ?? id));
    const to = rows.indexOf(id);
    this.marked = new Set([...this.marked, ...rows.slice(Math.min(from, to), Math.max(from, to) + 1)]);
  }

  markAll(): void {
    this.marked = new Set(this.rows.map((feed) => feed.id));
  }

  /** Takes the marks of these away; those that were made meanwhile stay. */
  unmark(ids: readonly FeedId[]): void {
    this.marked = new Set([...this.marked].filter((id) => !ids.includes(id)));
  }

  clearMarks(): void {
    this.marked = new Set();
    this.#anchor = null;
  }

  /** Shows a change that was just asked for; the answer takes it back. */
  show(ids: readonly FeedId[], change: Partial<Feed>): () => void {
    const before = this.feeds;
    this.feeds = before.map((feed) => (ids.includes(feed.id) ? { ...feed, ...change } : feed));
    return () => void (this.feeds = before);
  }

  #passes(feed: Feed): boolean {
    const word = this.search.trim().toLocaleLowerCase();
    if (word !== "" && !`${feed.title} ${feed.url} ${feed.folder ?? ""}`.toLocaleLowerCase().includes(word)) return false;
    if (this.filter === "troubled") return needsReader(feed.trouble);
    if (this.filter === "quiet") return feed.quiet_since !== null;
    if (this.filter === "many") return this.volumes.isMany(feed.id);
    return this.filter === "all" || !feed.settings.in_live;
  }

  #compare(a: Feed, b: Feed): number {
    const name = collate(a.title, b.title);
    const rank = (feed: Feed) => (feed.trouble ? 0 : feed.settings.interval === "paused" || feed.quiet_since !== null ? 1 : 2);
    const week = (feed: Feed) => this.volumes.weeks.get(feed.id) ?? -1;
    switch (this.order) {
      case "name":
        return name;
      case "health":
        return rank(a) - rank(b) || name;
      case "newest":
        return (b.newest ?? "").localeCompare(a.newest ?? "") || name;
      case "week":
        return week(b) - week(a) || name;
      case "unread":
        return b.unread - a.unread || name;
      case "text":
        return collate(textWord(a), textWord(b)) || name;
      case "language":
        // Those whose language nobody knows come last.
        return Number(a.language === null) - Number(b.language === null) || collate(languageName(a.language ?? ""), languageName(b.language ?? "")) || name;
    }
  }
}
