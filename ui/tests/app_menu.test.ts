/* Promises about the menu of the app. */
import { cleanup, render } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, describe, expect, test } from "vitest";
import { commandOf } from "../src/commands/registry";
import { titleOf } from "../src/commands/command";
import { menuBar } from "../src/commands/menuBar";
import { commands } from "../src/commands/registry";
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

describe("the menu bar of macOS", () => {
  test("has_every_command_of_the_registry_once", () => {
    const ids = menuBar().flatMap((group) => group.lines.map((line) => line.id));
    const wanted = commands.filter((command) => command.id !== "menu" && !command.family).map((command) => command.id);
    expect([...ids].sort()).toEqual([...wanted].sort());
    expect(menuBar().every((group) => group.title !== "" && group.lines.every((line) => line.title !== ""))).toBe(true);
    expect(Math.max(...menuBar().map((group) => group.lines.length))).toBeLessThanOrEqual(64);
  });

  test("does_what_was_chosen_where_it_makes_sense", async () => {
    const { app, fake } = await open();
    render(Root, { app, remember: () => undefined });
    await settle();
    const chosen = async (id: string) => {
      fake.waiting = { kind: "command", id };
      app.notice({ kind: "handed" });
      await settle();
    };
    await chosen("help");
    expect([app.dialog, app.chosen]).toEqual(["help", null]);
    // Something lies over the window, so that another dialog is not opened above it.
    await chosen("settings");
    expect(app.dialog).toBe("help");
    app.show(null);
    await chosen("no-such-command");
    expect(app.dialog).toBeNull();
    await chosen("go-saved");
    expect(app.view).toBe("saved");
  });
});
