import { isFailure, sentence, type ArticleId, type ArticlePage, type Backend, type SaveState } from "../api/backend";

/** Holding `j` does not open thirty stories: a story selected by key opens after this pause. */
export const OPEN_AFTER = 90;
/** A story selected by key counts as read after this long on screen. */
export const READ_AFTER = 1_500;

/** Whom the pane tells what happened in it. */
export interface ReadingListener {
  /** The story counts as read. */
  read(id: ArticleId): void;
  /** The story is on screen. */
  opened(id: ArticleId): void;
}

/** The article pane: which story is open, what state it is in, and when it counts as read. */
export class Reading {
  id = $state<ArticleId | null>(null);
  page = $state.raw<ArticlePage | null>(null);
  status = $state<"empty" | "loading" | "ready" | "gone" | "failed">("empty");
  failure = $state("");
  /** How far the reader got in it, 0 to 1. */
  progress = $state(0);

  #backend: Backend;
  #tell: ReadingListener;
  #openTimer: ReturnType<typeof setTimeout> | undefined;
  #readTimer: ReturnType<typeof setTimeout> | undefined;
  #visible = true;
  #waitsToBeRead: ArticleId | null = null;

  constructor(backend: Backend, tell: ReadingListener) {
    this.#backend = backend;
    this.#tell = tell;
  }

  /** Opens a story because the reader clicked it or pressed Enter: it is read at once. */
  async open(id: ArticleId): Promise<void> {
    clearTimeout(this.#openTimer);
    this.#forgetRead();
    const loaded = this.#load(id);
    this.#tell.read(id);
    await loaded;
  }

  /** Opens a story because the selection moved to it: after a pause, and read only after it was on screen for a while. */
  glance(id: ArticleId): void {
    clearTimeout(this.#openTimer);
    this.#forgetRead();
    this.#openTimer = setTimeout(() => {
      this.#waitsToBeRead = id;
      void this.#load(id).then(() => this.#startRead());
    }, OPEN_AFTER);
  }

  /** Shows a story again because its list came back; that alone reads nothing. */
  resume(id: ArticleId): void {
    clearTimeout(this.#openTimer);
    this.#forgetRead();
    void this.#load(id);
  }

  /** Shows the story of the last session; one that is gone meanwhile leaves the pane empty. */
  async reopen(id: ArticleId): Promise<void> {
    await this.#load(id);
    if (this.status !== "ready") this.close();
  }

  close(): void {
    clearTimeout(this.#openTimer);
    this.#forgetRead();
    this.id = null;
    this.page = null;
    this.status = "empty";
  }

  /** The library changed: the open story may be saved further, or its source unfollowed. */
  async changed(): Promise<void> {
    const id = this.id;
    if (id === null || this.status === "loading") return;
    try {
      const page = await this.#backend.article(id);
      if (this.id !== id) return;
      this.page = page;
      this.status = "ready";
    } catch (error) {
      // A story that is on screen stays there, even when its row has left the library.
      if (this.page === null) this.#failed(id, error);
    }
  }

  /** A window that cannot be seen reads nothing. */
  windowHidden(hidden: boolean): void {
    this.#visible = !hidden;
    if (hidden) clearTimeout(this.#readTimer);
    else this.#startRead();
  }

  /** Shows a state that was just asked for. */
  show(change: Partial<Pick<ArticlePage, "saved" | "read" | "followed">> & { save_state?: SaveState | null }): void {
    if (this.page) this.page = { ...this.page, ...change };
  }

  async #load(id: ArticleId): Promise<void> {
    if (this.id === id && this.status === "ready") return;
    this.id = id;
    this.progress = 0;
    this.status = "loading";
    try {
      const page = await this.#backend.article(id);
      if (this.id !== id) return;
      this.page = page;
      this.status = "ready";
      this.#tell.opened(id);
    } catch (error) {
      this.#failed(id, error);
    }
  }

  #failed(id: ArticleId, error: unknown): void {
    if (this.id !== id) return;
    this.page = null;
    this.failure = sentence(error);
    this.status = isFailure(error) && error.code === "not_found" ? "gone" : "failed";
  }

  #startRead(): void {
    clearTimeout(this.#readTimer);
    const id = this.#waitsToBeRead;
    if (id === null || id !== this.id || this.status !== "ready" || !this.#visible) return;
    this.#readTimer = setTimeout(() => {
      this.#waitsToBeRead = null;
      this.#tell.read(id);
    }, READ_AFTER);
  }

  #forgetRead(): void {
    clearTimeout(this.#readTimer);
    this.#waitsToBeRead = null;
  }
}
