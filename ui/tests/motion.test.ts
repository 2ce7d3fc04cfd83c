/* Promises about what moves: it takes the times of the tokens, moves no layout, and can be stilled. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const src = join(import.meta.dirname, "../src");
const sheets = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.(svelte|css)$/.test(path))
  .map((path) => ({ path, css: readFileSync(join(src, path), "utf8") }));
const animations = sheets.flatMap(({ path, css }) => [...css.matchAll(/^\s*(?:animation|transition): ([^;]+);/gm)].map((found) => ({ path, value: found[1]! })).filter(({ value }) => !value.startsWith("none")));
const tokens = sheets.find(({ path }) => path.endsWith("tokens.css"))!.css;

describe("what moves", () => {
  test("takes_its_time_from_the_tokens_but_for_the_ring_of_what_is_fetched", () => {
    const own = animations.filter(({ value }) => !/^[\w-]+ var\(--d-[1-4]\) var\(--ease\)$/.test(value));
    expect(own.filter(({ value }) => value !== "turn 1s linear infinite")).toEqual([]);
  });

  test("changes_nothing_but_transform_and_opacity", () => {
    const frames = sheets.flatMap(({ css }) => [...css.matchAll(/@keyframes [\w-]+ \{([\s\S]*?\n {2}\})/g)].flatMap((found) => [...found[1]!.matchAll(/^\s+([a-z-]+): /gm)].map((line) => line[1]!)));
    expect([...new Set(frames)].sort()).toEqual(["opacity", "transform"]);
  });

  test("dialogs_menus_and_the_pushed_pane_come_in_their_times", () => {
    const of = (name: string) => animations.filter(({ path }) => path.endsWith(name)).map(({ value }) => value.split(" ").slice(0, 2).join(" "));
    expect([of("Dialog.svelte")[0], of("ContextMenu.svelte")[0], of("App.svelte")[0]]).toEqual(["rise var(--d-3)", "show var(--d-1)", "push var(--d-4)"]);
  });

  test("takes_no_time_where_the_system_or_the_reader_wants_stillness", () => {
    const times = (value: string) => tokens.match(new RegExp(`--d-[1-4]: ${value};`, "g"))?.length ?? 0;
    expect([times("\\d\\d+ms"), times("0ms")]).toEqual([4, 8]);
  });
});
