/* Promises about the place in Live over a restart: the row under the eye stands where it stood, and no news hides without a sign. */
import { describe, expect, test, vi } from "vitest";
import { Fake } from "../src/api/fake/backend";
import { App } from "../src/state/app.svelte";
import { AWAY } from "../src/state/left.svelte";
import { KEPT_AFTER } from "../src/state/live_place";
import { PAGE } from "../src/state/rows.svelte";
import { ids, NOW, pass, settle } from "./support";

/** A start of the window over a library that stays. */
async function start(fake: Fake, memory: Map<string, string>): Promise<App> {
  const app = new App(fake, { now: Date.now, languages: [], recall: (key) => memory.get(key) ?? null, remember: (key, value) => void memory.set(key, value), copy: async () => true });
  await app.start();
  await settle();
  return app;
}

/** The reader stands 12 pixels into the row at `at`, and has rested there. */
async function standing(at = 40) {
  vi.useFakeTimers({ now: NOW });
  const fake = new Fake({ now: Date.now, articles: 900 });
  const memory = new Map<string, string>();
  const app = await start(fake, memory);
  const id = ids(app)[at]!;
  app.left.seen();
  app.ticker.viewed(at, at + 11, at * 62 + 12);
  app.ticker.stands(id, 12, at * 62 + 12);
  await pass(KEPT_AFTER);
  return { fake, memory, app, id };
}

describe("the next start of the window", () => {
  test("opens_live_at_the_row_that_was_under_the_eye", async () => {
    const { fake, memory, app, id } = await standing();
    const again = await start(fake, memory);
    expect(again.ticker.anchor).toMatchObject({ id, offset: 12 });
    expect(ids(again).slice(0, 60)).toEqual(ids(app).slice(0, 60));
    expect(again.ticker.waiting).toBe(0);
  });

  test("lets_what_arrived_meanwhile_wait_behind_the_pill", async () => {
    const { fake, memory, id } = await standing();
    const news = [fake.push(), fake.push()];
    const again = await start(fake, memory);
    expect(again.ticker.waiting).toBe(2);
    expect(ids(again).some((one) => news.includes(one))).toBe(false);
    expect(again.ticker.anchor?.id).toBe(id);
    // Marking everything read leaves alone what was never on screen.
    await again.many.markAllRead();
    expect(again.ticker.pending.every((row) => !row.read)).toBe(true);
    await again.showNew();
    expect(ids(again).slice(0, 2).sort()).toEqual([...news].sort());
    expect(again.ticker.total).toBe((await fake.ticker({ limit: 1, unread: false })).total);
  });

  test("finds_a_place_far_below_the_first_page", async () => {
    const { fake, memory, app, id } = await standing(150);
    await app.ticker.more();
    const far = ids(app)[360]!;
    app.ticker.viewed(360, 371, 22_320);
    app.ticker.stands(far, 0, 22_320);
    app.windowHidden(true);
    const again = await start(fake, memory);
    expect(again.ticker.anchor?.id).toBe(far);
    expect(far).not.toBe(id);
    expect(ids(again)[360]).toBe(far);
  });

  test("begins_at_the_top_after_half_an_hour_where_the_line_says_how_far_the_reader_was", async () => {
    const { fake, memory } = await standing();
    await pass(AWAY);
    const id = fake.push();
    const again = await start(fake, memory);
    expect(again.ticker.anchor).toBeNull();
    expect(ids(again)[0]).toBe(id);
    expect(again.left.line).toBe("2026-11-23T14:41:00Z");
  });

  test("begins_at_the_top_where_more_arrived_than_is_worth_carrying", async () => {
    const { fake, memory } = await standing();
    const news = Array.from({ length: PAGE + 1 }, () => fake.push());
    const again = await start(fake, memory);
    expect(again.ticker.anchor).toBeNull();
    expect(ids(again)).toContain(news.at(-1));
    expect(again.ticker.waiting).toBe(0);
  });

  test("begins_at_the_top_where_the_reader_was_there", async () => {
    const { fake, memory, app } = await standing();
    app.ticker.viewed(0, 11, 0);
    app.ticker.stands(ids(app)[0]!, 0, 0);
    await pass(KEPT_AFTER);
    const id = fake.push();
    const again = await start(fake, memory);
    expect(again.ticker.anchor).toBeNull();
    expect(ids(again)[0]).toBe(id);
  });

  test("comes_back_to_the_folder_that_was_shown_and_to_all_of_live_where_that_is_gone", async () => {
    const { fake, memory, app } = await standing();
    await app.ticker.show({ folder: "Werkstatt" });
    const id = ids(app)[20]!;
    app.ticker.viewed(20, 31, 1240);
    app.ticker.stands(id, 0, 1240);
    app.windowHidden(true);
    const again = await start(fake, memory);
    expect([again.ticker.folder, again.ticker.anchor?.id]).toEqual(["Werkstatt", id]);
    memory.set("live-place", JSON.stringify({ ...JSON.parse(memory.get("live-place")!), folder: "Gone" }));
    const whole = await start(fake, memory);
    expect([whole.ticker.folder, whole.ticker.anchor, whole.ticker.status]).toEqual([undefined, null, "ready"]);
    expect(ids(whole).length).toBe(PAGE);
  });

  test.each(["{", "null", "[]", '{"id":"x","offset":0,"depth":1,"until":"3"}', '{"id":"4","offset":-1,"depth":1,"until":"3"}'])("forgets_a_place_that_cannot_be_read_%s", async (kept) => {
    const { fake, memory } = await standing();
    memory.set("live-place", kept);
    const again = await start(fake, memory);
    expect([again.ticker.anchor, again.ticker.status]).toEqual([null, "ready"]);
  });
});

describe("the next start after the unread stories were looked through", () => {
  /** The reader stands in the unread stories, and has read that at `read` and everything above it. */
  async function amongUnread(read = 0) {
    const { fake, memory, app } = await standing();
    app.scope({ unread: true });
    await settle();
    const all = ids(app);
    const id = all[10]!;
    app.ticker.viewed(10, 15, 700);
    app.ticker.stands(id, 12, 700);
    await pass(KEPT_AFTER);
    if (read > 0) await fake.markRead(all.slice(0, read));
    await settle();
    return { all, id, again: await start(fake, memory) };
  }

  test("opens_them_again_at_the_row_that_was_under_the_eye", async () => {
    const { id, again } = await amongUnread();
    expect([again.ticker.unread, again.ticker.rows.every((row) => !row.read)]).toEqual([true, true]);
    expect(again.ticker.anchor).toMatchObject({ id, offset: 12 });
  });

  test("opens_them_at_the_next_one_below_where_that_was_read", async () => {
    const { all, again } = await amongUnread(11);
    expect(again.ticker.unread).toBe(true);
    expect(again.ticker.anchor).toMatchObject({ id: all[11], offset: 0 });
  });
});
