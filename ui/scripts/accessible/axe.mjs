// axe-core (WCAG 2.2 AA and best practice) over one state in several looks.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

export const themes = ["light", "dark", "sepia", "oled", "hc-light", "hc-dark"];
export const directions = ["ltr", "rtl"];
export const widths = [360, 800, 1440];

/** The looks of the state number `index`: every theme, both directions and every width; over six states every pair of them. */
export function looksOf(index) {
  return themes.map((theme, at) => ({ theme, direction: directions[(index + at) % 2], width: widths[Math.floor((index + at) / 2) % 3] }));
}

/** The pairs of values of two dimensions that `looks` leaves out, in words. */
export function missingPairs(looks) {
  const all = { theme: themes, direction: directions, width: widths, screen: [...new Set(looks.map((look) => look.screen))] };
  const names = Object.keys(all);
  const missing = [];
  for (const [at, one] of names.entries())
    for (const other of names.slice(at + 1)) {
      const seen = new Set(looks.map((look) => `${look[one]} × ${look[other]}`));
      for (const a of all[one]) for (const b of all[other]) if (!seen.has(`${a} × ${b}`)) missing.push(`${a} × ${b}`);
    }
  return missing;
}

export async function prepare(page) {
  await page.evaluate(axe);
}

/** Puts a look on: what the settings would do, and a window of that width. */
export async function dress(page, { theme, direction, width }) {
  await page.setViewportSize({ width, height: 860 });
  await page.evaluate(
    ([theme, direction]) => {
      document.documentElement.dataset.theme = theme;
      document.documentElement.dir = direction;
      return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 30))));
    },
    [theme, direction],
  );
}

/** How many menus and dialogs are open: a menu may close when the window changes its size. */
export function floating(page) {
  return page.evaluate(() => [...document.querySelectorAll("[role=menu], [role=dialog], dialog[open]")].filter((one) => one.checkVisibility()).length);
}

/** What axe-core finds on the page as it is: `{ key, why }` for each element. */
export async function violations(page) {
  const run = (tags) => globalThis.axe.run(document, { runOnly: { type: "tag", values: tags }, rules: { "target-size": { enabled: true } }, resultTypes: ["violations"] });
  const result = await page.evaluate(run, tags);
  return result.violations.flatMap((violation) => violation.nodes.map((node) => ({ key: `${violation.id}: ${node.target.join(" ")}`, why: node.failureSummary?.split("\n")[1]?.trim() ?? "" })));
}

/** A look that cannot fail is worth nothing: a button without a name has to be found. It stands where axe-core looks: what
 * lies behind an open dialog is out of reach for everybody, so there it would be passed over, and rightly. */
export async function seesAMistake(page) {
  return page.evaluate(async () => {
    const button = document.createElement("button");
    (document.querySelector("dialog[open]") ?? document.querySelector(".app")).append(button);
    const { violations } = await globalThis.axe.run(button, { runOnly: ["button-name"] });
    button.remove();
    return violations.length > 0;
  });
}
