import type { ArticleId, SaveState } from "../api/backend";
import { t } from "../i18n/words";
import type { App } from "./app.svelte";
import { stateWords } from "./saved.svelte";

/** What the reader does with stories. Each change shows at once, in every list, and is taken back where it is refused. */
export class Stories {
  #app: App;
  /** Tags that were asked for and not yet answered. */
  #wanted: { id: ArticleId; tags: string[] } | null = null;
  #tagging: Promise<unknown> = Promise.resolve();

  constructor(app: App) {
    this.#app = app;
  }

  async toggleRead(id = this.#app.target): Promise<void> {
    if (id === null) return;
    this.#app.reading.leaveUnread(id);
    this.#app.toasts.overtaken();
    const read = !this.isRead(id);
    this.#showRead(id, read);
    await this.#app.attempt(
      () => (read ? this.#app.backend.markRead([id]) : this.#app.backend.markUnread([id])),
      () => this.#showRead(id, !read),
    );
  }

  /** A row was swiped: towards the end of its line it turns read or unread, back it is saved or no longer saved. */
  async swiped(id: ArticleId, way: "forward" | "back"): Promise<void> {
    if (way === "forward") await this.toggleRead(id);
    else if (this.isSaved(id)) await this.unsave(id);
    else await this.save(id);
  }

  /** Saves the current story for reading without a connection, or takes that back. */
  async toggleSave(): Promise<void> {
    const id = this.#app.target;
    if (id === null) return;
    if (this.isSaved(id)) await this.unsave(id);
    else await this.save(id);
  }

