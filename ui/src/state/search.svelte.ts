import { sentence, type ArticleId, type Backend, type Feed, type FeedId, type SearchResults, type Stored } from "../api/backend";
import { baseOf } from "../text/tags";
import type { Memory } from "./memory";
import { Recent } from "./recent.svelte";

/** Typing rests so long before it is looked for. */
export const RESTS_AFTER = 120;
const AT_MOST = 100;
/** Fewer hits in Saved than this: how many there are everywhere is told beside them. */
const FEW = 10;
/** So many sources or languages of what was found are offered as filters, the most frequent first. */
const OFFERED = 6;
/** One piece of what was typed, as the library takes it apart: an exclusion, a filter's name, words in quotation marks or one word. */
const PIECE = /(-(?=[^\s]))?(?:([a-z]{1,6}):)?(?:"([^"]*)"?|([^\s"]+))/gi;

interface Piece {
  at: number;
  end: number;
  without: boolean;
  key: string | null;
  text: string;
}

function piecesOf(query: string): Piece[] {
  return [...query.matchAll(PIECE)].map((match) => ({ at: match.index, end: match.index + match[0].length, without: match[1] !== undefined, key: match[2]?.toLowerCase() ?? null, text: (match[3] ?? match[4] ?? "").trim() }));
}

/** A filter that the search understood, `is:unread`, in its two parts. */
export function filterParts(filter: string): { key: string; value: string } {
  const colon = filter.indexOf(":");
  return { key: filter.slice(0, colon), value: filter.slice(colon + 1) };
}

const isOneOf = (filters: readonly string[]) => {
  const known = new Set(filters.map((filter) => filter.toLowerCase()));
  return (piece: Piece) => piece.key !== null && !piece.without && known.has(`${piece.key}:${piece.text.toLowerCase()}`);
};

/** What was typed, without these filters. */
export function withoutFilters(query: string, filters: readonly string[]): string {
  const gone = piecesOf(query).filter(isOneOf(filters));
  return gone.reduceRight((rest, piece) => rest.slice(0, piece.at) + rest.slice(piece.end), query).replace(/\s+/g, " ").trim();
}

/** A story that was found, however it is kept. */
export interface Hit {
  id: ArticleId;
  title: string;
  url: string | null;
  source: string;
  feed: FeedId;
  time: string;
  read: boolean;
  saved: boolean;
  /** How much of it is here; null where the list of saved stories says it better. */
  stored: Stored | null;
  language: string | null;
  direction: "ltr" | "rtl" | null;
  snippet: SearchResults["stories"][number]["snippet"];
}

function storiesOf(found: SearchResults): Hit[] {
  return found.stories.map(({ row, snippet }) => ({ id: row.id, title: row.title, url: row.url, source: row.feed_title, feed: row.feed_id, time: row.time, read: row.read, saved: row.saved, stored: row.stored, language: row.language, direction: row.direction, snippet }));
}

function savedOf(found: SearchResults): Hit[] {
  return found.saved.map(({ article, snippet }) => ({ id: article.id, title: article.title, url: article.url, source: article.feed_title, feed: article.feed_id, time: article.saved_at, read: article.read, saved: true, stored: article.state === "complete" ? "full" : article.state === "partial" ? "text" : null, language: article.language, direction: article.direction, snippet }));
}

/** The search through everything stored here. An answer that a later question has overtaken is not heard. */
export class Search {
  query = $state("");
  stories = $state.raw<Hit[]>([]);
  saved = $state.raw<Hit[]>([]);
  suggestion = $state<string | null>(null);
  more = $state(false);
  /** True while older stories are still being looked through; what was found until now is shown. */
  looking = $state(false);
  /** The filters of the query as the library understood them, e.g. `is:unread`. */
  filters = $state.raw<string[]>([]);
  selected = $state<ArticleId | null>(null);
  readonly recent: Recent;
  answered = $state("");
  failure = $state("");
  /** Rises each time the reader goes to Search: its field then takes the focus again. 0 where they came back to where they were. */
  asked = $state(0);
  /** How many there are everywhere, where only a few are in Saved; `more` where the library did not look at everything. */
  everywhere = $state.raw<{ count: number; more: boolean } | null>(null);
  #backend: Backend;
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(backend: Backend, memory: Memory) {
    this.#backend = backend;
    this.recent = new Recent(memory);
  }

