import { sentence, type Backend, type SaveOutcome } from "../api/backend";
import { t } from "../i18n/words";
import { host } from "../text/names";

/** How saving a page ended: `outcome` is null where the address has to be corrected, and `problem` says why. */
export interface PageSaved {
  outcome: SaveOutcome | null;
  problem: string;
  /** The reader gave up meanwhile, or asked for another page: it still has to be said how it ended. */
  late: boolean;
}

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

  /** Saves the page. A late answer changes nothing here: another dialog may be open by now. */
  async go(typed: string): Promise<PageSaved> {
    const address = typed.trim();
    if (address === "") {
      this.problem = t("follow-empty");
      return { outcome: null, problem: this.problem, late: false };
    }
    const attempt = ++this.#attempt;
    this.problem = "";
    this.working = true;
    try {
      const outcome = await this.#backend.savePage(address);
      return { outcome, problem: "", late: attempt !== this.#attempt };
    } catch (error) {
      const problem = sentence(error);
      const late = attempt !== this.#attempt;
      if (!late) this.problem = problem;
      return { outcome: null, problem, late };
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
