/* Going to a view. */
import type { App } from "../state/app.svelte";
import { lists, plain, type Command, type Page } from "./command";

const digits = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];

/** The chips of Live in their order. */
const chips = digits.map(
  (digit, index): Command => ({
    id: `chip-${digit}`,
    title: "cmd-chip",
    titleArgs: { number: index + 1 },
    group: "go",
    keys: [digit],
    family: { title: "cmd-chips", keys: ["1", "…", "9"] },
    in: ["live"],
    when: (app) => lists(app) && index < app.scopes.chips.length,
    run: (app) => app.scopes.press(app.scopes.chips[index]!),
  }),
);

/** Opens the list of folders and sources over Live. */
function chooseScope(app: App, page: Page): void {
  app.go("live");
  page.chooseScope();
}

export const go: Command[] = [
  { id: "go-live", title: "cmd-live", group: "go", keys: ["g l", "$mod+1"], when: plain, run: (app) => app.go("live") },
  { id: "go-saved", title: "cmd-saved", words: "words-cmd-go-saved", group: "go", keys: ["g s", "$mod+2"], when: plain, run: (app) => app.go("saved") },
  { id: "go-sources", title: "cmd-sources", words: "words-cmd-go-sources", group: "go", keys: ["g o", "$mod+3"], when: plain, run: (app) => app.go("sources") },
  { id: "go-search", title: "cmd-search", words: "words-cmd-go-search", group: "go", keys: ["/", "$mod+Shift+f"], when: plain, run: (app) => app.go("search") },
  { id: "go-activity", title: "cmd-activity", words: "words-cmd-go-activity", group: "go", keys: ["g a", "$mod+4"], when: plain, run: (app) => app.go("activity") },
  {
    id: "go-unread",
    title: "cmd-unread",
    group: "go",
    keys: ["g u"],
    when: plain,
    run: (app) => {
      app.go("live");
      app.scopes.showUnread(true);
    },
  },
  { id: "scope", title: "cmd-scope", words: "words-cmd-scope", group: "go", keys: ["$mod+b"], when: (app) => plain(app) && app.library.status.feeds > 0 && !(app.view === "live" && app.ticker.marked.some), run: chooseScope },
  { id: "place-back", title: "cmd-place-back", words: "words-cmd-place", group: "go", keys: ["Alt+ArrowLeft"], when: (app) => plain(app) && app.trail.leads(-1), run: (app) => app.trail.step(-1) },
  { id: "place-forward", title: "cmd-place-forward", words: "words-cmd-place", group: "go", keys: ["Alt+ArrowRight"], when: (app) => plain(app) && app.trail.leads(1), run: (app) => app.trail.step(1) },
  ...chips,
];
