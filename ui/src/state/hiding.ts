import type { ArticleId } from "../api/backend";
import { t } from "../i18n/words";
import type { App } from "./app.svelte";

/** Single stories that the reader wants to see in Live no more. They stand among what was muted today, and can be shown again. */
export class Hiding {
  #app: App;

  constructor(app: App) {
    this.#app = app;
  }

  /** True where the story that actions concern is hidden; null where it is in no list of Live. */
  get isHidden(): boolean | null {
    const { ticker, current } = this.#app;
    return ticker.rows[ticker.indexOf(current)]?.hidden ?? null;
  }

  /** Hides the story that actions concern, or lets it in again. */
  async toggle(): Promise<void> {
    const { current } = this.#app;
    if (current !== null) await this.#hide([current], this.isHidden !== true);
  }

  /** Hides the selected stories. */
  async many(): Promise<void> {
    const { ids } = this.#app.many;
    this.#app.many.clear();
    await this.#hide(ids, true);
  }

  /** In the list they go at once; the selection moves to the next one that stays, else the one before. */
  async #hide(ids: readonly ArticleId[], hidden: boolean): Promise<void> {
    const { backend, library, reading, ticker, toasts } = this.#app;
    const next = ticker.selected !== null && ids.includes(ticker.selected) ? ticker.besides(ids) : null;
    await this.#app.attempt(
      async () => {
        ticker.drop(ids);
        if (next !== null) {
          ticker.reveal(next);
          reading.resume(next);
        }
        const { changed } = await backend.hide([...ids], hidden);
        if (hidden) toasts.show(t("hidden-now", { count: changed }), "read", "hide");
        else toasts.show(t("shown-again"), "read", "unhide");
        await library.refresh();
      },
      () => void ticker.reload(),
    );
  }
}
