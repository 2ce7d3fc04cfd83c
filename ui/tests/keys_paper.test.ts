/* Promises about the keys on paper. */
import { cleanup, render } from "@testing-library/svelte";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { tick } from "svelte";
import { afterEach, describe, expect, test } from "vitest";
import { keysOf } from "../src/commands/bindings";
import { groups, titleOf } from "../src/commands/command";
import { commandOf, commands } from "../src/commands/registry";
import { t } from "../src/i18n/words";
import Root from "../src/Root.svelte";
import { open, settle } from "./support";

afterEach(cleanup);

async function help() {
  const it = await open();
  await it.app.choose({ keys: { next: ["w", "ArrowDown"], previous: [] } });
  const { container } = render(Root, { app: it.app, remember: () => undefined });
  await tick();
  it.app.show("help");
  await settle();
  const paper = () => container.querySelector<HTMLElement>(".keys-paper");
  const words = (element: Element) => element.textContent!.replace(/\s+/g, " ").trim();
  const printed = () => it.fake.calls.filter((call) => call === "print").length;
  const field = () => container.querySelector<HTMLInputElement>("dialog input[type=search]")!;
  return { ...it, container, paper, words, printed, field };
}

describe("the keys on paper", () => {
  test("are_all_that_the_reader_has_under_their_groups_whatever_is_looked_for", async () => {
    const { app, container, paper, words, field } = await help();
    field().value = "undo";
    field().dispatchEvent(new Event("input", { bubbles: true }));
    await settle();
    expect(container.querySelectorAll("dialog dt")).toHaveLength(1);
    expect([...paper()!.querySelectorAll("h2")].map(words)).toEqual(Object.values(groups).map((title) => t(title)));
    const lines = [...paper()!.querySelectorAll("dl div")].map(words);
    expect(lines).toContain("Next story w ↓");
    const missing = commands.filter((command) => !command.family && keysOf(command, app.library.settings).length > 0 && !lines.some((line) => line.startsWith(titleOf(command))));
    expect(missing.map((command) => command.id)).toEqual([]);
    expect(lines.some((line) => line.startsWith(titleOf(commandOf("previous"))))).toBe(false);
  });

  test("are_printed_by_the_button_and_by_the_key_also_from_the_field", async () => {
    const { container, printed, field } = await help();
    [...container.querySelectorAll<HTMLButtonElement>("dialog button")].find((button) => button.textContent?.trim() === "Print")!.click();
    await settle();
    expect(printed()).toBe(1);
    const key = new KeyboardEvent("keydown", { key: "p", code: "KeyP", ctrlKey: true, bubbles: true, cancelable: true });
    field().dispatchEvent(key);
    await settle();
    expect([printed(), key.defaultPrevented]).toEqual([2, true]);
  });

  test("stand_there_alone_and_go_with_help", async () => {
    const { app, container, paper } = await help();
    const sheet = readFileSync(join(import.meta.dirname, "../src/styles/print.css"), "utf8");
    const hidden = /([^{}]*)\{\s*display: none !important;\s*\}/.exec(sheet)![1]!.split(",").map((selector) => selector.trim());
    const isHidden = (element: Element | null) => element!.closest(hidden.join(", ")) !== null;
    expect([isHidden(container.querySelector("#article")), isHidden(container.querySelector("#stories")), isHidden(container.querySelector("dialog")), isHidden(paper())]).toEqual([true, true, true, false]);
    app.show(null);
    await settle();
    expect([paper(), isHidden(container.querySelector("#article"))]).toEqual([null, false]);
  });
});
