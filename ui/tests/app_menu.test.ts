/* Promises about the menu of the app. */
import { cleanup, render } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, describe, expect, test } from "vitest";
import { commandOf } from "../src/commands/registry";
import { titleOf } from "../src/commands/command";
import Root from "../src/Root.svelte";
import { open, pass, settle } from "./support";

afterEach(cleanup);

async function f10() {
  const it = await open();
  const { container } = render(Root, { app: it.app, remember: () => undefined });
  await tick();
  window.dispatchEvent(new KeyboardEvent("keydown", { key: "F10", code: "F10", cancelable: true }));
  await settle();
  await pass(10);
  const entries = () => [...container.querySelectorAll<HTMLElement>("[role=menu] [role=menuitem]")];
  return { ...it, entries };
}

describe("the menu of the app", () => {
  test("has_what_the_registry_offers_and_does_it", async () => {
    const { app, entries } = await f10();
    const words = entries().map((entry) => entry.textContent ?? "");
    for (const id of ["follow", "sync", "settings", "help", "quit"]) expect(words.some((label) => label.includes(titleOf(commandOf(id))))).toBe(true);
    // There is nothing to take back yet, but it can be asked for; there is something saved to export.
    expect(words.some((label) => label.includes(titleOf(commandOf("export"))))).toBe(true);
    entries().find((entry) => entry.textContent?.includes(titleOf(commandOf("settings"))))!.click();
    await settle();
    expect([app.appMenu, app.dialog]).toEqual([false, "settings"]);
  });

  test("is_closed_by_escape", async () => {
    const { app, entries } = await f10();
    entries()[0]!.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }));
    await settle();
    expect(app.appMenu).toBe(false);
  });
});
