/* Going to a view. */
import { lists, plain, type Command } from "./command";

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
  ...chips,
];
