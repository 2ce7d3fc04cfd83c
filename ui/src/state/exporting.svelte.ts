import type { ArticleId, Backend, Exported, ExportFormat } from "../api/backend";
import { t } from "../i18n/words";
import { LongWork } from "./long_work.svelte";

/** What a story can become, in the order of the dialog. */
export const exportFormats: readonly ExportFormat[] = ["epub", "html", "markdown", "bookmarks"];

/** A choice of stories: its name, how many there are, and their ids; without ids, everything saved. */
export interface ExportChoice {
  key: "story" | "marked" | "shown" | "saved";
  count: number;
  ids: ArticleId[] | null;
}

/** Taking stories out into a file: what is wished, how far it is, and what came of it. */
export class Exporting extends LongWork<Exported> {
  choices = $state.raw<ExportChoice[]>([]);
  chosen = $state<ExportChoice["key"]>("saved");
  format = $state<ExportFormat>("epub");
  #backend: Backend;

  constructor(backend: Backend) {
    super(() => backend.cancelExport());
    this.#backend = backend;
  }

  get choice(): ExportChoice | null {
    return this.choices.find((choice) => choice.key === this.chosen) ?? null;
  }

  /** The outcome in one line. */
  get words(): string {
    if (this.result === null) return "";
    if (this.result.cancelled) return t("export-cancelled");
    return t("export-done", { count: this.result.articles, name: this.result.name });
  }

  /** What is not in the file, in one line; empty where everything is. */
  get lacks(): string {
    if (this.result === null || this.result.cancelled) return "";
    const { left_out, missing_images } = this.result;
    return [left_out > 0 ? t("export-left-out", { count: left_out }) : "", missing_images > 0 ? t("export-missing-images", { count: missing_images }) : ""].filter(Boolean).join(" ");
  }

  /** The dialog opens over these choices; the first one is the usual. */
  openedOver(choices: ExportChoice[]): void {
    if (!this.working) {
      this.choices = choices;
      this.chosen = choices[0]?.key ?? "saved";
    }
    this.opened();
  }

  async start(): Promise<void> {
    const { choice } = this;
    if (choice !== null) await this.run(() => this.#backend.exportSaved(choice.ids, this.format));
  }
}
