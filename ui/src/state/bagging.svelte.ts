import { t } from "../i18n/words";
import type { App } from "./app.svelte";
import { LongWork } from "./long_work.svelte";

/** One file with everything: written, or taken in. Its outcome is what is said of it. */
export class Bagging extends LongWork<string> {
  /** True where a file was written whose folder can be shown. */
  wrote = $state(false);
  #app: App;

  constructor(app: App) {
    super(() => app.backend.cancelExport());
    this.#app = app;
  }

  /** What came of it, in words. */
  get said(): string {
    return this.problem || (this.result ?? "");
  }

  /** Writes the file into the folder for downloads. */
  async write(): Promise<void> {
    await this.#work(async () => {
      const { cancelled, name, articles } = await this.#app.backend.exportBag();
      this.wrote = !cancelled;
      return cancelled ? t("export-cancelled") : t("export-done", { count: articles, name });
    });
  }

  /** Takes a file in; what it brings joins what is here. */
  async take(bytes: Uint8Array): Promise<void> {
    await this.#work(async () => {
      const taken = await this.#app.backend.importBag(bytes);
      await this.#app.changed();
      if (taken.sources + taken.added > 0) this.#app.leaveWelcome();
      const words = t("bag-taken", { added: taken.added, joined: taken.joined, already: taken.already, sources: taken.sources });
      return [words, taken.failed.length > 0 ? t("import-failed", { count: taken.failed.length }) : "", taken.cancelled ? t("bag-ended") : ""].filter(Boolean).join(" ");
    });
  }

  async #work(work: () => Promise<string>): Promise<void> {
    if (this.working) return;
    this.wrote = false;
    await this.run(work);
    // Who looks at the settings sees it there.
    if (this.#app.dialog !== "settings") this.#app.toasts.show(this.said, this.problem ? "problem" : "saved");
  }
}
