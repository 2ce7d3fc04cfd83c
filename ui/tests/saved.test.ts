import { describe, expect, test } from "vitest";
import { stateWords } from "../src/state/saved.svelte";
import { ids, open, pass, settle } from "./support";

describe("the orders of Saved", () => {
  test("by_publication_the_newest_and_by_length_the_shortest_stand_first_and_what_is_not_known_last", async () => {
    const { app } = await open();
    app.go("saved");
    await settle();
    // Wherever those without a date stood before, among the others and beside each other.
    const undated = app.saved.items.filter((_, index) => index % 3 !== 2).map((item) => item.id);
    app.saved.mark(undated, { published: null });
    const [first, second] = app.saved.items;
    app.saved.mark(first!.id, { words: null });
    app.saved.mark(second!.id, { words: 0 });
    app.orderSaved("published");
    const published = app.saved.shown.map((item) => item.published);
    const dated = published.length - undated.length;
    expect(dated).toBeGreaterThan(1);
    expect(published.slice(dated)).toEqual(undated.map(() => null));
    expect(published.slice(0, dated)).toEqual(published.slice(0, dated).sort().reverse());
    expect(app.saved.groups(app.now).at(-1)).toMatchObject({ title: "Without a date", items: { length: undated.length } });
    app.orderSaved("length");
    const words = app.saved.shown.map((item) => item.words);
    expect(words.slice(-2).every((count) => !count)).toBe(true);
    expect(words.slice(0, -2)).toEqual(words.slice(0, -2).sort((a, b) => a! - b!));
    expect(app.saved.groups(app.now).map((group) => group.title)).toEqual([null]);
  });
});

describe("saving", () => {
  test("saved_states_are_said_in_the_agreed_words", () => {
    expect(stateWords({ state: "complete", missing: 0 })).toBe("Saved, with images");
    expect(stateWords({ state: "partial", missing: 2 })).toBe("Saved, 2 images missing");
    expect(stateWords({ state: "partial", missing: 1 })).toBe("Saved, 1 image missing");
    expect(stateWords({ state: "saving", missing: 0 })).toBe("Saving…");
    expect(stateWords({ state: "waiting", missing: 0 })).toBe("Waiting for connection");
    expect(stateWords({ state: "failed", missing: 0 })).toBe("Could not be saved");
    expect(stateWords({ state: "failed", missing: 0, reason: "the page is gone" })).toBe("Could not be saved, the page is gone");
  });

  test("a_save_without_a_connection_waits_and_completes_when_it_is_back", async () => {
    const { app, fake } = await open({ offline: true });
    const id = ids(app)[0]!;
    app.open(id);
    await settle();
    await app.stories.toggleSave();
    expect(app.reading.page).toMatchObject({ saved: true, save_state: "waiting" });
    fake.setOffline(false);
    await settle();
    expect(app.reading.page?.save_state).toBe("complete");
  });

  test("a_save_that_is_refused_is_not_shown_as_saved", async () => {
    const { app, fake } = await open();
    const id = ids(app)[0]!;
    app.open(id);
    await settle();
    fake.failNext("saveArticle", "profile", "could not save the story: the disk is full");
    await app.stories.toggleSave();
    expect(app.reading.page).toMatchObject({ saved: false, save_state: null });
    expect(app.toasts.current?.text).toBe("could not save the story: the disk is full");
  });

  test("a_second_try_that_is_refused_leaves_the_state_as_it_was", async () => {
    const { app, fake } = await open();
    app.go("saved");
    await settle();
    const item = app.saved.items.find((one) => one.state === "partial")!;
    fake.failNext("retrySave", "internal", "the library is busy");
    await app.stories.retrySave(item.id);
    expect(app.saved.items.find((one) => one.id === item.id)?.state).toBe("partial");
    expect(app.toasts.current?.text).toBe("the library is busy");
  });

  test("removing_from_saved_can_be_taken_back", async () => {
    const { app } = await open();
    app.go("saved");
    await settle();
    const [first] = app.saved.items;
    const count = app.saved.items.length;
    app.open(first!.id);
    await settle();
    await app.stories.toggleSave();
    await settle();
    expect(app.saved.items).toHaveLength(count - 1);
    expect(app.toasts.current).toMatchObject({ text: "Removed from Saved", undo: "unsave_article" });
    await app.undoing.undo();
    await settle();
    expect(app.saved.items).toHaveLength(count);
  });

  test("the_undo_of_a_toast_takes_back_what_the_toast_speaks_of", async () => {
    const { app, fake } = await open();
    app.go("saved");
    await settle();
    const [first, second] = app.saved.items;
    app.open(first!.id);
    await settle();
    await app.stories.toggleSave();
    await pass(3_000);
    // Neither the story that slid into the gap nor anything later is what the toast is about.
    expect(app.saved.items.find((item) => item.id === second!.id)?.read).toBe(second!.read);
    await fake.markRead([app.ticker.rows.find((row) => !row.read)!.id]);
    const { unread } = await fake.status();
    await app.undoing.undo(app.toasts.current!.undo);
    await settle();
    expect(app.saved.items.some((item) => item.id === first!.id)).toBe(true);
    expect((await fake.status()).unread).toBe(unread);
  });

  test("the_key_for_undo_takes_back_what_the_toast_speaks_of_until_something_else_was_done", async () => {
    const { app, fake } = await open();
    const { feeds } = await fake.status();
    await app.unfollow(app.ticker.rows[0]!.feed_id);
    await settle();
    // Read by itself, as an open story is.
    app.open(app.ticker.rows.find((row) => !row.read)!.id);
    await settle();
    await app.undoing.undo();
    await settle();
    expect((await fake.status()).feeds).toBe(feeds);

    await app.unfollow(app.ticker.rows[0]!.feed_id);
    const row = app.ticker.rows.find((one) => !one.read)!;
    await app.stories.toggleRead(row.id);
    await app.undoing.undo();
    await settle();
    expect((await fake.status()).feeds).toBe(feeds - 1);
    expect(app.stories.isRead(row.id)).toBe(false);
  });

  test("a_page_that_was_saved_before_offers_no_way_back", async () => {
    const { app } = await open();
    await app.stories.savePage("https://tidetables.test/fog");
    expect(app.toasts.current?.undo).toBe("save_article");
    await pass(5_000);
    await app.stories.savePage("https://tidetables.test/fog");
    expect(app.toasts.current).toMatchObject({ text: "Saved, with images", undo: undefined });
  });

  test("after_a_removal_the_next_saved_story_is_selected", async () => {
    const { app } = await open();
    app.go("saved");
    await settle();
    const [first, second] = app.saved.items;
    app.open(first!.id);
    await settle();
    await app.stories.unsave(first!.id);
    await settle();
    expect(app.saved.selected).toBe(second!.id);
  });

  test("coming_back_to_a_view_shows_the_story_that_is_selected_there", async () => {
    const { app } = await open();
    const id = ids(app)[0]!;
    app.open(id);
    await settle();
    app.go("saved");
    await settle();
    app.open(app.saved.items[3]!.id);
    await settle();
    app.go("live");
    await settle();
    expect([app.ticker.selected, app.reading.page?.id]).toEqual([id, id]);
  });

  test("saved_stories_stand_under_today_this_week_and_earlier", async () => {
    const { app } = await open();
    app.go("saved");
    await settle();
    const groups = app.saved.groups(app.now);
    expect(groups.map((group) => [group.title, group.items.length])).toEqual([
      ["Today", 5],
      ["This week", 3],
      ["Earlier", 78],
    ]);
  });
});

