import { sentence, type ArticleId, type Backend, type SavedArticle, type SaveState } from "../api/backend";
import { collate, t } from "../i18n/words";
import { said } from "../i18n/said";
import { daysAgo } from "../text/dates";
import { compareIds } from "../text/names";
import { Marked } from "./marked.svelte";

/** What the words about a saved state depend on. */
export interface SaveFacts {
  state: SaveState;
  missing: number;
  reason?: string | null;
}

/** A saved state in words. */
export function stateWords({ state, missing, reason }: SaveFacts): string {
  switch (state) {
    case "complete":
      return t("state-complete");
    case "partial":
      return t("state-partial", { count: missing });
    case "saving":
      return t("state-saving");
    case "waiting":
      return t("state-waiting");
    case "failed":
      if (!reason) return t("state-failed");
      return /[.!?。؟]$/u.test(reason) ? t("state-failed-sentence", { reason: said(reason) }) : t("state-failed-because", { reason: said(reason) });
  }
}

/** Which saved stories are shown; a tag stands as `tag ` and its name. */
export type SavedFilter = "all" | "unread" | "incomplete" | `tag ${string}`;

/** The orders of the list, as the menu lists them. */
export const savedOrders = ["newest", "oldest", "published", "length", "title", "source"] as const;
export type SavedOrder = (typeof savedOrders)[number];

const newest = (a: SavedArticle, b: SavedArticle) => (a.saved_at === b.saved_at ? compareIds(b.id, a.id) : a.saved_at < b.saved_at ? 1 : -1);
/** Nothing known stands at the end. */
const last = (a: boolean, b: boolean) => Number(a) - Number(b);
const comparisons: Record<SavedOrder, (a: SavedArticle, b: SavedArticle) => number> = {
  newest,
  oldest: (a, b) => newest(b, a),
  published: (a, b) => last(!a.published, !b.published) || (a.published === b.published ? newest(a, b) : a.published! < b.published! ? 1 : -1),
  length: (a, b) => last(!a.words, !b.words) || (a.words ?? 0) - (b.words ?? 0) || newest(a, b),
  title: (a, b) => collate(a.title, b.title) || newest(a, b),
  source: (a, b) => collate(a.feed_title, b.feed_title) || newest(a, b),
};

/** Upper and lower case and accents alike. */
function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();
}

/** A heading and the stories under it. */
export interface SavedGroup {
  key: string;
  /** Null where the order has no headings. */
  title: string | null;
  items: SavedArticle[];
}

/** The saved stories: their list, its filter and its selection. */
export class Saved {
  items = $state.raw<SavedArticle[]>([]);
  order = $state<SavedOrder>("newest");
  /** Words that a headline, a source or a tag must hold. */
  search = $state("");
  selected = $state<ArticleId | null>(null);
  readonly marked = new Marked();
  loaded = $state(false);
  failure = $state("");
  #backend: Backend;
  #filter = $state<SavedFilter>("all");
  /** Stories that the filter let through: they stay when they change, until the filter or the view does. */
  #stay = $state.raw<ReadonlySet<ArticleId>>(new Set());

  constructor(backend: Backend, order: string | null = null) {
    this.#backend = backend;
    this.order = savedOrders.find((one) => one === order) ?? "newest";
  }

  async refresh(): Promise<void> {
    try {
      const items = await this.#backend.saved();
      this.#hold();
      this.items = items;
      if (this.marked.some) this.#keepMarks(items.map((item) => item.id));
      this.failure = "";
      if (this.filter.startsWith("tag ") && !this.tags.includes(this.filter.slice(4))) this.filter = "all";
    } catch (error) {
      this.failure = sentence(error);
    }
    this.loaded = true;
  }

  get filter(): SavedFilter {
    return this.#filter;
  }
  set filter(filter: SavedFilter) {
    this.#filter = filter;
    this.marked.clear();
    this.release();
  }

  /** The reader comes to the list anew: only what the filter lets through is in it. */
  release(): void {
    this.#stay = new Set();
  }

  get unread(): number {
    return this.items.filter((item) => !item.read).length;
  }
  get incomplete(): number {
    return this.items.filter((item) => item.state !== "complete").length;
  }

  /** Every tag of the reader, in the order of the alphabet. */
  get tags(): string[] {
    return [...new Set(this.items.flatMap((item) => item.tags))].sort(collate);
  }

