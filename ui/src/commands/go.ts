/* Going to a view. */
import { plain, type Command } from "./command";

export const go: Command[] = [
  { id: "go-live", title: "cmd-live", group: "go", keys: ["g l", "$mod+1"], when: plain, run: (app) => app.go("live") },
  { id: "go-saved", title: "cmd-saved", group: "go", keys: ["g s", "$mod+2"], when: plain, run: (app) => app.go("saved") },
  { id: "go-sources", title: "cmd-sources", group: "go", keys: ["g o", "$mod+3"], when: plain, run: (app) => app.go("sources") },
];
