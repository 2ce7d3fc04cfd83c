/** What is looked for in the open story. The page does the looking and tells how much it found. */
export class Finding {
  open = $state(false);
  query = $state("");
  /** Places found. */
  count = $state(0);
  /** Which of them is shown, from 0. */
  at = $state(0);
  /** Rises with each press of the key for it, so that an open bar takes the focus again. */
  asked = $state(0);
  #heard = 0;

  /** Opens the bar, or takes the focus back to it. */
  show(): void {
    this.open = true;
    this.asked += 1;
  }

  /** True once for each time the reader asked for the bar: then it takes the focus. */
  takesFocus(): boolean {
    const asked = this.asked !== this.#heard;
    this.#heard = this.asked;
    return asked;
  }

  close(): void {
    this.open = false;
  }

  /** The next place, or the one before; around the ends. */
  step(by: 1 | -1): void {
    if (!this.open) this.show();
    if (this.count > 0) this.at = (this.at + by + this.count) % this.count;
  }

  /** So many places were found; the first one at or behind the reader's eye is shown. */
  found(count: number, first = 0): void {
    this.count = count;
    this.at = count === 0 ? 0 : Math.min(first, count - 1);
  }
}
