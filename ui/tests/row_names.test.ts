/* Promises about what a screen reader says of a row of Live. */
import { cleanup, render } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, describe, expect, test } from "vitest";
import Window from "../src/App.svelte";
import { stopsOf } from "../src/state/folds";
import { layOut } from "../src/ticker/items";
import { atTop, open, settle } from "./support";

afterEach(cleanup);

/** What is said of a story of Live, the third of which is the first of yesterday. The row that is stood on is always drawn. */
async function said(at: number, fold = false): Promise<[name: string, title: string]> {
  const { app } = await open();
  const { ticker } = app;
  ticker.rows = ticker.rows.slice(0, 12).map((row, nth) => (nth < 2 ? row : { ...row, feed_id: fold ? "1" : row.feed_id, time: new Date(Date.parse("2026-11-22T20:00:00Z") - nth * 60_000).toISOString() }));
  ticker.hidden = new Set(fold ? ticker.rows.slice(2).map((row) => row.id) : []);
  const { id, title } = ticker.rows[at]!;
  if (fold) ticker.onFold = ticker.foldOf(id)!.key;
  else ticker.select(id);
  atTop(app);
  const { container } = render(Window, { app });
  await settle();
  await tick();
  return [container.querySelector("[role=option]")!.textContent!.replace(/\s+/g, " ").trim(), title];
}

describe("the day of a story", () => {
  test("is_said_before_the_first_one_of_each_day_and_no_other", async () => {
    const days = ["Today, Monday November 23. ", "", "Yesterday, Sunday November 22. ", ""];
    for (const [at, day] of days.entries()) {
      const [name, title] = await said(at);
      expect(name.startsWith(`${day}${title}`)).toBe(true);
      cleanup();
    }
  });

  test("is_said_before_a_fold_that_begins_it", async () => {
    const [name] = await said(2, true);
    expect(name).toMatch(/^Yesterday, Sunday November 22\. 10 more from /);
  });

  test("is_not_said_where_the_list_goes_on_above_what_is_in_memory", async () => {
    const { app } = await open();
    const rows = app.ticker.rows.slice(0, 3);
    const begins = (above: boolean) => layOut(rows, stopsOf(rows, new Set()), { above, below: true }).list.map((item) => "begins" in item && item.begins);
    expect(begins(false)).toEqual([true, false, false]);
    expect(begins(true)).toEqual([false, false, false]);
  });
});
