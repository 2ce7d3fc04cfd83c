/* Promises of Live that only the drawn window can keep: menus, the bar of a selection, the splitter, Help. */
import { cleanup, fireEvent, render, screen, within } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, describe, expect, test, vi } from "vitest";
import Window from "../src/App.svelte";
import Menu from "../src/parts/Menu.svelte";
import { NARROWEST, WIDEST } from "../src/state/layout.svelte";
import { atTop, open, pass, settle } from "./support";

afterEach(cleanup);

async function draw() {
  const it = await open();
  atTop(it.app);
  const { container } = render(Window, { app: it.app });
  await tick();
  return { ...it, container };
}
const shown = async () => {
  await settle();
  await tick();
};

describe("the scope button", () => {
  test("a_list_that_goes_while_it_is_open_says_that_it_is_closed", async () => {
    const ontoggle = vi.fn();
    const { unmount } = render(Menu, { label: "Stories of", options: [{ value: "all", label: "All" }], value: "all", onpick: () => undefined, ontoggle });
    expect(ontoggle).not.toHaveBeenCalled();
    await fireEvent.click(screen.getByRole("button"));
    await tick();
    unmount();
    expect(ontoggle.mock.calls).toEqual([[true], [false]]);
  });

  test("it_names_the_folders_and_sources_and_a_choice_changes_live", async () => {
    const { app } = await draw();
    await fireEvent.click(screen.getByRole("button", { name: /Stories of/ }));
    await shown();
    const menu = screen.getByRole("menu", { name: "Stories of" });
    expect(within(menu).getByRole("menuitemradio", { name: "All sources", checked: true })).toBe(document.activeElement);
    await fireEvent.click(within(menu).getByRole("menuitemradio", { name: "Science" }));
    await shown();
    expect(app.ticker.folder).toBe("Science");
    expect(screen.getByRole("button", { name: /^Science, Stories of/ })).toBe(document.activeElement);
  });

  test("nothing_enters_behind_its_open_list", async () => {
    const { app, fake } = await draw();
    await pass(3_000);
    await fireEvent.click(screen.getByRole("button", { name: /Stories of/ }));
    await shown();
    fake.push();
    await pass(60_000);
    expect(app.ticker.waiting).toBe(1);
    await fireEvent.keyDown(document.activeElement!, { key: "Escape" });
    await shown();
    expect(app.ticker.waiting).toBe(0);
  });

  test("the_first_letters_find_a_source", async () => {
    await draw();
    await fireEvent.click(screen.getByRole("button", { name: /Stories of/ }));
    await shown();
    for (const key of "the h") await fireEvent.keyDown(document.activeElement!, { key });
    expect(document.activeElement?.textContent?.trim()).toBe("The Harbor Post");
    await fireEvent.keyDown(document.activeElement!, { key: "Escape" });
    await shown();
    expect(screen.queryByRole("menu")).toBeNull();
  });
});

describe("the menu of a story", () => {
  async function menu() {
    const it = await draw();
    const row = it.app.ticker.rows[4]!;
    it.app.ticker.select(it.app.ticker.rows[0]!.id);
    it.app.openMenu({ id: row.id, x: 10, y: 10 });
    await shown();
    return { ...it, row, menu: screen.getByRole("menu", { name: "What to do with this story" }) };
  }

  test("it_offers_commands_of_the_registry_with_their_keys", async () => {
    const { menu: box } = await menu();
    for (const [name, keys] of [["Open original", "v"], ["Save for offline", "s"], ["Mark older as read", "Shift O"], ["Copy link", "y"]]) {
      expect(within(box).getByRole("menuitem", { name }).querySelector("kbd")?.textContent).toBe(keys);
    }
  });

  test("a_command_is_for_the_story_of_the_menu_and_not_for_the_selected_one", async () => {
    const { app, fake, row, menu: box } = await menu();
    await fireEvent.click(within(box).getByRole("menuitem", { name: /Open original/ }));
    await shown();
    expect(fake.opened.at(-1)).toContain(row.id);
    expect(app.ticker.selected).toBe(app.ticker.rows[0]!.id);
    expect(app.menu).toBeNull();
  });

  test("it_says_what_a_command_does_now", async () => {
    const { app, row, menu: box } = await menu();
    expect(within(box).getByRole("menuitem", { name: row.read ? "Mark as unread" : "Mark as read" })).toBeDefined();
    app.closeMenu();
    const saved = app.ticker.rows.find((one) => one.saved)!;
    app.openMenu({ id: saved.id, x: 10, y: 10 });
    await shown();
    expect(screen.getByRole("menuitem", { name: "Remove from Saved" })).toBeDefined();
  });

  test("arrows_go_round_and_escape_gives_the_focus_back", async () => {
    const { app, menu: box } = await menu();
    const items = within(box).getAllByRole("menuitem");
    expect(document.activeElement).toBe(items[0]);
    await fireEvent.keyDown(items[0]!, { key: "ArrowUp" });
    expect(document.activeElement).toBe(items.at(-1));
    await fireEvent.keyDown(items.at(-1)!, { key: "Escape" });
    await shown();
    expect(app.menu).toBeNull();
  });

  test("the_keys_of_the_window_wait_while_it_is_open", async () => {
    const { app } = await menu();
    await fireEvent.keyDown(document.body, { key: "j", code: "KeyJ" });
    expect(app.ticker.selected).toBe(app.ticker.rows[0]!.id);
  });
});

