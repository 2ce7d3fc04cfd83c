/* Promises about what Live shows: a language beside folders and sources. */
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
    app.sources.feeds = [{ ...first!, language: "pt-BR" }, { ...second!, language: "PT" }, { ...third!, language: "mul" }, { ...fourth!, language: null }, { ...fourth!, language: "fr" }];
    expect(app.scopes.languages).toEqual(["fr", "pt"]);
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
    expect(app.scopes.title).toBe("allemand");
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
