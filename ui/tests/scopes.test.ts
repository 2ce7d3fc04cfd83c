/* Promises about what Live shows: a language beside folders and sources, and the unread stories of each. */
import { cleanup, fireEvent, render, screen, within } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, describe, expect, test } from "vitest";
import Window from "../src/App.svelte";
import { learn } from "../src/i18n/languages";
import { KEPT_AFTER } from "../src/state/live_place";
import { atTop, open, pass, settle } from "./support";

afterEach(async () => {
  cleanup();
  await learn(null, ["en-US"]);
});

async function draw() {
  const it = await open();
  atTop(it.app);
  const { container } = render(Window, { app: it.app });
  const shown = async () => {
    await settle();
    await tick();
  };
  await shown();
  const scope = async () => {
    await fireEvent.click(screen.getByRole("button", { name: /Stories of|Articles de/ }));
    await shown();
    return screen.getByRole("menu");
  };
  /** The sources in a language. */
  const speaking = (language: string) => new Set(it.app.sources.feeds.filter((feed) => feed.language?.split("-")[0] === language).map((feed) => feed.id));
  return { ...it, container, shown, scope, speaking };
}

describe("a language", () => {
  test("is_offered_by_its_name_in_the_alphabet_and_shows_the_stories_of_its_sources", async () => {
    const { app, container, shown, scope, speaking } = await draw();
    const languages = app.scopes.languages;
    const menu = await scope();
    const names = within(menu).getAllByRole("menuitemradio").map((one) => one.textContent!.trim());
    expect(names.filter((name) => ["Arabic", "English", "French", "German", "Japanese"].includes(name))).toEqual(["Arabic", "English", "French", "German", "Japanese"]);
    expect(languages).toHaveLength(new Set(languages).size);
    await fireEvent.click(within(menu).getByRole("menuitemradio", { name: "German" }));
    await shown();
    expect(app.ticker.rows.length).toBeGreaterThan(0);
    expect(app.ticker.rows.filter((row) => !speaking("de").has(row.feed_id))).toEqual([]);
    expect(screen.getByRole("button", { name: /^German, Stories of/ })).toBe(document.activeElement);
    expect([container.querySelector("#stories")?.getAttribute("aria-label"), container.querySelector(".chip[aria-pressed=true]")]).toEqual(["Live, German", null]);
  });

  test("holds_sources_of_every_region_and_none_that_names_no_language", async () => {
    const { app } = await draw();
    const [first, second, third, fourth] = app.sources.feeds;
    app.sources.feeds = [{ ...first!, language: "pt-BR" }, { ...second!, language: "PT" }, { ...second!, language: " es_ES " }, { ...third!, language: "mul" }, { ...fourth!, language: null }, { ...fourth!, language: "fr" }];
    expect(app.scopes.languages).toEqual(["fr", "pt", "es"]);
  });

  test("is_no_choice_where_all_sources_in_live_speak_it", async () => {
    const { app, scope } = await draw();
    app.sources.feeds = app.sources.feeds.map((feed, at) => (at > 0 ? { ...feed, language: "en" } : { ...feed, language: "fr", settings: { ...feed.settings, in_live: false } }));
    expect(app.scopes.choices).toEqual([]);
    expect(within(await scope()).queryByText("Languages")).toBeNull();
  });

  test("is_called_by_its_name_in_the_language_of_the_window", async () => {
    const { app } = await draw();
    app.scope({ language: "de" });
    await learn("fr", ["fr-FR"]);
    expect(app.scopes.title).toBe("Allemand");
  });

  test("is_marked_read_alone_and_counts_its_own_stories", async () => {
    const { app, fake, speaking } = await draw();
    const before = await fake.ticker({ limit: 0, unread: true });
    app.scope({ language: "en" });
    await settle();
    expect(app.ticker.total).toBe((await fake.ticker({ limit: 0, unread: false })).rows.filter((row) => speaking("en").has(row.feed_id)).length);
    await app.many.markAllRead();
    const left = await fake.ticker({ limit: 0, unread: true });
    expect(left.rows.map((row) => row.id)).toEqual(before.rows.filter((row) => !speaking("en").has(row.feed_id)).map((row) => row.id));
    expect(left.rows.length).toBeGreaterThan(0);
  });

  test("keeps_what_arrives_in_another_one_out", async () => {
    const { app, fake, speaking } = await draw();
    app.scope({ language: "de" });
    await settle();
    app.ticker.pointerOver(true);
    const german = app.sources.feeds.find((feed) => speaking("de").has(feed.id))!;
    fake.push(0, "On the Elbe", german.title);
    fake.push(0, "On the Thames", "The Harbor Post");
    await settle();
    expect(app.ticker.pending.map((row) => row.title)).toEqual(["On the Elbe"]);
  });

  test("says_where_its_sources_have_brought_nothing_and_leads_back_to_all", async () => {
    const { app, container, shown } = await draw();
    app.scope({ language: "sv" });
    await shown();
    expect(container.querySelector(".none")?.textContent).toContain("The sources in this language have not brought a story yet.");
    await fireEvent.click(screen.getByRole("button", { name: "Show all" }));
    await shown();
    expect([app.ticker.language, app.ticker.rows.length > 0]).toEqual([undefined, true]);
  });

  test("is_where_the_next_start_comes_back_to", async () => {
    const memory = new Map<string, string>();
    const { app } = await open({}, memory);
    app.left.seen();
    app.scope({ language: "en" });
    await settle();
    const row = app.ticker.rows[20]!.id;
    app.ticker.viewed(20, 31, 1250);
    app.ticker.stands(row, 12, 1250);
    await pass(KEPT_AFTER);
    const again = (await open({}, memory)).app;
    expect([again.ticker.language, again.ticker.anchor]).toEqual(["en", expect.objectContaining({ id: row, offset: 12 })]);
  });

  test("gives_way_to_everything_where_its_last_source_goes", async () => {
    const { app, fake, speaking } = await draw();
    app.scope({ language: "ja" });
    await settle();
    expect(app.ticker.rows.length).toBeGreaterThan(0);
    for (const feed of speaking("ja")) await fake.unfollow(feed);
    await app.following.refresh();
    expect([app.ticker.language, app.ticker.rows.length > 0]).toEqual([undefined, true]);
  });

  test("is_found_in_the_palette", async () => {
    const { app } = await draw();
    app.show("palette");
    await settle();
    app.palette.type("@german");
    const found = app.palette.found.find((one) => one.id === "language de")!;
    expect(found.label).toBe("German");
    app.palette.pick(found);
    await settle();
    expect(app.ticker.language).toBe("de");
  });
});

