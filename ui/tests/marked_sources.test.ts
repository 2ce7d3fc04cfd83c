/* Promises about several sources at once: one message and one Undo, and those that refuse are named. */
import { cleanup, render } from "@testing-library/svelte";
import { afterEach, describe, expect, test } from "vitest";
import Window from "../src/App.svelte";
import type { Feed } from "../src/api/backend";
import { listOfSources, pass, settle } from "./support";

afterEach(cleanup);

const TWO = ["The Meridian", "Windward"];

async function marked(titles: readonly string[] = TWO) {
  const it = await listOfSources();
  for (const title of titles) it.app.sources.mark(it.of(title).id);
  const feeds = () => titles.map((title) => it.of(title));
  return { ...it, feeds, many: it.app.following.many };
}
/** What one of them refuses, it refuses always. */
function refuse(fake: object, command: string, id: string) {
  const backend = fake as Record<string, (feed: string, ...more: unknown[]) => Promise<unknown>>;
  const before = backend[command]!.bind(fake);
  backend[command] = async (feed, ...more) => {
    if (feed === id) throw { code: "internal", message: "The disk is busy." };
    return before(feed, ...more);
  };
}

describe("a setting of several sources", () => {
  test("is_kept_for_all_of_them_and_taken_back_by_one_undo", async () => {
    const { app, feeds, many, of } = await marked();
    await app.following.set(of("Windward"), { interval: "daily" });
    const intervals = () => feeds().map((feed) => feed.settings.interval);
    await many.interval(feeds(), "1h");
    await settle();
    expect([intervals(), app.toasts.current]).toEqual([["1h", "1h"], expect.objectContaining({ text: "2 sources changed", undo: "set_feed_settings", times: 2 })]);
    await app.undoing.undo();
    await settle();
    expect(intervals()).toEqual(["auto", "daily"]);
  });

  test("asks_nothing_of_a_source_that_has_it", async () => {
    const { app, feeds, many, of } = await marked();
    await app.following.set(of("Windward"), { interval: "1h" });
    await many.interval(feeds(), "1h");
    expect(app.toasts.current).toMatchObject({ text: "1 source changed", times: 1 });
  });

  test("takes_their_stories_out_of_live_and_undo_brings_them_back", async () => {
    const { app, feeds, many } = await marked();
    const of = new Set(feeds().map((feed) => feed.id));
    const theirs = () => app.ticker.rows.filter((row) => of.has(row.feed_id)).length;
    const before = theirs();
    expect(before).toBeGreaterThan(0);
    await many.inLive(feeds(), false);
    await settle();
    expect(theirs()).toBe(0);
    await app.undoing.undo();
    await settle();
    expect(theirs()).toBe(before);
  });

  test("gives_full_stories_and_undo_brings_back_what_each_had", async () => {
    const { app, feeds, many, of } = await marked();
    await app.following.setTextMode(of("Windward").id, "feed");
    const modes = () => feeds().map((feed) => feed.text_mode);
    await many.full(feeds(), true);
    await settle();
    expect(modes()).toEqual(["full", "full"]);
    await app.undoing.undo();
    await settle();
    expect(modes()).toEqual(["auto", "feed"]);
  });

  test("asks_once_whether_to_notify_and_then_makes_all_the_rules", async () => {
    const { app, fake, feeds, many } = await marked();
    const told = async () => (await fake.notifyRules()).map((rule) => rule.text).sort();
    await many.notify(feeds(), true);
    expect([app.dialog, await told()]).toEqual(["notify", []]);
    await app.notifying.agree();
    await settle();
    expect([await told(), app.toasts.current?.text]).toEqual([[...TWO], "Notifications for 2 sources"]);
    await many.notify(feeds(), false);
    expect(await told()).toEqual([]);
    await app.undoing.undo();
    await settle();
    expect(await told()).toEqual([...TWO]);
  });
});

test("what_is_taken_back_while_other_sources_are_changed_is_taken_back_after_them", async () => {
  const { app, fake, of, many } = await marked();
  await many.full([of("Windward")], true);
  await settle();
  const asked: string[] = [];
  const before = fake.setTextMode.bind(fake);
  let answer = () => {};
  fake.setTextMode = async (feed, mode) => {
    asked.push(`${feed} ${mode}`);
    if (asked.length === 1) await new Promise<void>((resolve) => (answer = resolve));
    return before(feed, mode);
  };
  const [first, second] = TWO.map((title) => of(title).id);
  void many.full([of("The Meridian")], true);
  await settle();
  void app.undoing.undo();
  await settle();
  expect(asked).toEqual([`${first} full`]);
  answer();
  await settle();
  expect(asked).toEqual([`${first} full`, `${second} auto`]);
});

