import { t } from "../i18n/words";
import { number } from "../text/dates";
import type { App } from "./app.svelte";

/** Most filters that are kept. */
export const MOST_FILTERS = 20;

/** Searches that the reader has kept as filters: chips of Search, as they were typed. */
export class KeptFilters {
  #app: App;

  constructor(app: App) {
    this.#app = app;
  }

  get all(): readonly string[] {
    return this.#app.library.settings.filters;
  }

  /** True where what was looked for is one of them. */
  get current(): boolean {
    return this.all.includes(this.#app.search.answered);
  }

  /** Keeps what was looked for as a filter, or keeps it no longer. */
  async toggle(): Promise<void> {
    const { all, current } = this;
    const query = this.#app.search.answered;
    if (query === "") return;
    if (!current && all.length >= MOST_FILTERS) return this.#app.toasts.show(t("search-kept-full", { count: number(MOST_FILTERS) }), "problem");
    await this.#app.attempt(async () => {
      await this.#app.library.set({ filters: current ? all.filter((one) => one !== query) : [...all, query] });
      this.#app.toasts.show(t(current ? "search-forgotten" : "search-kept-done"), "undo", undefined, 1, () => this.#app.library.set({ filters: [...all] }));
    });
  }
}
