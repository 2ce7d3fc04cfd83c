/* Promises about Settings, Keyboard: every key of a command can be changed, added and removed, and no key is taken from another. */
import { cleanup, render } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, describe, expect, test } from "vitest";
import { SEQUENCE_WAITS } from "../src/commands/keys";
import Root from "../src/Root.svelte";
import { open, pass, settle } from "./support";

afterEach(cleanup);

async function editor() {
  const it = await open();
  const { container } = render(Root, { app: it.app, remember: () => undefined });
  await tick();
  it.app.section = "keyboard";
  it.app.show("settings");
  await settle();
  const row = (title: string) => [...container.querySelectorAll<HTMLElement>("dialog li")].find((one) => one.firstElementChild?.textContent === title)!;
  const buttons = (title: string) => [...row(title).querySelectorAll<HTMLButtonElement>("button.keys")];
  const focused = () => document.activeElement as HTMLElement;
  return {
    ...it,
    container,
    row,
    buttons,
    focused,
    names: (title: string) => buttons(title).map((one) => one.getAttribute("aria-label")),
    said: () => container.querySelector("dialog .said")?.textContent,
    /** Presses the button of one of the keys of a command, as Enter on it does. */
    async record(title: string, at: number) {
      const button = buttons(title)[at]!;
      button.focus();
      button.click();
      await settle();
      return button;
    },
    /** Types where the focus is. */
    async type(...keys: (string | KeyboardEventInit)[]) {
      for (const key of keys) {
        focused().dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...(typeof key === "string" ? { key } : key) }));
        await settle();
      }
    },
    removal: (title: string) => row(title).querySelector<HTMLButtonElement>(".remove button")!,
  };
}
const wait = () => pass(SEQUENCE_WAITS);

