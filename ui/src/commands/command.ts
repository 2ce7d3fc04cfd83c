import { t } from "../i18n/words";
import type { App, View } from "../state/app.svelte";

/** What a command may ask of the page, because only the page knows where the focus and the scroll are. */
export interface Page {
  /** Scrolls the open story; false when it is at its end already, and that was shown. */
  pageArticle(direction: 1 | -1): boolean;
  /** Rows that fit on one screen of the list. */
  screenful(): number;
  focusArticle(): void;
  /** Puts the focus where a tag is typed. */
  focusTags(): void;
  /** Moves the focus to the next paragraph of the open story. */
  paragraph(direction: 1 | -1): void;
  nextRegion(direction: 1 | -1): void;
  /** Puts the focus on the message that stands. */
  focusToast(): void;
  /** Opens the list of what Live can show. */
  chooseScope(): void;
  /** Lets the reader choose files with lists of sources. */
  chooseLists(): void;
}

/** The parts of Help in its order, each with the key of its title in the words. */
export const groups = {
  move: "group-move",
  go: "group-go",
  story: "group-story",
  many: "group-many",
  sources: "sources",
  app: "group-app",
  article: "group-article",
} as const;
export type Group = keyof typeof groups;

/** One thing that the reader can do, by key, from a menu or from the palette. */
export interface Command {
  id: string;
  /** Key of its title in the words. */
  title: string;
  /** Key of further words that it is found by; behind its title, and never shown. */
  words?: string;
  group: Group;
  /** The usual key presses, as tinykeys writes them; the reader may replace them. Help shows the first. */
  keys: string[];
  /** The views it belongs to; without it, every view. Two commands of one view never share a key. */
  in?: readonly View[];
  /** It holds only for a moment (`when` says for which), and goes before another command with the same key. */
  before?: true;
  /** Commands that Help shows as one line: its title, and the keys from the first to the last. */
  family?: { title: string; keys: string[] };
  /** What a menu calls it, where it goes one of two ways now; the key of that in the words. */
  titleNow?(app: App): string;
  /** What its title is filled with. */
  titleArgs?: Record<string, string | number>;
  /** False while it makes no sense: the key is then left alone, and menus and the palette do not offer it. */
  when?(app: App): boolean;
  run(app: App, page: Page): void;
}

/** Nothing lies over the window; the palette offers what the window under it can do. */
export const plain = (app: App) => (app.dialog === null || app.dialog === "palette") && !app.welcome;
/** The title of a command in the reader's language. */
export const titleOf = (command: Command) => t(command.title, command.titleArgs);

/** What a command would do now, for a menu. */
export const titleNow = (command: Command, app: App) => t(command.titleNow?.(app) ?? command.title, command.titleArgs);

/** A list of stories is on screen. */
export const lists = (app: App) => plain(app) && (app.view === "live" || app.view === "saved" || app.view === "search");
/** There is a story to do something with. */
export const story = (app: App) => lists(app) && app.target !== null;
/** A story is open and drawn. */
export const opened = (app: App) => lists(app) && app.reading.status === "ready" && app.reading.page !== null;
