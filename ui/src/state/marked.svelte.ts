import type { ArticleId } from "../api/backend";

/** The stories that are selected for doing something with all of them at once. */
export class Marked {
  ids = $state.raw<ReadonlySet<ArticleId>>(new Set());
  /** Where a range begins. */
  from: ArticleId | null = null;

  get some(): boolean {
    return this.ids.size > 0;
  }

  has(id: ArticleId): boolean {
    return this.ids.has(id);
  }

  toggle(id: ArticleId): void {
    const next = new Set(this.ids);
    if (!next.delete(id)) next.add(id);
    this.from = id;
    this.ids = next;
  }

  /** Adds these; a range that is drawn anew replaces the stories of the one before. */
  set(ids: Iterable<ArticleId>): void {
    this.ids = new Set(ids);
  }

  clear(): void {
    this.from = null;
    if (this.some) this.ids = new Set();
  }
}
