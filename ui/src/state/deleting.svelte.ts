import { sentence } from "../api/backend";
import { t } from "../i18n/words";
import type { App } from "./app.svelte";

/** Deleting everything, the one thing that is asked about: what goes is said, and a word has to be typed. */
export class Deleting {
  /** What the reader is shown, and agrees to; null where nothing is asked. */
  asked = $state.raw<{ saved: number; feeds: number } | null>(null);
  typed = $state("");
  working = $state(false);
  problem = $state("");
  #app: App;

  constructor(app: App) {
    this.#app = app;
  }

  /** True where the word stands there that means it. */
  get meant(): boolean {
    return this.typed.trim().toLocaleLowerCase() === t("delete-word").toLocaleLowerCase();
  }

  ask(): void {
    const { saved, feeds } = this.#app.library.status;
    this.asked = { saved, feeds };
    this.typed = "";
    this.problem = "";
  }

  cancel(): void {
    this.asked = null;
  }

  async confirm(): Promise<void> {
    if (this.asked === null || !this.meant || this.working) return;
    this.working = true;
    this.problem = "";
    try {
      await this.#app.backend.deleteEverything(this.asked.saved, this.asked.feeds);
      this.asked = null;
      await this.#app.beginAgain();
    } catch (error) {
      this.problem = sentence(error);
    }
    this.working = false;
  }
}
