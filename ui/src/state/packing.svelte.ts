import { sentence, type Backend, type Packed } from "../api/backend";
import { t } from "../i18n/words";

/** How many of the newest unread stories can be packed. */
export const packSizes = [50, 100, 200] as const;
/** How many megabytes they may take. */
export const packBudgets = [50, 200, 500] as const;

/** Packing for offline: what is wished, how far it is, and what came of it. It goes on while its dialog is closed. */
export class Packing {
  newest = $state<number>(100);
  budget = $state<number>(200);
  working = $state(false);
  progress = $state.raw<{ done: number; total: number } | null>(null);
  cancelling = $state(false);
  result = $state.raw<Packed | null>(null);
  problem = $state("");
  #backend: Backend;
  #missed = false;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  /** The outcome in one line. */
  get words(): string {
    const { articles, complete, failed } = this.result ?? { articles: 0, complete: 0, failed: [] };
    if (articles === 0 && failed.length === 0) return this.result?.cancelled ? t("pack-nothing-cancelled") : t("pack-nothing");
    return t("pack-result", { count: articles, complete });
  }

  async start(): Promise<void> {
    if (this.working) return;
    this.working = true;
    this.cancelling = false;
    this.progress = null;
    this.result = null;
    this.problem = "";
    try {
      this.result = await this.#backend.pack(this.newest, this.budget);
    } catch (error) {
      this.problem = sentence(error);
    } finally {
      this.working = false;
      this.cancelling = false;
      this.progress = null;
    }
  }

  /** Ends it after the story under way; the outcome still comes. */
  async cancel(): Promise<void> {
    this.cancelling = true;
    if (!this.working) this.progress = null;
    await this.#backend.cancelPack();
  }

  /** Progress of this round, or of one that began before the window was drawn anew. */
  notice(done: number, total: number): void {
    if (this.working || done < total) this.progress = { done, total };
    else this.progress = null;
  }

  /** Nobody was looking when it ended: the next opening of the dialog shows the outcome. */
  missed(): void {
    this.#missed = true;
  }

  /** The dialog opens: an outcome that was seen is put away. */
  opened(): void {
    if (!this.#missed) this.again();
    this.#missed = false;
  }

  /** Another round can be chosen. */
  again(): void {
    if (this.working) return;
    this.result = null;
    this.problem = "";
  }
}
