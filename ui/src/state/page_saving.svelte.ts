import { sentence, type Backend, type SaveOutcome } from "../api/backend";
import { t } from "../i18n/words";
import { host } from "../text/names";

/** Saving a page by its address, whether a source brought it or not. */
export class PageSaving {
  address = $state("");
  working = $state(false);
  problem = $state("");
  #backend: Backend;
  #attempt = 0;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  /** The host that saving will contact. */
  get host(): string {
    return host(this.address);
  }

  /** Saves the page. Null where the reader has to correct the address; one who gave up meanwhile still hears how it ended. */
  async go(typed: string): Promise<SaveOutcome | null> {
    const address = typed.trim();
    if (address === "") {
      this.problem = t("follow-empty");
      return null;
    }
    const attempt = ++this.#attempt;
    this.problem = "";
    this.working = true;
    try {
      return await this.#backend.savePage(address);
    } catch (error) {
      this.problem = sentence(error);
      return null;
    } finally {
      if (attempt === this.#attempt) this.working = false;
    }
  }

  reset(): void {
    this.#attempt += 1;
    this.address = "";
    this.working = false;
    this.problem = "";
  }
}
