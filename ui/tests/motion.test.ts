/* Promises about what moves: it takes the times of the tokens, moves no layout, and can be stilled. */
import { cleanup, fireEvent, render } from "@testing-library/svelte";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import Window from "../src/App.svelte";
import { FEW } from "../src/state/rows.svelte";
import { ids, open, pass, scrolled, settle } from "./support";

afterEach(cleanup);

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

describe("the newest story", () => {
  /** So many stories are let in together. */
  async function letIn(count: number, ago = 0) {
    const { app, fake } = await open();
    scrolled(app);
    const { container } = render(Window, { app });
    app.ticker.pointerOver(true);
    for (let n = 0; n < count; n++) fake.push(ago);
    await settle();
    await app.showNew();
    // The selected row is drawn in any case.
    app.ticker.select(ids(app)[0]!);
    await pass(10);
    return { app, row: () => container.querySelector<HTMLElement>(".row.comes") };
  }

  test("slides_into_its_place_once_where_a_few_come_in", async () => {
    const { app, row } = await letIn(FEW);
    expect(row()?.dataset.id).toBe(ids(app)[0]);
    await fireEvent(row()!, new Event("animationend", { bubbles: true }));
    expect(row()).toBeNull();
  });

  test("stands_there_at_once_where_many_come_in_or_all_of_them_come_late", async () => {
    expect((await letIn(FEW + 1)).row()).toBeNull();
    cleanup();
    expect((await letIn(1, 30)).row()).toBeNull();
  });

  test("takes_the_time_of_lists", () => {
    expect(animations.find(({ path }) => path.endsWith("TickerRow.svelte"))?.value).toBe("come var(--d-2) var(--ease)");
  });
});
