import { sentence, type ToastTime } from "../api/backend";
import { needsRoom } from "./trouble";

/** What the Undo of a toast takes back, as the journal names it. */
export type UndoAction = "mark_read" | "mark_unread" | "mark_all_read" | "save_article" | "unsave_article" | "import" | "import_saved" | "follow" | "unfollow" | "move_feeds" | "rename_feed" | "set_feed_settings" | "rename_folder" | "delete_folder" | "change_address" | "adopt_address" | "merge_feeds" | "mute" | "unmute" | "hide" | "unhide" | "notify" | "unnotify";

/** One line about what was just done, with a way back where there is one. */
export interface Toast {
  text: string;
  icon: "read" | "saved" | "link" | "undo" | "source" | "problem";
  /** What Undo on it takes back; without it there is no way back. */
  undo?: UndoAction;
  /** How many entries of the journal that is. */
  times: number;
  /** The way back of what is not in the journal; only as long as the toast stands. */
  back?: () => Promise<unknown>;
  /** There is no room on the disk: it leads to what takes room. */
  needsRoom?: true;
}

/** How long a message stays, and one with something to do; null = until it is dismissed. */
const STAYS: Record<ToastTime, [plain: number, withAction: number] | null> = { short: [6_000, 10_000], long: [20_000, 20_000], stay: null };

/** One toast at a time. It waits while the pointer or the focus is on it, and while the reader is at another window. */
export class Toasts {
  current = $state.raw<Toast | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #overtaken = false;
  #looked = false;
  #away = false;
  #time: () => ToastTime;

  constructor(time: () => ToastTime) {
    this.#time = time;
  }

  show(text: string, icon: Toast["icon"], undo?: UndoAction, times = 1, back?: () => Promise<unknown>): void {
    this.current = { text, icon, undo, times, back };
    this.#overtaken = false;
    this.#looked = false;
    this.#wait();
  }

  /** What went wrong, in a sentence. */
  problem(error: unknown): void {
    this.show(sentence(error), "problem");
    if (!needsRoom(error) || this.current === null) return;
    this.current = { ...this.current, needsRoom: true };
    this.#wait();
  }

  /** The reader did something else since, of which no toast speaks: the key for Undo is for that. */
  overtaken(): void {
    this.#overtaken = true;
  }

  /** What the key for Undo takes back while a toast stands. */
  get undo(): UndoAction | undefined {
    return this.#overtaken ? undefined : this.current?.undo;
  }

  /** Its own way back, where what was done is not in the journal. */
  get back(): Toast["back"] {
    return this.#overtaken ? undefined : this.current?.back;
  }

  /** How long what offers a way back stands, in milliseconds; null = until it is dismissed. */
  get stays(): number | null {
    return STAYS[this.#time()]?.[1] ?? null;
  }

  /** The reader looks at it. */
  pause(): void {
    this.#looked = true;
    this.#wait();
  }

  resume(): void {
    this.#looked = false;
    this.#wait();
  }

  /** The window lost the focus of the system, or has it again. */
  windowFocused(focused: boolean): void {
    this.#away = !focused;
    this.#wait();
  }

  dismiss(): void {
    clearTimeout(this.#timer);
    this.current = null;
  }

  #wait(): void {
    clearTimeout(this.#timer);
    const stays = STAYS[this.#time()];
    if (this.current && stays && !this.#looked && !this.#away) this.#timer = setTimeout(() => this.dismiss(), stays[this.current.undo || this.current.back || this.current.needsRoom ? 1 : 0]);
  }
}
