import type { ArticleId } from "../api/backend";
import { t } from "../i18n/words";
import { isWithin } from "../text/folders";
import { between } from "../text/typed";
import type { App } from "./app.svelte";
import type { Marked } from "./marked.svelte";
import type { Selection } from "./rows.svelte";
import type { Saved } from "./saved.svelte";
import { sameSources } from "./scopes";
import type { Ticker } from "./ticker.svelte";

/** At most so many stories are marked by their ids in one call. */
const AT_ONCE = 1000;

/** What the reader does with many stories at once; each is one step to take back. */
export class Many {
  #app: App;

  constructor(app: App) {
    this.#app = app;
  }

  /** Where stories can be selected now: Live or Saved. */
  get #list(): Ticker | Saved {
    return this.#app.view === "saved" ? this.#app.saved : this.#app.ticker;
  }

  /** The marks of the list on screen. */
  get marked(): Marked {
    return this.#list.marked;
  }

  /** The selected stories in the order of the list. */
  get ids(): ArticleId[] {
    if (this.#app.view !== "live" && this.#app.view !== "saved") return [];
    const { marked } = this;
    const list = this.#app.view === "saved" ? this.#app.saved.shown : this.#app.ticker.rows;
    return list.filter((one) => marked.has(one.id)).map((one) => one.id);
  }

  /** Goes `by` places further and selects on the way. */
  extend(by: number): void {
    this.#list.extend(by);
  }

  /** Selects everything that is in the list, as far as it is held in memory. */
  all(): void {
    void this.#list.markAll();
  }

  /** How many stories the list has that could not be selected with the others; 0 where some of those at hand are not. */
  get beyond(): number {
    const { rows, total } = this.#app.ticker;
    return this.#app.view === "live" && this.marked.ids.size === rows.length ? Math.max(0, total - rows.length) : 0;
  }

  /** Marks the selected stories. */
  async mark(read: boolean): Promise<void> {
    const { ids } = this;
    this.clear();
    await this.#app.attempt(async () => {
      let changed = 0;
      let times = 0;
      for (let from = 0; from < ids.length; from += AT_ONCE) {
        const part = ids.slice(from, from + AT_ONCE);
        const done = (await (read ? this.#app.backend.markRead(part) : this.#app.backend.markUnread(part))).changed;
        changed += done;
        // A call that changed nothing is not in the journal.
        if (done > 0) times += 1;
      }
      this.#app.ticker.mark(ids, { read });
      this.#app.saved.mark(ids, { read });
      if (changed === 0) this.#app.toasts.show(read ? t("nothing-unread") : t("nothing-read"), "read");
      else this.#app.toasts.show(read ? t("marked-read", { count: changed }) : t("marked-unread", { count: changed }), "read", read ? "mark_read" : "mark_unread", times);
      await this.#app.library.refresh();
    });
  }

  /** Saves the selected stories that are not saved yet. */
  async save(): Promise<void> {
    const ids = this.ids.filter((id) => !this.#app.ticker.rows[this.#app.ticker.indexOf(id)]?.saved);
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

  /** Takes the selected stories out of Saved. */
  async remove(): Promise<void> {
    const { ids } = this;
    this.clear();
    await this.#app.attempt(async () => {
      const rest = this.#app.saved.shown.filter((item) => !ids.includes(item.id));
      const from = this.#app.saved.shown.findIndex((item) => item.id === this.#app.saved.selected);
      const after = this.#app.saved.shown.slice(Math.max(from, 0)).find((item) => !ids.includes(item.id)) ?? rest.at(-1);
      for (const id of ids) await this.#app.backend.unsaveArticle(id);
      this.#app.ticker.mark(ids, { saved: false });
      if (after && this.#app.saved.selected !== null && ids.includes(this.#app.saved.selected)) {
        this.#app.saved.selected = after.id;
        this.#app.reading.resume(after.id);
      }
      this.#app.toasts.show(t("removed-many", { count: ids.length }), "saved", "unsave_article", ids.length);
      await this.#app.saved.refresh();
    });
  }

  /** Adds tags, separated by commas of any script, to the selected stories. */
  async tag(typed: string): Promise<void> {
    const wanted = [...new Set(between(typed))];
    const ids = new Set(this.ids);
    const items = this.#app.saved.items.filter((item) => ids.has(item.id));
    this.#app.show(null);
    this.clear();
    if (wanted.length === 0) return;
    const done: { id: ArticleId; added: string[] }[] = [];
    await this.#app.attempt(async () => {
      for (const { id, tags } of items) {
        const added = wanted.filter((tag) => !tags.includes(tag));
        if (added.length === 0) continue;
        await this.#setTags(id, [...tags, ...added]);
        done.push({ id, added });
      }
      this.#app.toasts.show(t("tagged-many", { count: items.length }), "saved", undefined, 1, done.length > 0 ? () => this.#untag(done) : undefined);
    });
  }

  async #untag(done: readonly { id: ArticleId; added: string[] }[]): Promise<void> {
    for (const { id, added } of done) {
      const item = this.#app.saved.items.find((one) => one.id === id);
      if (item) await this.#setTags(id, item.tags.filter((tag) => !added.includes(tag)));
    }
  }

  async #setTags(id: ArticleId, wanted: string[]): Promise<void> {
    const tags = await this.#app.backend.setTags(id, wanted);
    this.#app.saved.mark(id, { tags });
    if (this.#app.reading.page?.id === id) this.#app.reading.show({ tags });
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

  /** Marks everything of some sources or of a folder read; one Undo takes all of it back. */
  async markScopesRead(scopes: readonly Pick<Selection, "feed" | "folder">[]): Promise<void> {
    await this.#app.attempt(async () => {
      let changed = 0;
      let times = 0;
      for (const scope of scopes) {
        const done = (await this.#app.backend.markAllRead({ limit: 0, unread: false, ...scope })).changed;
        changed += done;
        if (done > 0) times += 1;
      }
      const of = new Set(this.#app.sources.feeds.filter((feed) => scopes.some((scope) => scope.feed === feed.id || (scope.folder !== undefined && isWithin(feed.folder, scope.folder)))).map((feed) => feed.id));
      this.#app.ticker.mark(this.#app.ticker.rows.filter((row) => of.has(row.feed_id)).map((row) => row.id), { read: true });
      if (changed === 0) this.#app.toasts.show(t("nothing-unread"), "read");
      else this.#app.toasts.show(t("marked-read", { count: changed }), "read", "mark_all_read", times);
      await Promise.all([this.#app.library.refresh(), this.#app.sources.refresh()]);
    });
  }

  clear(): void {
    this.#app.saved.marked.clear();
    this.#app.ticker.marked.clear();
    this.#app.ticker.settled();
  }

  async #markBelow(before?: ArticleId): Promise<void> {
    await this.#app.attempt(async () => {
      const selection = this.#app.ticker.selection(before);
      const { changed } = await this.#app.backend.markAllRead(selection);
      // What the reader has gone to meanwhile is told by the library.
      if (sameSources(selection, this.#app.ticker.selection())) this.#app.ticker.mark(selection, { read: true });
      if (changed === 0) this.#app.toasts.show(t("nothing-unread"), "read");
      else this.#app.toasts.show(t("marked-read", { count: changed }), "read", "mark_all_read");
      await this.#app.library.refresh();
    });
  }
}
