import { sentence } from "../api/backend";
import { t } from "../i18n/words";
import type { App } from "./app.svelte";

/** One file with everything: written, or taken in. It goes on while the settings are closed. */
export class Bagging {
  working = $state<"export" | "import" | null>(null);
  progress = $state.raw<{ done: number; total: number } | null>(null);
  cancelling = $state(false);
  said = $state("");
  /** True where a file was written whose folder can be shown. */
  wrote = $state(false);
  #app: App;

  constructor(app: App) {
    this.#app = app;
  }

  /** Writes the file into the folder for downloads. */
  async write(): Promise<void> {
    await this.#work("export", async () => {
      const { cancelled, name, articles } = await this.#app.backend.exportBag();
      this.wrote = !cancelled;
      return cancelled ? t("export-cancelled") : t("export-done", { count: articles, name });
    });
  }

  /** Takes a file in; what it brings joins what is here. */
  async take(bytes: Uint8Array): Promise<void> {
    await this.#work("import", async () => {
      const taken = await this.#app.backend.importBag(bytes);
      await this.#app.changed();
      if (taken.sources + taken.added > 0) this.#app.leaveWelcome();
      const words = t("bag-taken", { added: taken.added, joined: taken.joined, already: taken.already, sources: taken.sources });
      return [words, taken.failed.length > 0 ? t("import-failed", { count: taken.failed.length }) : "", taken.cancelled ? t("bag-ended") : ""].filter(Boolean).join(" ");
    });
  }

  async cancel(): Promise<void> {
    this.cancelling = true;
    await this.#app.backend.cancelExport();
  }

  notice(done: number, total: number): void {
    if (this.working !== null) this.progress = { done, total };
  }

  async #work(kind: "export" | "import", work: () => Promise<string>): Promise<void> {
    if (this.working !== null) return;
    this.working = kind;
    this.cancelling = false;
    this.wrote = false;
    this.progress = null;
    this.said = "";
    let kindOfToast: "saved" | "problem" = "saved";
    try {
      this.said = await work();
    } catch (error) {
      this.said = sentence(error);
      kindOfToast = "problem";
    }
    this.working = null;
    this.progress = null;
    // Who looks at the settings sees it there.
    if (this.#app.dialog !== "settings") this.#app.toasts.show(this.said, kindOfToast);
  }
}
