import { describe, expect, test } from "vitest";
import { clash, isSingle, keysOf, rebound, withKeys } from "../src/commands/bindings";
import { belongsToField, hint, keycaps, keyListener, spoken, tooltip } from "../src/commands/keys";
import { pressOf, written } from "../src/commands/press";
import { commandOf, commands } from "../src/commands/registry";
import { learn } from "../src/i18n/languages";
import { page, press } from "./effects/support";
import { open, settle } from "./support";

describe("key presses", () => {
  test("j_on_a_cyrillic_keyboard_moves_on", async () => {
    const { app } = await open();
    app.ticker.viewed(0, 11, 0);
    keyListener(app, page())(press({ key: "о", code: "KeyJ" }));
    expect(app.ticker.selected).toBe(app.ticker.rows[0]!.id);
  });

  test("arrow_keys_scroll_the_story_also_from_a_link_inside_its_root", async () => {
    const { app } = await open();
    app.ticker.viewed(0, 11, 0);
    const scroller = document.body.appendChild(document.createElement("div"));
    scroller.dataset.scrolls = "";
    const link = scroller.attachShadow({ mode: "open" }).appendChild(document.createElement("a"));
    link.addEventListener("keydown", keyListener(app, page()));
    link.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", code: "ArrowDown", bubbles: true, composed: true, cancelable: true }));
    expect(app.ticker.selected).toBeNull();
  });

  test("a_held_key_moves_on_and_does_anything_else_once", async () => {
    const { app, fake } = await open();
    app.ticker.viewed(0, 11, 0);
    const listener = keyListener(app, page());
    for (const repeat of [false, true, true]) listener(press({ key: "j", code: "KeyJ", repeat }));
    expect(app.ticker.selected).toBe(app.ticker.rows[2]!.id);
    const held = [false, true, true].map((repeat) => press({ key: "v", code: "KeyV", repeat }));
    held.forEach(listener);
    await settle();
    expect(fake.calls.filter((call) => call === "openOriginal")).toHaveLength(1);
    expect(held.every((event) => event.defaultPrevented)).toBe(true);
  });

  test("ctrl_a_in_the_story_leaves_the_list_alone", async () => {
    const { app } = await open();
    app.ticker.viewed(0, 11, 0);
    const article = document.body.appendChild(document.createElement("section"));
    article.id = "article";
    const scroller = article.appendChild(document.createElement("div"));
    scroller.dataset.scrolls = "";
    const listener = keyListener(app, page());
    listener(press({ key: "a", code: "KeyA", ctrlKey: true }, scroller));
    expect(app.ticker.marked.some).toBe(false);
    listener(press({ key: "a", code: "KeyA", ctrlKey: true }));
    expect(app.ticker.marked.some).toBe(true);
  });

  test("a_key_right_after_a_sequence_stands_for_itself", async () => {
    const { app } = await open();
    app.ticker.viewed(0, 11, 0);
    const listener = keyListener(app, page());
    const type = (keys: string) => [...keys].forEach((key) => listener(press({ key, code: `Key${key.toUpperCase()}` })));
    type("ggo");
    expect(app.view).toBe("live");
    type("gls");
    expect(app.view).toBe("live");
    type("go");
    expect(app.view).toBe("sources");
  });

  test("keys_that_write_nothing_are_commands_in_a_field_too", () => {
    const input = document.createElement("input");
    const inField = (key: string, code: string, ctrlKey = false) => belongsToField(press({ key, code, ctrlKey }, input));
    expect([inField("F6", "F6"), inField("q", "KeyQ", true), inField("ض", "KeyQ", true)]).toEqual([false, false, false]);
    expect([inField("z", "KeyZ", true), inField("v", "KeyV", true), inField("?", "Slash"), inField("Home", "Home", true)]).toEqual([true, true, true, true]);
  });

  test("typing_in_a_field_or_an_input_method_is_left_alone", () => {
    const input = document.createElement("input");
    expect(belongsToField(press({ key: "j", code: "KeyJ" }, input))).toBe(true);
    expect(belongsToField(press({ key: "j", code: "KeyJ", isComposing: true }))).toBe(true);
    expect(belongsToField(press({ key: "j", code: "KeyJ" }))).toBe(false);
  });

  test("a_dialog_takes_the_keys_of_the_window", async () => {
    const { app } = await open();
    app.show("settings");
    const before = app.ticker.selected;
    keyListener(app, page())(press({ key: "j", code: "KeyJ" }));
    expect(app.ticker.selected).toBe(before);
  });

  test("help_shows_keys_as_caps", () => {
    expect(keycaps("g l")).toEqual(["g", "l"]);
    expect(keycaps("Shift+A")).toEqual(["Shift", "A"]);
    expect(keycaps("[Shift]+?")).toEqual(["?"]);
    expect(keycaps("$mod+z")).toEqual(["Ctrl", "Z"]);
  });

  test("a_sentence_says_keys_in_the_order_in_which_they_are_pressed_also_in_arabic", async () => {
    expect(spoken("$mod+,")).toBe("Ctrl ,");
    await learn("ar", ["ar"]);
    expect([spoken("$mod+,"), spoken("g /")]).toEqual(["\u2066Ctrl ,\u2069", "\u2066g /\u2069"]);
    const { app } = await open();
    expect([hint("settings", app), tooltip("x", "settings", app)]).toEqual(["\u2066Ctrl ,\u2069", "x (\u2066Ctrl ,\u2069)"]);
    await learn(null, ["en-US"]);
  });

  test("every_sign_on_a_keyboard_is_shown_as_a_cap_alone_and_with_a_modifier", () => {
    for (const sign of "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~") {
      for (const [pressed, caps] of [[{ key: sign }, [sign]], [{ key: sign, ctrlKey: true }, ["Ctrl", sign]], [{ key: sign, shiftKey: true }, [sign]]] as const) {
        const binding = written(pressOf(press({ code: "Slash", ...pressed }))!);
        expect(keycaps(binding), binding).toEqual(caps);
      }
    }
    expect(commands.filter((one) => one.keys.some((key) => keycaps(key).length === 0)).map((one) => one.id)).toEqual([]);
  });
});

