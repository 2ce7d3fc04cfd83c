import type { ArticleId } from "../api/backend";
import { t } from "../i18n/words";
import type { App } from "./app.svelte";

/** Single stories that the reader wants to see in Live no more. They stand among what was muted today, and can be shown again. */
export class Hiding {
  #app: App;

  constructor(app: App) {
    this.#app = app;
  }

  /** True where the story that actions concern is hidden; null where it is in no list of Live, or a mute keeps it out. */
  get isHidden(): boolean | null {
    const { menu, ticker, current } = this.#app;
    // Who stands on a fold stands on no story.
    const row = menu !== null || ticker.onFold === null ? ticker.rows[ticker.indexOf(current)] : undefined;
    return row === undefined || (ticker.muted && !row.hidden) ? null : row.hidden;
  }

  /** Hides the story that actions concern, or lets it in again. */
  async toggle(): Promise<void> {
    const { current } = this.#app;
    const { isHidden } = this;
    if (current !== null && isHidden !== null) await this.#hide([current], !isHidden);
  }

  /** Hides the selected stories; among what was muted, lets those in again that were hidden. */
  async many(): Promise<void> {
    const { many, ticker } = this.#app;
    const ids = many.ids.filter((id) => ticker.rows[ticker.indexOf(id)]?.hidden === ticker.muted);
    many.clear();
    if (ids.length > 0) await this.#hide(ids, !ticker.muted);
  }

  /** Where they go out of the list, the selection moves on. */
  async #hide(ids: readonly ArticleId[], hidden: boolean): Promise<void> {
    const { backend, library, reading, ticker, toasts } = this.#app;
    await this.#app.attempt(async () => {
      const { changed } = await backend.hide([...ids], hidden);
      // Somebody else was quicker.
      if (changed === 0) return ticker.reload();
      const next = ticker.selected !== null && ids.includes(ticker.selected) ? ticker.besides(ids) : null;
      ticker.drop(ids);
      if (next !== null) {
        ticker.reveal(next);
        reading.resume(next);
      }
      const muted = !hidden && (await backend.tickerRows([...ids])).length === 0;
      const words = hidden ? t("hidden-now", { count: changed }) : muted ? t("muted-still") : t("shown-again");
      toasts.show(words, "read", hidden ? "hide" : "unhide");
      await library.refresh();
    });
  }
}
