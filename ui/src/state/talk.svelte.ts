import { sentence, type ArticleId, type ArticlePage, type Backend, type Comments } from "../api/backend";

/** What readers said about the open story, inside the article: nothing is fetched before it is opened. */
export class Talk {
  open = $state(false);
  loading = $state(false);
  comments = $state.raw<Comments | null>(null);
  failure = $state("");
  /** Rises each time the reader opens it, so that the page brings it into view. */
  asked = $state(0);

  #backend: Backend;
  #id: ArticleId | null = null;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  /** Another story is open: its comments are closed. */
  leave(id: ArticleId | null): void {
    if (id === this.#id) return;
    this.#id = id;
    this.open = false;
    this.loading = false;
    this.comments = null;
    this.failure = "";
  }

  async toggle(page: Pick<ArticlePage, "id">): Promise<void> {
    this.leave(page.id);
    if (this.open) {
      this.open = false;
      return;
    }
    this.open = true;
    this.asked += 1;
    if (this.comments === null) await this.load();
  }

  /** Fetches them, again where that failed. An answer for a story that is no longer open is dropped. */
  async load(): Promise<void> {
    const id = this.#id;
    if (id === null || this.loading) return;
    this.loading = true;
    this.failure = "";
    try {
      const comments = await this.#backend.comments(id);
      if (this.#id === id) this.comments = comments;
    } catch (error) {
      if (this.#id === id) this.failure = sentence(error);
    } finally {
      if (this.#id === id) this.loading = false;
    }
  }
}
