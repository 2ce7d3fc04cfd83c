/* Promises about the far end of Live, and about selecting all of it. */
import { describe, expect, test, vi } from "vitest";
import { FAR, WINDOW } from "../src/state/rows.svelte";
import { atTop, ids, open, settle } from "./support";

async function ready(articles: number) {
  const it = await open({ articles });
  atTop(it.app);
  const total = (await it.fake.ticker({ limit: 1, unread: false })).total;
  const all = (await it.fake.ticker({ limit: 0, unread: false })).rows.map((row) => row.id);
  return { ...it, total, all };
}
async function end(app: Awaited<ReturnType<typeof ready>>["app"]) {
  app.step({ to: "last" });
  for (let n = 0; n < 40; n++) await settle();
}

describe("the end of the list", () => {
  test("one_press_goes_to_the_last_story_of_all_not_of_those_in_memory", async () => {
    const { app, all } = await ready(1200);
    expect(app.ticker.rows.length).toBeLessThan(all.length);
    await end(app);
    expect([app.ticker.selected, app.ticker.position(app.ticker.selected), app.ticker.moreBelow]).toEqual([all.at(-1), all.length, false]);
    expect(ids(app)).toEqual(all);
    expect(app.toasts.current).toBeNull();
  });

  test("only_a_window_of_a_long_list_is_held_and_the_way_back_up_is_whole", async () => {
    const { app, all } = await ready(9_000);
    await end(app);
    expect([app.ticker.selected, app.ticker.rows.length, app.ticker.above]).toEqual([all.at(-1), WINDOW, all.length - WINDOW]);
    expect(ids(app)).toEqual(all.slice(-WINDOW));
    await app.ticker.moreAbove();
    expect(app.ticker.rows[0]!.id).toBe(all[all.length - WINDOW - 200]);
    await app.showNew();
    expect(app.ticker.rows[0]!.id).toBe(all[0]);
  });

  test("a_list_without_end_is_not_read_through_and_the_place_is_said", async () => {
    const { app, fake } = await ready(600);
    const asked = vi.spyOn(fake, "ticker").mockImplementation(async (query) => {
      const from = Number(query.before ?? 2_000_000);
      const rows = Array.from({ length: query.limit }, (_, n) => ({ ...app.ticker.rows[0]!, id: String(from - n - 1), time: new Date(from - n - 1).toISOString() }));
      return { rows, more: true, total: 1_000_000, newest_id: "2000000" };
    });
    await app.ticker.load();
    asked.mockClear();
    await end(app);
    expect(asked.mock.calls.reduce((sum, [query]) => sum + query.limit, 0)).toBe(FAR);
    expect(app.toasts.current?.text).toBe("Story 20,200 of 1,000,000. Press again to go on from here");
    expect(app.ticker.rows.length).toBe(WINDOW);
    await end(app);
    expect(app.toasts.current?.text).toContain("Story 40,200 of");
  });

  test("a_reader_who_goes_elsewhere_meanwhile_is_not_taken_to_it", async () => {
    const { app } = await ready(1200);
    app.step({ to: "last" });
    app.ticker.select(app.ticker.rows[3]!.id);
    const { selected } = app.ticker;
    await settle();
    expect(app.ticker.selected).toBe(selected);
  });
});

describe("selecting all", () => {
  test("takes_the_stories_that_were_not_in_memory_too", async () => {
    const { app, total, fake } = await ready(1200);
    app.many.all();
    await settle();
    expect([app.many.ids.length, app.many.beyond]).toEqual([total, 0]);
    await app.many.mark(true);
    expect((await fake.ticker({ limit: 0, unread: true })).rows).toEqual([]);
  });

  test("says_how_many_there_are_where_not_all_fit", async () => {
    const { app, total } = await ready(9_000);
    app.many.all();
    for (let n = 0; n < 10; n++) await settle();
    expect([app.many.ids.length, app.many.beyond]).toEqual([WINDOW, total - WINDOW]);
    app.many.marked.toggle(app.ticker.rows[0]!.id);
    expect(app.many.beyond).toBe(0);
  });

  test("given_up_meanwhile_stays_given_up", async () => {
    const { app } = await ready(1200);
    app.many.all();
    app.many.clear();
    await settle();
    expect(app.many.marked.some).toBe(false);
  });
});