describe("keys that the reader chooses", () => {
  const usual = { keys: {}, single_keys: true };

  test("a_chosen_key_runs_the_command_and_the_usual_one_no_longer_does", async () => {
    const { app } = await open();
    app.ticker.viewed(0, 11, 0);
    const listener = keyListener(app, page());
    await app.library.set({ keys: { next: ["e"] } });
    listener(press({ key: "j", code: "KeyJ" }));
    expect(app.ticker.selected).toBeNull();
    listener(press({ key: "e", code: "KeyE" }));
    expect(app.ticker.selected).toBe(app.ticker.rows[0]!.id);
    expect(hint("next", app)).toBe("e");
    expect(tooltip("Next", "next", app)).toBe("Next (e)");
    expect(tooltip("Import", "import-saved", app)).toBe("Import");
  });

  test("a_chosen_key_replaces_the_one_it_was_chosen_for_and_the_others_of_the_command_stay", async () => {
    const { app } = await open();
    app.ticker.viewed(0, 11, 0);
    await app.library.set({ keys: { next: rebound(commandOf("next"), "j", "q", usual) } });
    const listener = keyListener(app, page());
    listener(press({ key: "ArrowDown", code: "ArrowDown" }));
    expect(app.ticker.selected).toBe(app.ticker.rows[0]!.id);
    listener(press({ key: "q", code: "KeyQ" }));
    expect(app.ticker.selected).toBe(app.ticker.rows[1]!.id);
    const next = (chosen: string[] | undefined, instead: string | null, wanted: string) => rebound(commandOf("next"), instead, wanted, { keys: chosen ? { next: chosen } : {} });
    expect(next(["q", "ArrowDown"], "ArrowDown", "w")).toEqual(["q", "w"]);
    // Its own other key takes the place of this one.
    expect(next(undefined, "j", "ArrowDown")).toEqual(["ArrowDown"]);
    expect(next(undefined, null, "F4")).toEqual(["j", "ArrowDown", "F4"]);
    expect(next(undefined, null, "j")).toEqual(["j", "ArrowDown"]);
    expect(next([], null, "q")).toEqual(["q"]);
  });

  test("the_usual_keys_are_no_choice_and_none_is_one", () => {
    const next = commandOf("next");
    expect(withKeys(next, next.keys, { keys: { next: ["q"], save: ["w"] } })).toEqual({ save: ["w"] });
    expect(withKeys(next, [], { keys: {} })).toEqual({ next: [] });
  });

  test("single_keys_can_be_switched_off_and_keys_with_a_modifier_stay", async () => {
    const { app } = await open();
    app.ticker.viewed(0, 11, 0);
    const listener = keyListener(app, page());
    await app.library.set({ single_keys: false });
    listener(press({ key: "j", code: "KeyJ" }));
    expect(app.ticker.selected).toBeNull();
    listener(press({ key: "ArrowDown", code: "ArrowDown" }));
    expect(app.ticker.selected).toBe(app.ticker.rows[0]!.id);
    listener(press({ key: ",", code: "Comma", ctrlKey: true }));
    expect(app.dialog).toBe("settings");
  });

  test("a_character_with_shift_or_in_a_row_is_a_single_key", () => {
    expect(["j", "Shift+A", "[Shift]+?", "g l", "."].every(isSingle)).toBe(true);
    expect(["$mod+k", "F5", "Space", "ArrowDown", "Escape", "Enter", "$mod+Shift+C"].some(isSingle)).toBe(false);
    expect(keysOf(commandOf("sync"), { keys: {}, single_keys: false })).toEqual(["$mod+r", "F5"]);
  });

  test("a_key_that_another_command_of_the_same_view_has_is_named", () => {
    expect(clash("save", "m", usual)?.command.id).toBe("read");
    expect(clash("save", "q", usual)).toBeNull();
    // A key that was given away is free.
    expect(clash("save", "m", { keys: { read: ["e"] } })).toBeNull();
    // No view has both.
    expect(clash("mark-source", "j", usual)).toBeNull();
  });

  test("a_press_that_would_keep_a_sequence_from_its_end_is_named_in_every_view", () => {
    expect(clash("rename-source", "g", usual)).toMatchObject({ how: "begins", key: "g g", command: { id: "first" } });
    expect(clash("rename-source", "j x", usual)).toMatchObject({ how: "beginning", key: "j", command: { id: "next" } });
    // A command for a moment goes before others, and begins sequences like any.
    expect(clash("clear", "g", usual)?.how).toBe("begins");
    expect(clash("next", "j x", usual)?.command.id).toBe("next");
    expect(clash("next", "j x", usual, "j")).toBeNull();
  });

  test("a_press_is_written_as_a_binding", () => {
    const binding = (on: "linux" | "mac", key: string, held: KeyboardEventInit = {}) => {
      const pressed = pressOf(press({ key, code: "", ...held }), on);
      return pressed && written(pressed, on);
    };
    expect(binding("linux", "k", { ctrlKey: true })).toBe("$mod+k");
    expect(binding("mac", "k", { metaKey: true })).toBe("$mod+k");
    expect(binding("linux", "A", { shiftKey: true })).toBe("Shift+A");
    expect(binding("linux", "?", { shiftKey: true })).toBe("?");
    expect(binding("linux", " ", { shiftKey: true })).toBe("Shift+Space");
    expect(binding("linux", "Shift", { shiftKey: true })).toBeNull();
  });
});
