/* Promises about how the window is divided: the line between list and story, and the story alone. */
import { cleanup, fireEvent, render, screen } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, describe, expect, test, vi } from "vitest";
import Window from "../src/App.svelte";
import { NARROWEST, WIDEST } from "../src/state/layout.svelte";
import { open, pass, settle } from "./support";

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

async function draw(width = 1440, memory = new Map<string, string>()) {
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(width);
  const it = await open({}, memory);
  const { container } = render(Window, { app: it.app });
  await pass(10);
  const key = async (wanted: string, target: EventTarget = document.activeElement ?? window) => {
    target.dispatchEvent(new KeyboardEvent("keydown", { key: wanted, code: /^[a-z]$/.test(wanted) ? `Key${wanted.toUpperCase()}` : wanted, bubbles: true, cancelable: true }));
    await settle();
    await tick();
    await pass(10);
  };
  const aside = () => container.querySelector(".app")!.getAttribute("data-aside");
  return { ...it, container, key, aside };
}

describe("the line between list and story", () => {
  async function line(width = 1440, memory = new Map<string, string>()) {
    const it = await draw(width, memory);
    const splitter = screen.getByRole("separator", { name: "Width of the list" });
    const says = (name: string) => splitter.getAttribute(`aria-value${name}`);
    return { ...it, memory, splitter, now: () => Number(says("now")), says };
  }

  test("is_a_control_with_a_value_that_says_what_it_divides", async () => {
    const { splitter, says, container } = await line();
    expect([says("now"), says("min"), says("max"), splitter.getAttribute("aria-orientation"), splitter.tabIndex]).toEqual(["400", String(NARROWEST), String(WIDEST), "vertical", 0]);
    expect(container.querySelector(`#${splitter.getAttribute("aria-controls")}`)?.contains(screen.getByRole("listbox"))).toBe(true);
  });

  test("goes_where_the_arrow_points_also_where_words_run_from_right_to_left", async () => {
    const { splitter, now } = await line();
    await fireEvent.keyDown(splitter, { key: "ArrowRight" });
    expect(now()).toBe(416);
    await fireEvent.keyDown(splitter, { key: "ArrowLeft" });
    await fireEvent.keyDown(splitter, { key: "ArrowLeft" });
    expect(now()).toBe(384);
    splitter.style.direction = "rtl";
    await fireEvent.keyDown(splitter, { key: "ArrowLeft" });
    expect(now()).toBe(400);
    await fireEvent.pointerDown(splitter, { button: 0, clientX: 500 });
    await fireEvent.pointerMove(splitter, { clientX: 480 });
    await fireEvent.pointerUp(splitter);
    expect(now()).toBe(420);
  });

  test("leaves_every_other_key_to_the_window_and_keeps_its_own", async () => {
    const { app, splitter, key, now } = await line();
    const pressed = vi.fn();
    window.addEventListener("keydown", pressed);
    for (const one of ["ArrowRight", "ArrowLeft", "Home", "End"]) await key(one, splitter);
    expect([pressed.mock.calls.length, app.ticker.selected]).toEqual([0, null]);
    const width = now();
    await key("ArrowDown", splitter);
    expect([pressed.mock.calls.length, now(), app.ticker.selected]).toEqual([1, width, app.ticker.rows[0]!.id]);
    window.removeEventListener("keydown", pressed);
  });

  test("is_remembered_after_a_key_and_a_double_click_puts_back_the_usual_width_for_good", async () => {
    const memory = new Map<string, string>();
    const first = await line(1440, memory);
    await fireEvent.keyDown(first.splitter, { key: "End" });
    cleanup();
    const second = await line(1440, memory);
    expect(second.now()).toBe(WIDEST);
    await fireEvent.dblClick(second.splitter);
    expect(second.now()).toBe(400);
    cleanup();
    expect((await line(1440, memory)).now()).toBe(400);
  });

  test("has_a_width_of_its_own_in_either_layout", async () => {
    const memory = new Map<string, string>();
    const wide = await line(1440, memory);
    await fireEvent.keyDown(wide.splitter, { key: "End" });
    cleanup();
    expect((await line(1239, memory)).now()).toBe(344);
  });

  test("a_press_alone_and_another_button_change_and_keep_nothing", async () => {
    const { splitter, now, memory } = await line();
    await fireEvent.pointerDown(splitter, { button: 0, clientX: 500 });
    await fireEvent.pointerMove(splitter, { clientX: 500 });
    await fireEvent.pointerUp(splitter);
    await fireEvent.pointerDown(splitter, { button: 2, clientX: 500 });
    await fireEvent.pointerMove(splitter, { clientX: 560 });
    await fireEvent.pointerUp(splitter);
    expect([now(), memory.has("list-width-wide")]).toEqual([400, false]);
  });

  test("a_drag_that_the_system_ends_is_kept_as_it_stands", async () => {
    const { splitter, now, memory } = await line();
    await fireEvent.pointerDown(splitter, { button: 0, clientX: 500 });
    await fireEvent.pointerMove(splitter, { clientX: 530 });
    await fireEvent.pointerCancel(splitter);
    await fireEvent.pointerMove(splitter, { clientX: 600 });
    expect([now(), memory.get("list-width-wide")]).toEqual([430, "430"]);
  });

  test("says_no_more_than_the_window_has_room_for", async () => {
    const { app, splitter, now, says } = await line(740);
    // The story keeps 320 pixels, the rail 64.
    expect([now(), says("max")]).toEqual([344, "356"]);
    await fireEvent.keyDown(splitter, { key: "End" });
    expect([now(), app.layout.widths.medium]).toEqual([356, 356]);
    await fireEvent.pointerDown(splitter, { button: 0, clientX: 500 });
    await fireEvent.pointerMove(splitter, { clientX: 700 });
    await fireEvent.pointerUp(splitter);
    expect([now(), app.layout.widths.medium]).toEqual([356, 356]);
    app.layout.resize("medium", WIDEST);
    await tick();
    expect(now()).toBe(356);
    await fireEvent.keyDown(splitter, { key: "ArrowLeft" });
    expect([now(), app.layout.widths.medium]).toEqual([340, 340]);
  });
});