  readonly hits: Hit[] = $derived([...this.stories, ...this.saved]);

  /** The filter that keeps the search in Saved, where the query has it. */
  get savedOnly(): string | undefined {
    return this.filters.find((filter) => filterParts(filter).key === "in");
  }

  /** The sources of what was found, where there are several; one whose name cannot be typed is left out. */
  get foundSources(): string[] {
    return frequent(this.hits.map((hit) => hit.source).filter((name) => !name.includes('"')));
  }

  /** The languages of what was found, where there are several. */
  get foundLanguages(): string[] {
    return frequent(this.hits.flatMap((hit) => (hit.language === null ? [] : [baseOf(hit.language)])));
  }

  /** The words that headlines are looked through for; filters and exclusions are left out. */
  readonly words: string[] = $derived(
    piecesOf(this.answered)
      .filter((piece) => !piece.without && !isOneOf(this.filters)(piece))
      .flatMap((piece) => piece.text.split(/\s+/))
      .filter((word) => word !== ""),
  );

  /** A hit by its id. */
  hit(id: ArticleId | null): Hit | undefined {
    return this.hits.find((one) => one.id === id);
  }

  /** Takes what is in the field now; looks for it once typing rests. */
  type(query: string): void {
    this.query = query;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.look(), RESTS_AFTER);
  }

  /** Looks for what is in the field. */
  async look(query = this.query): Promise<void> {
    clearTimeout(this.#timer);
    this.query = query;
    const wanted = query.trim();
    const mine = ++this.#asked;
    this.looking = false;
    if (wanted === "") return this.#show("", { stories: [], saved: [], total_at_least: 0, more: false, next: null, suggestion: null, understood: [], unindexed: 0 });
    try {
      const found = await this.#backend.search(wanted, AT_MOST);
      if (mine !== this.#asked) return;
      this.#show(wanted, found);
      await this.#further(wanted, found.next, mine);
      await this.#lookEverywhere(wanted, mine);
    } catch (error) {
      if (mine === this.#asked) this.failure = sentence(error);
    } finally {
      if (mine === this.#asked) this.looking = false;
    }
  }

  /** An answer comes back after a bounded time, whatever was asked: older stories follow it, until there are enough. */
  async #further(wanted: string, from: ArticleId | null, mine: number): Promise<void> {
    let next = from;
    while (next !== null && this.hits.length < AT_MOST) {
      this.looking = true;
      const found: SearchResults = await this.#backend.search(wanted, AT_MOST - this.hits.length, undefined, next);
      if (mine !== this.#asked) return;
      this.stories = [...this.stories, ...storiesOf(found)];
      this.saved = [...this.saved, ...savedOf(found)];
      if (this.hits.length === 0) this.suggestion = found.suggestion;
      this.more = found.more;
      next = found.next;
    }
  }

  /** Counts what a search in Saved leaves out. Where that fails, nothing is told. */
  async #lookEverywhere(wanted: string, mine: number): Promise<void> {
    const { savedOnly } = this;
    if (mine !== this.#asked || savedOnly === undefined || this.hits.length >= FEW) return;
    const found = await this.#backend.search(withoutFilters(wanted, [savedOnly]), AT_MOST).catch(() => null);
    if (mine !== this.#asked || found === null) return;
    const count = found.stories.length + found.saved.length;
    if (count > this.hits.length) this.everywhere = { count, more: found.more || found.next !== null };
  }

  /** The reader used what was found: the words are remembered. */
  used(): void {
    if (this.answered !== "") this.recent.add(this.answered);
  }

  /** Takes these filters out of the query and looks again. */
  async drop(filters: readonly string[]): Promise<void> {
    await this.look(withoutFilters(this.query, filters));
  }

  /** Adds a filter to what was typed and looks again. */
  async add(filter: string): Promise<void> {
    await this.look(`${this.query.trim()} ${filter}`.trim());
  }

  /** Sources whose name or address holds the words. Filters are about stories, so where there are any no source is meant. */
  sources(feeds: readonly Feed[]): Feed[] {
    const words = this.filters.length > 0 ? [] : this.words.map((word) => word.toLocaleLowerCase());
    return words.length === 0 ? [] : feeds.filter((feed) => words.every((word) => `${feed.title} ${feed.url}`.toLocaleLowerCase().includes(word)));
  }

  /** Sources of what was found that are not followed, each by the first of its stories. */
  strangers(feeds: readonly Feed[]): Hit[] {
    const known = new Set(feeds.map((feed) => feed.id));
    const first = new Map<FeedId, Hit>();
    for (const hit of this.hits) if (!known.has(hit.feed) && !first.has(hit.feed)) first.set(hit.feed, hit);
    return [...first.values()].slice(0, OFFERED);
  }

  /** Selects the hit `by` places further; the answer is its id, or null at an end. */
  step(by: number): ArticleId | null {
    const from = this.hits.findIndex((hit) => hit.id === this.selected);
    const index = from < 0 ? 0 : Math.min(Math.max(from + by, 0), this.hits.length - 1);
    return index === from ? null : this.#select(this.hits[index]);
  }

  /** Selects the first or last hit. */
  stepTo(end: "first" | "last"): ArticleId | null {
    return this.#select(end === "first" ? this.hits[0] : this.hits.at(-1));
  }

  /** Selects the next unread hit, or the one before. */
  stepUnread(by: 1 | -1 = 1): ArticleId | null {
    const from = this.hits.findIndex((hit) => hit.id === this.selected);
    return this.#select(by > 0 ? this.hits.find((hit, index) => index > from && !hit.read) : this.hits.findLast((hit, index) => index < from && !hit.read));
  }

  /** Shows a change that was just asked for. */
  mark(id: ArticleId, change: Partial<Pick<Hit, "read" | "saved">>): void {
    if (this.hit(id) === undefined) return;
    const apply = (hits: Hit[]) => hits.map((hit) => (hit.id === id ? { ...hit, ...change } : hit));
    this.stories = apply(this.stories);
    this.saved = apply(this.saved);
  }

  /** Something in the library changed: how do the hits stand now? None comes and none goes under the reader's eye. */
  async refresh(): Promise<void> {
    if (this.stories.length === 0) return;
    const rows = new Map((await this.#backend.tickerRows(this.stories.map((hit) => hit.id))).map((row) => [row.id, row]));
    this.stories = this.stories.map((hit) => {
      const row = rows.get(hit.id);
      return row ? { ...hit, read: row.read, saved: row.saved } : hit;
    });
  }

  #select(hit: Hit | undefined): ArticleId | null {
    if (hit) this.selected = hit.id;
    return hit?.id ?? null;
  }

  #show(answered: string, found: SearchResults): void {
    this.stories = storiesOf(found);
    this.saved = savedOf(found);
    this.suggestion = found.suggestion;
    this.more = found.more;
    this.everywhere = null;
    this.filters = found.understood;
    this.answered = answered;
    this.failure = "";
    if (!this.hits.some((hit) => hit.id === this.selected)) this.selected = null;
  }
}

/** What stands there most often first, each once; nothing where there is no choice. */
function frequent(all: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts.size < 2 ? [] : [...counts].sort((a, b) => b[1] - a[1]).slice(0, OFFERED).map(([one]) => one);
}
