/** News is told once in this time at most. */
const EVERY = 60_000;

/** What it needs of the world around it. */
interface Around {
  now(): number;
  /** The reader wants to be told, and is in the ticker. */
  wanted(): boolean;
}

/** When a screen reader is told of new stories: at most once a minute, and only whoever is in the ticker and wants it. */
export class Telling {
  #around: Around;
  #told = Number.NEGATIVE_INFINITY;

  constructor(around: Around) {
    this.#around = around;
  }

  /** True where what has come is to be told now; it counts as told then. */
  begin(): boolean {
    const now = this.#around.now();
    if (!this.#around.wanted() || now - this.#told < EVERY) return false;
    this.#told = now;
    return true;
  }
}