test("what_is_muted_is_shown_in_live_also_from_the_foot_of_the_sources", async () => {
  const { app, shown } = await draw();
  app.library.status = { ...app.library.status, muted_today: 3 };
  app.go("sources");
  await pass(10);
  await fireEvent.click(screen.getByRole("button", { name: /Muted today/ }));
  await shown();
  expect([app.view, app.ticker.muted]).toEqual(["live", true]);
});

describe("the unread stories", () => {
  const pressed = (container: Element) => [...container.querySelectorAll(".ticker .chip[aria-pressed=true] bdi")].map((one) => one.textContent);
  const chip = (name: RegExp) => screen.getByRole("button", { name });

  test("of_a_folder_a_source_or_a_language_are_shown_alone_by_the_same_chip", async () => {
    const { app, container, shown } = await draw();
    for (const scope of [{ folder: "Science" }, { feed: "2" }, { language: "en" }]) {
      app.scope(scope);
      await shown();
      const all = app.ticker.rows;
      await fireEvent.click(chip(/^Unread/));
      await shown();
      expect(app.ticker.rows.map((row) => row.id)).toEqual(all.filter((row) => !row.read).map((row) => row.id));
      expect(app.ticker.rows.length).toBeLessThan(all.length);
      expect(pressed(container)).toEqual(scope.folder === undefined ? ["Unread"] : ["Unread", "Science"]);
      await fireEvent.click(chip(/^Unread/));
      await shown();
      expect(app.ticker.rows).toHaveLength(all.length);
    }
  });

  test("stay_chosen_with_another_scope_until_all_is_pressed", async () => {
    const { app, container, shown, scope } = await draw();
    await fireEvent.click(chip(/^Unread/));
    await fireEvent.click(within(await scope()).getByRole("menuitemradio", { name: "Science" }));
    await shown();
    expect([pressed(container), container.querySelector("#stories")?.getAttribute("aria-label")]).toEqual([["Unread", "Science"], "Live, Science, unread only"]);
    await fireEvent.click(chip(/^World/));
    await shown();
    expect([pressed(container), app.ticker.rows.every((row) => !row.read)]).toEqual([["Unread", "World"], true]);
    await fireEvent.click(within(await scope()).getByRole("menuitemradio", { name: "All sources" }));
    await shown();
    expect(pressed(container)).toEqual(["Unread"]);
    await fireEvent.click(chip(/^All$/));
    await shown();
    expect([pressed(container), app.ticker.unread]).toEqual([["All"], false]);
  });

  test("stay_chosen_where_a_source_or_folder_is_picked_elsewhere", async () => {
    const { app, shown } = await draw();
    const now = () => [app.view, app.ticker.folder, app.ticker.feed, app.ticker.unread];
    app.scopes.showUnread(true);
    await shown();
    const { id, feed_id } = app.ticker.rows[0]!;
    app.ticker.select(id);
    await fireEvent.keyDown(window, { key: "e", code: "KeyE" });
    await shown();
    expect(now()).toEqual(["live", undefined, feed_id, true]);
    app.show("palette");
    app.palette.type("@science");
    app.palette.pick(app.palette.found.find((one) => one.id === "folder Science")!);
    await shown();
    expect(now()).toEqual(["live", "Science", undefined, true]);
    app.go("sources");
    await pass(10);
    await fireEvent.contextMenu(screen.getByText("World", { selector: "[role=treegrid] *" }));
    await shown();
    await fireEvent.click(screen.getByRole("menuitem", { name: "Show in Live" }));
    await shown();
    expect(now()).toEqual(["live", "World", undefined, true]);
  });

  test("are_counted_on_their_chip_of_what_is_shown_and_as_they_are_read", async () => {
    const { app, fake, shown } = await draw();
    const words = () => chip(/^Unread/).textContent;
    const of = async (scope: object) => (await fake.ticker({ limit: 1, unread: true, ...scope })).total;
    expect(words()).toBe(`Unread ${app.library.status.unread}`);
    app.scope({ folder: "Science" });
    await shown();
    const before = await of({ folder: "Science" });
    expect([words(), before > 0 && before < app.library.status.unread]).toEqual([`Unread ${before}`, true]);
    await fake.markRead([app.ticker.rows.find((row) => !row.read)!.id]);
    await shown();
    expect(words()).toBe(`Unread ${before - 1}`);
    app.scopes.pick({ language: "de" });
    await tick();
    // The number of another scope is not shown for it.
    expect(words()).toBe("Unread");
    await shown();
    expect(words()).toBe(`Unread ${await of({ language: "de" })}`);
    app.scope({ muted: true });
    await shown();
    expect(words()).toBe("Unread");
    app.scope({ unread: true });
    await shown();
    expect(words()).toBe(`Unread ${app.library.status.unread}`);
  });

  test("are_chosen_by_key_in_what_is_shown_and_a_digit_takes_that_back", async () => {
    const { app, shown } = await draw();
    app.scope({ folder: "Science" });
    const press = async (keys: string) => {
      for (const key of keys) await fireEvent.keyDown(window, { key, code: /\d/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}` });
      await shown();
      return [app.ticker.folder, app.ticker.unread];
    };
    expect(await press("gu")).toEqual(["Science", true]);
    expect(await press("gu")).toEqual(["Science", true]);
    expect(await press("2")).toEqual(["Science", false]);
    expect(await press("2")).toEqual(["Science", true]);
    expect(await press("1")).toEqual([undefined, false]);
  });

  test("of_what_is_muted_are_those_of_everything", async () => {
    const { app, container, shown } = await draw();
    app.scope({ muted: true });
    await shown();
    expect(pressed(container)).toEqual([]);
    await fireEvent.click(chip(/^Unread/));
    await shown();
    expect([app.ticker.muted, pressed(container)]).toEqual([false, ["Unread"]]);
    app.scopes.pick({ muted: true });
    await shown();
    expect([app.ticker.muted, app.ticker.unread]).toEqual([true, false]);
  });

  test("of_a_folder_lead_back_to_its_read_ones_where_there_is_none", async () => {
    const { app, shown } = await draw();
    app.scope({ folder: "Science" });
    await shown();
    await app.many.markAllRead();
    await fireEvent.click(chip(/^Unread/));
    await shown();
    await fireEvent.click(screen.getByRole("button", { name: "Show those that are read too" }));
    await shown();
    expect([app.ticker.folder, app.ticker.unread, app.ticker.rows.length > 0]).toEqual(["Science", false, true]);
  });

  test("of_a_folder_are_where_the_next_start_comes_back_to", async () => {
    const memory = new Map<string, string>();
    const { app } = await open({}, memory);
    app.left.seen();
    app.scope({ folder: "World", unread: true });
    await settle();
    const row = app.ticker.rows[10]!.id;
    app.ticker.viewed(10, 21, 650);
    app.ticker.stands(row, 12, 650);
    await pass(KEPT_AFTER);
    const again = (await open({}, memory)).app;
    expect([again.ticker.folder, again.ticker.unread, again.ticker.anchor?.id]).toEqual(["World", true, row]);
  });

  test("stay_chosen_where_the_folder_that_was_shown_goes", async () => {
    const { app } = await draw();
    app.scope({ folder: "Nowhere", unread: true });
    await settle();
    await app.following.refresh();
    expect([app.ticker.folder, app.ticker.unread]).toEqual([undefined, true]);
  });

  test("of_a_source_do_not_end_with_what_its_publisher_has_from_before", async () => {
    const { app } = await draw();
    const feed = app.sources.feeds.find((one) => one.has_older)!.id;
    app.scope({ feed });
    await settle();
    expect(app.older.offered).toBe(true);
    app.scope({ feed, unread: true });
    await settle();
    expect(app.older.offered).toBe(false);
  });
});
