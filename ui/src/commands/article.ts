/* What can be done with the story that is open. */
import { opened, plain, type Command } from "./command";

const views = ["live", "saved"] as const;

export const article: Command[] = [
  { id: "text", title: "cmd-text", group: "article", keys: ["u"], in: views, when: (app) => opened(app) && app.reading.otherText !== null, run: (app) => void app.reading.switchText() },
  { id: "images", title: "cmd-images", group: "article", keys: ["i"], in: views, when: (app) => opened(app) && app.reading.page!.hidden_images > 0, run: (app) => void app.reading.showImages() },
  { id: "find", title: "cmd-find", group: "article", keys: ["$mod+f"], in: views, when: opened, run: (app) => app.finding.show() },
  { id: "find-next", title: "cmd-find-next", group: "article", keys: ["$mod+g", "F3"], in: views, when: opened, run: (app) => app.finding.step(1) },
  { id: "find-previous", title: "cmd-find-previous", group: "article", keys: ["$mod+Shift+G", "Shift+F3"], in: views, when: opened, run: (app) => app.finding.step(-1) },
  { id: "larger", title: "cmd-larger", group: "article", keys: ["[Shift]+>"], when: plain, run: (app) => app.look.resize(1) },
  { id: "smaller", title: "cmd-smaller", group: "article", keys: ["[Shift]+<"], when: plain, run: (app) => app.look.resize(-1) },
];
