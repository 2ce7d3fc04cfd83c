import { describe, expect, test } from "vitest";
import { COMMIT_EVERY, QUIET_AFTER_KEY } from "../src/state/calm";
import { PAGE, WINDOW } from "../src/state/rows.svelte";
import { atTop, ids, open, pass, scrolled, settle } from "./support";

describe("new stories in Live", () => {
  test("a_new_story_waits_behind_the_pill_while_the_list_is_scrolled", async () => {
    const { app, fake } = await open();
    scrolled(app);
    const before = ids(app);
    fake.push();
    fake.push();
    await pass(60_000);
    expect(ids(app)).toEqual(before);
    expect(app.ticker.waiting).toBe(2);
  });

  test("marking_all_read_leaves_what_waits_behind_the_pill_unread", async () => {
    const { app, fake } = await open();
    scrolled(app);
    fake.push();
    fake.push();
    await settle();
    await app.many.markAllRead();
    await app.showNew();
    await settle();
    expect(app.ticker.rows.filter((row) => !row.read)).toHaveLength(2);
  });

  test("marking_all_read_leaves_unread_what_was_pushed_out_behind_the_pill_or_never_drawn", async () => {
    const { app, fake } = await open();
    scrolled(app);
    for (let n = 0; n < PAGE + 60; n++) fake.push();
    await pass(1_000);
    expect(app.ticker.overflow).toBe(true);
    await app.many.markAllRead();
    await settle();
    expect((await fake.status()).unread).toBe(PAGE + 60);
    expect(app.ticker.rows.every((row) => row.read)).toBe(true);
    await app.undoing.undo(app.toasts.current!.undo);
    // Nor one that came in between, while the window had not heard of it yet.
    await app.showNew();
    fake.push();
    await app.many.markAllRead();
    expect((await fake.status()).unread).toBe(1);
  });

  test("a_new_story_enters_by_itself_when_the_list_rests_at_its_top", async () => {
    const { app, fake } = await open();
    atTop(app);
    await pass(COMMIT_EVERY);
    const id = fake.push();
    await settle();
    expect(ids(app)[0]).toBe(id);
    expect(app.ticker.waiting).toBe(0);
  });

  test("commits_by_itself_come_at_most_every_two_seconds_as_one_batch", async () => {
    const { app, fake } = await open();
    atTop(app);
    await pass(COMMIT_EVERY);
    fake.push();
    await settle();
    const first = app.ticker.epoch;
    fake.push();
    fake.push();
    await pass(COMMIT_EVERY - 100);
    expect(app.ticker.epoch).toBe(first);
    expect(app.ticker.waiting).toBe(2);
    await pass(200);
    expect(app.ticker.epoch).toBe(first + 1);
    expect(app.ticker.waiting).toBe(0);
  });

  test.each([
    ["the pointer is over the ticker", (app: Awaited<ReturnType<typeof open>>["app"]) => app.ticker.pointerOver(true), (app: Awaited<ReturnType<typeof open>>["app"]) => app.ticker.pointerOver(false)],
    ["the window is visible without focus", (app: Awaited<ReturnType<typeof open>>["app"]) => app.ticker.windowFocused(false), (app: Awaited<ReturnType<typeof open>>["app"]) => app.ticker.windowFocused(true)],
    ["a dialog is open", (app: Awaited<ReturnType<typeof open>>["app"]) => app.show("help"), (app: Awaited<ReturnType<typeof open>>["app"]) => app.show(null)],
  ])("nothing_enters_by_itself_while_%s", async (_, start, end) => {
    const { app, fake } = await open();
    atTop(app);
    start(app);
    fake.push();
    await pass(60_000);
    expect(app.ticker.waiting).toBe(1);
    end(app);
    await settle();
    expect(app.ticker.waiting).toBe(0);
  });

  test("nothing_enters_by_itself_within_ten_seconds_of_a_key_in_the_ticker", async () => {
    const { app, fake } = await open();
    atTop(app);
    await pass(COMMIT_EVERY);
    app.ticker.keyPressed();
    fake.push();
    await pass(QUIET_AFTER_KEY - 100);
    expect(app.ticker.waiting).toBe(1);
    await pass(200);
    expect(app.ticker.waiting).toBe(0);
  });

  test("a_hidden_window_without_focus_lets_stories_in", async () => {
    const { app, fake } = await open();
    atTop(app);
    await pass(COMMIT_EVERY);
    app.ticker.windowFocused(false);
    app.windowHidden(true);
    fake.push();
    await settle();
    expect(app.ticker.waiting).toBe(0);
  });

  test("the_pill_lets_stories_in_and_keeps_the_selected_story_selected", async () => {
    const { app, fake } = await open();
    scrolled(app);
    const chosen = ids(app)[45]!;
    app.ticker.select(chosen);
    const id = fake.push();
    await settle();
    const wishes = app.ticker.scroll.count;
    await app.showNew();
    expect(ids(app)[0]).toBe(id);
    expect(app.ticker.selected).toBe(chosen);
    expect(app.ticker.scroll).toMatchObject({ to: "top", count: wishes + 1 });
  });

  test("a_late_story_below_the_viewport_enters_at_once_and_moves_nothing_in_view", async () => {
    const { app, fake } = await open();
    atTop(app);
    app.ticker.pointerOver(true);
    const before = ids(app).slice(0, 12);
    const id = fake.push(10 * 60);
    await settle();
    expect(app.ticker.indexOf(id)).toBeGreaterThan(11);
    expect(ids(app).slice(0, 12)).toEqual(before);
    expect(app.ticker.waiting).toBe(0);
  });

  test("a_late_story_inside_or_above_the_viewport_is_held_until_the_next_commit", async () => {
    const { app, fake } = await open();
    scrolled(app);
    const before = ids(app);
    const inside = fake.push((NOW_MINUTES(app, 45) ?? 0) + 0.5);
    const above = fake.push(100);
    await settle();
    expect(ids(app)).toEqual(before);
    expect(app.ticker.held.map((row) => row.id).sort()).toEqual([inside, above].sort());
    await app.showNew();
    expect(ids(app)).toContain(inside);
    expect(ids(app)).toContain(above);
  });

  test("read_rows_stay_under_the_unread_chip_until_the_next_commit", async () => {
    const { app, fake } = await open();
    await app.ticker.show({ unread: true });
    atTop(app);
    app.ticker.pointerOver(true);
    const [first, second] = ids(app) as [string, string];
    app.open(first);
    await settle();
    app.open(second);
    await pass(5_000);
    expect(ids(app).slice(0, 2)).toEqual([first, second]);
    fake.push();
    await settle();
    await app.showNew();
    expect(ids(app)).not.toContain(first);
    // The selected story never vanishes under the reader.
    expect(ids(app)).toContain(second);
  });

  test("a_change_made_elsewhere_shows_in_rows_on_screen", async () => {
    const { app, fake } = await open();
    atTop(app);
    const id = ids(app).find((one) => !app.ticker.rows[app.ticker.indexOf(one)]!.read)!;
    await fake.markRead([id]);
    await settle();
    expect(app.ticker.rows[app.ticker.indexOf(id)]!.read).toBe(true);
  });

  test("rows_of_an_unfollowed_source_leave_the_list", async () => {
    const { app } = await open();
    atTop(app);
    const feed = app.ticker.rows[0]!.feed_id;
    await app.unfollow(feed);
    await pass(1_000);
    expect(app.ticker.rows.some((row) => row.feed_id === feed)).toBe(false);
    expect(app.toasts.current?.undo).toBe("unfollow");
  });

  test("what_an_undo_brings_back_stands_in_the_list_and_the_place_is_kept", async () => {
    const { app } = await open();
    scrolled(app);
    const anchor = app.ticker.rows[40]!;
    const gone = app.ticker.rows[41]!.feed_id === anchor.feed_id ? app.ticker.rows[42]! : app.ticker.rows[41]!;
    app.ticker.anchor = { id: anchor.id, offset: 12, at: app.now };
    const { total } = app.ticker;
    const before = ids(app);
    await app.unfollow(gone.feed_id);
    await pass(1_000);
    expect(ids(app)).not.toContain(gone.id);
    expect(app.ticker.total).toBeLessThan(total);
    await app.undoing.undo("unfollow");
    await pass(1_000);
    expect(ids(app).slice(0, 200)).toEqual(before);
    expect(app.ticker.total).toBe(total);
    expect(app.ticker.scroll).toMatchObject({ to: "row", id: anchor.id, offset: 12 });
  });

  test("an_undo_under_the_unread_chip_brings_the_stories_back", async () => {
    const { app, fake } = await open();
    await app.ticker.show({ unread: true });
    atTop(app);
    const before = ids(app);
    await app.many.markAllRead();
    fake.push();
    await pass(COMMIT_EVERY);
    expect(ids(app)).toHaveLength(1);
    await app.undoing.undo("mark_all_read");
    await settle();
    expect(ids(app)).toEqual(expect.arrayContaining(before.slice(0, 100)));
  });

  test("new_stories_that_fail_to_come_in_are_said_to_have_failed", async () => {
    const { app, fake } = await open();
    scrolled(app);
    for (let n = 0; n < PAGE + 1; n++) fake.push();
    await pass(1_000);
    fake.failNext("ticker", "internal", "the library is busy");
    await app.showNew();
    expect(app.toasts.current).toMatchObject({ text: "the library is busy", icon: "problem" });
  });

  test("an_icon_that_comes_while_live_is_on_screen_is_shown_and_news_alone_asks_for_no_sources", async () => {
    const { app, fake } = await open();
    const asked = () => fake.calls.filter((call) => call === "feeds").length;
    const before = asked();
    fake.push();
    await pass(1_000);
    expect(asked()).toBe(before);
    fake.bringIcon("media:icon");
    await settle();
    expect([app.view, app.sources.feeds[0]!.icon]).toEqual(["live", "media:icon"]);
  });

  test("sources_that_changed_are_read_though_the_figures_were_asked_for_by_something_else_first", async () => {
    const { app, fake } = await open();
    fake.bringIcon("media:icon", false);
    await app.library.refresh();
    expect(app.sources.feeds[0]!.icon).not.toBe("media:icon");
    fake.push();
    await pass(1_000);
    expect(app.sources.feeds[0]!.icon).toBe("media:icon");
  });

  test("days_of_new_stories_fill_the_memory_only_so_far", async () => {
    const { app, fake } = await open({ articles: 3900 });
    atTop(app);
    for (let at = 0; at < 25; at++) await app.ticker.more();
    expect(app.ticker.rows).toHaveLength(3900);
    for (let n = 0; n < 150; n++) fake.push();
    await pass(COMMIT_EVERY + 100);
    expect(app.ticker.rows).toHaveLength(WINDOW);
    expect([app.ticker.moreBelow, app.ticker.total]).toEqual([true, 4050]);
    scrolled(app);
    for (let n = 0; n < 5; n++) {
      for (let m = 0; m < 90; m++) fake.push();
      await pass(500);
    }
    expect(app.ticker.waiting).toBeLessThanOrEqual(PAGE);
    expect(app.ticker.overflow).toBe(true);
  });

  test("n_finds_an_unread_story_that_is_not_in_memory_yet", async () => {
    const { app, fake } = await open();
    atTop(app);
    const { rows } = await fake.ticker({ limit: 0, unread: false });
    await fake.markRead(rows.map((row) => row.id));
    await fake.markUnread([rows[390]!.id]);
    await pass(1_000);
    app.step("unread");
    await settle();
    expect(app.ticker.selected).toBe(rows[390]!.id);
  });

  test("scrolling_down_pages_by_key_without_gaps_or_doubles", async () => {
    const { app } = await open();
    expect(app.ticker.rows).toHaveLength(200);
    await app.ticker.more();
    expect(app.ticker.rows).toHaveLength(400);
    expect(new Set(ids(app)).size).toBe(400);
    const times = app.ticker.rows.map((row) => row.time);
    expect(times).toEqual([...times].sort().reverse());
    expect(app.ticker.moreBelow).toBe(false);
  });

  test("a_cut_window_pages_back_up_by_key", async () => {
    const { app } = await open({ articles: 4600 });
    app.ticker.viewed(0, 11, 0);
    app.ticker.pointerOver(true);
    while (app.ticker.moreBelow) {
      app.ticker.viewed(app.ticker.rows.length - 20, app.ticker.rows.length - 1, 9e4);
      await app.ticker.more();
      await pass(100);
    }
    expect(app.ticker.rows.length).toBeLessThanOrEqual(4000);
    const above = app.ticker.above;
    expect(above).toBeGreaterThan(0);
    expect(app.ticker.position(ids(app)[0]!)).toBe(above + 1);
    await app.ticker.moreAbove();
    expect(app.ticker.above).toBe(above - 200);
    await app.showNew();
    expect(app.ticker.above).toBe(0);
  });

  test("more_arrivals_than_a_page_are_read_anew_at_the_commit", async () => {
    const { app, fake } = await open();
    scrolled(app);
    for (let n = 0; n < 260; n++) fake.push();
    await pass(1_000);
    expect(app.ticker.overflow).toBe(true);
    await app.showNew();
    expect(app.ticker.overflow).toBe(false);
    expect(app.ticker.total).toBe(660);
  });

  test("arrivals_are_read_out_only_with_the_focus_in_the_ticker_and_once_a_minute", async () => {
    const { app, fake } = await open();
    scrolled(app);
    fake.push();
    await settle();
    expect(app.announcement).toBe("");
    app.tickerFocused = true;
    fake.push();
    await settle();
    expect(app.announcement).toBe("2 new stories");
    fake.push();
    await settle();
    expect(app.announcement).toBe("2 new stories");
  });
});

/** Minutes since the row at `index` was published. */
function NOW_MINUTES(app: Awaited<ReturnType<typeof open>>["app"], index: number): number | undefined {
  const row = app.ticker.rows[index];
  return row && (Date.now() - Date.parse(row.time)) / 60_000;
}