  /** The stories that the filter lets through, in the chosen order. */
  readonly shown: SavedArticle[] = $derived(this.items.filter((item) => this.#found(item) && this.#passes(item)).sort(comparisons[this.order]));

  /** The shown stories under headings that fit their order. */
  groups(now: number): SavedGroup[] {
    const groups: SavedGroup[] = [];
    for (const item of this.shown) {
      const [key, title] = this.#heading(item, now);
      const last = groups.at(-1);
      if (last?.key === key) last.items.push(item);
      else groups.push({ key, title, items: [item] });
    }
    return groups;
  }

  /** Selects a story; a filter that would hide it ends. */
  reveal(id: ArticleId): void {
    this.selected = id;
    this.search = "";
    if (!this.shown.some((item) => item.id === id)) this.filter = "all";
  }

  /** Selects the story `by` places further; the answer is its id, or null at an end. */
  step(by: number): ArticleId | null {
    const list = this.shown;
    const from = list.findIndex((item) => item.id === this.selected);
    const index = from < 0 ? 0 : Math.min(Math.max(from + by, 0), list.length - 1);
    const item = list[index];
    if (!item || index === from) return null;
    this.selected = item.id;
    return item.id;
  }

  /** Selects the first or last story. */
  stepTo(end: "first" | "last"): ArticleId | null {
    const item = end === "first" ? this.shown[0] : this.shown.at(-1);
    if (item) this.selected = item.id;
    return item?.id ?? null;
  }

  /** The story after this one, else the one before it. */
  neighbour(id: ArticleId): ArticleId | null {
    const list = this.shown;
    const at = list.findIndex((item) => item.id === id);
    return at < 0 ? null : (list[at + 1] ?? list[at - 1])?.id ?? null;
  }

  stepUnread(by: 1 | -1 = 1): ArticleId | null {
    const list = this.shown;
    const from = list.findIndex((item) => item.id === this.selected);
    const item = by > 0 ? list.find((one, index) => index > from && !one.read) : list.findLast((one, index) => index < from && !one.read);
    if (item) this.selected = item.id;
    return item?.id ?? null;
  }

  /** Goes `by` places further and selects all stories on the way from where that began. */
  extend(by: number): void {
    this.marked.from ??= this.selected;
    this.step(by);
    this.extendTo(this.selected);
  }

  /** Selects all stories from where a selection began up to this one. */
  extendTo(id: ArticleId | null): void {
    this.marked.from ??= this.selected ?? id;
    const place = (wanted: ArticleId | null) => this.shown.findIndex((item) => item.id === wanted);
    const [a, b] = [place(this.marked.from), place(id)];
    if (a >= 0 && b >= 0) this.marked.set(this.shown.slice(Math.min(a, b), Math.max(a, b) + 1).map((item) => item.id));
  }

  /** Selects every story that is shown. */
  markAll(): void {
    this.marked.set(this.shown.map((item) => item.id));
  }

  /** Shows a change that was just asked for, of one story or of many. */
  mark(ids: ArticleId | readonly ArticleId[], change: Partial<SavedArticle>): void {
    const wanted = new Set(typeof ids === "string" ? [ids] : ids);
    this.#hold();
    this.items = this.items.map((item) => (wanted.has(item.id) ? { ...item, ...change } : item));
  }

  /** Only stories that are there stay selected. */
  #keepMarks(there: ArticleId[]): void {
    this.marked.set(there.filter((id) => this.marked.has(id)));
  }

  #hold(): void {
    if (this.#filter !== "all") this.#stay = new Set(this.shown.map((item) => item.id));
  }

  #found(item: SavedArticle): boolean {
    const words = fold(this.search).split(/\s+/).filter(Boolean);
    if (words.length === 0) return true;
    const text = fold([item.title, item.feed_title, ...item.tags].join(" "));
    return words.every((word) => text.includes(word));
  }

  #passes(item: SavedArticle): boolean {
    if (this.#stay.has(item.id)) return true;
    if (this.filter === "unread") return !item.read || item.id === this.selected;
    if (this.filter === "incomplete") return item.state !== "complete";
    return this.filter === "all" || item.tags.includes(this.filter.slice(4));
  }

  #heading(item: SavedArticle, now: number): [key: string, title: string | null] {
    if (this.order === "title" || this.order === "length") return ["all", null];
    if (this.order === "source") return [`source ${item.feed_title}`, item.feed_title];
    const at = this.order === "published" ? item.published : item.saved_at;
    if (at === null) return ["unknown", t("no-date")];
    const ago = daysAgo(at, now);
    return ago <= 0 ? ["today", t("today")] : ago < 7 ? ["week", t("this-week")] : ["earlier", t("earlier")];
  }
}
