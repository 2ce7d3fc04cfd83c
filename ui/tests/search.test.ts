/* Promises about the search over everything stored here. */
import { cleanup, render } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, describe, expect, test } from "vitest";
import Window from "../src/App.svelte";
import { withoutFilters, type Hit } from "../src/state/search.svelte";
import { excerpt } from "../src/text/excerpt";
import { pieces, places } from "../src/text/matching";
import { press } from "./effects/support";
import { open, pass, settle } from "./support";

afterEach(cleanup);

/** The window with Search on screen and this looked for. */
async function draw(query: string) {
  const it = await open();
  const { container } = render(Window, { app: it.app });
  it.app.go("search");
  await it.app.search.look(query);
  await settle();
  await tick();
  return {
    ...it,
    container,
    filters: () => [...container.querySelectorAll<HTMLElement>(".filters li")].map((one) => one.textContent?.trim()),
    async key(key: string) {
      window.dispatchEvent(press({ key, code: "Unidentified" }));
      await settle();
      await tick();
    },
  };
}

describe("a search kept as a filter", () => {
  test("is_a_chip_that_looks_again_survives_a_restart_and_can_be_taken_back", async () => {
    const { app, fake, container } = await draw("harbor is:unread");
    const chips = () => [...container.querySelectorAll<HTMLButtonElement>(".search .chip")];
    const button = (words: string) => [...container.querySelectorAll<HTMLButtonElement>(".filters button")].find((one) => one.textContent?.trim() === words)!;
    expect(chips()).toEqual([]);
    button("Save as filter").click();
    await settle();
    await tick();
    expect(chips().map((chip) => [chip.textContent?.trim(), chip.getAttribute("aria-pressed")])).toEqual([["harbor is:unread", "true"]]);
    expect((await fake.settings()).filters).toEqual(["harbor is:unread"]);
    await app.search.look("derby");
    await tick();
    expect(chips()[0]!.getAttribute("aria-pressed")).toBe("false");
    chips()[0]!.click();
    await settle();
    await tick();
    expect(app.search.answered).toBe("harbor is:unread");
    button("Remove this filter").click();
    await settle();
    await tick();
    expect(chips()).toEqual([]);
    await app.undoing.undo();
    await settle();
    await tick();
    expect(chips()).toHaveLength(1);
  });

  test("there_is_room_for_twenty_and_a_sentence_says_so", async () => {
    const { app } = await draw("wind");
    await app.choose({ filters: Array.from({ length: 20 }, (_, n) => `tag:${n}`) });
    await app.keptFilters.toggle();
    expect(app.library.settings.filters).toHaveLength(20);
    expect(app.toasts.current?.text).toBe("There is room for 20 filters. Remove one first.");
  });
});

describe("what is shown of a story that was found", () => {
  const of = (...parts: [string, boolean][]) => excerpt(parts.map(([text, hit]) => ({ text, hit }))).map((part) => part.text).join("|");
  test("is_nothing_where_its_text_has_none_of_the_words", () => {
    expect(of(["The record held for six hours without a watt of imported power.", false])).toBe("");
    expect(of()).toBe("");
  });
  test("begins_shortly_before_the_word_at_the_beginning_of_a_word", () => {
    expect(of(["The ", false], ["wind", true], [" held for six hours", false])).toBe("The |wind| held for six hours");
    expect(of(["wind", true], [" held", false])).toBe("wind| held");
    expect(of(["The record held for six hours without a single watt of ", false], ["imported", true], [" power.", false])).toBe("…without a single watt of |imported| power.");
    // Scripts without spaces, and signs of two units, are cut between signs.
    expect(of(["東".repeat(60), false], ["風", true])).toBe(`…${"東".repeat(28)}|風`);
    expect(of(["🌬".repeat(60), false], ["風", true])).toBe(`…${"🌬".repeat(28)}|風`);
  });
  test("stands_under_the_headline_only_where_it_holds_the_word", async () => {
    const { app, container } = await draw("harbor");
    const [first] = app.search.stories;
    const text = () => container.querySelector(`[data-id="${first!.id}"] .sn`)?.textContent ?? null;
    const give = async (snippet: Hit["snippet"]) => {
      app.search.stories = [{ ...first!, snippet }];
      await tick();
    };
    await give([{ text: "Nothing of the kind.", hit: false }]);
    expect(text()).toBeNull();
    await give([{ text: "At the ", hit: false }, { text: "harbor", hit: true }]);
    expect(text()).toBe("At the harbor");
    await give([{ text: first!.title, hit: true }]);
    expect(text()).toBeNull();
  });
});

