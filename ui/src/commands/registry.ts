import type { App } from "../state/app.svelte";
import { savedOrders, type SavedOrder } from "../state/saved.svelte";

/** What a command may ask of the page, because only the page knows where the focus and the scroll are. */
export interface Page {
  /** Scrolls the open story; false when it is at its end already. */
  pageArticle(direction: 1 | -1): boolean;
  /** Rows that fit on one screen of the list. */
  screenful(): number;
  focusArticle(): void;
  /** Puts the focus where a tag is typed. */
  focusTags(): void;
  nextRegion(direction: 1 | -1): void;
}

/** One thing that the reader can do by key. */
export interface Command {
  id: string;
  /** Key of its title in the words. */
  title: string;
  group: "move" | "go" | "story" | "app";
  /** Key presses as tinykeys writes them; the first is shown in Help. */
  keys: string[];
  /** False while it makes no sense: the key is then left alone. */
  when?(app: App): boolean;
  run(app: App, page: Page): void;
}

const lists = (app: App) => app.dialog === null && !app.welcome && app.view !== "sources";
const story = (app: App) => lists(app) && app.target !== null;
const opened = (app: App) => lists(app) && app.reading.status === "ready" && app.reading.page !== null;
const plain = (app: App) => app.dialog === null && !app.welcome;
const nextOrder = (order: SavedOrder) => savedOrders[(savedOrders.indexOf(order) + 1) % savedOrders.length]!;

/** Every command of the window. */
export const commands: Command[] = [
  { id: "next", title: "cmd-next", group: "move", keys: ["j", "ArrowDown"], when: lists, run: (app) => app.step({ by: 1 }) },
  { id: "previous", title: "cmd-previous", group: "move", keys: ["k", "ArrowUp"], when: lists, run: (app) => app.step({ by: -1 }) },
  { id: "next-unread", title: "cmd-next-unread", group: "move", keys: ["n"], when: lists, run: (app) => app.step("unread") },
  {
    id: "page",
    title: "cmd-page",
    group: "move",
    keys: ["Space"],
    when: lists,
    run: (app, page) => {
      if (!page.pageArticle(1)) app.step("unread");
    },
  },
  { id: "page-back", title: "cmd-page-back", group: "move", keys: ["Shift+Space"], when: lists, run: (_app, page) => void page.pageArticle(-1) },
  { id: "show-new", title: "cmd-show-new", group: "move", keys: ["."], when: (app) => plain(app) && app.view === "live", run: (app) => void app.showNew() },
  {
    id: "first",
    title: "cmd-first",
    group: "move",
    keys: ["Home"],
    when: lists,
    run: (app) => {
      if (app.view === "live" && (app.ticker.waiting > 0 || app.ticker.above > 0)) void app.showNew();
      else app.step({ to: "first" });
    },
  },
  { id: "last", title: "cmd-last", group: "move", keys: ["End"], when: lists, run: (app) => app.step({ to: "last" }) },
  { id: "screen-down", title: "cmd-screen-down", group: "move", keys: ["PageDown"], when: lists, run: (app, page) => app.step({ by: page.screenful() }) },
  { id: "screen-up", title: "cmd-screen-up", group: "move", keys: ["PageUp"], when: lists, run: (app, page) => app.step({ by: -page.screenful() }) },

  { id: "go-live", title: "cmd-live", group: "go", keys: ["g l"], when: plain, run: (app) => app.go("live") },
  { id: "go-saved", title: "cmd-saved", group: "go", keys: ["g s"], when: plain, run: (app) => app.go("saved") },
  { id: "go-sources", title: "cmd-sources", group: "go", keys: ["g o"], when: plain, run: (app) => app.go("sources") },

  {
    id: "open",
    title: "cmd-open",
    group: "story",
    keys: ["Enter", "o"],
    when: (app) => lists(app) && app.current !== null,
    run: (app, page) => {
      app.open(app.current!);
      page.focusArticle();
    },
  },
  { id: "original", title: "cmd-original", group: "story", keys: ["v", "b"], when: story, run: (app) => void app.stories.openOriginal() },
  { id: "save", title: "cmd-save", group: "story", keys: ["s"], when: story, run: (app) => void app.stories.toggleSave() },
  { id: "read", title: "cmd-read", group: "story", keys: ["m"], when: story, run: (app) => void app.stories.toggleRead() },
  { id: "comments", title: "cmd-comments", group: "story", keys: ["c"], when: (app) => story(app) && Boolean(app.reading.page?.comments_url), run: (app) => void app.stories.openComments() },
  { id: "copy", title: "cmd-copy", group: "story", keys: ["y"], when: story, run: (app) => void app.stories.copyLink() },
  { id: "text", title: "cmd-text", group: "story", keys: ["u"], when: (app) => opened(app) && app.reading.otherText !== null, run: (app) => void app.reading.switchText() },
  { id: "images", title: "cmd-images", group: "story", keys: ["i"], when: (app) => opened(app) && app.reading.page!.hidden_images > 0, run: (app) => void app.reading.showImages() },
  {
    id: "tags",
    title: "cmd-tags",
    group: "story",
    keys: ["t"],
    when: (app) => opened(app) && app.reading.page!.saved,
    run: (app, page) => {
      app.pane = "article";
      page.focusTags();
    },
  },
  { id: "order", title: "cmd-order", group: "story", keys: ["Shift+O"], when: (app) => plain(app) && app.view === "saved", run: (app) => app.orderSaved(nextOrder(app.saved.order)) },
  { id: "mark-all", title: "cmd-mark-all", group: "story", keys: ["Shift+A"], when: (app) => plain(app) && app.view === "live", run: (app) => void app.stories.markAllRead() },

  { id: "follow", title: "cmd-follow", group: "app", keys: ["a"], when: plain, run: (app) => app.show("follow") },
  { id: "save-page", title: "cmd-save-page", group: "app", keys: ["Shift+S"], when: plain, run: (app) => app.show("save-page") },
  { id: "pack", title: "cmd-pack", group: "app", keys: ["p"], when: (app) => plain(app) && app.library.status.feeds > 0, run: (app) => app.show("pack") },
  { id: "sync", title: "cmd-sync", group: "app", keys: ["r", "$mod+r", "F5"], when: plain, run: (app) => void app.sync() },
  { id: "region", title: "cmd-region", group: "app", keys: ["F6"], when: plain, run: (_app, page) => page.nextRegion(1) },
  { id: "region-back", title: "cmd-region", group: "app", keys: ["Shift+F6"], when: plain, run: (_app, page) => page.nextRegion(-1) },
  { id: "settings", title: "cmd-settings", group: "app", keys: ["$mod+,"], when: plain, run: (app) => app.show("settings") },
  { id: "undo", title: "cmd-undo", group: "app", keys: ["$mod+z"], when: plain, run: (app) => void app.undo() },
  { id: "help", title: "cmd-help", group: "app", keys: ["[Shift]+?", "F1"], when: plain, run: (app) => app.show("help") },
  {
    id: "back",
    title: "cmd-back",
    group: "app",
    keys: ["Escape"],
    when: (app) => plain(app) && (app.pane === "article" || app.toasts.current !== null),
    run: (app) => {
      if (app.toasts.current) app.toasts.dismiss();
      else app.pane = "list";
    },
  },
];
