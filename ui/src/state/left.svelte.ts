import type { Memory } from "./memory";

const LEFT_LIVE = "left-live";
/** Who comes back within this time has not been away. */
export const AWAY = 30 * 60_000;

/** What it needs of the world around it: the moment, and the small memory that survives a restart. */
interface Around extends Memory {
  now(): number;
}

/** When the reader left Live last: the line "You were here" stands there. */
export class LeftLive {
  /** The moment of the line, as the library writes time; null where there is none. */
  line = $state<string | null>(null);
  /** True where the last look at Live, in an earlier life of the window, is less than half an hour ago. */
  readonly recent: boolean;
  #around: Around;
  #away = false;

  constructor(around: Around) {
    this.#around = around;
    this.line = stamp(around.recall(LEFT_LIVE));
    this.recent = this.line !== null && around.now() - Number(around.recall(LEFT_LIVE)) < AWAY;
  }

  /** The reader looks at Live now: what is kept survives a crash. */
  seen(): void {
    this.#around.remember(LEFT_LIVE, String(this.#around.now()));
  }

  /** The reader turns away from Live. */
  leave(): void {
    this.seen();
    this.#away = true;
  }

  /** The reader is back; the line moves only after a real absence. */
  enter(): void {
    const left = Number(this.#around.recall(LEFT_LIVE));
    if (this.#away && this.#around.now() - left >= AWAY) this.line = stamp(String(left));
    this.#away = false;
  }
}

function stamp(kept: string | null): string | null {
  const moment = Number(kept);
  return kept === null || !Number.isFinite(moment) || moment <= 0 ? null : new Date(moment).toISOString().replace(/\.\d+Z$/, "Z");
}
