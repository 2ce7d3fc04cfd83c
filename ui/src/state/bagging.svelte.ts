import { sentence } from "../api/backend";
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

  /** Takes files in, one after the other; what they bring joins what is here. One that is refused is told, and stops nothing. */
  async take(...files: Uint8Array[]): Promise<void> {
    await this.#work(async () => {
      const sum = { added: 0, joined: 0, already: 0, sources: 0 };
      let failed = 0;
      let cancelled = false;
      const refused: unknown[] = [];
      for (const bytes of files) {
        if (cancelled) break;
        try {
          const taken = await this.#app.backend.importBag(bytes);
          for (const key of ["added", "joined", "already", "sources"] as const) sum[key] += taken[key];
          failed += taken.failed.length;
          cancelled = taken.cancelled;
        } catch (error) {
          refused.push(error);
        }
      }
      if (refused.length === files.length) throw refused[0];
      await this.#app.changed();
      if (sum.sources + sum.added > 0) this.#app.leaveWelcome();
      return [t("bag-taken", sum), failed > 0 ? t("import-failed", { count: failed }) : "", cancelled ? t("bag-ended") : "", ...refused.map(sentence)].filter(Boolean).join(" ");
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
