/* The keys as Help lists them, on the screen and on paper: every command that has one, under its group, a family in one line. */
import { t } from "../i18n/words";
import { keysOf, type Chosen } from "./bindings";
import { groups, titleOf } from "./command";
import { keycaps } from "./keys";
import { commands } from "./registry";

/** A command, or a family of them, and the caps of each of its keys. */
export interface KeyLine {
  id: string;
  title: string;
  keys: string[][];
}

/** The keys as the reader has them; a command without one is in the palette. */
export function keyList(chosen: Chosen): { key: string; title: string; lines: KeyLine[] }[] {
  const shown = commands.filter((command) => command.family === undefined || command === commands.find((one) => one.family?.title === command.family!.title));
  const lines = shown.map((command) => {
    const keys = keysOf(command, chosen).map(keycaps);
    const line: KeyLine = { id: command.id, title: command.family ? t(command.family.title) : titleOf(command), keys: command.family && keys.length > 0 ? [command.family.keys] : keys };
    return { group: command.group, line };
  });
  return Object.entries(groups)
    .map(([key, title]) => ({ key, title: t(title), lines: lines.filter(({ group, line }) => group === key && line.keys.length > 0).map(({ line }) => line) }))
    .filter((group) => group.lines.length > 0);
}
