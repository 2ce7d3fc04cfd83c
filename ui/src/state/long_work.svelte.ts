import { sentence } from "../api/backend";

/** Work that takes its time: how far it is, and what came of it. It goes on while its dialog is closed. */
export class LongWork<Outcome> {
  working = $state(false);
  progress = $state.raw<{ done: number; total: number } | null>(null);
  cancelling = $state(false);
  result = $state.raw<Outcome | null>(null);
  problem = $state("");
  #end: () => Promise<void>;
  #missed = false;

  /** `end` asks the program to end it early; the outcome still comes. */
  constructor(end: () => Promise<void>) {
    this.#end = end;
  }

  /** Does the work, unless it is being done; the answer is its outcome, or null where it failed. */
  protected async run(work: () => Promise<Outcome>): Promise<Outcome | null> {
    if (this.working) return null;
    this.working = true;
    this.cancelling = false;
    this.progress = null;
    this.result = null;
    this.problem = "";
    try {
      this.result = await work();
    } catch (error) {
      this.problem = sentence(error);
    }
    this.working = false;
    this.cancelling = false;
    this.progress = null;
    return this.result;
  }

  /** Ends it early. */
  async cancel(): Promise<void> {
    this.cancelling = true;
    if (!this.working) this.progress = null;
    await this.#end();
  }

  /** The program says how far it is. */
  notice(done: number, total: number): void {
    if (this.working) this.progress = { done, total };
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

  /** It can be done again. */
  again(): void {
    if (this.working) return;
    this.result = null;
    this.problem = "";
  }
}
