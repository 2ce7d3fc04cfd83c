import type { FeedId } from "../api/backend";
import { t } from "../i18n/words";
import type { App } from "./app.svelte";

/** Stories from before a source was followed: asked for at the end of its list, and only by the reader. */
export class Older {
  loading = $state(false);
  #app: App;

  constructor(app: App) {
    this.#app = app;
  }

  /** The source that Live shows, where its publisher offers older stories. What comes is read, so that there is none among the unread ones. */
  get feed(): FeedId | null {
    const { ticker, sources } = this.#app;
    if (ticker.unread) return null;
    return sources.feeds.find((one) => one.id === ticker.feed && one.has_older)?.id ?? null;
  }

  /** The list on screen ends with what is here, and there is more at its publisher. */
  get offered(): boolean {
    const { ticker } = this.#app;
    return this.feed !== null && ticker.status === "ready" && !ticker.moreBelow;
  }

  async load(): Promise<void> {
    const { feed } = this;
    if (feed === null || this.loading) return;
    this.loading = true;
    await this.#app.attempt(async () => {
      const { new_articles: count } = await this.#app.backend.loadOlder(feed);
      if (this.#app.ticker.feed === feed) await this.#app.ticker.reload();
      await this.#app.sources.refresh();
      this.#app.toasts.show(count > 0 ? t("older-came", { count }) : t("older-none"), "source");
    });
    this.loading = false;
  }
}
