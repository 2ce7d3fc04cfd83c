import type { App } from "./app.svelte";
import type { Dialog } from "./dialogs";

/** Nothing comes up in this time after a dialog was closed, in milliseconds: another may follow it, and a second click is not for what comes. */
export const BREATH = 300;

/** Whose turn it is over the window: what comes up by itself after long work waits until the reader has closed what they opened. */
export class Turns {
  #app: App;
  #waiting: (() => void)[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(app: App) {
    this.#app = app;
  }

  /** Resolves when nothing lies over the window, nor did a moment ago. */
  async free(): Promise<void> {
    while (this.#app.dialog !== null || this.#timer !== undefined) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** Resolves at once where this dialog lies over the window as when the work began; else when nothing does. */
  async since(dialog: Dialog | null): Promise<void> {
    if (this.#app.dialog === null || this.#app.dialog !== dialog) await this.free();
  }

  /** A dialog was closed, or whose turn it was needs none. */
  closed(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#app.dialog === null) this.#waiting.shift()?.();
    }, BREATH);
  }
}
