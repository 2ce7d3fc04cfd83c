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

/** A look that cannot fail is worth nothing: a button without a name has to be found. It stands where axe-core looks: what
 * lies behind an open dialog is out of reach for everybody, so there it would be passed over, and rightly. */
async function seesAMistake(page) {
  return page.evaluate(async () => {
    const button = document.createElement("button");
    (document.querySelector("dialog[open]") ?? document.querySelector(".app")).append(button);
    const { violations } = await globalThis.axe.run(button, { runOnly: ["button-name"] });
    button.remove();
    return violations.length > 0;
  });
}

/** The elements that reach beyond the window and that no ancestor clips or scrolls. */
function sticksOut() {
  const clips = (element) => element.parentElement !== null && (!element.parentElement.matches("html, body, .app, dialog") && getComputedStyle(element.parentElement).overflowX !== "visible" || clips(element.parentElement));
  return [...document.querySelectorAll("body *")]
    .filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 1 && box.height > 1 && (box.right > innerWidth + 1 || box.left < -1) && !clips(element) && getComputedStyle(element).visibility !== "hidden";
    })
    .slice(0, 3)
    .map((element) => `${element.tagName.toLowerCase()}.${element.className} sticks out, ${Math.round(element.getBoundingClientRect().left)} to ${Math.round(element.getBoundingClientRect().right)}`);
}

let looks = 0;
let violations = 0;
const seen = new Map();
let index = 0;
const problems = await eachState(process.argv.slice(2), async (name, page, problem) => {
  await page.evaluate(axe);
  if (index === 0 && !(await seesAMistake(page))) problem("axe-core did not see a button without a name");
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
  // A window of 1280 at 400 % has 320 CSS pixels: nothing may stick out of it, but what scrolls in a region of its own.
  // On paper the page decides.
  if (await page.evaluate(() => matchMedia("print").matches)) return void (index += 1);
  await page.setViewportSize({ width: 320, height: 480 });
  await page.waitForTimeout(120);
  for (const sticking of await page.evaluate(sticksOut)) problem(`${name} at 320: ${sticking}`);
  index += 1;
});
for (const [key, { where, count, why }] of seen) console.log(`${key}\n    ${count} times, first in ${where}: ${why}`);
console.log(`${looks} looks at ${index} states, ${violations} violations, ${problems} problems`);
process.exitCode = violations + problems > 0 || looks === 0 ? 1 : 0;
