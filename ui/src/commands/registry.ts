/* Every command of the window: one list that keys, menus, the palette, Help, tooltips and tests read. */
import { app } from "./app";
import { article } from "./article";
import type { Command } from "./command";
import { go } from "./go";
import { many } from "./many";
import { move } from "./move";
import { sources } from "./sources";
import { story } from "./story";

export const commands: readonly Command[] = [...move, ...go, ...story, ...many, ...sources, ...app, ...article];

const byId = new Map(commands.map((command) => [command.id, command]));

/** The command of this id; an unknown id is a mistake in the program. */
export function commandOf(id: string): Command {
  const command = byId.get(id);
  if (!command) throw new Error(`no command ${id}`);
  return command;
}
