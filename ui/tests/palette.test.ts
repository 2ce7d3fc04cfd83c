import { cleanup, render } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, describe, expect, test } from "vitest";
import Window from "../src/App.svelte";
import { titleOf } from "../src/commands/command";
import { commandOf } from "../src/commands/registry";
import { RESULTS } from "../src/state/palette.svelte";
import { matched, pieces } from "../src/text/matching";
import { atTop, open, pass, settle } from "./support";

afterEach(cleanup);

async function draw(memory = new Map<string, string>()) {
  const it = await open({}, memory);
  atTop(it.app);
  const { container } = render(Window, { app: it.app });
  await tick();
  it.app.show("palette");
  await settle();
  await tick();
  const field = container.querySelector<HTMLInputElement>("[role=combobox]")!;
  return {
    ...it,
    container,
    field,
    options: () => [...container.querySelectorAll<HTMLElement>("#palette-list [role=option]")],
    sections: () => [...container.querySelectorAll<HTMLElement>("#palette-list [role=group]")].map((one) => one.getAttribute("aria-label")),
    async type(text: string) {
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      await tick();
    },
    async press(key: string) {
      field.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
      await settle();
      await tick();
    },
  };
}

describe("finding by words", () => {
  test("case_and_accents_do_not_matter_and_the_place_is_right", () => {
    expect(matched("Küstenschutz in Ñuñoa", "nunoa")?.ranges).toEqual([[16, 21]]);
    expect(matched("Küstenschutz", "KUSTEN")?.ranges).toEqual([[0, 6]]);
    expect(matched("Offshore wind", "wind shore")).not.toBeNull();
    expect(matched("Offshore wind", "windy")).toBeNull();
  });

  test("the_beginning_of_a_word_is_better_than_its_middle", () => {
    expect(matched("Strong winds", "wind")!.rank).toBeGreaterThan(matched("Rewinding", "wind")!.rank);
    expect(matched("Rewinding the wind", "wind")!.ranges).toEqual([[14, 18]]);
  });

  test("pieces_give_the_whole_text_again", () => {
    const text = "Offshore wind carried a third";
    const parts = pieces(text, matched(text, "wind third")!.ranges);
    expect(parts.map((part) => part.text).join("")).toBe(text);
    expect(parts.filter((part) => part.found).map((part) => part.text)).toEqual(["wind", "third"]);
  });
});

