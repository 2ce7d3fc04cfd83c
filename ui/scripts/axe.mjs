// Looks at every state of the window with axe-core (WCAG 2.2 AA and best practice), each in every theme, both directions and
// three widths so that every pair of state, theme, direction and width is seen once. `npm run build && npm run axe [-- name…]`.
// It prints what it found and ends with a failure where that is anything. It needs a Chromium, like the pictures.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { eachState } from "./pictures.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const themes = ["light", "dark", "sepia", "oled", "hc-light", "hc-dark"];
const widths = [400, 1000, 1440];
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

let looks = 0;
let violations = 0;
const seen = new Map();
let index = 0;
const problems = await eachState(process.argv.slice(2), async (name, page, problem) => {
  await page.evaluate(axe);
  for (const [at, theme] of themes.entries()) {
    const direction = (index + at) % 2 === 0 ? "ltr" : "rtl";
    const width = widths[(index + Math.floor(at / 2)) % widths.length];
    await page.setViewportSize({ width, height: 860 });
    await page.evaluate(
      ([theme, direction]) => {
        document.documentElement.dataset.theme = theme;
        document.documentElement.dir = direction;
      },
      [theme, direction],
    );
    await page.waitForTimeout(120);
    // What scrolls at a narrow width belongs into a region of its own.
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) problem(`${name} ${theme} ${direction} ${width}: ${wide} px too wide`);
    const result = await page.evaluate((tags) => globalThis.axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] }), tags);
    looks += 1;
    for (const violation of result.violations) {
      violations += 1;
      for (const node of violation.nodes) {
        const key = `${violation.id}: ${node.target.join(" ")}`;
        if (!seen.has(key)) seen.set(key, { where: `${name} ${theme} ${direction} ${width}`, count: 0, why: node.failureSummary?.split("\n")[1]?.trim() ?? "" });
        seen.get(key).count += 1;
      }
    }
  }
  index += 1;
});
for (const [key, { where, count, why }] of seen) console.log(`${key}\n    ${count} times, first in ${where}: ${why}`);
console.log(`${looks} looks at ${index} states, ${violations} violations, ${problems} problems`);
process.exitCode = violations + problems > 0 || looks === 0 ? 1 : 0;