describe("sources that refuse", () => {
  test("are_named_and_stop_nothing", async () => {
    const { app, fake, feeds, many, of } = await marked(["The Meridian", "Windward", "Werkbank"]);
    refuse(fake, "setFeedSettings", of("The Meridian").id);
    await many.interval(feeds(), "6h");
    await settle();
    expect(feeds().map((feed) => feed.settings.interval)).toEqual(["auto", "6h", "6h"]);
    expect(app.toasts.current).toMatchObject({ text: "2 sources changed. 1 could not be done: The Meridian", undo: "set_feed_settings", times: 2 });
  });

  test("keep_being_followed_while_the_others_go", async () => {
    const { app, fake, feeds, many, of } = await marked();
    refuse(fake, "unfollow", of("Windward").id);
    await many.unfollow(feeds().map((feed) => feed.id));
    await settle();
    expect([app.sources.feeds.some((feed) => feed.title === "The Meridian"), [...app.sources.marked]]).toEqual([false, [of("Windward").id]]);
    expect(app.toasts.current?.text).toBe("1 source unfollowed. 1 could not be done: Windward");
  });

  test("to_be_taken_back_are_named_and_stop_nothing", async () => {
    const { app, fake, feeds, many, of } = await marked(["The Meridian", "Windward", "Werkbank"]);
    await many.full(feeds(), true);
    await settle();
    refuse(fake, "setTextMode", of("The Meridian").id);
    await app.undoing.undo();
    await settle();
    expect(feeds().map((feed) => feed.text_mode)).toEqual(["full", "auto", "auto"]);
    expect(app.toasts.current).toMatchObject({ text: "2 changes taken back. 1 could not be done: The Meridian", icon: "undo", undo: undefined, back: undefined });
  });

  test("are_named_where_a_check_fails", async () => {
    const { app, fake, feeds, many, of } = await marked();
    const bad = of("Windward").id;
    const answer = (failed: number) => ({ feeds: 1, updated: 0, unchanged: 0, failed, new_articles: 0, updated_articles: 0, bytes: 0, millis: 1, offline: false });
    Object.assign(fake, { sync: async (feed: string) => answer(feed === bad ? 1 : 0) });
    await many.check(feeds().map((feed) => feed.id));
    expect([app.toasts.current?.text, app.sources.marked.size]).toEqual(["1 source checked. 1 could not be done: Windward", 0]);
  });

  test("offer_no_undo_where_nothing_was_done", async () => {
    const { app, fake, feeds, many } = await marked();
    for (const { id } of feeds()) refuse(fake, "setFeedSettings", id);
    await many.interval(feeds(), "6h");
    expect(app.toasts.current).toMatchObject({ text: "0 sources changed. 2 could not be done: The Meridian, Windward", icon: "problem", undo: undefined });
  });
});

describe("what is asked for while something else is done with them", () => {
  test("is_done_after_it_and_changes_nothing_of_what_that_chose", async () => {
    const { app, feeds, many } = await marked();
    const [one, two] = [feeds(), feeds()];
    await Promise.all([many.interval(one, "daily"), many.inLive(two, false)]);
    await settle();
    expect(feeds().map(({ settings }) => [settings.interval, settings.in_live])).toEqual([["daily", false], ["daily", false]]);
    expect(app.toasts.current?.text).toBe("2 sources changed");
  });

  test("is_not_dropped_where_that_takes_long", async () => {
    const { app, many } = await marked();
    const eight = app.sources.feeds.slice(0, 8);
    void many.check(eight.map((feed) => feed.id));
    void many.interval(eight, "6h");
    await pass(60_000);
    expect(eight.map(({ id }) => app.sources.feeds.find((feed) => feed.id === id)!.settings.interval)).toEqual(Array(8).fill("6h"));
  });

  test("keeps_the_marks_that_were_made_during_a_check", async () => {
    const { app, feeds, many, of } = await marked();
    void many.check(feeds().map((feed) => feed.id));
    app.sources.mark(of("Werkbank").id);
    await pass(60_000);
    expect([...app.sources.marked]).toEqual([of("Werkbank").id]);
  });
});

test("a_long_work_says_how_far_it_is_and_can_be_ended", async () => {
  const { app, fake, many } = await marked();
  const eight = app.sources.feeds.slice(0, 8);
  const waits: (() => void)[] = [];
  const before = fake.setFeedSettings.bind(fake);
  fake.setFeedSettings = async (id, settings) => (await new Promise<void>((resolve) => waits.push(resolve)), before(id, settings));
  const { getByRole } = render(Window, { app });
  await pass(10);
  const work = many.interval(eight, "daily");
  await settle();
  waits.shift()!();
  await settle();
  expect(getByRole("toolbar", { name: "Marked sources" }).textContent).toContain("1 of 8 done");
  getByRole("button", { name: "Stop" }).click();
  waits.shift()!();
  await work;
  await settle();
  const kept = (feed: Feed) => app.sources.feeds.find(({ id }) => id === feed.id)!.settings.interval;
  expect([eight.map(kept).filter((interval) => interval === "daily").length, many.progress, app.toasts.current?.times]).toEqual([2, null, 2]);
});

test("the_bar_offers_what_can_be_done_with_all_that_are_marked", async () => {
  const { app, feeds, of } = await marked();
  await app.following.setTextMode(of("Windward").id, "full");
  const { getByRole, getAllByRole } = render(Window, { app });
  await pass(10);
  const bar = getByRole("toolbar", { name: "Marked sources" });
  expect([...bar.querySelectorAll("button")].map((button) => button.getAttribute("aria-label") ?? button.textContent)).toEqual(["Move to…, Move to…", "Check interval", "Check now", "Unfollow", "More", "Take the marks away"]);
  getByRole("button", { name: "Check interval" }).click();
  await settle();
  getByRole("menuitem", { name: "Once a day" }).click();
  await settle();
  expect(feeds().map((feed) => feed.settings.interval)).toEqual(["daily", "daily"]);
  getAllByRole("button", { name: "More" }).find((button) => bar.contains(button))!.click();
  await settle();
  expect(getAllByRole("menuitem").map((item) => item.textContent?.trim())).toEqual(["Notify me", "Full story by default", "Full story only as needed", "Keep out of Live"]);
  getByRole("menuitem", { name: "Keep out of Live" }).click();
  await settle();
  expect(feeds().map((feed) => feed.settings.in_live)).toEqual([false, false]);
});
