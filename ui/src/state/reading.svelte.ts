import { isFailure, sentence, type ArticleId, type ArticlePage, type Backend, type SaveState, type TextWish } from "../api/backend";

import { Places } from "./places";

/** Holding `j` does not open thirty stories: a story selected by key opens after this pause. */
export const OPEN_AFTER = 90;
/** Who goes on to the next story within this time is looking through the list: drawing each story would hold up the keys. */
export const SKIMS_WITHIN = 400;
/** A story opens after this pause while the reader looks through the list. */
export const OPEN_AFTER_SKIMMING = 220;
/** A story selected by key counts as read after this long on screen. */
export const READ_AFTER = 1_500;

/** Images that load within this time are asked about together. */
export const IMAGES_TOGETHER = 400;

/** Whom the pane tells what happened in it. */
export interface ReadingListener {
  now(): number;
  /** The story counts as read. */
  read(id: ArticleId, how: "opened" | "seen"): void;
  /** The story is on screen. */
  opened(id: ArticleId): void;
}

/** The way to another place of the open story, in pixels: its top, where it was continued, or back from a leap inside it. */
export interface Way {
  kind: "top" | "back";
  words: string;
  to: number;
  /** Where the story stood when the way was offered. */
  from: number;
}

/** The article pane: which story is open, what state it is in, and when it counts as read. */
export class Reading {
  id = $state<ArticleId | null>(null);
  page = $state.raw<ArticlePage | null>(null);
  status = $state<"empty" | "loading" | "ready" | "gone" | "failed">("empty");
  failure = $state("");
  /** How far the reader got in it, 0 to 1. */
  progress = $state(0);
  /** Addresses of its images that stand still and could move. */
  animated = $state.raw<string[]>([]);
  /** The publisher's page is being fetched. */
  fetching = $state(false);
  /** Why the other text could not be shown. */
  problem = $state("");
  /** The way that is offered over the text; it goes by itself, or with Escape. */
  way = $state.raw<Way | null>(null);
  /** The end of the story was reached by paging: the next page is another story. */
  ended = $state(false);
  /** The reader asked for the full story of the open story. */
  wantedFull = $state(false);

  #backend: Backend;
  #places: Places;
  #tell: ReadingListener;
  #imageTimer: ReturnType<typeof setTimeout> | undefined;
  #openTimer: ReturnType<typeof setTimeout> | undefined;
  #readTimer: ReturnType<typeof setTimeout> | undefined;
  /** When the selection moved last. */
  #glanced = Number.NEGATIVE_INFINITY;
  #visible = true;
  #waitsToBeRead: ArticleId | null = null;
  /** In which text and with which images the reader wants the open story. */
  #wish: TextWish = {};
  #attempt = 0;

  constructor(backend: Backend, tell: ReadingListener) {
    this.#backend = backend;
    this.#places = new Places(backend);
    this.#tell = tell;
  }

  /** Opens a story because the reader clicked it or pressed Enter: it is read at once. */
  async open(id: ArticleId): Promise<void> {
    clearTimeout(this.#openTimer);
    this.#forgetRead();
    const loaded = this.#load(id);
    this.#tell.read(id, "opened");
    await loaded;
    if (this.id === id) this.#completeText();
  }

  /** Opens a story because the selection moved to it: after a pause, and read only after it was on screen for a while. */
  glance(id: ArticleId): void {
    clearTimeout(this.#openTimer);
    this.#forgetRead();
    this.#waitsToBeRead = id;
    const now = this.#tell.now();
    const skims = now - this.#glanced < SKIMS_WITHIN;
    this.#glanced = now;
    this.#openTimer = setTimeout(() => {
      void this.#load(id).then(() => this.#startRead());
    }, skims ? OPEN_AFTER_SKIMMING : OPEN_AFTER);
  }

