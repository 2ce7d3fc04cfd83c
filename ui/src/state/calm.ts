/** After a key in the ticker nothing moves by itself for this long. */
export const QUIET_AFTER_KEY = 10_000;
/** Commits come at most this often. */
export const COMMIT_EVERY = 2_000;

/** When the list may move by itself: it stands at its top, and nobody is busy with it. */
export class Calm {
  /** The scroll offset of the list. */
  top = 0;
  #now: () => number;
  #busy: () => boolean;
  #focused = true;
  #hidden = false;
  #pointer = false;
  #lastKey = Number.NEGATIVE_INFINITY;
  #lastCommit = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(now: () => number, busy: () => boolean) {
    this.#now = now;
    this.#busy = busy;
  }

  pointerOver(over: boolean): void {
    this.#pointer = over;
  }
  keyPressed(): void {
    this.#lastKey = this.#now();
  }
  windowFocused(focused: boolean): void {
    this.#focused = focused;
  }
  windowHidden(hidden: boolean): void {
    this.#hidden = hidden;
  }
  /** The list has just moved. */
  moved(): void {
    this.#lastCommit = this.#now();
  }

  /** Moves the list now if every condition holds; where only time is missing, asks again then. */
  consider(move: () => void, again: () => void): void {
    this.cancel();
    const calm = this.top <= 4 && (this.#focused || this.#hidden) && !this.#pointer && !this.#busy();
    if (!calm) return;
    const wait = Math.max(this.#lastKey + QUIET_AFTER_KEY, this.#lastCommit + COMMIT_EVERY) - this.#now();
    if (wait > 0) this.#timer = setTimeout(again, wait);
    else move();
  }

  cancel(): void {
    clearTimeout(this.#timer);
  }
}
