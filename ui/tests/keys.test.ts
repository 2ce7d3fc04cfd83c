import { describe, expect, test, vi } from "vitest";
import { belongsToField, keycaps, keyListener, latin } from "../src/commands/keys";
import { commands, type Page } from "../src/commands/registry";
import { t } from "../src/i18n/words";
import { open, settle } from "./support";

const page = (): Page => ({ pageArticle: vi.fn(() => false), screenful: () => 10, focusArticle: vi.fn(), focusTags: vi.fn(), nextRegion: vi.fn() });

function press(init: KeyboardEventInit & { key: string; code: string }, target: Element = document.body): KeyboardEvent {
  const event = new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init });
  Object.defineProperty(event, "target", { value: target });
  Object.defineProperty(event, "getModifierState", { value: (key: string) => Boolean({ Shift: init.shiftKey, Control: init.ctrlKey, Meta: init.metaKey, Alt: init.altKey }[key]) });
  Object.defineProperty(event, "composedPath", { value: () => [target] });
  return event;
}

describe("the command registry", () => {
  test("ids_are_unique_and_every_title_has_words", () => {
    expect(new Set(commands.map((command) => command.id)).size).toBe(commands.length);
    for (const command of commands) expect(t(command.title)).not.toBe("");
  });

  test("no_key_has_two_commands", () => {
    const keys = commands.flatMap((command) => command.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  // Each command is run by its first key and changes something that can be seen.
  const effects: Record<string, (it: { app: Awaited<ReturnType<typeof open>>["app"]; fake: Awaited<ReturnType<typeof open>>["fake"]; page: Page }) => unknown> = {
    next: ({ app }) => app.ticker.selected,
    previous: ({ app }) => app.ticker.selected,
    "next-unread": ({ app }) => app.ticker.selected,
    page: ({ page }) => vi.mocked(page.pageArticle).mock.calls.length,
    "page-back": ({ page }) => vi.mocked(page.pageArticle).mock.calls.length,
    "show-new": ({ app }) => app.ticker.waiting,
    first: ({ app }) => app.ticker.waiting,
    last: ({ app }) => app.ticker.selected,
    "screen-down": ({ app }) => app.ticker.selected,
    "screen-up": ({ app }) => app.ticker.selected,
    "go-live": ({ app }) => app.view,
    "go-saved": ({ app }) => app.view,
    "go-sources": ({ app }) => app.view,
    open: ({ app }) => app.reading.id,
    original: ({ fake }) => fake.opened.length,
    save: ({ fake }) => fake.calls.filter((call) => /^(un)?saveArticle$/.test(call)).length,
    read: ({ fake }) => fake.calls.filter((call) => /^mark(Un)?[rR]ead$/.test(call)).length,
    comments: ({ fake }) => fake.opened.length,
    copy: ({ fake }) => fake.opened.length,
    text: ({ fake }) => fake.calls.filter((call) => call === "fullStory").length,
    images: ({ app }) => app.reading.page?.hidden_images,
    tags: ({ page }) => vi.mocked(page.focusTags).mock.calls.length,
    order: ({ app }) => app.saved.order,
    "save-page": ({ app }) => app.dialog,
    pack: ({ app }) => app.dialog,
    "mark-all": ({ fake }) => fake.calls.filter((call) => call === "markAllRead").length,
    follow: ({ app }) => app.dialog,
    sync: ({ fake }) => fake.calls.filter((call) => call === "sync").length,
    region: ({ page }) => vi.mocked(page.nextRegion).mock.calls.length,
    "region-back": ({ page }) => vi.mocked(page.nextRegion).mock.calls.length,
    settings: ({ app }) => app.dialog,
    undo: ({ fake }) => fake.calls.filter((call) => call === "undo").length,
    help: ({ app }) => app.dialog,
    back: ({ app }) => app.pane,
  };

  test.each(commands.map((command) => command.id))("the_command_%s_has_an_effect_by_its_key", async (id) => {
    const { app, fake } = await open();
    const it = { app, fake, page: page() };
    app.ticker.viewed(0, 11, 100);
    app.ticker.select(app.ticker.rows[20]!.id);
    if (["comments", "back", "page", "page-back", "save", "original", "copy"].includes(id)) {
      app.open(app.ticker.rows.find((row) => row.title.startsWith("Night train"))!.id);
      await settle();
    }
    if (id === "images") await app.library.set({ images: "never" });
    const story = { text: "Central bank", images: "Glacier survey", tags: "Offshore wind" }[id];
    if (story) app.open(app.ticker.rows.find((row) => row.title.startsWith(story))!.id);
    if (["go-live", "order"].includes(id)) app.go("saved");
    if (["show-new", "first"].includes(id)) fake.push();
    await settle();
    const effect = effects[id];
    expect(effect, `no effect written down for ${id}`).toBeDefined();
    const before = effect!(it);
    const listener = keyListener(app, it.page);
    for (const part of commands.find((one) => one.id === id)!.keys[0]!.split(" ")) {
      const mods = part.split(/(?<=\w|\])\+/);
      const key = mods.pop()!;
      listener(press({ key: key === "Space" ? " " : key, code: key === "Space" ? "Space" : "Unidentified", shiftKey: mods.includes("Shift"), ctrlKey: mods.includes("$mod") }));
    }
    await settle();
    expect(effect!(it)).not.toEqual(before);
  });
});

describe("key presses", () => {
  test("letters_of_other_scripts_are_read_by_their_place_on_the_keyboard", () => {
    expect(latin(press({ key: "о", code: "KeyJ" }))).toBe("j");
    expect(latin(press({ key: "ت", code: "KeyJ" }))).toBe("j");
    // A Latin layout decides by its letter: on Dvorak the key of QWERTY's J is h.
    expect(latin(press({ key: "h", code: "KeyJ" }))).toBe("h");
  });

  test("j_on_a_cyrillic_keyboard_moves_on", async () => {
    const { app } = await open();
    app.ticker.viewed(0, 11, 0);
    keyListener(app, page())(press({ key: "о", code: "KeyJ" }));
    expect(app.ticker.selected).toBe(app.ticker.rows[0]!.id);
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
});