describe("the command palette", () => {
  test("stories_saved_stories_sources_and_commands_stand_in_sections_and_never_more_than_twelve", async () => {
    const { type, sections, options } = await draw();
    await type("wind");
    expect(sections()).toEqual(expect.arrayContaining(["Stories", "Saved"]));
    await type("e");
    expect(sections()).toEqual(["Stories", "Saved", "Sources", "Commands"]);
    expect(options()).toHaveLength(RESULTS);
  });

  test("a_command_is_found_by_further_words_behind_those_that_bear_them_in_their_title", async () => {
    const { app, type, options } = await draw();
    await type("> unsubscribe");
    expect(options().map((one) => one.querySelector(".label")!.textContent)).toEqual([titleOf(commandOf("go-sources"))]);
    await type("> dark");
    expect(options()[0]!.querySelector(".label")!.textContent).toBe(titleOf(commandOf("settings")));
    // Nothing of the title is marked where only the further words have it.
    expect(options()[0]!.querySelector("mark")).toBeNull();
    await type("> search");
    expect(app.palette.found[0]!.id).toBe("go-search");
    await type("> import");
    expect(app.palette.found.map((one) => one.id)).toEqual(expect.arrayContaining(["import-saved", "follow"]));
  });

  test("stories_that_are_not_loaded_are_found_by_the_library_and_none_stands_there_twice", async () => {
    const { app, fake, type, options } = await draw();
    app.ticker.rows = app.ticker.rows.slice(0, 3);
    await type("night train");
    expect(options()).toHaveLength(0);
    await settle();
    await tick();
    expect(options().map((one) => one.textContent?.includes("Night train"))).toContain(true);
    expect(new Set(app.palette.found.map((one) => `${one.section} ${one.id}`)).size).toBe(app.palette.found.length);
    expect(fake.calls).toContain("search");
    await type("> night");
    await settle();
    expect(fake.calls.filter((call) => call === "search")).toHaveLength(1);
  });

  test("an_answer_that_was_overtaken_is_not_shown_and_only_the_last_words_are_asked", async () => {
    const { app, fake, type } = await draw();
    app.ticker.rows = [];
    app.saved.items = [];
    for (const words of ["d", "de", "der", "glacier"]) app.palette.type(words);
    await type("derby");
    await settle();
    expect(fake.calls.filter((call) => call === "search")).toHaveLength(2);
    const titles = app.palette.found.filter((one) => one.section === "stories").map((one) => one.label);
    expect(titles.length).toBeGreaterThan(0);
    expect(titles.every((title) => /derby/i.test(title))).toBe(true);
  });

  test("what_was_chosen_stays_chosen_when_the_library_answers", async () => {
    const { app } = await draw();
    app.ticker.rows = [];
    app.palette.type("wind");
    app.palette.step(1);
    const chosen = app.palette.found[app.palette.at]!;
    await settle();
    expect(app.palette.found[app.palette.at]).toMatchObject({ section: chosen.section, id: chosen.id });
    expect(app.palette.at).toBeGreaterThan(1);
  });

  test("where_the_library_cannot_answer_what_is_loaded_is_found", async () => {
    const { app, fake } = await draw();
    fake.failNext("search", "internal", "the library is busy");
    app.palette.type("night train");
    await settle();
    expect(app.palette.found.some((one) => one.label.startsWith("Night train"))).toBe(true);
    app.palette.type("night trai");
    await settle();
    expect(fake.calls.filter((call) => call === "search")).toHaveLength(2);
  });

  test("a_prefix_asks_for_one_kind_only", async () => {
    const { type, sections } = await draw();
    await type("> s");
    expect(sections()).toEqual(["Commands"]);
    await type("@a");
    expect(sections()).toEqual(["Sources"]);
    await type("");
    expect(sections()).toEqual(["Commands"]);
  });

  test("number_sign_asks_for_folders_and_tags_which_live_and_saved_show", async () => {
    const { app, type, press, sections, options } = await draw();
    const [tag] = app.saved.tags;
    await type("#");
    expect(sections()).toEqual(["Folders", "Tags"]);
    expect(app.palette.found.map(({ label }) => label)).toEqual([...app.sources.folderPaths, ...app.saved.tags].slice(0, RESULTS));
    app.saved.search = "fog";
    await type(`# ${tag}`);
    expect(options().map((one) => one.querySelector(".label")!.textContent)).toEqual([tag]);
    await press("Enter");
    expect([app.dialog, app.view, app.saved.filter, app.saved.search]).toEqual([null, "saved", `tag ${tag}`, ""]);
    expect(app.saved.shown.length).toBeGreaterThan(0);
    expect(app.saved.shown.every((item) => item.tags.includes(tag!))).toBe(true);
    app.show("palette");
    app.palette.type("#science");
    app.palette.pick(app.palette.found[0]!);
    await settle();
    expect([app.view, app.scopes.title]).toEqual(["live", "Science"]);
  });

  test("of_many_folders_and_tags_both_keep_something", async () => {
    const { app, type, options } = await draw();
    const [feed] = app.sources.feeds;
    const [item] = app.saved.items;
    app.sources.feeds = Array.from({ length: 20 }, (_, n) => ({ ...feed!, id: String(n + 1), folder: `Folder ${n}` }));
    app.saved.items = [{ ...item!, tags: Array.from({ length: 20 }, (_, n) => `tag ${n}`) }];
    await type("#");
    const count = (section: string) => app.palette.found.filter((one) => one.section === section).length;
    expect([count("sources"), count("tags"), options().length]).toEqual([RESULTS / 2, RESULTS / 2, RESULTS]);
  });

  test("number_sign_is_offered_where_there_is_something_to_find_by_it", async () => {
    const { app, container } = await draw();
    const offers = () => [...container.querySelectorAll("dialog footer span")].map((one) => one.textContent!.trim()).find((one) => one.startsWith("#"));
    expect(offers()).toBe("#Tags");
    app.saved.items = [];
    await tick();
    expect(offers()).toBe("#Folders");
    app.sources.feeds = [];
    await tick();
    expect(offers()).toBeUndefined();
  });

  test("a_question_mark_asks_for_commands_with_the_list_of_all_keys_first", async () => {
    const { app, type, sections } = await draw();
    await type("?");
    expect([sections(), app.palette.found[0]!.id]).toEqual([["Commands"], "help"]);
    expect(new Set(app.palette.found.map(({ id }) => id)).size).toBe(RESULTS);
    await type("? check now");
    expect(app.palette.found[0]!.id).toBe("sync");
  });

  test("arrows_choose_enter_opens_and_the_field_keeps_the_focus", async () => {
    const { app, type, press, field, options } = await draw();
    await type("night train");
    expect(field.getAttribute("aria-activedescendant")).toBe("found-0");
    await press("ArrowUp");
    expect(options().at(-1)!.getAttribute("aria-selected")).toBe("true");
    await press("ArrowDown");
    await press("Enter");
    expect(app.dialog).toBeNull();
    expect(app.reading.page?.title).toMatch(/^Night train/);
  });

  test("a_command_runs_and_comes_first_the_next_time", async () => {
    const { app, fake, type, press, options } = await draw();
    await type("> check now");
    await press("Enter");
    await pass(10);
    expect(fake.calls).toContain("sync");
    app.show("palette");
    await settle();
    expect(options()[0]!.textContent).toContain("Check now");
  });

  test("what_was_used_last_comes_first_after_a_restart_too", async () => {
    const memory = new Map<string, string>();
    const before = await draw(memory);
    await before.type("> check now");
    await before.press("Enter");
    await pass(10);
    cleanup();
    const after = await draw(memory);
    expect(after.options()[0]!.textContent).toContain("Check now");
  });

  test("a_source_of_the_packs_that_is_not_followed_is_offered_and_shown_before_anyone_is_asked", async () => {
    const { app, fake, type, press, options } = await draw();
    const found = () => options().filter((one) => one.textContent!.includes("Windward"));
    await type("@windward");
    expect(found().map((one) => one.textContent!.includes("Not followed"))).toEqual([false]);
    await app.unfollow(app.sources.feeds.find((feed) => feed.title === "Windward")!.id);
    await settle();
    await tick();
    expect(found().map((one) => one.querySelector(".d")?.textContent)).toEqual(["Not followed"]);
    await press("Enter");
    expect([app.dialog, app.follow.address, app.follow.stage]).toEqual(["follow", "https://windward.example/feed.xml", "typing"]);
    expect(fake.calls).not.toContain("lookAt");
  });

  test("only_what_can_be_done_now_is_offered", async () => {
    const { app, type, options } = await draw();
    await type("> open and read");
    expect(options()).toHaveLength(0);
    app.show(null);
    await tick();
    app.ticker.select(app.ticker.rows[0]!.id);
    app.show("palette");
    await settle();
    app.palette.type("> open and read");
    await tick();
    expect(options()).toHaveLength(1);
  });

  test("a_source_becomes_the_scope_of_live", async () => {
    const { app, type, press } = await draw();
    await type("@harbor");
    await press("Enter");
    await settle();
    expect(new Set(app.ticker.rows.map((row) => row.feed_title))).toEqual(new Set(["The Harbor Post"]));
  });

  test("enter_that_ends_an_input_method_opens_nothing", async () => {
    const { app, type, field } = await draw();
    await type("night");
    field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", isComposing: true, bubbles: true }));
    await settle();
    expect(app.dialog).toBe("palette");
  });

  test("a_story_of_live_is_brought_into_view_from_another_view", async () => {
    const { app, container } = await draw();
    app.show(null);
    app.go("saved");
    await pass(10);
    const row = app.ticker.rows.at(-1)!;
    app.palette.pick({ section: "stories", id: row.id, label: row.title, time: row.time, ranges: [] });
    await pass(400);
    expect(app.view).toBe("live");
    expect(app.ticker.followed).toBe(app.ticker.scroll.count);
    expect(app.ticker.scroll).toMatchObject({ to: "row", id: row.id });
    expect(container.querySelector(`#stories [data-id="${row.id}"]`)).not.toBeNull();
  });
});
