/* Whatever arrives while the reader reads, the rows on screen stay where they are. The window measures it in pixels. */
import { describe, expect, test } from "vitest";
import { layOut } from "../src/ticker/items";
import { open, pass, settle } from "./support";

/** Numbers between 0 and 1 that come again with every run. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

describe("while the reader reads", () => {
  test.each([1, 2])("five_hundred_stories_at_random_places_move_nothing_at_or_above_the_eye_%i", { timeout: 60_000 }, async (seed) => {
    const { app, fake } = await open({ articles: 1500 });
    const { ticker } = app;
    for (let n = 0; n < 3; n++) await ticker.more();
    const [first, last] = [40, 52];
    ticker.viewed(first, last, 2500);
    const drawn = () => layOut(ticker.rows, ticker.stops, { above: ticker.above > 0, below: ticker.moreBelow }, app.left.line).list;
    const shown = () => drawn().slice(0, last + 1).map((item) => item.key);
    const before = shown();
    const next = dice(seed);
    for (let n = 0; n < 500; n++) {
      const late = next() < 0.3 ? 0 : next() * 6000;
      fake.push(late, `Arrival ${n}`, next() < 0.4 ? "The Harbor Post" : undefined);
      if (next() < 0.2) await pass(next() * 3000);
      else await settle();
      expect(shown()).toEqual(before);
    }
    await pass(60_000);
    expect(shown()).toEqual(before);
    // They are all there once the reader asks.
    await app.showNew();
    await pass(100);
    expect(ticker.waiting).toBe(0);
    expect(ticker.total).toBe(2000);
  });
});
