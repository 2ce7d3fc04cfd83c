/* Moving through the stories of a list. */
import { lists, type Command } from "./command";

const views = ["live", "saved", "search"] as const;

export const move: Command[] = [
  { id: "next", title: "cmd-next", group: "move", keys: ["j", "ArrowDown"], in: views, when: lists, run: (app) => app.step({ by: 1 }) },
  { id: "previous", title: "cmd-previous", group: "move", keys: ["k", "ArrowUp"], in: views, when: lists, run: (app) => app.step({ by: -1 }) },
  { id: "next-unread", title: "cmd-next-unread", group: "move", keys: ["n"], in: views, when: lists, run: (app) => app.step("unread") },
  { id: "previous-unread", title: "cmd-previous-unread", group: "move", keys: ["Shift+N"], in: views, when: lists, run: (app) => app.step("unread-back") },
  {
    id: "page",
    title: "cmd-page",
    group: "move",
    keys: ["Space"],
    in: views,
    when: lists,
    run: (app, page) => {
      if (!page.pageArticle(1)) app.step("unread");
    },
  },
  { id: "page-back", title: "cmd-page-back", group: "move", keys: ["Shift+Space"], in: views, when: lists, run: (_app, page) => void page.pageArticle(-1) },
  {
    id: "unfold",
    title: "cmd-unfold",
    group: "move",
    keys: ["Enter", "ArrowRight"],
    in: ["live"],
    before: true,
    when: (app) => lists(app) && app.ticker.onFold !== null,
    run: (app) => app.unfold(),
  },
  { id: "show-new", title: "cmd-show-new", group: "move", keys: ["."], in: ["live"], when: lists, run: (app) => void app.showNew() },
  {
    id: "first",
    title: "cmd-first",
    group: "move",
    keys: ["g g", "Home"],
    in: views,
    when: lists,
    run: (app) => {
      if (app.view === "live" && (app.ticker.waiting > 0 || app.ticker.above > 0)) void app.showNew();
      else app.step({ to: "first" });
    },
  },
  { id: "last", title: "cmd-last", group: "move", keys: ["Shift+G", "End"], in: views, when: lists, run: (app) => app.step({ to: "last" }) },
  { id: "screen-down", title: "cmd-screen-down", group: "move", keys: ["PageDown"], in: views, when: lists, run: (app, page) => app.step({ by: page.screenful() }) },
  { id: "screen-up", title: "cmd-screen-up", group: "move", keys: ["PageUp"], in: views, when: lists, run: (app, page) => app.step({ by: -page.screenful() }) },
];
