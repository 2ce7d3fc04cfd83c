import { vi } from "vitest";
import type { Page } from "../../src/commands/command";
import { open, settle } from "../support";

/** What an effect can look at. */
export type Stage = Awaited<ReturnType<typeof open>> & { page: Page };

/** How a command is seen to do something: what it needs before, and what is different afterwards. */
export interface Effect {
  before?(stage: Stage): unknown;
  look(stage: Stage): unknown;
}

/** A page that only counts. */
export const page = (): Page => ({ pageArticle: vi.fn(() => false), screenful: () => 10, focusArticle: vi.fn(), focusTags: vi.fn(), paragraph: vi.fn(), nextRegion: vi.fn(), focusToast: vi.fn(), chooseScope: vi.fn(), chooseLists: vi.fn() });

/** How often a command of the backend was called. */
export const calls = (pattern: RegExp) => ({ fake }: Stage) => fake.calls.filter((call) => pattern.test(call)).length;

/** Opens the story of this headline. */
export const opens = (headline: string) => async ({ app }: Stage) => {
  app.open(app.ticker.rows.find((row) => row.title.startsWith(headline))!.id);
  await settle();
};

/** A key press on an element, as a browser would send it. */
export function press(init: KeyboardEventInit & { key: string; code: string }, target: Element = document.body): KeyboardEvent {
  const event = new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init });
  Object.defineProperty(event, "target", { value: target });
  Object.defineProperty(event, "getModifierState", { value: (key: string) => Boolean({ Shift: init.shiftKey, Control: init.ctrlKey, Meta: init.metaKey, Alt: init.altKey, AltGraph: init.modifierAltGraph }[key]) });
  Object.defineProperty(event, "composedPath", { value: () => [target] });
  return event;
}

/** The presses of a binding. */
export function presses(binding: string): KeyboardEvent[] {
  return binding.split(" ").map((part) => {
    const mods = part.split(/(?<=\w|\])\+/);
    const key = mods.pop()!;
    const digit = /^\d$/.test(key) ? `Digit${key}` : "Unidentified";
    return press({ key: key === "Space" ? " " : key, code: key === "Space" ? "Space" : digit, shiftKey: mods.includes("Shift"), ctrlKey: mods.includes("$mod"), altKey: mods.includes("Alt") });
  });
}
