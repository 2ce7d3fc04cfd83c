import type { ArticleId } from "../api/backend";
import { t } from "../i18n/words";
import type { App } from "./app.svelte";

/** At most so many stories are marked by their ids in one call. */
const AT_ONCE = 1000;

/** What the reader does with many stories at once; each is one step to take back. */
export class Many {
  #app: App;

  constructor(app: App) {
    this.#app = app;
  }

  /** Marks the selected stories. */
  async mark(read: boolean): Promise<void> {
    const ids = this.#ids();
    this.clear();
    await this.#app.attempt(async () => {
      let changed = 0;
      for (let from = 0; from < ids.length; from += AT_ONCE) {
        const part = ids.slice(from, from + AT_ONCE);
        changed += (await (read ? this.#app.backend.markRead(part) : this.#app.backend.markUnread(part))).changed;
      }
      this.#app.ticker.mark(ids, { read });
      if (changed === 0) this.#app.toasts.show(read ? t("nothing-unread") : t("nothing-read"), "read");
      else this.#app.toasts.show(read ? t("marked-read", { count: changed }) : t("marked-unread", { count: changed }), "read", read ? "mark_read" : "mark_unread", Math.ceil(ids.length / AT_ONCE));
      await this.#app.library.refresh();
    });
  }

  /** Saves the selected stories that are not saved yet. */
  async save(): Promise<void> {
    const ids = this.#ids().filter((id) => !this.#app.ticker.rows[this.#app.ticker.indexOf(id)]?.saved);
    this.clear();
    if (ids.length === 0) return this.#app.toasts.show(t("saved-already"), "saved");
    this.#app.ticker.mark(ids, { saved: true });
    let kept = 0;
    await this.#app.attempt(async () => {
      for (const id of ids) {
        await this.#app.backend.saveArticle(id);
        kept += 1;
      }
    }, () => this.#app.ticker.mark(ids.slice(kept), { saved: false }));
    if (kept === ids.length) this.#app.toasts.show(t("saved-many", { count: kept }), "saved", "save_article", kept);
  }

  /** Marks everything of the selection read. */
  async markAllRead(): Promise<void> {
    await this.#markBelow();
  }

  /** Marks everything that stands below a story read; the story itself stays as it is. */
  async markOlderRead(id = this.#app.target): Promise<void> {
    this.clear();
    if (id !== null && this.#app.ticker.indexOf(id) >= 0) await this.#markBelow(id);
  }

  clear(): void {
    this.#app.ticker.marked.clear();
    this.#app.ticker.settled();
  }

  /** The selected stories in the order of the list. */
  #ids(): ArticleId[] {
    const { marked, rows } = this.#app.ticker;
    return rows.filter((row) => marked.has(row.id)).map((row) => row.id);
  }

  async #markBelow(before?: ArticleId): Promise<void> {
    await this.#app.attempt(async () => {
      const selection = this.#app.ticker.selection(before);
      const { changed } = await this.#app.backend.markAllRead(selection);
      this.#app.ticker.mark(selection, { read: true });
      if (changed === 0) this.#app.toasts.show(t("nothing-unread"), "read");
      else this.#app.toasts.show(t("marked-read", { count: changed }), "read", "mark_all_read");
      await this.#app.library.refresh();
    });
  }
}