  /** The reader decides about this story: time on screen does not read it any more. */
  leaveUnread(id: ArticleId): void {
    if (this.#waitsToBeRead === id) this.#forgetRead();
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

  /** Where the open story begins when it is drawn now: where the reader left it, 0 to 1. */
  get beginsAt(): number {
    return this.page === null ? 0 : this.#places.begin(this.page);
  }

  /** What the other text of the open story takes: it is here, it has to be fetched, or there is none. */
  get otherText(): "here" | "fetch" | null {
    const page = this.page;
    if (page === null) return null;
    if (page.has_other) return "here";
    return page.shown === "feed" && page.full_note === null && page.url !== null ? "fetch" : null;
  }

  /** Shows the other text, or fetches it; while it is being fetched, stops waiting for it. */
  async switchText(): Promise<void> {
    if (this.fetching) this.#leave();
    else if (this.otherText === "fetch") await this.fetchFull();
    else if (this.page !== null && this.otherText === "here") {
      const shown = this.page.shown === "full" ? "feed" : "full";
      this.wantedFull = shown === "full";
      await this.#show({ ...this.#wish, shown });
    }
  }

  /** The source gives only a beginning, and the reader is at it: the rest is fetched without being asked for. */
  #completeText(): void {
    const page = this.page;
    if (page !== null && this.status === "ready" && page.wants_full && page.full_note === null && page.url !== null) void this.fetchFull(false);
  }

  /** Fetches the publisher's page now. An answer that comes when the reader has moved on is not shown. Without a connection nothing
   * is said where the reader did not ask. */
  async fetchFull(asked = true): Promise<void> {
    const id = this.id;
    if (id === null || this.fetching) return;
    const attempt = ++this.#attempt;
    this.wantedFull = asked;
    this.problem = "";
    this.fetching = true;
    try {
      let page = await this.#backend.fullStory(id);
      if (attempt !== this.#attempt) return;
      this.#wish = { ...this.#wish, shown: page.shown };
      if (this.#wish.images) page = await this.#backend.article(id, this.#wish);
      if (attempt === this.#attempt) this.page = page;
    } catch (error) {
      const isSilent = !asked && isFailure(error) && error.code === "offline";
      if (attempt === this.#attempt && !isSilent) this.problem = sentence(error);
    } finally {
      if (attempt === this.#attempt) this.fetching = false;
    }
  }

  /** Shows the images that are hidden otherwise. */
  async showImages(): Promise<void> {
    await this.#show({ ...this.#wish, images: true });
  }

  close(): void {
    this.#leave();
    this.#places.flush();
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
      const wish = this.#wish;
      const page = await this.#backend.article(id, wish);
      if (this.id !== id || this.#wish !== wish) return;
      this.page = page;
      this.status = "ready";
    } catch (error) {
      // A story that is on screen stays there, even when its row has left the library.
      if (this.page === null) this.#failed(id, error);
    }
  }

  /** Images of the open story were loaded: some of them may be able to move. Asked once for many that load together. */
  imagesLoaded(): void {
    clearTimeout(this.#imageTimer);
    const id = this.id;
    this.#imageTimer = setTimeout(() => {
      if (id === null || this.id !== id) return;
      this.#backend.animatedImages(id).then((found) => {
        if (this.id === id) this.animated = found;
      }, () => undefined);
    }, IMAGES_TOGETHER);
  }

  /** The reader has moved in the open story. */
  moved(progress: number): void {
    this.progress = progress;
    if (this.page !== null && this.page.id === this.id && this.status === "ready") this.#places.moved(this.page.id, progress);
  }

  /** A window that cannot be seen reads nothing. */
  windowHidden(hidden: boolean): void {
    this.#visible = !hidden;
    if (hidden) {
      clearTimeout(this.#readTimer);
      this.#places.flush();
    } else this.#startRead();
  }

  /** Shows a state that was just asked for. */
  show(change: Partial<Pick<ArticlePage, "saved" | "read" | "followed" | "tags">> & { save_state?: SaveState | null }): void {
    if (this.page) this.page = { ...this.page, ...change };
  }

  async #load(id: ArticleId): Promise<void> {
    if (this.id === id && this.status === "ready") return;
    this.#leave();
    if (this.id !== id) this.#wish = {};
    this.wantedFull = false;
    this.problem = "";
    this.id = id;
    this.progress = 0;
    this.animated = [];
    this.status = "loading";
    try {
      const page = await this.#backend.article(id, this.#wish);
      if (this.id !== id) return;
      this.#places.heard(page);
      this.page = page;
      this.status = "ready";
      this.#tell.opened(id);
    } catch (error) {
      this.#failed(id, error);
    }
  }

  /** Shows the open story as it is wished now; where that fails, it stays as it is. */
  async #show(wish: TextWish): Promise<void> {
    const id = this.id;
    if (id === null) return;
    const before = this.#wish;
    this.#wish = wish;
    this.problem = "";
    try {
      const page = await this.#backend.article(id, wish);
      if (this.id === id && this.#wish === wish) this.page = page;
    } catch (error) {
      if (this.id !== id || this.#wish !== wish) return;
      this.#wish = before;
      this.problem = sentence(error);
    }
  }

  /** The reader does not wait for the full story any more. */
  #leave(): void {
    this.#attempt += 1;
    this.fetching = false;
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
      this.#tell.read(id, "seen");
      this.#completeText();
    }, READ_AFTER);
  }

  #forgetRead(): void {
    clearTimeout(this.#readTimer);
    this.#waitsToBeRead = null;
  }
}
