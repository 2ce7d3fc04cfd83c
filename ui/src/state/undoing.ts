import type { Undone } from "../api/backend";
import { t } from "../i18n/words";
import type { App } from "./app.svelte";
import type { UndoAction } from "./toasts.svelte";

/** Taking back what was done, and doing again what was taken back. The journal stands in the library and outlives a restart. */
export class Undoing {
  #app: App;
  /** How many entries of the journal each step back took, the last one at the end; nothing where it was a choice of the page's own. */
  #taken: (number | null)[] = [];

  constructor(app: App) {
    this.#app = app;
  }

  /** Takes back what the toast speaks of, else the newest change. */
  async undo(kind: UndoAction | undefined = this.#app.toasts.undo, back = kind === undefined ? this.#app.toasts.back : undefined): Promise<void> {
    const { toasts, backend } = this.#app;
    if (back !== undefined) {
      this.#taken.push(null);
      toasts.show(t("undone"), "undo");
      return this.#app.attempt(back);
    }
    // A step that took several entries of the journal is taken back whole while its toast stands.
    const toast = toasts.current;
    const times = toast?.undo !== undefined && kind === toast.undo ? toast.times : 1;
    await this.#app.attempt(async () => {
      const { action, count, steps } = await repeated(times, () => backend.undo(kind));
      if (steps > 0) this.#taken.push(steps);
      if (action === null) toasts.show(t("nothing-to-undo"), "undo");
      else toasts.show(count > 1 ? t("undone-count", { count }) : t("undone"), "undo");
      await this.#shown(action);
    });
  }

  /** Does again what was taken back last, for as long as nothing else was done. */
  async redo(): Promise<void> {
    const { toasts, backend } = this.#app;
    // Of what was taken back before a restart it is not known how many entries were one step.
    const times = this.#taken.length > 0 ? this.#taken.at(-1)! : 1;
    if (times === null) return toasts.show(t("nothing-to-redo"), "undo");
    this.#taken.pop();
    await this.#app.attempt(async () => {
      const { action, count, steps } = await repeated(times, () => backend.redo());
      // Something else was done since.
      if (action === null) this.#taken = [];
      if (action === null) toasts.show(t("nothing-to-redo"), "undo");
      // What was one step is taken back as one.
      else toasts.show(count > 1 ? t("redone-count", { count }) : t("redone"), "undo", action as UndoAction, steps);
      await this.#shown(action);
    });
  }

  async #shown(action: string | null): Promise<void> {
    const { ticker, following, welcome } = this.#app;
    // Rows may belong into the list again: no look at what arrived or is there would find them.
    if (action !== null && !welcome && (ticker.unread || /^(un)?(follow|mute|hide)$|^import$|^set_feed_settings$/.test(action))) await ticker.reload();
    if (action !== null && /feed|folder|address/.test(action)) await following.refresh();
    await this.#app.changed();
  }
}

/** Asks so often, or until there is nothing more of that kind, and adds up. */
async function repeated(times: number, ask: () => Promise<Undone>): Promise<{ action: string | null; count: number; steps: number }> {
  let { action, count } = await ask();
  let steps = action === null ? 0 : 1;
  while (steps > 0 && steps < times) {
    const next = await ask();
    if (next.action === null) break;
    [action, count, steps] = [next.action, count + next.count, steps + 1];
  }
  return { action, count, steps };
}
