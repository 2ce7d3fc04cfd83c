/** What the Undo of a toast takes back, as the journal names it. */
export type UndoAction = "mark_read" | "mark_unread" | "mark_all_read" | "save_article" | "unsave_article" | "follow" | "unfollow";

/** One line about what was just done, with a way back where there is one. */
export interface Toast {
  text: string;
  icon: "read" | "saved" | "link" | "undo" | "source" | "problem";
  /** What Undo on it takes back; without it there is no way back. */
  undo?: UndoAction;
  /** How many entries of the journal that is. */
  times: number;
}

const PLAIN = 6_000;
const WITH_UNDO = 10_000;

/** One toast at a time. It waits while the pointer or the focus is on it. */
export class Toasts {
  current = $state.raw<Toast | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;

  show(text: string, icon: Toast["icon"], undo?: UndoAction, times = 1): void {
    this.current = { text, icon, undo, times };
    this.resume();
  }

  /** The reader looks at it. */
  pause(): void {
    clearTimeout(this.#timer);
  }

  resume(): void {
    clearTimeout(this.#timer);
    if (this.current) this.#timer = setTimeout(() => this.dismiss(), this.current.undo ? WITH_UNDO : PLAIN);
  }

  dismiss(): void {
    clearTimeout(this.#timer);
    this.current = null;
  }
}
