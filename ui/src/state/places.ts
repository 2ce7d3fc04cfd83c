import type { ArticleId, ArticlePage, Backend } from "../api/backend";

/** A place is kept when the reader has rested there for so long. */
export const KEPT_AFTER = 1_000;
/** Nearer to the beginning or the end than this, a story begins at its top the next time. */
const BEGUN = 0.03;
const FINISHED = 0.97;

/** Where the reader is in each story, from 0 to 1: known here at once, kept in the library a moment later. */
export class Places {
  #backend: Backend;
  #known = new Map<ArticleId, number>();
  /** What the library has, as far as it was heard. */
  #kept = new Map<ArticleId, number>();
  #unkept: ArticleId | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  /** The library says where the reader was; what happened here since then counts more. */
  heard(page: Pick<ArticlePage, "id" | "position">): void {
    if (!this.#known.has(page.id)) this.#kept.set(page.id, rounded(page.position ?? 0));
  }

  /** Where to begin: where the reader was, or at the top of what is new or finished. */
  begin(page: Pick<ArticlePage, "id" | "position">): number {
    const at = this.#known.get(page.id) ?? page.position ?? 0;
    return at < BEGUN || at > FINISHED ? 0 : at;
  }

  /** The reader is here now. */
  moved(id: ArticleId, position: number): void {
    if (this.#unkept !== null && this.#unkept !== id) this.flush();
    this.#known.set(id, position);
    this.#unkept = id;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), KEPT_AFTER);
  }

  /** Keeps what is not kept yet. A place that cannot be kept is no reason to disturb a reader. */
  flush(): void {
    clearTimeout(this.#timer);
    const id = this.#unkept;
    if (id === null) return;
    this.#unkept = null;
    const place = rounded(this.#known.get(id)!);
    if (this.#kept.get(id) === place) return;
    this.#kept.set(id, place);
    this.#backend.setPosition(id, place).catch(() => this.#kept.delete(id));
  }
}

const rounded = (place: number) => Math.round(place * 10_000) / 10_000;
