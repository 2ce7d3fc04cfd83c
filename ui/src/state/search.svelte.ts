import { sentence, type ArticleId, type Backend, type Feed, type SearchResults } from "../api/backend";

/** Typing rests so long before it is looked for. */
export const RESTS_AFTER = 120;
const AT_MOST = 100;
const REMEMBERED = 8;

/** A story that was found, however it is kept. */
export interface Hit {
  id: ArticleId;
  title: string;
  source: string;
  time: string;
  read: boolean;
  saved: boolean;
  language: string | null;
  direction: "ltr" | "rtl" | null;
  snippet: SearchResults["stories"][number]["snippet"];
}

/** The search through everything stored here. An answer that a later question has overtaken is not heard. */
export class Search {
  query = $state("");
  stories = $state.raw<Hit[]>([]);
  saved = $state.raw<Hit[]>([]);
  suggestion = $state<string | null>(null);
  more = $state(false);
  selected = $state<ArticleId | null>(null);
  /** What was looked for last, newest first; only as long as the window is open. */
  recent = $state.raw<string[]>([]);
  answered = $state("");
  failure = $state("");
  #backend: Backend;
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  get hits(): Hit[] {
    return [...this.stories, ...this.saved];
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
    if (wanted === "") return this.#show("", { stories: [], saved: [], total_at_least: 0, more: false, suggestion: null, understood: [], unindexed: 0 });
    try {
      const found = await this.#backend.search(wanted, AT_MOST);
      if (mine === this.#asked) this.#show(wanted, found);
    } catch (error) {
      if (mine === this.#asked) this.failure = sentence(error);
    }
  }

  /** The reader used what was found: the words are remembered. */
  used(): void {
    if (this.answered !== "") this.recent = [this.answered, ...this.recent.filter((one) => one !== this.answered)].slice(0, REMEMBERED);
  }

  /** Sources whose name or address holds the words; filters are left out. */
  sources(feeds: readonly Feed[]): Feed[] {
    const words = this.answered.toLocaleLowerCase().split(/\s+/).filter((word) => word !== "" && !word.includes(":") && !word.startsWith("-"));
    return words.length === 0 ? [] : feeds.filter((feed) => words.every((word) => `${feed.title} ${feed.url}`.toLocaleLowerCase().includes(word.replaceAll('"', ""))));
  }

  /** Selects the hit `by` places further; the answer is its id, or null at an end. */
  step(by: number): ArticleId | null {
    const at = this.hits.findIndex((hit) => hit.id === this.selected);
    const hit = this.hits[at < 0 ? 0 : at + by];
    if (hit) this.selected = hit.id;
    return hit?.id ?? null;
  }

  #show(answered: string, found: SearchResults): void {
    this.stories = found.stories.map(({ row, snippet }) => ({ id: row.id, title: row.title, source: row.feed_title, time: row.time, read: row.read, saved: row.saved, language: row.language, direction: row.direction, snippet }));
    this.saved = found.saved.map(({ article, snippet }) => ({ id: article.id, title: article.title, source: article.feed_title, time: article.saved_at, read: article.read, saved: true, language: article.language, direction: article.direction, snippet }));
    this.suggestion = found.suggestion;
    this.more = found.more;
    this.answered = answered;
    this.failure = "";
    if (!this.hits.some((hit) => hit.id === this.selected)) this.selected = null;
  }
}
