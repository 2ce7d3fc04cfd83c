import { sentence, type Backend, type Feed, type FeedId } from "../api/backend";
import { collate, t } from "../i18n/words";
import { sinceDay } from "../text/dates";

/** A folder and its sources; the last one has no name of its own. */
export interface Folder {
  name: string | null;
  feeds: Feed[];
}

/** What is wrong with a source, in a few words for a list. */
export function healthWords(feed: Feed, now: number): { text: string; tone: "fine" | "quiet" | "warn" | "bad" } {
  const trouble = feed.trouble;
  if (!trouble) return { text: t("working"), tone: "fine" };
  const day = sinceDay(trouble.since, now);
  switch (trouble.code) {
    case "gone":
      return { text: t("trouble-gone"), tone: "bad" };
    case "asked_to_wait":
      return { text: t("trouble-wait"), tone: "quiet" };
    case "dns":
      return { text: t("trouble-dns"), tone: "warn" };
    case "timeout":
    case "refused":
    case "cut_off":
      return { text: t("trouble-silent", { day }), tone: "warn" };
    case "forbidden":
      return { text: t("trouble-forbidden"), tone: "warn" };
    case "not_found":
      return { text: t("trouble-not-found"), tone: "warn" };
    case "tls":
      return { text: t("trouble-tls"), tone: "warn" };
    case "server":
      return { text: t("trouble-server", { day }), tone: "warn" };
    case "not_a_feed":
    case "empty":
      return { text: t("trouble-not-a-feed"), tone: "warn" };
    default:
      return { text: t("trouble-other", { day }), tone: "warn" };
  }
}

/** The followed sources: their list by folder, and the one whose details are shown. */
export class Sources {
  feeds = $state.raw<Feed[]>([]);
  selected = $state<FeedId | null>(null);
  onlyTroubled = $state(false);
  closed = $state.raw<ReadonlySet<string>>(new Set());
  loaded = $state(false);
  failure = $state("");
  #backend: Backend;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  async refresh(): Promise<void> {
    try {
      this.feeds = await this.#backend.feeds();
      this.failure = "";
      if (this.selected !== null && !this.feeds.some((feed) => feed.id === this.selected)) this.selected = null;
    } catch (error) {
      this.failure = sentence(error);
    }
    this.loaded = true;
  }

  get current(): Feed | null {
    return this.feeds.find((feed) => feed.id === this.selected) ?? null;
  }

  get troubled(): number {
    return this.feeds.filter((feed) => feed.trouble).length;
  }

  /** The reader's folders by name, for the chips in Live. */
  get folderNames(): string[] {
    return [...new Set(this.feeds.flatMap((feed) => (feed.folder === null ? [] : [feed.folder])))].sort(collate);
  }

  /** All sources by name, for the scope of Live. */
  get byName(): Feed[] {
    return this.feeds.toSorted((a, b) => collate(a.title, b.title));
  }

  /** The sources by folder; those without one come last. */
  get folders(): Folder[] {
    const shown = this.onlyTroubled ? this.feeds.filter((feed) => feed.trouble) : this.feeds;
    const of = (name: string | null) => shown.filter((feed) => feed.folder === name).sort((a, b) => collate(a.title, b.title));
    const named = this.folderNames.map((name) => ({ name, feeds: of(name) }));
    return [...named, { name: null, feeds: of(null) }].filter((folder) => folder.feeds.length > 0);
  }

  toggle(folder: string | null): void {
    const key = folder ?? "";
    const next = new Set(this.closed);
    if (!next.delete(key)) next.add(key);
    this.closed = next;
  }

  isOpen(folder: string | null): boolean {
    return !this.closed.has(folder ?? "");
  }
}
