/* Promises about the keys of other readers: each set is whole and free of clashes, picking one replaces the keys, and one undo brings them back. */
import { cleanup, render } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, describe, expect, test } from "vitest";
import { clash } from "../src/commands/bindings";
import { keyListener, offered } from "../src/commands/keys";
import { keysFor, presetOf, presets, type Preset } from "../src/commands/presets";
import { commandOf, commands } from "../src/commands/registry";
import Root from "../src/Root.svelte";
import { page, presses } from "./effects/support";
import { open, settle } from "./support";

afterEach(cleanup);
const all = Object.keys(presets) as Preset[];
const keysOfAll = (preset: Preset) => commands.map((command) => ({ command, keys: keysFor(preset)[command.id] ?? command.keys }));

describe.each(all)("the keys of %s", (preset) => {
  test("are_those_of_commands_and_none_stands_in_the_way_of_another", () => {
    for (const id of Object.keys(presets[preset])) expect(commandOf(id).keys, id).not.toEqual(keysFor(preset)[id]);
    const clashes = keysOfAll(preset).flatMap(({ command, keys }) => keys.map((key) => ({ key, command: command.id, other: clash(command.id, key, { keys: keysFor(preset) }, key)?.command.id })));
    expect(clashes.filter(({ other }) => other !== undefined)).toEqual([]);
    expect(keysOfAll(preset).filter(({ keys }) => new Set(keys).size < keys.length)).toEqual([]);
  });

  test("are_known_again", () => {
    expect(presetOf(keysFor(preset))).toBe(preset);
    expect(presetOf({ ...keysFor(preset), next: ["w"] })).toBeNull();
  });

  test("leave_every_command_that_has_none_to_the_palette", async () => {
    const { app } = await open();
    app.show("palette");
    const without = keysOfAll(preset).filter(({ command, keys }) => keys.length === 0 && command.keys.length > 0);
    expect(without.filter(({ command }) => !offered(command, app))).toEqual([]);
  });
});

describe("keys in the fingers", () => {
  async function keyed(preset: Preset) {
    const { app, fake } = await open();
    app.ticker.viewed(0, 11, 0);
    await app.choose({ keys: keysFor(preset) });
    const listener = keyListener(app, page());
    const type = async (binding: string) => {
      presses(binding).forEach(listener);
      await settle();
    };
    return { app, fake, type };
  }

  test("of_google_reader", async () => {
    const { app, type } = await keyed("google-reader");
    await type("j");
    const first = app.ticker.selected;
    await type("n");
    expect(app.ticker.selected).not.toBe(first);
    await type("p");
    expect(app.ticker.selected).toBe(first);
    await type("g s");
    expect(app.view).toBe("saved");
    await type("g a");
    expect(app.view).toBe("live");
  });

  test("of_netnewswire", async () => {
    const { app, fake, type } = await keyed("netnewswire");
    await type("+");
    const first = app.ticker.selected!;
    expect(app.stories.isRead(first)).toBe(false);
    await type("r");
    expect([app.stories.isRead(first), fake.calls.includes("sync")]).toEqual([true, false]);
    await type("u");
    expect(app.stories.isRead(first)).toBe(false);
    await type("k");
    expect(app.ticker.rows.every((row) => row.read)).toBe(true);
  });
});

describe("picking keys in the settings", () => {
  async function settings(keys = {}) {
    const { app } = await open();
    await app.choose({ keys });
    const { container } = render(Root, { app, remember: () => undefined });
    await tick();
    app.section = "keyboard";
    app.show("settings");
    await settle();
    const radios = () => [...container.querySelectorAll<HTMLElement>("dialog [data-setting=key-preset] [role=radio]")];
    const pick = async (words: string) => {
      radios().find((radio) => radio.textContent === words)!.click();
      await settle();
    };
    return { app, pick, radios, picked: () => radios().find((radio) => radio.getAttribute("aria-checked") === "true")?.textContent };
  }

  test("replaces_what_differs_and_one_undo_takes_it_back", async () => {
    const { app, pick, picked, radios } = await settings();
    expect([picked(), radios().map((radio) => radio.textContent)]).toEqual(["Default", ["Default", "Google Reader", "NetNewsWire"]]);
    await pick("NetNewsWire");
    expect([app.library.settings.keys, picked()]).toEqual([keysFor("netnewswire"), "NetNewsWire"]);
    await app.undoing.undo();
    await settle();
    expect([app.library.settings.keys, picked()]).toEqual([{}, "Default"]);
  });

  test("keeps_the_reader_s_own_keys_within_reach", async () => {
    const own = { next: ["w"], save: [] };
    const { app, pick, picked } = await settings(own);
    expect(picked()).toBe("Your own");
    await pick("Google Reader");
    await pick("Default");
    expect(app.library.settings.keys).toEqual({});
    await pick("Your own");
    expect([app.library.settings.keys, picked()]).toEqual([own, "Your own"]);
  });
});
