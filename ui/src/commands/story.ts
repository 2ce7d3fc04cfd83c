/* What can be done with one story. */
import type { App } from "../state/app.svelte";
import { storyAtHand } from "../state/at_hand";
import { savedOrders, type SavedOrder } from "../state/saved.svelte";
import { lists, opened, plain, story as aStory, type Command } from "./command";

const views = ["live", "saved", "search"] as const;
/** There is a story, of a source that is followed. */
const sourced = (app: App) => lists(app) && storyAtHand(app) !== null;
const nextOrder = (order: SavedOrder) => savedOrders[(savedOrders.indexOf(order) + 1) % savedOrders.length]!;

export const story: Command[] = [
  {
    id: "open",
    title: "cmd-open",
    group: "story",
    keys: ["Enter", "o"],
    in: views,
    when: (app) => lists(app) && app.current !== null,
    run: (app, page) => {
      app.open(app.current!);
      page.focusArticle();
    },
  },
  { id: "original", title: "cmd-original", words: "words-cmd-original", group: "story", keys: ["v", "b"], in: views, when: aStory, run: (app) => void app.stories.openOriginal() },
  { id: "save", title: "cmd-save", words: "words-cmd-save", group: "story", keys: ["s"], in: views, when: aStory, titleNow: (app) => (app.stories.isSaved(app.target) ? "unsave" : "cmd-save"), run: (app) => void app.stories.toggleSave() },
  { id: "read", title: "cmd-read", group: "story", keys: ["m"], in: views, when: aStory, titleNow: (app) => (app.stories.isRead(app.target) ? "story-mark-unread" : "story-mark-read"), run: (app) => void app.stories.toggleRead() },
  { id: "comments", title: "cmd-comments", group: "story", keys: ["c"], in: views, when: (app) => aStory(app) && Boolean(app.reading.page?.comments_url || app.reading.page?.has_comment_feed), run: (app) => void app.stories.openComments() },
  { id: "copy", title: "cmd-copy", words: "words-cmd-copy", group: "story", keys: ["y", "$mod+Shift+C"], in: views, when: aStory, run: (app) => void app.stories.copyLink() },
  { id: "copy-headline", title: "copy-headline", group: "story", keys: ["Shift+C"], in: views, when: aStory, run: (app) => void app.stories.copyHeadline() },
  {
    id: "tags",
    title: "cmd-tags",
    group: "story",
    keys: ["t"],
    in: views,
    when: (app) => opened(app) && app.reading.page!.saved,
    run: (app, page) => {
      app.pane = "article";
      page.focusTags();
    },
  },
  {
    id: "retry",
    title: "cmd-retry",
    group: "story",
    keys: ["Shift+R"],
    in: ["saved"],
    when: (app) => lists(app) && ["partial", "failed"].includes(app.saved.items.find((item) => item.id === app.current)?.state ?? ""),
    run: (app) => void app.stories.retrySave(app.current!),
  },
  {
    id: "only-source",
    title: "cmd-only-source",
    group: "story",
    keys: ["e"],
    in: ["live"],
    when: sourced,
    run: (app) => app.scopes.pick({ feed: storyAtHand(app)!.feed_id }),
  },
  {
    id: "load-older",
    title: "cmd-load-older",
    group: "story",
    keys: ["Shift+L"],
    in: ["live"],
    when: (app) => lists(app) && app.older.feed !== null,
    run: (app) => void app.older.load(),
  },
  {
    id: "go-source",
    title: "cmd-go-source",
    group: "story",
    keys: ["Shift+I"],
    in: views,
    when: sourced,
    run: (app) => app.showSource(storyAtHand(app)!.feed_id),
  },
  {
    id: "hide",
    title: "cmd-hide", words: "words-cmd-hide",
    group: "story",
    keys: ["h"],
    in: ["live"],
    when: (app) => lists(app) && app.hiding.isHidden !== null,
    titleNow: (app) => (app.hiding.isHidden ? "show-again" : "cmd-hide"),
    run: (app) => void app.hiding.toggle(),
  },
  {
    id: "mute",
    title: "cmd-mute", words: "words-cmd-mute",
    group: "story",
    keys: ["Shift+H"],
    in: views,
    when: sourced,
    run: (app) => app.muting.ask(storyAtHand(app)!),
  },
  {
    id: "mute-source",
    title: "cmd-mute-source", words: "words-cmd-mute",
    group: "story",
    keys: [],
    in: views,
    when: sourced,
    run: (app) => app.muting.ask(storyAtHand(app)!, undefined, "source"),
  },
  { id: "order", title: "cmd-order", group: "story", keys: ["Shift+O"], in: ["saved"], when: plain, run: (app) => app.orderSaved(nextOrder(app.saved.order)) },
];
