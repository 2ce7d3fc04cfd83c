/* Promises about the headings of days in Live. */
import { afterEach, describe, expect, test } from "vitest";
import { lookAtZone } from "../src/i18n/zone.svelte";
import { burst } from "../src/state/folds";
import { stopsOf } from "../src/state/folds";
import { dayKey } from "../src/text/dates";
import { layOut } from "../src/ticker/items";
import { open, pass } from "./support";

test("the_line_of_who_was_here_belongs_to_the_day_of_the_story_below_it", async () => {
  const { app } = await open();
  const rows = [{ ...app.ticker.rows[0]!, time: "2026-11-23T12:00:00Z" }, { ...app.ticker.rows[1]!, time: "2026-11-22T20:00:00Z" }];
  const { list } = layOut(rows, stopsOf(rows, new Set()), { above: false, below: false }, "2026-11-23T09:00:00Z");
  expect(list.map((item) => [item.kind, dayKey(item.time)])).toEqual([["row", "2026-11-23"], ["day", "2026-11-22"], ["here", "2026-11-22"], ["row", "2026-11-22"]]);
  expect(list[2]).toMatchObject({ left: "2026-11-23T09:00:00Z" });
});

describe("the day of a time", () => {
  afterEach(() => {
    process.env.TZ = "UTC";
    lookAtZone();
  });

  // Clocks that are put back at midnight, or a minute later; a day that never was.
  test.each(["Europe/Madrid", "Asia/Beirut", "America/St_Johns", "Pacific/Apia", "Africa/Casablanca", "Asia/Kathmandu"])("is_that_of_the_clock_whatever_was_asked_before_in_%s", (zone) => {
    process.env.TZ = zone;
    lookAtZone();
    const wrong: string[] = [];
    for (const year of [2006, 2011, 2026]) {
      for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 15 * 60_000) {
        const time = `${new Date(at).toISOString().slice(0, 19)}Z`;
        const day = new Date(at);
        const by = [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
        if (dayKey(time) !== by) wrong.push(time);
      }
    }
    expect(wrong).toEqual([]);
  });
});

test("a_burst_is_the_same_from_wherever_in_it_the_rows_are_looked_at", async () => {
  const { app } = await open();
  const time = (at: number) => `${new Date(Date.UTC(2026, 10, 23, 12) - at * 60_000).toISOString().slice(0, 19)}Z`;
  const rows = Array.from({ length: 60 }, (_, at) => ({ ...app.ticker.rows[0]!, id: String(900 - at), feed_id: String(Math.floor(at / 17)), time: time(at * (at % 23 > 11 ? 4 : 1)) }));
  const all = burst(rows, new Set(), () => false);
  expect(all.length).toBeGreaterThan(20);
  for (let from = 0; from < rows.length; from++) expect(burst(rows, new Set(), () => false, from)).toEqual(all.filter((id) => rows.findIndex((row) => row.id === id) >= from));
});

describe("the number of stories of a day", () => {
  test("is_that_of_the_library_or_not_there_wherever_the_window_of_rows_stands", async () => {
    const { app, fake } = await open({ articles: 6000 });
    const { ticker } = app;
    const days = new Map<string, number>();
    for (const { time } of (await fake.ticker({ limit: 0, unread: false })).rows) days.set(dayKey(time), (days.get(dayKey(time)) ?? 0) + 1);
    const seen = new Set<string>();
    const look = () => {
      const { counts } = layOut(ticker.rows, ticker.stops, { above: ticker.above > 0, below: ticker.moreBelow });
      for (const [day, count] of counts) expect([day, count]).toEqual([day, days.get(day)]);
      for (const day of counts.keys()) seen.add(day);
    };
    look();
    const move = async (page: () => Promise<void>, at: () => number) => {
      await page();
      ticker.viewed(at(), at() + 11, 5_000);
      await pass(100);
      look();
    };
    while (ticker.moreBelow) await move(() => ticker.more(), () => ticker.rows.length - 12);
    expect(ticker.above).toBeGreaterThan(0);
    while (ticker.above > 0) await move(() => ticker.moreAbove(), () => 0);
    expect(seen.size).toBe(days.size);
  });
});
