/* Promises about keyboards: what is printed on a key works, on the layouts of the languages of the window and others. The
   presses are those that browsers report. */
import { describe, expect, test } from "vitest";
import { clash } from "../src/commands/bindings";
import { keyListener } from "../src/commands/keys";
import { pressOf, written } from "../src/commands/press";
import type { System } from "../src/system";
import { opens, page, press } from "./effects/support";
import { open, settle } from "./support";

const S = { shiftKey: true };
const C = { ctrlKey: true };
const G = { modifierAltGraph: true };
/** A press by what is printed, the place of the key, and what is held. */
type Pressed = [key: string, code: string, held?: KeyboardEventInit];

function binding([key, code, held]: Pressed, on: System = "linux"): string | null {
  const pressed = pressOf(press({ key, code, ...held }), on);
  return pressed && written(pressed, on);
}

const layouts: Record<string, [Pressed, string][]> = {
  us: [
    [["/", "Slash"], "/"],
    [["?", "Slash", S], "?"],
    [[".", "Period"], "."],
    [["1", "Digit1"], "1"],
    [["[", "BracketLeft"], "["],
    [[">", "Period", S], ">"],
    [["1", "Digit1", C], "$mod+1"],
    [["!", "Digit1", { ...S, ...C }], "$mod+!"],
    [["+", "Equal", { ...S, ...C }], "$mod++"],
    [["n", "KeyN"], "n"],
    [["N", "KeyN", S], "Shift+N"],
    // Caps Lock is no Shift.
    [["N", "KeyN"], "n"],
    [["/", "Slash", { altKey: true }], "Alt+/"],
    [["F", "KeyF", { ...S, ...C }], "$mod+Shift+F"],
  ],
  spanish: [
    [["/", "Digit7", S], "/"],
    [["?", "Minus", S], "?"],
    [[".", "Period"], "."],
    [["[", "BracketLeft", G], "["],
    [[">", "IntlBackslash", S], ">"],
    [["ñ", "Semicolon"], "ñ"],
    [["¿", "Equal", S], "¿"],
    [["+", "BracketRight", C], "$mod++"],
    [["3", "Digit3", C], "$mod+3"],
  ],
  german: [
    [["/", "Digit7", S], "/"],
    [["?", "Minus", S], "?"],
    [["[", "Digit8", G], "["],
    [["<", "IntlBackslash"], "<"],
    [["ü", "BracketLeft"], "ü"],
    [["z", "KeyY"], "z"],
    [["§", "Digit3", S], "§"],
    [["-", "Slash", C], "$mod+-"],
    [["€", "KeyE", G], "Alt+e"],
  ],
  french: [
    [["/", "Period", S], "/"],
    [[".", "Comma", S], "."],
    [["?", "KeyM", S], "?"],
    [["1", "Digit1", S], "1"],
    [["9", "Digit9", S], "9"],
    [["&", "Digit1"], "&"],
    [["[", "Digit5", G], "["],
    [[">", "IntlBackslash", S], ">"],
    [["&", "Digit1", C], "$mod+1"],
    [["é", "Digit2", C], "$mod+2"],
    [["'", "Digit4", C], "$mod+4"],
    [["à", "Digit0", C], "$mod+0"],
    [["1", "Digit1", { ...S, ...C }], "$mod+1"],
    [["-", "Digit6", C], "$mod+-"],
    [[",", "KeyM", C], "$mod+,"],
    [["a", "KeyQ"], "a"],
  ],
  russian: [
    [["о", "KeyJ"], "j"],
    [["Т", "KeyN", S], "Shift+N"],
    [["/", "Backslash", S], "/"],
    [["?", "Digit7", S], "?"],
    [["ю", "Period"], "."],
    [["Ю", "Period", S], ">"],
    [["Б", "Comma", S], "<"],
    [["х", "BracketLeft"], "["],
    [["ъ", "BracketRight"], "]"],
    [["б", "Comma", C], "$mod+,"],
    [["№", "Digit3", S], "№"],
  ],
  arabic: [
    [["ت", "KeyJ"], "j"],
    [["لا", "KeyB"], "b"],
    [["ظ", "Slash"], "/"],
    [["؟", "Slash", S], "?"],
    [["ز", "Period"], "."],
    [["ج", "BracketLeft"], "["],
    [["د", "BracketRight"], "]"],
    [[",", "Comma", S], ","],
    [["١", "Digit1"], "1"],
    [["٩", "Digit9"], "9"],
    [["۱", "Digit1"], "1"],
    [["٣", "Digit3", C], "$mod+3"],
    [["َ", "KeyQ", S], "Shift+Q"],
    [["/", "KeyL", S], "Shift+L"],
    [["[", "KeyD", S], "Shift+D"],
    [["}", "KeyC", { ...S, ...C }], "$mod+Shift+C"],
  ],
};

