// Is every state of the window accessible? `npm run build && npm run accessible [-- name…]`.
//
// Over the states of pictures.mjs, in a Chromium, without motion:
// - axe-core (WCAG 2.2 AA and best practice) finds nothing; theme, direction, width and screen meet in every pair of values;
// - every control has a name, every story is called "headline, source, time, states", and the accessibility tree of each English
//   state is the one that was looked at (tests/trees; BLESS=1 writes them anew: read the difference like code);
// - at 400 % (320 px) nothing sticks out or scrolls sideways, text spread as WCAG 1.4.12 says is not cut, targets are 24 px;
// - the Tab key walks through, its ring shows (2 px, 3:1) and lies under nothing, also in the system's own colours.
// A state with a fault is looked at twice. It prints what it found and ends with a failure where a fault was there both times.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as axe from "./accessible/axe.mjs";
import { walk } from "./accessible/focus.mjs";
import { chromiumPath, eachState, pictures } from "./pictures.mjs";
import * as reach from "./accessible/reach.mjs";
import * as tree from "./accessible/tree.mjs";

const folder = join(import.meta.dirname, "../tests/trees");
const asked = process.argv.slice(2);
const bless = process.env.BLESS === "1";

if (!existsSync(chromiumPath)) {
  console.log(`skipped: accessibility: there is no Chromium at ${chromiumPath}`);
  process.exit(0);
}

/** A second picture of a screen in another theme, language or size: looked at once, as it is drawn. */
const variant = /(^|-)(dark|arabic|sepia|oled|hc-light|hc-dark|ar|fr|es|long|narrow|medium)(-|$)/;
const names = Object.keys(pictures);
const screens = names.filter((name) => !variant.test(name));
/** What is in the middle of something: its numbers and rows are other ones at every look, so its tree is not written down. */
const moving = new Set(["packing", "checking", "continued"]);
const english = (name) => !/[?&]lang=/.test(pictures[name].open);

const looks = [];
/** What each state's tree was, at every look. */
const trees = new Map();
const counts = { stops: 0 };

async function lookWithAxe(page, problem) {
  for (const { key, why } of await axe.violations(page)) problem(`${key}\n    ${why}`);
}

async function reaches(page, problem) {
  await page.setViewportSize({ width: 320, height: 480 });
  await page.waitForTimeout(80);
  for (const fault of await page.evaluate(reach.sticksOut)) problem(`at 320 px ${fault}`);
  for (const fault of await page.evaluate(reach.scrollsSideways)) problem(`at 320 px ${fault}`);
  for (const fault of await page.evaluate(reach.smallTargets)) problem(`at 320 px ${fault}`);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.waitForTimeout(80);
  for (const fault of await page.evaluate(reach.smallTargets)) problem(fault);
  await page.evaluate(reach.spreadText);
  await page.waitForTimeout(80);
  for (const fault of await page.evaluate(reach.cutTexts)) problem(`with text spread ${fault}`);
  await page.evaluate(() => void (document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1)));
}

/** Looks at the states called `names` (all of them, if there are none) and answers with the faults of each. */
async function lookAt(names) {
  const faults = new Map();
  const report = (name, text) => faults.set(name, (faults.get(name) ?? new Set()).add(text));
  await eachState(names, look, { workers: 2, scale: 1, context: { reducedMotion: "reduce" }, report });
  return faults;
}

async function look(name, page, problem, show) {
  const nodes = await tree.fullTree(page);
  for (const fault of english(name) ? tree.brokenRules(nodes) : []) problem(fault);
  if (english(name) && (screens.includes(name) || name.startsWith("narrow")) && !moving.has(name)) trees.set(name, [...(trees.get(name) ?? []), tree.lines(nodes)]);
  // Who writes the trees anew wants nothing else.
  if (bless) return;
  for (const fault of await page.evaluate(reach.movements)) problem(fault);
  await axe.prepare(page);
  const number = screens.indexOf(name);
  if (number < 0) return lookWithAxe(page, problem);
  if (number === 0 && !(await axe.seesAMistake(page))) problem("axe-core did not see a button without a name");
  const open = await axe.floating(page);
  for (const dress of axe.looksOf(number)) {
    await axe.dress(page, dress);
    if ((await axe.floating(page)) < open) {
      // It closed: brought on screen once more, at this size.
      await show();
      await axe.prepare(page);
      await axe.dress(page, dress);
      if ((await axe.floating(page)) < open) problem(`what was open does not open ${dress.width} px wide`);
    }
    await lookWithAxe(page, problem);
    looks.push({ screen: name, ...dress });
  }
  // On paper the page decides.
  if (await page.evaluate(() => matchMedia("print").matches)) return;
  await axe.dress(page, { theme: axe.themes[number % 6], direction: "ltr", width: 1440 });
  await reaches(page, problem);
  const { faults, stops } = await walk(page);
  counts.stops += stops;
  for (const fault of faults) problem(fault);
  await page.emulateMedia({ forcedColors: "active" });
  for (const fault of await page.evaluate(reach.withoutForcedColours)) problem(`in the system's colours ${fault}`);
}

/** The files of the trees as they should be, and as they are now: of several looks at a state, the one that is as it should be. */
function writtenTrees() {
  const known = new Map();
  return names.filter((name) => trees.has(name)).map((name) => {
    const path = join(folder, `${name}.txt`);
    const before = existsSync(path) ? readFileSync(path, "utf8") : "";
    const written = (lines, known) => `${tree.withoutRepetition(lines, name, known).join("\n")}\n`;
    const lines = trees.get(name).find((lines) => written(lines, new Map(known)) === before) ?? trees.get(name).at(-1);
    return { name, path, before, now: written(lines, known) };
  });
}

/** Everything that is wrong with the states called `names`, by state. */
async function faultsOf(names) {
  const faults = await lookAt(names);
  if (asked.length > 0 || bless) return faults;
  for (const { name, before, now } of writtenTrees()) if (before !== now) faults.set(name, (faults.get(name) ?? new Set()).add(`its tree: ${tree.firstDifference(before, now)}`));
  return faults;
}

mkdirSync(folder, { recursive: true });
const once = await faultsOf(asked);
// What is wrong is wrong at every look: what only one of two looks had is a moment between two pictures, and is said, not counted.
const again = once.size > 0 ? await faultsOf([...once.keys()]) : new Map();
const withoutNumbers = (fault) => fault.replace(/[\d.]+/g, "#");
let wrong = 0;
for (const [name, faults] of once)
  for (const fault of faults) {
    const stays = [...(again.get(name) ?? [])].some((other) => withoutNumbers(other) === withoutNumbers(fault));
    if (stays) wrong += 1;
    console.log(`${name}: ${fault}${stays ? "" : "\n    (not at the second look)"}`);
  }
const say = (text) => {
  wrong += 1;
  console.log(text);
};
if (asked.length === 0) {
  for (const pair of bless ? [] : axe.missingPairs(looks)) say(`no look had ${pair}`);
  const written = writtenTrees();
  if (bless) for (const { path, now } of written) writeFileSync(path, now);
  const wanted = new Set(written.map(({ name }) => `${name}.txt`));
  for (const file of readdirSync(folder).filter((one) => one.endsWith(".txt") && !wanted.has(one))) bless ? rmSync(join(folder, file)) : say(`${file}: there is no such state any more`);
}
console.log(`${looks.length} looks at ${screens.length} screens and ${names.length - screens.length} variants, ${trees.size} trees, ${counts.stops} stops of the Tab key, ${wrong} faults`);
process.exitCode = wrong > 0 || trees.size === 0 ? 1 : 0;
