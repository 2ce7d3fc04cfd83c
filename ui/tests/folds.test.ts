import { describe, expect, test } from "vitest";
import type { TickerRow } from "../src/api/backend";
import { burst, BURST, stopsOf, WITHIN } from "../src/state/folds";
import { layOut, standsAtNow } from "../src/ticker/items";
import { atTop, open, pass, settle, standOnFold } from "./support";

const noon = Date.parse("2026-11-23T12:00:00Z");
/** Rows from newest to oldest: source and minutes before noon. */
const rowsOf = (list: [feed: string, minutes: number][]) =>
  list.map(([feed, minutes], index) => ({ id: String(1000 - index), feed_id: feed, feed_title: `Source ${feed}`, time: new Date(noon - minutes * 60_000).toISOString().replace(".000Z", "Z"), title: "", read: false }) as TickerRow);
const run = (feed: string, count: number, from: number, every: number) => Array.from({ length: count }, (_, n): [string, number] => [feed, from + n * every]);
const none: ReadonlySet<string> = new Set();
const never = () => false;

describe("a burst of one source", () => {
  test("five_in_a_row_within_half_an_hour_fold_behind_the_first_of_them", () => {
    const rows = rowsOf([["a", 0], ...run("b", BURST, 1, 1), ["a", 20]]);
    const hidden = burst(rows, none, never);
    expect(hidden).toEqual(rows.slice(2, 6).map((row) => row.id));
    const stops = stopsOf(rows, new Set(hidden));
    expect(stops.map((stop) => stop.fold?.to ?? stop.row)).toEqual([0, 1, 6, 6]);
  });

  test("four_in_a_row_or_five_over_a_longer_time_stay_as_they_are", () => {
    expect(burst(rowsOf(run("b", BURST - 1, 0, 1)), none, never)).toEqual([]);
    const minutes = WITHIN / 60_000 / (BURST - 1);
    expect(burst(rowsOf(run("b", BURST, 0, minutes)), none, never)).toHaveLength(BURST - 1);
    expect(burst(rowsOf(run("b", 12, 0, minutes + 1)), none, never)).toEqual([]);
  });

  test("another_source_or_another_day_ends_it", () => {
    expect(burst(rowsOf([...run("b", 3, 0, 1), ["a", 3], ...run("b", 3, 4, 1)]), none, never)).toEqual([]);
    expect(burst(rowsOf(run("b", 6, 12 * 60 - 3, 1)), none, never)).toEqual([]);
  });

  test("a_rare_source_and_what_the_reader_has_opened_never_fold", () => {
    const rows = rowsOf(run("b", 8, 0, 1));
    expect(burst(rows, none, (feed) => feed === "b")).toEqual([]);
    expect(burst(rows, new Set([rows[4]!.id]), never)).toEqual([]);
  });

  test("only_rows_that_came_in_fold_and_what_was_on_screen_stays", () => {
    const rows = rowsOf(run("b", 10, 0, 1));
    expect(burst(rows, none, never, 4)).toEqual(rows.slice(4).map((row) => row.id));
  });
});

describe("a fold in Live", () => {
  test("j_stands_on_it_without_opening_a_story_and_enter_shows_its_stories", async () => {
    const { app } = await open();
    atTop(app);
    await standOnFold(app);
    const [first, key] = app.ticker.rows.map((row) => row.id);
    app.ticker.select(first!);
    expect(app.ticker.step(1)).toBeNull();
    expect([app.ticker.onFold, app.ticker.selected]).toEqual([key, first]);
    app.unfold();
    expect(app.ticker.selected).toBe(key);
    expect(app.ticker.hidden.size).toBe(0);
    expect(app.ticker.step(1)).toBe(app.ticker.rows[2]!.id);
  });

  test("j_and_k_go_past_it_in_both_directions", async () => {
    const { app } = await open();
    atTop(app);
    await standOnFold(app);
    expect(app.ticker.step(1)).toBe(app.ticker.rows[8]!.id);
    expect(app.ticker.step(-1)).toBeNull();
    expect(app.ticker.step(-1)).toBe(app.ticker.rows[0]!.id);
  });

  test("an_unread_story_behind_it_is_found_and_shown", async () => {
    const { app } = await open();
    atTop(app);
    await standOnFold(app);
    app.ticker.rows = app.ticker.rows.map((row, at) => ({ ...row, read: at !== 5 }));
    app.ticker.select(app.ticker.rows[0]!.id);
    expect(app.ticker.stepUnread()).toBe(app.ticker.rows[5]!.id);
    expect(app.ticker.hidden.size).toBe(0);
  });

  test("a_late_story_completes_no_burst_under_the_readers_eye", async () => {
    const { app, fake } = await open();
    atTop(app);
    app.ticker.pointerOver(true);
    for (let n = 0; n < 12; n++) fake.push(600 + n);
    await settle();
    expect(app.ticker.hidden.size).toBe(0);
  });

  test("the_selected_story_is_never_folded_away_by_new_ones", async () => {
    const { app, fake } = await open();
    app.ticker.viewed(40, 52, 2000);
    for (let n = 0; n < 6; n++) fake.push(0, `Story ${n}`, "The Harbor Post");
    await settle();
    await app.showNew();
    const chosen = app.ticker.rows[0]!.id;
    app.ticker.select(chosen);
    app.ticker.viewed(40, 52, 2000);
    for (let n = 0; n < 6; n++) fake.push(0, `More ${n}`, "The Harbor Post");
    await settle();
    await app.showNew();
    expect(app.ticker.hidden.has(chosen)).toBe(false);
  });

  test("stories_that_come_in_together_fold", async () => {
    const { app, fake } = await open();
    app.ticker.viewed(40, 52, 2000);
    for (let n = 0; n < 15; n++) fake.push(0, `Story ${n}`, "The Harbor Post");
    await settle();
    await app.showNew();
    expect(app.ticker.stops[1]?.fold).toMatchObject({ from: 1, to: 15 });
  });
});