describe("a press is read by what its key prints", () => {
  test.each(Object.entries(layouts).flatMap(([name, presses]) => presses.map(([pressed, wanted]) => [name, wanted, pressed] as const)))("on_the_layout_%s_there_is_%s", (_name, wanted, pressed) => {
    expect(binding(pressed)).toBe(wanted);
  });

  test("alt_gr_is_told_as_control_and_alt_on_windows_and_as_option_on_a_mac", () => {
    expect(binding(["[", "Digit8", { ctrlKey: true, altKey: true }], "windows")).toBe("[");
    expect(binding(["[", "Digit8", { ...G, ctrlKey: true, altKey: true }], "windows")).toBe("[");
    expect(binding(["[", "Digit5", { altKey: true }], "mac")).toBe("[");
    expect(binding(["/", "Slash", { ctrlKey: true, altKey: true }])).toBe("$mod+Alt+/");
    expect(binding(["&", "Digit1", { metaKey: true }], "mac")).toBe("$mod+1");
  });

  test("a_dead_key_and_a_modifier_are_no_press", () => {
    expect(binding(["Dead", "BracketLeft"])).toBeNull();
    expect(binding(["AltGraph", "AltRight", G])).toBeNull();
  });
});

describe("the window on such a keyboard", () => {
  async function stage() {
    const it = await open();
    it.app.ticker.viewed(0, 11, 100);
    const listener = keyListener(it.app, page());
    const type = async (...presses: Pressed[]) => {
      for (const [key, code, held] of presses) listener(press({ key, code, ...held }));
      await settle();
    };
    return { ...it, type };
  }

  test("signs_and_digits_that_need_shift_run_their_commands", async () => {
    const { app, fake, type } = await stage();
    fake.push();
    await settle();
    await type([".", "Comma", S]);
    expect(app.ticker.waiting).toBe(0);
    await type(["2", "Digit2", S]);
    expect(app.ticker.unread).toBe(true);
    await type(["/", "Digit7", S]);
    expect(app.view).toBe("search");
    await type(["é", "Digit2", C]);
    expect(app.view).toBe("saved");
  });

  test("a_bracket_that_needs_alt_gr_hides_the_list", async () => {
    const it = await stage();
    await opens("Offshore wind")({ ...it, page: page() });
    await it.type(["[", "Digit5", G]);
    expect(it.app.aside).toBe("no-list");
  });

  test("a_modifier_between_two_presses_does_not_end_a_sequence", async () => {
    const { app, type } = await stage();
    await app.library.set({ keys: { "go-saved": ["g /"] } });
    await type(["g", "KeyG"], ["Shift", "ShiftLeft", S], ["/", "Digit7", S]);
    expect(app.view).toBe("saved");
  });

  test("a_letter_recorded_on_another_script_works_there_and_clashes_as_its_own", async () => {
    const { app, type } = await stage();
    const recorded = binding(["й", "KeyQ"])!;
    expect(recorded).toBe("q");
    await app.library.set({ keys: { next: [recorded] } });
    await type(["й", "KeyQ"]);
    expect(app.ticker.selected).toBe(app.ticker.rows[0]!.id);
    expect(clash("save", binding(["ة", "KeyM"])!, { keys: {} })?.command.id).toBe("read");
  });
});
