import { usualSettings } from "../src/api/usual";
import { describe, expect, test } from "vitest";
import { RESTS_AFTER } from "../src/state/look.svelte";
import { App } from "../src/state/app.svelte";
import { ids, open, pass, settle } from "./support";

describe("the first screen", () => {
  test("it_shows_while_nothing_is_followed_and_contacts_nothing", async () => {
    const { app, fake } = await open({ empty: true });
    expect(app.welcome).toBe(true);
    app.follow.toggle("starter");
    app.follow.address = "tidetables.example";
    expect(fake.calls.filter((call) => /follow|sync|import/i.test(call))).toEqual([]);
  });

  test("the_packs_of_the_systems_languages_are_shown_first_and_the_readers_choice_stays", async () => {
    const { app } = await open({ empty: true }, new Map(), ["nl-BE", "de-AT", "en-GB"]);
    expect([...app.follow.languages]).toEqual(["de", "en"]);
    app.follow.toggleLanguage("");
    await app.follow.loadPacks();
    expect([...app.follow.languages]).toEqual([]);
    const other = await open({ empty: true }, new Map(), ["nl"]);
    expect([other.app.follow.languages.size, other.app.follow.shownPacks.length]).toEqual([0, other.app.follow.packs.length]);
  });

  test("it_gives_way_to_what_was_saved", async () => {
    const { fake } = await open({ empty: true });
    await fake.savePage("https://tidetables.test/fog");
    const app = new App(fake, { now: Date.now, languages: [], recall: () => null, remember: () => undefined, copy: async () => true });
    await app.start();
    expect((await fake.status()).feeds).toBe(0);
    expect(app.welcome).toBe(false);
  });

  test("skipping_it_is_remembered", async () => {
    const memory = new Map<string, string>();
    const first = await open({ empty: true }, memory);
    first.app.leaveWelcome();
    const second = await open({ empty: true }, memory);
    expect(second.app.welcome).toBe(false);
  });

  test("a_pack_says_what_it_brought_and_what_could_not_be_taken", async () => {
    const { app } = await open({ empty: true });
    app.follow.toggle("starter");
    await app.beginning.takePacks();
    await settle();
    expect(app.dialog).toBe("imported");
    expect(app.follow.result).toMatchObject({ added: 12, already: 0, failed: [{ url: "ftp://old.example/feed" }] });
    app.beginning.importSeen();
    await settle();
    expect(app.welcome).toBe(false);
    expect(app.ticker.rows.length).toBeGreaterThan(0);
  });

  test("a_typed_address_is_followed_beside_the_packs_and_all_of_it_is_told", async () => {
    const { app, fake } = await open({ empty: true });
    app.follow.toggle("starter");
    app.follow.address = "two.tidetables.example";
    await app.beginning.begin();
    // The site offers a choice, and the reader makes it.
    expect([app.dialog, app.follow.stage, app.welcome]).toEqual(["follow", "found", true]);
    await app.beginning.followTyped();
    await settle();
    expect((await fake.feeds()).map((feed) => feed.title)).toContain("Tidetables");
    expect([app.dialog, app.follow.result?.added]).toEqual(["imported", 12]);
    app.beginning.importSeen();
    expect([app.dialog, app.welcome]).toEqual([null, false]);
  });

  test("giving_up_the_typed_address_still_tells_what_the_packs_brought", async () => {
    const { app } = await open({ empty: true });
    app.follow.toggle("starter");
    app.follow.address = "nowhere";
    await app.beginning.begin();
    expect([app.dialog, app.follow.address, app.follow.problem !== ""]).toEqual(["follow", "nowhere", true]);
    app.show(null);
    expect(app.dialog).toBe("imported");
  });

  test("a_file_that_is_no_list_is_refused_in_words", async () => {
    const { app } = await open({ empty: true });
    await app.beginning.takeLists([new TextEncoder().encode("hello")]);
    expect(app.follow.problem).toBe("This file could not be taken in: this is not a subscription list (OPML). Nothing was changed.");
    expect(app.welcome).toBe(true);
  });

  test("a_source_followed_in_the_terminal_ends_it", async () => {
    const { app, fake } = await open({ empty: true });
    fake.followElsewhere("news.example");
    await settle();
    expect(app.welcome).toBe(false);
  });
});

describe("a round of checks", () => {
  test("it_shows_progress_can_be_cancelled_and_lingers_with_its_outcome", async () => {
    const { app, fake } = await open();
    const round = app.sync();
    await pass(130);
    expect(app.library.progress).toMatchObject({ total: 38 });
    await app.cancelSync();
    await pass(2_000);
    await round;
    expect(fake.calls).toContain("cancelSync");
    expect(app.library.progress).toBeNull();
    await pass(3_000);
    expect(app.library.outcome).toBeNull();
  });

  test("a_second_round_is_not_begun_while_one_runs", async () => {
    const { app, fake } = await open();
    void app.sync();
    await pass(130);
    await app.sync();
    expect(fake.calls.filter((call) => call === "sync")).toHaveLength(1);
  });
});

describe("at rest", () => {
  test("nothing_is_asked_while_nothing_happens", async () => {
    const { fake } = await open();
    await pass(1_000);
    const calls = fake.calls.length;
    await pass(60 * 60_000);
    expect(fake.calls.length).toBe(calls);
  });
});

describe("settings", () => {
  test("each_setting_is_kept_and_a_refusal_changes_nothing", async () => {
    const { app, fake } = await open();
    await app.library.set({ density: "wire" });
    await app.library.set({ theme: "dark" });
    await app.library.set({ check_interval: "1h" });
    await app.library.set({ images: "never" });
    expect(await fake.settings()).toEqual({ ...usualSettings, density: "wire", theme: "dark", check_interval: "1h", images: "never" });
    fake.failNext("changeSettings");
    await expect(app.library.set({ density: "compact" })).rejects.toMatchObject({ code: "internal" });
    expect(app.library.settings.density).toBe("wire");
  });

  test("what_another_program_sets_is_shown_and_not_taken_back", async () => {
    const { app, fake } = await open();
    await fake.changeSettings({ proxy: "socks5h://127.0.0.1:9050" });
    await app.library.set({ density: "wire" });
    expect((await fake.settings()).proxy).toBe("socks5h://127.0.0.1:9050");
    await fake.changeSettings({ theme: "dark" });
    fake.notify({ kind: "library_changed" });
    await settle();
    expect(app.library.settings).toMatchObject({ theme: "dark", density: "wire" });
  });

  test("a_slider_that_is_still_moved_is_not_put_back_by_what_is_kept", async () => {
    const { app, fake } = await open();
    app.look.set({ leading: 190 });
    fake.notify({ kind: "library_changed" });
    await settle();
    expect(app.look.style.leading).toBe(190);
    await pass(RESTS_AFTER + 10);
    expect((await fake.settings()).reading.leading).toBe(190);
  });
});

describe("after a restart", () => {
  test("the_story_that_was_open_is_open_again", async () => {
    const memory = new Map<string, string>();
    const first = await open({}, memory);
    const story = ids(first.app)[3]!;
    first.app.open(story);
    await settle();
    const second = await open({}, memory);
    expect(second.app.reading.id).toBe(story);
    expect(second.app.ticker.selected).toBe(story);
  });

  test("a_story_that_is_gone_leaves_the_pane_empty", async () => {
    const { app } = await open({}, new Map([["open-story", "999999"]]));
    expect(app.reading.status).toBe("empty");
  });
});
