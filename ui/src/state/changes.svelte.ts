import { sentence, type ArticleId, type Backend, type Edit } from "../api/backend";

/** What the publisher changed in the open story, shown above its text when the reader asks. */
export class Changes {
  open = $state(false);
  edits = $state.raw<Edit[] | null>(null);
  failure = $state("");

  #backend: Backend;
  #id: ArticleId | null = null;
  /** The edit up to which they were read. */
  #at: string | null = null;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  /** Another story is open, or another edit came: what was read is no longer it. */
  leave(id: ArticleId | null, editedAt: string | null): void {
    if (id === this.#id && editedAt === this.#at) return;
    const again = this.open && id === this.#id && editedAt !== null;
    this.#id = id;
    this.#at = editedAt;
    this.open = again;
    this.edits = null;
    this.failure = "";
    if (again) void this.#load();
  }

  async toggle(): Promise<void> {
    this.open = !this.open;
    if (this.open && this.edits === null) await this.#load();
  }

  /** An answer for a story that is no longer open is dropped. */
  async #load(): Promise<void> {
    const [id, at] = [this.#id, this.#at];
    if (id === null) return;
    this.failure = "";
    try {
      const edits = await this.#backend.edits(id);
      if (this.#id === id && this.#at === at) this.edits = edits;
    } catch (error) {
      if (this.#id === id && this.#at === at) this.failure = sentence(error);
    }
  }
}
