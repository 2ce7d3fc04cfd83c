/* What is done with the sources, on the row of their tree that has the focus. */
import type { App } from "../state/app.svelte";
import { plain, type Command } from "./command";

const views = ["sources"] as const;
const onRow = (app: App) => plain(app) && app.sources.standing !== null;
const onSource = (app: App) => onRow(app) && app.sources.standing!.feed !== null;

function rename(app: App): void {
  const { feed, folder } = app.sources.standing!;
  app.following.ask(feed ? { what: "source", feed: feed.id, name: feed.title } : { what: "folder", name: folder.path! });
}
/** Those that are marked, else the one of the row. */
function unfollow({ sources, following }: App): void {
  void following.many.unfollow(sources.marked.size > 0 ? [...sources.marked] : [sources.standing!.feed!.id]);
}

export const sources: Command[] = [
  { id: "mark-source", title: "cmd-mark-source", group: "sources", keys: ["x", "Space"], in: views, when: onSource, run: (app) => app.sources.mark(app.sources.standing!.feed!.id) },
  { id: "mark-all-sources", title: "cmd-mark-all-sources", group: "sources", keys: ["$mod+a"], in: views, when: onRow, run: (app) => app.sources.markAll() },
  { id: "clear-sources", title: "clear-marks", group: "sources", keys: ["Escape"], in: views, before: true, when: (app) => plain(app) && app.sources.marked.size > 0, run: (app) => app.sources.clearMarks() },
  { id: "rename-source", title: "cmd-rename-source", group: "sources", keys: ["F2"], in: views, when: (app) => onSource(app) || (onRow(app) && app.sources.standing!.folder.path !== null), run: rename },
  { id: "unfollow-source", title: "cmd-unfollow-source", group: "sources", keys: ["Delete"], in: views, when: onSource, run: unfollow },
];
