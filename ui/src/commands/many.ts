/* What is done with many stories at once. */
import type { App } from "../state/app.svelte";
import { lists, type Command } from "./command";

const live = ["live"] as const;
const saved = ["saved"] as const;
const views = ["live", "saved"] as const;
const some = (app: App) => lists(app) && app.many.marked.some;
const here = (app: App) => lists(app) && app.current !== null;

export const many: Command[] = [
  { id: "select", title: "cmd-select", group: "many", keys: ["x"], in: views, when: here, titleNow: (app) => (app.many.marked.has(app.current!) ? "cmd-unselect" : "cmd-select"), run: (app) => app.many.marked.toggle(app.current!) },
  { id: "extend-down", title: "cmd-extend-down", group: "many", keys: ["Shift+ArrowDown"], in: views, when: lists, run: (app) => app.many.extend(1) },
  { id: "extend-up", title: "cmd-extend-up", group: "many", keys: ["Shift+ArrowUp"], in: views, when: lists, run: (app) => app.many.extend(-1) },
  { id: "select-all", title: "cmd-select-all", group: "many", keys: ["$mod+a"], in: views, when: lists, run: (app) => app.many.all() },
  { id: "mark-read", title: "cmd-mark-read", group: "many", keys: ["m"], in: views, before: true, when: some, run: (app) => void app.many.mark(true) },
  { id: "mark-unread", title: "cmd-mark-unread", group: "many", keys: ["Shift+M"], in: views, when: some, run: (app) => void app.many.mark(false) },
  { id: "save-many", title: "cmd-save-many", group: "many", keys: ["s"], in: live, before: true, when: some, run: (app) => void app.many.save() },
  { id: "unsave-many", title: "cmd-unsave-many", group: "many", keys: ["s"], in: saved, before: true, when: some, run: (app) => void app.many.remove() },
  { id: "tag-many", title: "cmd-tag-many", group: "many", keys: ["t"], in: saved, before: true, when: some, run: (app) => app.show("tag") },
  { id: "hide-many", title: "cmd-hide-many", words: "words-cmd-hide", group: "many", keys: ["h"], in: live, before: true, when: some, titleNow: (app) => (app.ticker.muted ? "show-again" : "cmd-hide-many"), run: (app) => void app.hiding.many() },
  { id: "mark-all", title: "cmd-mark-all", words: "words-cmd-mark-all", group: "many", keys: ["Shift+A"], in: live, when: lists, run: (app) => void app.many.markAllRead() },
  { id: "mark-older", title: "cmd-mark-older", group: "many", keys: ["Shift+O"], in: live, when: here, run: (app) => void app.many.markOlderRead() },
  { id: "clear", title: "cmd-clear", group: "many", keys: ["Escape"], in: views, before: true, when: some, run: (app) => app.many.clear() },
];
