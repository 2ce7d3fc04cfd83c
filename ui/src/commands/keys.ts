import { createKeybindingsHandler } from "tinykeys";
import type { App } from "../state/app.svelte";
import { rtl, t } from "../i18n/words";
import { system } from "../system";
import { keysOf, partsOf } from "./bindings";
import type { Command, Page } from "./command";
import { pressOf } from "./press";
import { commandOf, commands } from "./registry";

/** Whether keys are those of a Mac. */
export const mac = system === "mac";

/** The second press of a sequence comes within this time, in milliseconds. */
export const SEQUENCE_WAITS = 1_000;

/** What tinykeys reads of a key press; its key and what is held with it are those that a binding would be written with. */
interface Given {
  key: string;
  code: string;
  repeat: boolean;
  isComposing: boolean;
  target: EventTarget | null;
  getModifierState(key: string): boolean;
  preventDefault(): void;
}

/** What a binding calls the key, in small letters. */
const letterOf = (event: KeyboardEvent) => pressOf(event)?.key.toLowerCase() ?? "";

/** Keys that write or edit nothing: those with a number, and those with Control or Command but for the ones that edit. */
function leavesTextAlone(event: KeyboardEvent): boolean {
  if (/^F\d+$/.test(event.key)) return true;
  const command = mac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
  return command && !event.altKey && event.key.length === 1 && !/[acvxyz]/.test(letterOf(event));
}

/** True where typing belongs to a field, or to an input method. */
export function belongsToField(event: KeyboardEvent): boolean {
  if (event.isComposing || event.keyCode === 229) return true;
  if (leavesTextAlone(event)) return false;
  const target = event.composedPath?.()[0] ?? event.target;
  return target instanceof Element && target.matches("input:not([type=radio]):not([type=checkbox]):not([type=file]), textarea, select, [contenteditable]");
}

/** Keys that a focused control needs for itself. */
function belongsToControl(event: KeyboardEvent): boolean {
  const target = event.composedPath?.()[0] ?? event.target;
  if (!(target instanceof Element)) return false;
  // Through the root of the article too: what is focused inside it stands in the box that scrolls.
  const within = (selector: string) => [target, ...(event.composedPath?.() ?? [])].some((node) => node instanceof Element && node.closest(selector) !== null);
  // The text of the story is selected, not the list beside it.
  if (letterOf(event) === "a" && (event.ctrlKey || event.metaKey)) return within("#article [data-scrolls]");
  if (event.key === "Enter" || event.key === " ") return within("button, a[href], summary, [role=radio]") || (event.key === "Enter" && within("[role=row]"));
  if (/^(Arrow|Home|End|Page)/.test(event.key) && !event.altKey) return within("[role=radiogroup], [role=treegrid], [role=menu], [data-scrolls]");
  return false;
}

/** A listener for `keydown` that runs the commands, by the keys that the reader has chosen. */
export function keyListener(app: App, page: Page): (event: KeyboardEvent) => void {
  let chosen: unknown = null;
  let handle: (press: Given) => void = () => undefined;
  return (event) => {
    if (event.defaultPrevented || belongsToField(event) || belongsToControl(event)) return;
    if (app.dialog === "palette" || app.menu !== null) return;
    if (chosen !== app.library.settings) {
      chosen = app.library.settings;
      // A sequence that was pressed to its end ends the others that began like it; the next press begins anew.
      handle = handler(app, page, () => (chosen = null));
    }
    const press = pressOf(event);
    if (press === null) return;
    const held: Record<string, boolean> = { Shift: press.shift, Control: press.control, Alt: press.alt, Meta: press.meta };
    handle({
      key: press.key,
      // The place of the key is read already.
      code: "Unidentified",
      repeat: event.repeat,
      isComposing: event.isComposing,
      target: event.target,
      getModifierState: (key) => held[key] ?? false,
      preventDefault: () => event.preventDefault(),
    });
  };
}

/** True where the command belongs to the view on screen and makes sense now. */
export function offered(command: Command, app: App): boolean {
  return (command.in === undefined || command.in.includes(app.view)) && (command.when?.(app) ?? true);
}

function handler(app: App, page: Page, ended: () => void): (press: Given) => void {
  const byKey = new Map<string, Command[]>();
  const inOrder = [...commands.filter((one) => one.before), ...commands.filter((one) => !one.before)];
  for (const command of inOrder) for (const key of keysOf(command, app.library.settings)) byKey.set(key, [...(byKey.get(key) ?? []), command]);
  const bindings: Record<string, (press: KeyboardEvent) => void> = {};
  // The longest sequence first: `s` on its own must not end `g s`.
  const presses = (key: string) => key.split(" ").length;
  for (const [key, list] of [...byKey].sort(([a], [b]) => presses(b) - presses(a))) {
    bindings[key] = (press) => {
      if (presses(key) > 1) ended();
      const command = list.find((one) => offered(one, app));
      if (!command) return;
      press.preventDefault();
      // A held key moves on; anything else happens once.
      if (press.repeat && command.group !== "move") return;
      command.run(app, page);
    };
  }
  return createKeybindingsHandler(bindings, { ignore: () => false, timeout: SEQUENCE_WAITS }) as unknown as (press: Given) => void;
}

/** The first key of a command as tooltips and menus show it; empty where it has none. */
export function hint(id: string, app: App): string {
  const key = keysOf(commandOf(id), app.library.settings)[0];
  return key === undefined ? "" : spoken(key);
}

/** What a button says under the pointer: its words, and the key of its command where it has one. */
export function tooltip(words: string, id: string, app: App): string {
  const key = hint(id, app);
  return key === "" ? words : `${words} (${key})`;
}

const NAMES: Record<string, () => string> = {
  $mod: () => (mac ? "⌘" : t("key-ctrl")),
  Shift: () => t("key-shift"),
  Alt: () => (mac ? "⌥" : t("key-alt")),
  Space: () => t("key-space"),
  Enter: () => t("key-enter"),
  Escape: () => t("key-escape"),
  Home: () => t("key-home"),
  End: () => t("key-end"),
  PageDown: () => t("key-page-down"),
  PageUp: () => t("key-page-up"),
  Delete: () => t("key-delete"),
  ArrowDown: () => "↓",
  ArrowUp: () => "↑",
  ArrowRight: () => "→",
  ArrowLeft: () => "←",
};

/** A binding as keycaps: `$mod+z` is `Ctrl`, `Z`. What may be pressed with it (`[Shift]`) is left out; the key `[` is not. */
export function keycaps(binding: string): string[] {
  return binding.split(" ").flatMap((press) => {
    const parts = partsOf(press).filter((part) => !/^\[.+\]$/.test(part));
    return parts.map((part, index) => NAMES[part]?.() ?? (parts.length > 1 && index === parts.length - 1 ? part.toUpperCase() : part));
  });
}

/** A binding as sentences, tooltips and menus say it. Its caps stand in the order in which they are pressed, also where words run from right to left. */
export function spoken(binding: string): string {
  const caps = keycaps(binding).join(" ");
  return rtl ? `\u2066${caps}\u2069` : caps;
}