describe("the field of Search", () => {
  test("has_the_old_words_selected_when_it_is_asked_for_so_that_typing_replaces_them", async () => {
    const { app, container, key } = await draw("harbor");
    const field = () => container.querySelector<HTMLInputElement>(".search .find input")!;
    app.go("live");
    await settle();
    await key("/");
    expect([document.activeElement === field(), field().value, field().selectionStart, field().selectionEnd]).toEqual([true, "harbor", 0, 6]);
    // Also from a story that was found.
    field().setSelectionRange(6, 6);
    container.querySelector<HTMLElement>(".search .row")!.focus();
    await key("/");
    expect([document.activeElement === field(), field().selectionStart, field().selectionEnd]).toEqual([true, 0, 6]);
    // Words that come in later, as the field's own do, stay as they are.
    field().setSelectionRange(6, 6);
    await app.search.look("harbour");
    await settle();
    expect(field().selectionStart).not.toBe(0);
  });
});

describe("searching", () => {
  test("it_looks_once_typing_rests_and_finds_stories_and_sources", async () => {
    const { app, fake } = await open();
    for (const part of ["h", "ha", "harbor"]) app.search.type(part);
    await pass(500);
    expect(fake.calls.filter((call) => call === "search")).toHaveLength(1);
    expect(app.search.hits.length).toBeGreaterThan(0);
    expect(app.search.sources(app.sources.feeds).map((feed) => feed.title)).toEqual(["The Harbor Post"]);
  });

  test("an_answer_that_was_overtaken_is_not_heard", async () => {
    const { app } = await open();
    const slow = app.search.look("glacier");
    await app.search.look("derby");
    await slow;
    expect(app.search.answered).toBe("derby");
    expect(app.search.hits.every((hit) => /derby/i.test(hit.title))).toBe(true);
  });

  test("older_stories_follow_an_answer_that_ended_before_it_had_seen_everything", async () => {
    const { app, fake } = await open();
    await app.search.look("harbor");
    const all = app.search.hits.map((hit) => hit.id).sort();
    fake.looksThrough = 7;
    const looked = app.search.look("harbor");
    await settle();
    expect(app.search.looking).toBe(true);
    await looked;
    expect([app.search.hits.map((hit) => hit.id).sort(), app.search.looking, app.search.more]).toEqual([all, false, false]);
    await app.search.look("nobodywrotethis");
    expect([app.search.hits.length, app.search.looking]).toEqual([0, false]);
  });

  test("an_empty_field_asks_nothing_and_used_words_are_remembered", async () => {
    const { app, fake } = await open();
    await app.search.look("wind");
    app.search.used();
    await app.search.look("   ");
    await settle();
    expect(fake.calls.filter((call) => call === "search")).toHaveLength(1);
    expect([app.search.hits.length, app.search.recent.all]).toEqual([0, ["wind"]]);
  });
});

describe("the filters of a search", () => {
  test("what_was_understood_stands_under_the_field_and_each_can_be_taken_away", async () => {
    const { app, container, filters } = await draw("wind is:unread source:Windward");
    expect(filters()).toEqual(["unread", "from Windward"]);
    container.querySelector<HTMLElement>(".filters button")!.click();
    await settle();
    await tick();
    expect([app.search.query, filters()]).toEqual(["wind source:Windward", ["from Windward"]]);
  });

  test("one_is_added_from_the_menu_beside_them_and_is_not_offered_again", async () => {
    const { app, container, filters } = await draw("wind");
    const offered = async () => {
      container.querySelector<HTMLElement>(".filters .add")!.click();
      await settle();
      await tick();
      return [...container.querySelectorAll<HTMLElement>("[role=menuitem]")];
    };
    const unread = (await offered()).find((one) => one.textContent?.trim() === "Unread")!;
    unread.click();
    await settle();
    await tick();
    expect([app.search.query, filters()]).toEqual(["wind is:unread", ["unread"]]);
    expect((await offered()).map((one) => one.textContent?.trim())).not.toContain("Unread");
  });

  test("only_the_filter_goes_and_words_quotations_and_exclusions_stay", () => {
    expect(withoutFilters('night source:"The Tide" "is:unread now" -is:unread is:unread train', ["is:unread"])).toBe('night source:"The Tide" "is:unread now" -is:unread train');
    expect(withoutFilters('source:"The Tide" wind', ["source:The Tide"])).toBe("wind");
    expect(withoutFilters("before:never wind", ["in:saved"])).toBe("before:never wind");
  });

  test("where_nothing_is_found_the_filters_can_go_together_and_a_spelling_is_offered", async () => {
    const { app, container } = await draw("wnid in:saved is:unread");
    expect(app.search.suggestion).toBe("wind");
    const buttons = [...container.querySelectorAll<HTMLElement>("#stories .acs button")];
    expect(buttons.map((one) => one.textContent?.trim())).toEqual(["Did you mean \u201cwind\u201d?", "Clear filters"]);
    buttons[1]!.click();
    await settle();
    expect(app.search.query).toBe("wnid");
  });
});