describe("the story alone", () => {
  async function read(view: "live" | "saved" | "search" = "live", memory = new Map<string, string>()) {
    const it = await draw(1440, memory);
    const { app } = it;
    await app.search.look("harbor");
    app.go(view);
    await pass(10);
    app.open(view === "live" ? app.ticker.rows[3]!.id : view === "saved" ? app.saved.shown[0]!.id : app.search.hits[0]!.id);
    await settle();
    app.pane = "list";
    await pass(10);
    return it;
  }
  const inStory = () => document.activeElement?.closest("#article") != null;

  test.each(["live", "saved", "search"] as const)("takes_list_and_rail_away_in_%s_and_the_same_key_brings_them_back", async (view) => {
    const { key, aside } = await read(view);
    await key("f", document.body);
    expect([aside(), inStory()]).toEqual(["story-only", true]);
    await key("f");
    expect(aside()).toBe("shown");
  });

  test("ends_with_escape_once_what_lies_nearer_is_gone", async () => {
    const { app, key, aside } = await read();
    await key("f", document.body);
    app.finding.show();
    await pass(10);
    await key("Escape", document.body);
    expect([app.finding.open, aside()]).toEqual([false, "story-only"]);
    app.toasts.show("Saved", "saved");
    await key("Escape", document.body);
    expect([app.toasts.current, aside()]).toEqual([null, "story-only"]);
    await key("Escape", document.body);
    expect([aside(), app.reading.page !== null]).toEqual(["shown", true]);
  });

  test("goes_on_to_the_next_story_and_stays_alone", async () => {
    const { app, key, aside } = await read();
    await key("f", document.body);
    const before = app.reading.id;
    await key("j");
    await pass(500);
    expect([app.reading.id === before, app.reading.id, aside()]).toEqual([false, app.ticker.rows[4]!.id, "story-only"]);
  });

  test("shares_its_way_back_with_the_key_that_hides_the_list_only", async () => {
    const { key, aside } = await read();
    await key("[", document.body);
    expect(aside()).toBe("no-list");
    await key("f");
    expect(aside()).toBe("shown");
    await key("f");
    await key("[");
    expect(aside()).toBe("shown");
  });

  test.each([["g", "s"], ["g", "l"], ["/"]])("ends_where_the_reader_goes_to_a_view %s %s", async (...keys) => {
    const { key, aside } = await read();
    await key("f", document.body);
    for (const one of keys.filter((one) => one !== undefined)) await key(one);
    expect(aside()).toBe("shown");
  });

  test("is_over_after_a_restart_with_the_same_story_open", async () => {
    const memory = new Map<string, string>();
    const { app, key, aside } = await read("live", memory);
    const { id } = app.reading;
    await key("f", document.body);
    expect(aside()).toBe("story-only");
    cleanup();
    const again = await draw(1440, memory);
    expect([again.aside(), again.app.reading.id]).toEqual(["shown", id]);
  });

  test("is_nothing_without_a_story", async () => {
    const { app, key, aside } = await draw();
    app.reading.close();
    await settle();
    await key("f", document.body);
    expect(aside()).toBe("shown");
  });
});