describe("changing keys", () => {
  test("every_key_of_a_command_is_shown_with_a_place_for_a_further_one", async () => {
    const { names } = await editor();
    expect(names("Next story")).toEqual(["Next story: j. Change", "Next story: ↓. Change", "Add a key for “Next story”"]);
    expect(names("Browse packs")).toEqual(["Browse packs: None. Change"]);
  });

  test("each_key_is_changed_on_its_own_and_comes_back_by_the_message", async () => {
    const { app, record, type, focused, container } = await editor();
    const button = await record("Next story", 1);
    await type("w");
    expect(app.library.settings.keys).toEqual({});
    await wait();
    expect(app.library.settings.keys).toEqual({ next: ["j", "w"] });
    expect(focused()).toBe(button);
    const message = container.querySelector("dialog [role=region] [role=status]");
    expect(message?.textContent).toBe("w is now “Next story”");
    container.querySelector<HTMLElement>("dialog [role=region] button.undo")!.click();
    await settle();
    expect(app.library.settings.keys).toEqual({});
  });

  test("two_presses_within_a_second_are_a_sequence_and_a_later_one_is_not", async () => {
    const { app, record, type, said } = await editor();
    await record("Save for offline", 0);
    await type("g");
    expect(said()).toBe("g … A second key within a second makes a sequence of it");
    await type("x");
    expect(app.library.settings.keys).toEqual({ save: ["g x"] });
    await record("Read or unread", 0);
    await type("q");
    await wait();
    await type("x");
    expect(app.library.settings.keys.read).toEqual(["q"]);
  });

  test("a_key_is_added_to_others_and_to_none", async () => {
    const { app, record, type, names, focused, buttons } = await editor();
    await record("Next story", 2);
    await type("w");
    await wait();
    expect(app.library.settings.keys.next).toEqual(["j", "ArrowDown", "w"]);
    expect(focused()).toBe(buttons("Next story")[2]);
    await record("Browse packs", 0);
    await type("F4");
    await wait();
    expect(app.library.settings.keys.packs).toEqual(["F4"]);
    expect(names("Browse packs")[0]).toBe("Browse packs: F4. Change");
  });

  test("a_key_is_removed_by_keyboard_and_the_last_one_leaves_none", async () => {
    const { app, record, removal, names, focused, buttons } = await editor();
    await record("Page back", 0);
    // The Tab key goes there, and the key waits on.
    removal("Page back").focus();
    await settle();
    removal("Page back").click();
    await settle();
    expect(app.library.settings.keys).toEqual({ "page-back": [] });
    expect(names("Page back")).toEqual(["Page back: None. Change"]);
    expect(focused()).toBe(buttons("Page back")[0]);
    await app.undoing.undo();
    await settle();
    expect(names("Page back")[0]).toBe("Page back: Shift Space. Change");
  });

  test("escape_and_going_elsewhere_leave_a_key_as_it_was", async () => {
    const { app, record, type, focused, buttons, removal } = await editor();
    const button = await record("Next story", 0);
    await type("w", "Escape");
    await wait();
    expect([app.dialog, app.library.settings.keys, focused()]).toEqual(["settings", {}, button]);
    await record("Next story", 0);
    buttons("Previous story")[0]!.focus();
    await type("w");
    await wait();
    expect([app.library.settings.keys, removal("Next story")]).toEqual([{}, null]);
  });

  test("what_was_pressed_is_taken_at_once_where_the_reader_goes_on", async () => {
    const { app, record, type, focused, buttons } = await editor();
    await record("Next story", 0);
    await type("w");
    buttons("Previous story")[0]!.focus();
    await settle();
    expect(app.library.settings.keys).toEqual({ next: ["w", "ArrowDown"] });
    expect(focused()).toBe(buttons("Previous story")[0]);
  });

  test("a_press_that_another_command_has_is_named_and_not_taken", async () => {
    const { app, record, type, said } = await editor();
    await record("Next story", 0);
    await type("k");
    expect(said()).toBe("k belongs to “Previous story” already. Press other keys.");
    await type("g", "l");
    expect(said()).toBe("g l belongs to “Live” already. Press other keys.");
    await type("g");
    await wait();
    expect(said()).toBe("g g of “Top of the list” begins with g and would never be heard. Press other keys.");
    expect(app.library.settings.keys).toEqual({});
    // Still waiting.
    await type("w");
    await wait();
    expect(app.library.settings.keys).toEqual({ next: ["w", "ArrowDown"] });
  });

  test("a_key_of_another_view_is_taken_and_nothing_follows_it", async () => {
    const { app, record, type } = await editor();
    await record("Rename source or folder", 0);
    await type("j");
    expect(app.library.settings.keys).toEqual({ "rename-source": ["j"] });
  });

  test("the_usual_key_does_not_come_back_while_another_command_has_it", async () => {
    const { app, row, said, focused } = await editor();
    await app.choose({ keys: { next: ["w"], save: ["j"] } });
    await settle();
    const back = (title: string) => row(title).querySelector<HTMLButtonElement>(".back button")!;
    back("Next story").focus();
    back("Next story").click();
    await settle();
    expect([said(), app.library.settings.keys]).toEqual(["j belongs to “Save for offline” already. Press other keys.", { next: ["w"], save: ["j"] }]);
    back("Save for offline").focus();
    back("Save for offline").click();
    await settle();
    expect(app.library.settings.keys).toEqual({ next: ["w"] });
    expect(row("Save for offline").contains(focused())).toBe(true);
  });

  test("where_single_keys_are_off_one_is_refused_with_the_reason", async () => {
    const { app, record, type, said, names } = await editor();
    await app.choose({ single_keys: false });
    await settle();
    expect(names("Next story")).toEqual(["Next story: ↓. Change", "Add a key for “Next story”"]);
    await record("Next story", 1);
    await type("w");
    expect(said()).toBe("w is a letter or a sign, and single-key shortcuts are switched off. Press it together with Ctrl, or switch them on.");
    await type({ key: "x", ctrlKey: true }, "w");
    expect(said()).toContain("Ctrl X w is a letter or a sign");
    await type({ key: "x", ctrlKey: true });
    await wait();
    // What is switched off stays for later.
    expect(app.library.settings.keys).toEqual({ next: ["j", "ArrowDown", "$mod+x"] });
  });
});
