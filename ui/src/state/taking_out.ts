import type { ArticleId } from "../api/backend";
import { t } from "../i18n/words";
import { isWithin } from "../text/folders";
import type { App } from "./app.svelte";
import type { ExportChoice } from "./exporting.svelte";

/** Taking stories along: packed for a journey, or out into a file. What ends while nobody looks is said in one line. */
export class TakingOut {
  #app: App;

  constructor(app: App) {
    this.#app = app;
  }

  /** Packs for offline; where the dialog was closed meanwhile, the outcome is said in one line. */
  async pack(): Promise<void> {
    await this.#app.packing.start();
    if (this.#app.dialog === "pack") return;
    this.#app.packing.missed();
    if (this.#app.packing.problem) this.#app.toasts.show(this.#app.packing.problem, "problem");
    else if (this.#app.packing.result) this.#app.toasts.show(this.#app.packing.words, "saved");
  }

  /** What can be taken out of the view on screen, the nearest first. */
  get exportChoices(): ExportChoice[] {
    const choices: ExportChoice[] = [];
    const marked = this.#app.many.ids;
    if (marked.length > 0) choices.push({ key: "marked", count: marked.length, ids: marked });
    if (this.#app.view !== "sources" && this.#app.target !== null) choices.push({ key: "story", count: 1, ids: [this.#app.target] });
    if (this.#app.view === "saved" && this.#app.saved.filter !== "all" && this.#app.saved.shown.length > 0) {
      choices.push({ key: "shown", count: this.#app.saved.shown.length, ids: this.#app.saved.shown.map((item) => item.id) });
    }
    const { saved } = this.#app.library.status;
    if (saved > 0) choices.push({ key: "saved", count: saved, ids: null });
    return choices;
  }

  /** Takes stories out; where the dialog was closed meanwhile, the outcome is said in one line. */
  async exportStories(): Promise<void> {
    await this.#app.exporting.start();
    if (this.#app.dialog === "export") return;
    this.#app.exporting.missed();
    if (this.#app.exporting.problem) this.#app.toasts.show(this.#app.exporting.problem, "problem");
    else if (this.#app.exporting.result) this.#app.toasts.show(this.#app.exporting.words, "saved");
  }

  /** Writes the list of what is followed, or of a folder and those under it, into a file for other readers. */
  async exportFeeds(of: string | null = null): Promise<void> {
    await this.#app.attempt(async () => {
      const { name, folder } = await this.#app.backend.exportFeeds(of);
      const count = of === null ? this.#app.library.status.feeds : this.#app.sources.feeds.filter((feed) => isWithin(feed.folder, of)).length;
      this.#app.toasts.show(t("feeds-exported", { count, name, folder }), "source");
    });
  }

  /** Writes an image of a story into a file. */
  async exportImage(id: ArticleId, key: string): Promise<void> {
    await this.#app.attempt(async () => {
      const { name, folder } = await this.#app.backend.exportImage(id, key);
      this.#app.toasts.show(t("image-saved", { name, folder }), "saved");
    });
  }

  async copyImageAddress(key: string): Promise<void> {
    await this.#app.attempt(async () => this.#app.stories.copyText(await this.#app.backend.imageAddress(key), t("address-copied")));
  }

  async cancelExport(): Promise<void> {
    await this.#app.attempt(() => this.#app.exporting.cancel());
  }

  async showExport(): Promise<void> {
    await this.#app.attempt(() => this.#app.backend.showExport());
  }

  async cancelPack(): Promise<void> {
    await this.#app.attempt(() => this.#app.packing.cancel());
  }
}
