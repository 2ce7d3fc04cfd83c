/* The menu bar of macOS, out of the registry: its menus are the parts of Help. */
import type { MenuGroup } from "../api/backend";
import { t } from "../i18n/words";
import type { App } from "../state/app.svelte";
import { groups, titleOf, type Page } from "./command";
import { offered } from "./keys";
import { commands } from "./registry";

/** Every command but the menu that the page draws itself, and those that are only told apart by a number. */
export function menuBar(): MenuGroup[] {
  return Object.entries(groups).map(([group, title]) => ({
    title: t(title),
    lines: commands.filter((command) => command.group === group && command.id !== "menu" && !command.family).map((command) => ({ id: command.id, title: titleOf(command) })),
  }));
}

/** Does what was chosen there, where it makes sense just now. */
export function choose(id: string, app: App, page: Page): void {
  const command = commands.find((one) => one.id === id);
  if (command && offered(command, app)) command.run(app, page);
}
