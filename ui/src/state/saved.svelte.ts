import { sentence, type ArticleId, type Backend, type SavedArticle, type SaveState } from "../api/backend";
import { t } from "../i18n/words";
import { daysAgo } from "../text/dates";

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
      return reason ? t("state-failed-because", { reason }) : t("state-failed");
  }
}

/** Which saved stories are shown. */
export type SavedFilter = "all" | "unread" | "incomplete";

/** A heading and the stories under it. */
export interface SavedGroup {
  key: "today" | "week" | "earlier";
  title: string;
  items: SavedArticle[];
}

/** The saved stories: their list, its filter and its selection. */
export class Saved {
  items = $state.raw<SavedArticle[]>([]);
  filter = $state<SavedFilter>("all");
  selected = $state<ArticleId | null>(null);
  loaded = $state(false);
  failure = $state("");
  #backend: Backend;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  async refresh(): Promise<void> {
    try {
      this.items = await this.#backend.saved();
      this.failure = "";
    } catch (error) {
      this.failure = sentence(error);
    }
    this.loaded = true;
  }

  get unread(): number {
    return this.items.filter((item) => !item.read).length;
  }
  get incomplete(): number {
    return this.items.filter((item) => item.state !== "complete").length;
  }

  /** The stories that the filter lets through, newest saved first. */
  get shown(): SavedArticle[] {
    if (this.filter === "unread") return this.items.filter((item) => !item.read || item.id === this.selected);
    if (this.filter === "incomplete") return this.items.filter((item) => item.state !== "complete");
    return this.items;
  }

  /** The shown stories under Today, This week and Earlier. */
  groups(now: number): SavedGroup[] {
    const groups: SavedGroup[] = [
      { key: "today", title: t("today"), items: [] },
      { key: "week", title: t("this-week"), items: [] },
      { key: "earlier", title: t("earlier"), items: [] },
    ];
    for (const item of this.shown) {
      const ago = daysAgo(item.saved_at, now);
      groups[ago <= 0 ? 0 : ago < 7 ? 1 : 2]!.items.push(item);
    }
    return groups.filter((group) => group.items.length > 0);
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

  stepUnread(): ArticleId | null {
    const list = this.shown;
    const from = list.findIndex((item) => item.id === this.selected);
    const item = list.find((one, index) => index > from && !one.read);
    if (item) this.selected = item.id;
    return item?.id ?? null;
  }

  /** Shows a change that was just asked for. */
  mark(id: ArticleId, change: Partial<SavedArticle>): void {
    this.items = this.items.map((item) => (item.id === id ? { ...item, ...change } : item));
  }
}
