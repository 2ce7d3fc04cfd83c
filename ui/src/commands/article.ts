/* What can be done with the story that is open. */
import type { App } from "../state/app.svelte";
import { lists, opened, plain, story, type Command, type Page } from "./command";

/** Lets the list (and the rail) give way to the story, or brings them back. */
function aside(app: App, page: Page, wanted: App["aside"]): void {
  app.aside = app.aside === "shown" ? wanted : "shown";
  if (app.aside !== "shown") page.focusArticle();
}
/** Shows where else the publisher of the open story can be followed. */
function showPublisher(app: App): void {
  app.pane = "article";
  void app.publisher.look(app.reading.page!.feed_id);
}
const views = ["live", "saved", "search"] as const;

export const article: Command[] = [
  { id: "text", title: "cmd-text", group: "article", keys: ["u"], in: views, when: (app) => opened(app) && app.reading.otherText !== null, run: (app) => void app.reading.switchText() },
  { id: "changes", title: "cmd-changes", group: "article", keys: ["Shift+D"], in: views, when: (app) => opened(app) && app.reading.page!.edited_at !== null, run: (app) => void app.changes.toggle() },
  { id: "images", title: "cmd-images", group: "article", keys: ["i"], in: views, when: (app) => opened(app) && app.reading.page!.hidden_images > 0, run: (app) => void app.reading.showImages() },
  { id: "markdown", title: "copy-markdown", group: "article", keys: ["Shift+Y"], in: views, when: story, run: (app) => void app.stories.copyMarkdown() },
  { id: "publisher", title: "cmd-publisher", group: "article", keys: ["Shift+V"], in: views, when: (app) => opened(app) && app.reading.page!.followed, run: (app) => showPublisher(app) },
  { id: "print", title: "cmd-print", words: "words-cmd-print", group: "article", keys: ["$mod+p"], in: views, when: opened, run: (app) => void app.stories.print() },
  { id: "find", title: "cmd-find", group: "article", keys: ["$mod+f"], in: views, when: opened, run: (app) => app.finding.show() },
  { id: "find-next", title: "cmd-find-next", group: "article", keys: ["$mod+g", "F3"], in: views, when: opened, run: (app) => app.finding.step(1) },
  { id: "find-previous", title: "cmd-find-previous", group: "article", keys: ["$mod+Shift+G", "Shift+F3"], in: views, when: opened, run: (app) => app.finding.step(-1) },
  { id: "listen", title: "listen", words: "words-cmd-read-aloud", group: "article", keys: ["l"], in: views, titleNow: (app) => (app.listening.open ? (app.listening.playing ? "listen-pause" : "listen-play") : "listen"), when: (app) => opened(app) && app.listening.speaks(app.reading.page!.language), run: (app) => app.listening.toggle() },
  { id: "listen-next", title: "listen-next", group: "article", keys: ["Shift+J"], in: views, when: (app) => opened(app) && app.listening.open, run: (app) => app.listening.step(1) },
  { id: "listen-previous", title: "listen-previous", group: "article", keys: ["Shift+K"], in: views, when: (app) => opened(app) && app.listening.open, run: (app) => app.listening.step(-1) },
  { id: "focus", title: "cmd-focus", words: "words-cmd-focus", group: "article", keys: ["f"], in: views, when: opened, run: (app, page) => aside(app, page, "story-only") },
  { id: "list", title: "cmd-list", words: "words-cmd-list", group: "article", keys: ["["], in: views, when: (app) => opened(app) || (lists(app) && app.aside !== "shown"), run: (app, page) => aside(app, page, "no-list") },
  { id: "paragraph", title: "cmd-paragraph", group: "article", keys: ["Alt+ArrowDown"], in: views, when: opened, run: (_app, page) => page.paragraph(1) },
  { id: "paragraph-back", title: "cmd-paragraph-back", group: "article", keys: ["Alt+ArrowUp"], in: views, when: opened, run: (_app, page) => page.paragraph(-1) },
  { id: "larger", title: "cmd-larger", words: "words-cmd-larger", group: "article", keys: [">"], when: plain, run: (app) => app.look.resize(1) },
  { id: "smaller", title: "cmd-smaller", words: "words-cmd-smaller", group: "article", keys: ["<"], when: plain, run: (app) => app.look.resize(-1) },
];
