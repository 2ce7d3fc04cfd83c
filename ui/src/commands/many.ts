/* What is done with many stories at once. */
import { lists, type Command } from "./command";

export const many: Command[] = [{ id: "mark-all", title: "cmd-mark-all", group: "many", keys: ["Shift+A"], in: ["live"], when: lists, run: (app) => void app.stories.markAllRead() }];
