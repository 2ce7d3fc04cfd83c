/* Promises about finding words in one story: what is found, how it is shown, and the bar that asks for it. */
import { cleanup, render } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, describe, expect, test, vi } from "vitest";
import Window from "../src/App.svelte";
import { foldQuery, index, paint, search, unpaint } from "../src/article/find";
import { commandOf } from "../src/commands/registry";
import { page } from "./effects/support";
import { open, put, settle } from "./support";

afterEach(cleanup);

describe("finding words", () => {
  const text = () => {
    const box = document.createElement("div");
    const first = put(box, "p", "The Küste and the ");
    put(first, "em", "cote");
    first.append(" are one.");
    put(box, "p", "Their end");
    put(box, "button", "the button");
    return box;
  };
  const found = (query: string) => search(index([text()]), query).map(String);

  test.each([
    ["the", ["The", "the", "The"]],
    ["KUSTE", ["Küste"]],
    ["côte", ["cote"]],
    ["the cote are", ["the cote are"]],
    ["one. their", []],
    ["  ", []],
    ["nothing of it", []],
  ])("%s finds %j", (query, expected) => expect(found(query)).toEqual(expected));

  test("points_over_letters_make_no_difference", () => {
    const box = document.createElement("div");
    put(box, "p", "ليلاً لأوّل مرة");
    expect(search(index([box]), "لأول").map(String)).toEqual(["لأوّل"]);
    expect(foldQuery("  Straße \n Ä ")).toBe("straße a");
  });

  test("a_letter_with_a_separate_mark_is_found_whole", () => {
    const box = document.createElement("div");
    put(box, "p", "cafe\u0301 noir");
    expect(search(index([box]), "café").map(String)).toEqual(["cafe\u0301"]);
  });

  test("what_was_found_before_is_taken_out_of_its_highlight_so_that_no_engine_leaves_it_painted", () => {
    const kept = new Map<string, Set<Range>>();
    vi.stubGlobal("Highlight", class extends Set<Range> { constructor(...ranges: Range[]) { super(ranges); } });
    vi.stubGlobal("CSS", { highlights: kept });
    const { nodes } = index([text()]);
    const range = (to: number) => {
      const made = document.createRange();
      made.setStart(nodes[0]!, 0);
      made.setEnd(nodes[0]!, to);
      return made;
    };
    paint([range(1), range(2)], 0);
    const before = [...kept.values()];
    expect(before.map((one) => one.size)).toEqual([1, 1]);
    paint([range(3)], 0);
    expect([before.map((one) => one.size), kept.get("found")!.size, kept.get("found-now")!.size]).toEqual([[0, 0], 0, 1]);
    const last = kept.get("found-now")!;
    unpaint();
    expect([last.size, kept.size]).toEqual([0, 0]);
    vi.unstubAllGlobals();
  });

  test("the_bar_counts_steps_around_and_closes_by_escape", async () => {
    const { app } = await open();
    render(Window, { app });
    app.open(app.ticker.rows.find((row) => row.title.startsWith("Offshore wind"))!.id);
    await settle();
    app.finding.show();
    const bar = await vi.waitFor(() => {
      const found = document.querySelector<HTMLElement>("[role=search] input[type=search]");
      if (!found) throw new Error("no bar yet");
      return found as HTMLInputElement;
    });
    bar.value = "flywheels";
    bar.dispatchEvent(new Event("input", { bubbles: true }));
    await tick();
    expect(app.finding.count).toBe(1);
    bar.value = "the";
    bar.dispatchEvent(new Event("input", { bubbles: true }));
    await tick();
    const total = app.finding.count;
    expect(total).toBeGreaterThan(5);
    app.finding.step(-1);
    expect(app.finding.at).toBe(total - 1);
    app.finding.step(1);
    expect(app.finding.at).toBe(0);
    bar.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }));
    await tick();
    expect(app.finding.open).toBe(false);
    expect(document.activeElement?.hasAttribute("data-scrolls")).toBe(true);
  });
});

describe("the bar that finds words", () => {
  test("another_view_or_story_closes_it_and_escape_does_first_of_all", async () => {
    const { app } = await open();
    const go = async (n: number) => {
      app.open(app.ticker.rows[n]!.id);
      await settle();
    };
    await go(0);
    app.finding.show();
    await go(1);
    expect(app.finding.open).toBe(false);
    app.finding.show();
    app.go("saved");
    expect(app.finding.open).toBe(false);
    app.go("live");
    await go(2);
    app.finding.show();
    commandOf("back").run(app, page());
    expect([app.finding.open, app.pane]).toEqual([false, "article"]);
  });

  test("it_takes_the_focus_once_for_each_time_it_was_asked_for", async () => {
    const { app } = await open();
    app.finding.show();
    expect([app.finding.takesFocus(), app.finding.takesFocus()]).toEqual([true, false]);
    app.finding.show();
    expect(app.finding.takesFocus()).toBe(true);
  });
});
