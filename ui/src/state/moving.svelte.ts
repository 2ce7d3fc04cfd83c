import { sentence, type Backend } from "../api/backend";

/** Moving the library: a folder is picked in the system's dialog, the reader agrees, and the program starts again there. */
export class Moving {
  /** The folder that was picked and waits for the reader's word. */
  folder = $state<string | null>(null);
  /** True once the program is ending; nothing else is to be done here. */
  leaving = $state(false);
  problem = $state("");
  #backend: Backend;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  async pick(): Promise<void> {
    this.problem = "";
    try {
      this.folder = await this.#backend.pickFolder();
    } catch (error) {
      this.folder = null;
      this.problem = sentence(error);
    }
  }

  cancel(): void {
    this.folder = null;
  }

  async confirm(): Promise<void> {
    if (this.folder === null || this.leaving) return;
    this.leaving = true;
    try {
      await this.#backend.moveLibrary();
    } catch (error) {
      this.leaving = false;
      this.folder = null;
      this.problem = sentence(error);
    }
  }
}