  async save(id: ArticleId): Promise<void> {
    this.#showSave(id, "saving");
    this.#app.toasts.overtaken();
    await this.#app.attempt(
      async () => this.#showSave(id, (await this.#app.backend.saveArticle(id)).state),
      () => this.#showSave(id, null),
    );
  }

  async unsave(id: ArticleId): Promise<void> {
    await this.#app.attempt(async () => {
      const next = this.#app.view === "saved" ? this.#app.saved.neighbour(id) : null;
      const { state } = await this.#app.backend.unsaveArticle(id);
      this.#showSave(id, state);
      // In Saved the row goes; the selection moves to the next one, else the one before.
      if (next !== null && this.#app.saved.selected === id) {
        this.#app.saved.selected = next;
        this.#app.reading.resume(next);
      }
      this.#app.toasts.show(t("removed-saved"), "saved", "unsave_article");
    });
  }

  /** Shows a saved story among the others, and opens it. */
  openSaved(id: ArticleId): void {
    this.#app.go("saved");
    this.#app.saved.reveal(id);
    this.#app.open(id);
  }

  async retrySave(id: ArticleId): Promise<void> {
    const { page } = this.#app.reading;
    const before = page?.id === id ? page.save_state : (this.#app.saved.items.find((item) => item.id === id)?.state ?? null);
    this.#showSave(id, this.#app.library.status.offline ? "waiting" : "saving");
    await this.#app.attempt(
      async () => this.#showSave(id, (await this.#app.backend.retrySave(id)).state),
      () => this.#showSave(id, before),
    );
  }

  /** Puts headline and link of a story on the clipboard, to be passed on. */
  async copyHeadline(id = this.#app.target): Promise<void> {
    if (id === null) return;
    const { page } = this.#app.reading;
    const title = page?.id === id ? page.title : this.#listed(id)?.title;
    await this.copyText([title, this.#linkOf(id)].filter(Boolean).join("\n"), t("headline-copied"));
  }

  async copyLink(id = this.#app.target): Promise<void> {
    if (id === null) return;
    const url = this.#linkOf(id);
    const copied = url !== null && (await this.#app.copy(url));
    this.#app.toasts.show(copied ? t("link-copied") : t("link-not-copied"), copied ? "link" : "problem");
  }

  /** Puts the whole story on the clipboard as Markdown. */
  async copyMarkdown(id = this.#app.target): Promise<void> {
    if (id === null) return;
    await this.#app.attempt(async () => this.copyText(await this.#app.backend.articleMarkdown(id), t("markdown-copied")));
  }

  /** Prints the open story, or the keys while Help is open, by the system's own dialog. */
  async print(): Promise<void> {
    await this.#app.attempt(() => this.#app.backend.print());
  }

  /** Puts words of a story on the clipboard. */
  async copyText(text: string, words: string): Promise<void> {
    const copied = await this.#app.copy(text);
    this.#app.toasts.show(copied ? words : t("not-copied"), copied ? "link" : "problem");
  }

  async openOriginal(id = this.#app.target): Promise<void> {
    if (id !== null) await this.#app.attempt(() => this.#app.backend.openOriginal(id));
  }

  /** Opens the comments inside the story where the publisher offers them, else its page; or closes them. */
  async openComments(): Promise<void> {
    const page = this.#app.reading.page;
    if (page?.has_comment_feed) await this.#app.talk.toggle(page);
    else await this.openCommentsOutside();
  }

  async openCommentsOutside(): Promise<void> {
    const page = this.#app.reading.page;
    if (page?.comments_url) await this.#app.attempt(() => this.#app.backend.openComments(page.id));
  }

  /** Opens a link by its number, of the story or of other content that belongs to it. */
  async openLink(link: number, contentKey?: string): Promise<void> {
    const page = this.#app.reading.page;
    if (page) await this.#app.attempt(() => this.#app.backend.openLink(page.id, link, contentKey ?? page.content_key));
  }

  /** Adds a tag to a saved story. */
  async addTag(id: ArticleId, typed: string): Promise<void> {
    const tag = typed.trim().replace(/\s+/g, " ");
    const tags = this.#tagsOf(id);
    if (tag !== "" && !tags.includes(tag)) await this.#setTags(id, [...tags, tag]);
  }

  async removeTag(id: ArticleId, tag: string): Promise<void> {
    await this.#setTags(id, this.#tagsOf(id).filter((one) => one !== tag));
  }

  /** The story counts as read, because it was opened or stood in view. */
  async seen(id: ArticleId): Promise<void> {
    if (this.isRead(id)) return;
    this.#showRead(id, true);
    await this.#app.attempt(() => this.#app.backend.markSeen([id]), () => this.#showRead(id, false));
  }

  isSaved(id: ArticleId | null): boolean {
    const { page } = this.#app.reading;
    if (page !== null && page.id === id) return page.saved;
    return (this.#app.ticker.rows.find((row) => row.id === id) ?? this.#app.search.hit(id))?.saved ?? this.#app.view === "saved";
  }

  isRead(id: ArticleId | null): boolean {
    return this.#listed(id)?.read ?? (this.#app.reading.page?.id === id && this.#app.reading.page.read);
  }

  #showRead(id: ArticleId, read: boolean): void {
    this.#app.ticker.mark([id], { read });
    this.#app.saved.mark(id, { read });
    this.#app.search.mark(id, { read });
    if (this.#app.reading.page?.id === id) this.#app.reading.show({ read });
  }

  #showSave(id: ArticleId, state: SaveState | null): void {
    this.#app.ticker.mark([id], { saved: state !== null });
    this.#app.search.mark(id, { saved: state !== null });
    if (state !== null) this.#app.saved.mark(id, { state });
    if (this.#app.reading.page?.id === id) this.#app.reading.show({ saved: state !== null, save_state: state });
  }

  /** The story as a list has it. */
  #listed(id: ArticleId | null) {
    return this.#app.ticker.rows.find((one) => one.id === id) ?? this.#app.saved.items.find((one) => one.id === id) ?? this.#app.search.hit(id);
  }

  /** Where it stands at its publisher, as that is passed on. */
  #linkOf(id: ArticleId): string | null {
    const { page } = this.#app.reading;
    return (page?.id === id ? page.share_url : null) ?? this.#listed(id)?.url ?? (page?.id === id ? page.url : null);
  }

  #tagsOf(id: ArticleId): string[] {
    if (this.#wanted?.id === id) return this.#wanted.tags;
    const { page } = this.#app.reading;
    return page?.id === id ? page.tags : (this.#app.saved.items.find((item) => item.id === id)?.tags ?? []);
  }

  /** One after the other: a tag that is typed while the last one is still being kept is not lost. */
  async #setTags(id: ArticleId, tags: string[]): Promise<void> {
    const wanted = { id, tags };
    this.#wanted = wanted;
    this.#showTags(id, tags);
    const asked = this.#tagging.then(() => this.#app.backend.setTags(id, tags));
    this.#tagging = asked.catch(() => undefined);
    await this.#app.attempt(async () => {
      try {
        const kept = await asked;
        if (this.#wanted === wanted) this.#showTags(id, kept);
      } finally {
        if (this.#wanted === wanted) this.#wanted = null;
      }
    }, () => void this.#app.changed());
  }

  #showTags(id: ArticleId, tags: string[]): void {
    this.#app.saved.mark(id, { tags });
    if (this.#app.reading.page?.id === id) this.#app.reading.show({ tags });
  }

  /** Saves the page whose address was typed, dropped or pasted, and says how far that got. */
  async savePage(address = this.#app.pageSaving.address): Promise<void> {
    const asked = this.#app.now;
    const { outcome, problem, late } = await this.#app.pageSaving.go(address);
    // The dialog that asked, not one that was opened meanwhile.
    const asking = this.#app.dialog === "save-page" && !late;
    if (outcome === null) {
      if (!asking && problem) this.#app.toasts.show(problem, "problem");
      return;
    }
    if (asking) this.#app.show(null);
    await this.#app.saved.refresh();
    const item = this.#app.saved.items.find((one) => one.id === outcome.id);
    if (this.#app.view === "saved" && item) {
      this.#app.saved.reveal(item.id);
      this.#app.reading.resume(item.id);
    }
    const words = outcome.state && stateWords({ state: outcome.state, missing: item?.missing_images ?? 0, reason: item?.reason });
    // A page that was saved before has nothing to take back.
    const before = item !== undefined && Date.parse(item.saved_at) < asked - 1000;
    if (words) this.#app.toasts.show(words, outcome.state === "failed" ? "problem" : "saved", outcome.state === "failed" || before ? undefined : "save_article");
  }
}