describe("the results of a search", () => {
  test("a_headline_is_marked_where_the_words_are_in_it", async () => {
    const { container } = await draw("wind third");
    const marks = [...container.querySelector("#stories [role=option] .h")!.querySelectorAll("mark")].map((one) => one.textContent);
    expect(marks).toEqual(["wind", "third"]);
  });

  test("whole_words_are_marked_and_of_the_last_one_also_a_beginning", () => {
    const marked = (text: string, ...words: string[]) => pieces(text, places(text, words)).filter((piece) => piece.found).map((piece) => piece.text);
    expect(marked("Window cleaners rewind the wind", "wind")).toEqual(["Wind", "wind"]);
    expect(marked("Window cleaners and the wind", "wind", "clean")).toEqual(["clean", "wind"]);
    expect(marked("北極圏の観測網", "観測")).toEqual(["観測"]);
  });

  test("story_commands_work_on_the_selected_result", async () => {
    const { app, fake, key } = await draw("wind");
    app.search.selected = app.search.hits.find((hit) => !hit.read && !hit.saved)!.id;
    const { id } = app.search.hit(app.search.selected)!;
    await key("m");
    expect(app.search.hit(id)!.read).toBe(true);
    await key("s");
    expect(app.search.hit(id)!.saved).toBe(true);
    await key("y");
    await key("v");
    expect(fake.opened).toEqual([`copied ${app.search.hit(id)!.url}`, `original of ${id}`]);
    await key("Enter");
    expect(app.reading.id).toBe(id);
    await key("j");
    expect(app.search.selected).toBe(app.search.hits[app.search.hits.findIndex((hit) => hit.id === id) + 1]!.id);
  });

  test("an_article_that_was_found_is_read_like_any_other", async () => {
    const { app, key } = await draw("offshore wind");
    app.open(app.search.hits[0]!.id);
    await settle();
    await key("[");
    expect(app.aside).toBe("no-list");
    await key("Escape");
    expect(app.aside).toBe("shown");
  });

  test("what_changes_elsewhere_shows_and_no_result_moves", async () => {
    const { app, fake } = await draw("wind is:unread");
    const before = app.search.hits.map((hit) => hit.id);
    await fake.markRead([before[0]!]);
    await settle();
    expect(app.search.hits.map((hit) => hit.id)).toEqual(before);
    expect(app.search.hits[0]!.read).toBe(true);
  });
});

describe("a source that is not followed", () => {
  test("stands_among_what_was_found_says_so_and_is_followed_by_its_site", async () => {
    const { app, container } = await draw("engineer");
    const strangers = () => [...container.querySelectorAll<HTMLElement>(".stranger")].map((one) => [...one.querySelectorAll("bdi, small, button")].map((part) => part.textContent?.trim()));
    expect(strangers()).toEqual([]);
    await app.unfollow(app.sources.feeds.find((feed) => feed.title === "Windward")!.id);
    await pass(10);
    expect(strangers()).toEqual([["Windward", "Not followed", "Follow"]]);
    container.querySelector<HTMLElement>(".stranger button")!.click();
    await settle();
    expect([app.dialog, app.follow.address]).toEqual(["follow", "windward.example"]);
  });
});
