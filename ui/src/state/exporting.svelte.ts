import { sentence, type ArticleId, type Backend, type Exported, type ExportFormat } from "../api/backend";
import { t } from "../i18n/words";

/** What a story can become, in the order of the dialog. */
export const exportFormats: readonly ExportFormat[] = ["epub", "html", "markdown", "bookmarks"];

/** A choice of stories: its name, how many there are, and their ids; without ids, everything saved. */
export interface ExportChoice {
  key: "story" | "marked" | "shown" | "saved";
  count: number;
  ids: ArticleId[] | null;
}

/** Taking stories out into a file: what is wished, how far it is, and what came of it. It goes on while its dialog is closed. */
export class Exporting {
  choices = $state.raw<ExportChoice[]>([]);
  chosen = $state<ExportChoice["key"]>("saved");
  format = $state<ExportFormat>("epub");
  working = $state(false);
  progress = $state.raw<{ done: number; total: number } | null>(null);
  cancelling = $state(false);
  result = $state.raw<Exported | null>(null);
  problem = $state("");
  #backend: Backend;
  #missed = false;

  constructor(backend: Backend) {
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
  opened(choices: ExportChoice[]): void {
    if (!this.working) {
      this.choices = choices;
      this.chosen = choices[0]?.key ?? "saved";
    }
    if (!this.#missed) this.again();
    this.#missed = false;
  }

  async start(): Promise<void> {
    const { choice } = this;
    if (this.working || choice === null) return;
    this.working = true;
    this.cancelling = false;
    this.progress = null;
    this.result = null;
    this.problem = "";
    try {
      this.result = await this.#backend.exportSaved(choice.ids, this.format);
    } catch (error) {
      this.problem = sentence(error);
    } finally {
      this.working = false;
      this.cancelling = false;
      this.progress = null;
    }
  }

  /** Ends it; no file stays. */
  async cancel(): Promise<void> {
    this.cancelling = true;
    await this.#backend.cancelExport();
  }

  notice(done: number, total: number): void {
    if (this.working) this.progress = { done, total };
  }

  /** Nobody was looking when it ended: the next opening of the dialog shows the outcome. */
  missed(): void {
    this.#missed = true;
  }

  /** Another export can be chosen. */
  again(): void {
    if (this.working) return;
    this.result = null;
    this.problem = "";
  }
}