describe("a reader who wants no folds", () => {
  test("has_every_story_at_once_and_the_folds_back_where_that_is_taken_back", async () => {
    const { app } = await open();
    atTop(app);
    await standOnFold(app);
    const { rows } = app.ticker;
    await app.choose({ fold: false });
    expect(app.ticker.stops).toEqual(rows.map((_, row) => ({ row })));
    await app.choose({ fold: true });
    expect(app.ticker.stops[1]?.fold).toMatchObject({ from: 1, to: 8 });
  });

  test("goes_on_by_key_from_the_story_behind_the_line_that_was_stood_on", async () => {
    const { app } = await open();
    atTop(app);
    await standOnFold(app);
    await app.choose({ fold: false });
    expect(app.ticker.step(1)).toBe(app.ticker.rows[2]!.id);
  });

  test("gets_none_with_what_comes_in_later", async () => {
    const { app, fake } = await open();
    await app.choose({ fold: false });
    app.ticker.viewed(40, 52, 2000);
    for (let n = 0; n < 15; n++) fake.push(0, `Story ${n}`, "The Harbor Post");
    await settle();
    await app.showNew();
    expect(app.ticker.stops).toHaveLength(app.ticker.rows.length);
  });
});

test("the_line_of_now_is_red_at_the_top_and_in_the_stories_of_today_only", () => {
  const hour = 3_600_000;
  const stands = (first: number, ago: number) => standsAtNow(first, new Date(noon - ago * hour).toISOString(), noon);
  expect([stands(0, 1), stands(9, 1), stands(9, 30), stands(9, 100), stands(0, 30)]).toEqual([true, true, false, false, true]);
});

describe("where the reader was", () => {
  test("the_line_stands_above_the_first_story_that_was_there_then", () => {
    const rows = rowsOf([["a", 0], ["b", 10], ["c", 20]]);
    const { list } = layOut(rows, stopsOf(rows, none), { above: false, below: false }, new Date(noon - 15 * 60_000).toISOString());
    expect(list.map((item) => item.kind)).toEqual(["row", "row", "here", "row"]);
    expect(list[3]).toMatchObject({ here: true });
  });

  test("it_is_not_drawn_where_nothing_is_newer", () => {
    const rows = rowsOf([["a", 10], ["b", 20]]);
    const { list } = layOut(rows, stopsOf(rows, none), { above: false, below: false }, new Date(noon).toISOString());
    expect(list.map((item) => item.kind)).toEqual(["row", "row"]);
  });

  test("leaving_is_kept_over_a_restart_and_a_short_absence_moves_nothing", async () => {
    const memory = new Map<string, string>();
    const { app } = await open({}, memory);
    expect(app.left.line).toBeNull();
    app.windowHidden(true);
    const again = await open({}, memory);
    expect(again.app.left.line).toBe("2026-11-23T14:41:00Z");
    again.app.go("saved");
    await pass(5 * 60_000);
    again.app.go("live");
    expect(again.app.left.line).toBe("2026-11-23T14:41:00Z");
    again.app.go("saved");
    await pass(31 * 60_000);
    again.app.go("live");
    expect(again.app.left.line).toBe("2026-11-23T14:46:00Z");
  });
});
