// The row under the reader's eye stays where it is: while 500 stories arrive at random places, and when the window changes its
// width and back. `npm run build && npm run still`. It measures in a Chromium and ends with a failure where anything moved.
import { eachState } from "./pictures.mjs";

const ARRIVALS = 500;
let checked = 0;
const problems = await eachState(["wheel"], async (name, page, problem) => {
  /** The row that crosses a third of the list, and where its upper edge is. */
  const eye = (id) =>
    page.evaluate((id) => {
      const list = document.querySelector("[role=listbox]").getBoundingClientRect();
      const at = list.top + list.height / 3;
      const rows = [...document.querySelectorAll("[role=option][data-id]")];
      const row = id ? rows.find((one) => one.dataset.id === id) : rows.find((one) => one.getBoundingClientRect().bottom > at);
      return row ? { id: row.dataset.id, top: row.getBoundingClientRect().top } : null;
    }, id);
  const before = await eye();
  if (before === null) return problem(`there is no row to look at`);
  let moved = 0;
  for (let n = 0; n < ARRIVALS; n++) {
    // Some now, some late: above, inside and below what is on screen. A fixed sequence, so that a failure comes again.
    const late = n % 3 === 0 ? 0 : ((n * 7919) % 4000) + 0.5;
    await page.evaluate(([ago, n]) => void globalThis.stopPressFake.push(ago, n % 5 === 0 ? `A headline that is long enough to need its two lines and then some, number ${n}` : undefined), [late, n]);
    if (n % 10 === 0) await page.waitForTimeout(30);
    const now = await eye(before.id);
    if (now === null) return problem(`the row is gone after ${n + 1} arrivals`);
    moved = Math.max(moved, Math.abs(now.top - before.top));
  }
  await page.waitForTimeout(500);
  const after = await eye(before.id);
  moved = Math.max(moved, Math.abs(after.top - before.top));
  if (moved > 0) problem(`the row moved ${moved} px while ${ARRIVALS} stories arrived`);
  checked += ARRIVALS;

  /** The first row in view and how far it reaches above the edge. */
  const top = () =>
    page.evaluate(() => {
      const edge = document.querySelector("[role=listbox]").getBoundingClientRect().top;
      const row = [...document.querySelectorAll("[role=option][data-id]")].find((one) => one.getBoundingClientRect().bottom > edge + 1);
      return { id: row.dataset.id, into: Math.round(edge - row.getBoundingClientRect().top) };
    });
  const start = await top();
  for (const width of [1000, 640, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.waitForTimeout(400);
    const now = await top();
    if (now.id !== start.id) problem(`at ${width} px another row is at the top`);
  }
});
console.log(`${checked} arrivals, ${problems} problems`);
process.exitCode = problems > 0 || checked === 0 ? 1 : 0;