describe("a filter in Saved", () => {
  test("a_story_that_it_let_through_stays_until_the_filter_or_the_view_changes", async () => {
    const { app } = await open();
    app.go("saved");
    await settle();
    await app.backend.markUnread(app.saved.items.slice(0, 4).map((item) => item.id));
    await settle();
    app.saved.filter = "unread";
    const before = app.saved.shown.map((item) => item.id);
    expect(before.length).toBeGreaterThanOrEqual(4);
    for (const id of before.slice(0, 3)) {
      app.open(id);
      await settle();
    }
    expect(app.saved.shown.map((item) => item.id)).toEqual(before);
    await app.stories.unsave(before[3]!);
    await settle();
    expect(app.saved.shown.map((item) => item.id)).toEqual(before.filter((id) => id !== before[3]));
    app.saved.selected = null;
    app.go("live");
    app.go("saved");
    await settle();
    expect(app.saved.shown.map((item) => item.id)).toEqual(before.slice(4));
  });
});

describe("without a connection", () => {
  test("the_banner_comes_once_per_outage_and_stays_dismissed", async () => {
    const { app, fake } = await open();
    expect(app.library.banner).toBe(false);
    fake.setOffline(true);
    await settle();
    expect(app.library.banner).toBe(true);
    app.library.dismissBanner();
    fake.push();
    await settle();
    expect(app.library.banner).toBe(false);
    fake.setOffline(false);
    await settle();
    fake.setOffline(true);
    await settle();
    expect(app.library.banner).toBe(true);
  });
});

describe("finding a saved story", () => {
  test("headlines_sources_and_tags_are_looked_at_and_revealing_a_story_ends_it", async () => {
    const { app } = await open();
    app.go("saved");
    await settle();
    const titles = () => app.saved.shown.map((item) => item.title);
    app.saved.search = "OFFSHORE grid";
    expect(titles()).toEqual([expect.stringMatching(/^Offshore wind/)]);
    app.saved.search = "energy";
    expect(app.saved.shown.every((item) => item.tags.includes("energy"))).toBe(true);
    expect(titles().length).toBeGreaterThan(0);
    app.saved.search = "nothing like it";
    expect(titles()).toEqual([]);
    app.saved.reveal(app.saved.items[0]!.id);
    expect(titles().length).toBe(app.saved.items.length);
  });
});
