import { describe, expect, test } from "vitest";
import { OPEN_AFTER, OPEN_AFTER_SKIMMING, READ_AFTER, SKIMS_WITHIN } from "../src/state/reading.svelte";
import { atTop, ids, open, pass, settle } from "./support";

const readOf = (app: Awaited<ReturnType<typeof open>>["app"], id: string) => app.ticker.rows[app.ticker.indexOf(id)]!.read;

describe("when a story counts as read", () => {
  test("a_click_or_enter_reads_it_at_once", async () => {
    const { app } = await open();
    atTop(app);
    const id = ids(app)[0]!;
    expect(readOf(app, id)).toBe(false);
    app.open(id);
    await settle();
    expect(readOf(app, id)).toBe(true);
    expect(app.reading.page?.id).toBe(id);
  });

  test("a_story_selected_by_key_opens_after_a_pause_and_is_read_after_one_and_a_half_seconds", async () => {
    const { app, fake } = await open();
    atTop(app);
    app.step({ by: 1 });
    const id = app.ticker.selected!;
    expect(app.reading.id).toBeNull();
    await pass(OPEN_AFTER);
    expect(app.reading.id).toBe(id);
    await pass(READ_AFTER - 50);
    expect(readOf(app, id)).toBe(false);
    await pass(100);
    expect(readOf(app, id)).toBe(true);
    expect(fake.calls.filter((call) => call === "markSeen")).toHaveLength(1);
  });

  test("holding_j_opens_only_the_last_story_and_reads_none_in_passing", async () => {
    const { app, fake } = await open();
    atTop(app);
    for (let n = 0; n < 8; n++) {
      app.step({ by: 1 });
      await pass(30);
    }
    expect(fake.calls).not.toContain("article");
    await pass(OPEN_AFTER_SKIMMING);
    expect(fake.calls.filter((call) => call === "article")).toHaveLength(1);
    await pass(READ_AFTER + 100);
    expect(fake.calls.filter((call) => call === "markSeen").length).toBeLessThanOrEqual(1);
  });

  test("looking_through_the_list_draws_no_story_between_two_keys_and_the_next_one_after_a_pause_opens_at_once", async () => {
    const { app, fake } = await open();
    atTop(app);
    app.step({ by: 1 });
    await pass(OPEN_AFTER);
    expect(fake.calls.filter((call) => call === "article")).toHaveLength(1);
    for (let n = 0; n < 5; n++) {
      app.step({ by: 1 });
      await pass(OPEN_AFTER_SKIMMING - 20);
    }
    expect(fake.calls.filter((call) => call === "article")).toHaveLength(1);
    await pass(SKIMS_WITHIN);
    expect(app.reading.id).toBe(app.ticker.selected);
    app.step({ by: 1 });
    await pass(OPEN_AFTER);
    expect(app.reading.id).toBe(app.ticker.selected);
  });

  test("a_window_that_cannot_be_seen_reads_nothing", async () => {
    const { app } = await open();
    atTop(app);
    app.step({ by: 1 });
    const id = app.ticker.selected!;
    await pass(OPEN_AFTER);
    app.windowHidden(true);
    await pass(10_000);
    expect(readOf(app, id)).toBe(false);
    app.windowHidden(false);
    await pass(READ_AFTER + 50);
    expect(readOf(app, id)).toBe(true);
  });

  test("m_turns_it_back_to_unread", async () => {
    const { app } = await open();
    atTop(app);
    const id = ids(app)[0]!;
    app.open(id);
    await settle();
    await app.stories.toggleRead();
    await settle();
    expect(readOf(app, id)).toBe(false);
  });

  test("m_on_a_story_selected_by_key_stands_against_the_time_on_screen", async () => {
    const { app } = await open();
    atTop(app);
    for (const wait of [0, OPEN_AFTER + 100]) {
      app.ticker.select(ids(app)[app.ticker.rows.findIndex((row, at) => at > 0 && row.read && row.id !== app.reading.id) - 1]!);
      app.step({ by: 1 });
      const id = app.ticker.selected!;
      expect(readOf(app, id)).toBe(true);
      await pass(wait);
      await app.stories.toggleRead();
      await pass(READ_AFTER + OPEN_AFTER + 100);
      expect(readOf(app, id)).toBe(false);
    }
  });

  test("a_mark_that_is_refused_is_taken_back_on_screen", async () => {
    const { app, fake } = await open();
    atTop(app);
    const id = ids(app)[0]!;
    fake.failNext("markSeen", "profile", "the disk is full");
    app.open(id);
    await settle();
    expect([readOf(app, id), app.toasts.current?.text]).toEqual([false, "the disk is full"]);
    await app.stories.toggleRead(id);
    fake.failNext("markUnread", "profile", "the disk is full");
    await app.stories.toggleRead(id);
    expect(readOf(app, id)).toBe(true);
    fake.failNext("openOriginal", "internal", "no browser");
    await app.stories.openOriginal(id);
    expect(app.toasts.current?.text).toBe("no browser");
  });

  test("undo_takes_back_what_was_done_on_purpose_and_passes_over_what_opening_did", async () => {
    const { app } = await open();
    atTop(app);
    const [first, second] = app.ticker.rows.filter((row) => !row.read && !row.saved).map((row) => row.id) as [string, string];
    app.open(first);
    await settle();
    await app.stories.save(first);
    app.open(second);
    await settle();
    expect(readOf(app, second)).toBe(true);
    await app.undoing.undo();
    await settle();
    expect([app.stories.isSaved(first), readOf(app, first), readOf(app, second)]).toEqual([false, true, true]);
  });

  test("marking_all_as_read_can_be_taken_back", async () => {
    const { app } = await open();
    atTop(app);
    const unread = app.library.status.unread;
    await app.many.markAllRead();
    await settle();
    expect(app.library.status.unread).toBe(0);
    expect(app.toasts.current).toMatchObject({ text: `${unread} stories marked as read`, undo: "mark_all_read" });
    await app.undoing.undo();
    await settle();
    expect(app.library.status.unread).toBe(unread);
    expect(app.ticker.rows.some((row) => !row.read)).toBe(true);
  });
});

describe("the article pane", () => {
  test("a_story_that_is_gone_is_said_to_be_gone", async () => {
    const { app } = await open();
    app.open("999999");
    await settle();
    expect(app.reading.status).toBe("gone");
  });

  test("a_failure_keeps_its_sentence_and_can_be_tried_again", async () => {
    const { app, fake } = await open();
    const id = app.ticker.rows.find((row) => row.read)!.id;
    fake.failNext("article", "internal", "could not open the story: the library is busy");
    app.open(id);
    await settle();
    expect([app.reading.status, app.reading.failure]).toEqual(["failed", "could not open the story: the library is busy"]);
    app.open(id);
    await settle();
    expect(app.reading.status).toBe("ready");
  });

  test("a_link_is_opened_by_its_number_and_the_key_of_the_content_shown", async () => {
    const { app, fake } = await open();
    const id = ids(app)[0]!;
    app.open(id);
    await settle();
    await app.stories.openLink(1);
    expect(fake.opened).toEqual([`link 1 of ${id} (content-${id})`]);
  });
});
