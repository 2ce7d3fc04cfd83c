import type { Backend, Packed } from "../api/backend";
import { t } from "../i18n/words";
import { LongWork } from "./long_work.svelte";

/** How many of the newest unread stories can be packed. */
export const packSizes = [50, 100, 200] as const;
/** How many megabytes they may take. */
export const packBudgets = [50, 200, 500] as const;

/** Packing for offline: what is wished, how far it is, and what came of it. */
export class Packing extends LongWork<Packed> {
  newest = $state<number>(100);
  budget = $state<number>(200);
  #backend: Backend;

  constructor(backend: Backend) {
    super(() => backend.cancelPack());
    this.#backend = backend;
  }

  /** The outcome in one line. */
  get words(): string {
    const { articles, complete, failed } = this.result ?? { articles: 0, complete: 0, failed: [] };
    if (articles === 0 && failed.length === 0) return this.result?.cancelled ? t("pack-nothing-cancelled") : t("pack-nothing");
    return t("pack-result", { count: articles, complete });
  }

  async start(): Promise<void> {
    await this.run(() => this.#backend.pack(this.newest, this.budget));
  }

  /** Progress of this round, or of one that began before the window was drawn anew. */
  override notice(done: number, total: number): void {
    if (this.working || done < total) this.progress = { done, total };
    else this.progress = null;
  }
}