describe("the menu of a saved story", () => {
  test("what_could_not_be_saved_is_tried_again_from_it", async () => {
    const { app, fake, container } = await draw();
    app.go("saved");
    await shown();
    const failed = app.saved.items.find((item) => item.state === "failed")!;
    app.saved.selected = failed.id;
    app.openMenu({ id: failed.id, x: 5, y: 5 });
    await shown();
    await fireEvent.click(screen.getByRole("menuitem", { name: "Try again to save" }));
    await shown();
    expect(fake.calls).toContain("retrySave");
    expect(container.querySelector("[role=menu]")).toBeNull();
  });
});

describe("the bar of a selection", () => {
  test("it_stands_in_place_of_the_heading_says_how_many_and_marks_them_read", async () => {
    const { app, fake } = await draw();
    const unread = app.ticker.rows.filter((row) => !row.read).slice(0, 2);
    for (const row of unread) app.ticker.marked.toggle(row.id);
    await shown();
    const bar = screen.getByRole("toolbar", { name: "2 stories selected" });
    expect(screen.queryByRole("heading", { level: 1, name: "Live" })).toBeNull();
    await fireEvent.click(within(bar).getByRole("button", { name: "Mark selected as read" }));
    await shown();
    expect(fake.calls.filter((call) => call === "markRead")).toHaveLength(1);
    expect(screen.queryByRole("toolbar", { name: /selected/ })).toBeNull();
    expect(app.toasts.current?.undo).toBe("mark_read");
  });
});

describe("the splitter", () => {
  test("keys_move_it_within_its_bounds_and_a_double_click_puts_it_back", async () => {
    const { app, container } = await draw();
    const splitter = screen.getByRole("separator", { name: "Width of the list" });
    const now = () => Number(splitter.getAttribute("aria-valuenow"));
    const usual = now();
    await fireEvent.keyDown(splitter, { key: "ArrowRight" });
    expect(now()).toBe(usual + 16);
    await fireEvent.keyDown(splitter, { key: "End" });
    expect(now()).toBe(WIDEST);
    await fireEvent.keyDown(splitter, { key: "ArrowRight" });
    expect(now()).toBe(WIDEST);
    await fireEvent.keyDown(splitter, { key: "Home" });
    expect(now()).toBe(NARROWEST);
    await fireEvent.dblClick(splitter);
    expect(now()).toBe(usual);
    expect(container.querySelector<HTMLElement>(".app")!.style.getPropertyValue("--list-medium")).toBe(`${app.layout.widths.medium}px`);
  });

  test("the_width_is_kept_when_it_is_let_go", async () => {
    const memory = new Map<string, string>();
    const { app } = await open({}, memory);
    render(Window, { app });
    await tick();
    const splitter = screen.getByRole("separator", { name: "Width of the list" });
    await fireEvent.pointerDown(splitter, { button: 0, clientX: 100 });
    await fireEvent.pointerMove(splitter, { clientX: 130 });
    expect(app.layout.widths.medium).toBe(374);
    expect(memory.has("list-width-medium")).toBe(false);
    await fireEvent.pointerUp(splitter);
    expect(memory.get("list-width-medium")).toBe("374");
  });

  test("the_width_is_kept_over_a_restart_and_nonsense_is_not", async () => {
    const memory = new Map<string, string>();
    const { app } = await open({}, memory);
    app.layout.resize("wide", 460);
    expect((await open({}, memory)).app.layout.widths).toEqual({ wide: 460, medium: 344 });
    memory.set("list-width-wide", "a lot");
    expect((await open({}, memory)).app.layout.widths.wide).toBe(400);
  });
});

describe("help", () => {
  test("it_finds_a_shortcut_by_word_or_key_and_shows_the_readers_own", async () => {
    const { app, container } = await draw();
    await app.library.set({ keys: { save: ["q"] } });
    app.show("help");
    await shown();
    const field = container.querySelector<HTMLInputElement>("dialog input")!;
    await fireEvent.input(field, { target: { value: "save for" } });
    await shown();
    const rows = [...container.querySelectorAll("dialog dl > div")];
    expect(rows.map((row) => row.textContent?.replace(/\s+/g, " ").trim())).toEqual(["Save for offline q"]);
    await fireEvent.input(field, { target: { value: "no such thing" } });
    await shown();
    expect(container.querySelectorAll("dialog dl > div")).toHaveLength(0);
  });
});
