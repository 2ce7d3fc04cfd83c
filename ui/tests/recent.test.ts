/* Promises about what was looked for last: it outlives a restart, and the reader can forget it. */
import { cleanup, render } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, expect, test } from "vitest";
import Window from "../src/App.svelte";
import { Recent } from "../src/state/recent.svelte";
import { open, pass, settle } from "./support";

afterEach(cleanup);

/** The window with Search on screen, where these were looked for and used, the last one first. */
async function draw(memory = new Map<string, string>(), ...used: string[]) {
  const it = await open({}, memory);
  for (const words of used) {
    await it.app.search.look(words);
    it.app.search.used();
  }
  await it.app.search.look("");
  const screen = render(Window, { app: it.app });
  it.app.go("search");
  await pass(10);
  const press = async (name: string) => {
    screen.getByRole("button", { name }).focus();
    screen.getByRole("button", { name }).click();
    await settle();
    await tick();
  };
  const shown = () => [...screen.container.querySelectorAll("#stories .again")].map((one) => one.textContent);
  const focused = () => document.activeElement?.getAttribute("aria-label");
  return { ...it, ...screen, press, shown, focused };
}

test("it_is_there_after_a_restart_and_is_looked_for_again_by_a_press", async () => {
  const memory = new Map<string, string>();
  await draw(memory, "wind", "harbor fog", "wind");
  cleanup();
  const { app, shown, press, focused } = await draw(memory);
  expect(shown()).toEqual(["wind", "harbor fog"]);
  await press("wind");
  expect([app.search.query, app.search.answered, focused()]).toEqual(["wind", "wind", "Search everything stored here"]);
});

test("one_can_be_forgotten_for_good_and_the_focus_stays_among_them", async () => {
  const memory = new Map<string, string>();
  const { shown, press, focused } = await draw(memory, "fog", "tide", "wind");
  await press("Forget tide");
  expect([shown(), focused()]).toEqual([["wind", "fog"], "Forget fog"]);
  await press("Forget fog");
  expect(focused()).toBe("Forget wind");
  await press("Forget wind");
  expect([shown(), focused()]).toEqual([[], "Search everything stored here"]);
  cleanup();
  expect((await draw(memory)).shown()).toEqual([]);
});

test("all_can_be_forgotten_and_that_can_be_taken_back", async () => {
  const memory = new Map<string, string>();
  const { app, shown, press } = await draw(memory, "fog", "tide");
  await press("Forget all");
  expect([shown(), [...memory.values()].some((kept) => kept.includes("tide")), app.toasts.current?.text]).toEqual([[], false, "Forgotten"]);
  app.search.recent.add("wind");
  await app.undoing.undo();
  await settle();
  await tick();
  expect(shown()).toEqual(["wind", "tide", "fog"]);
});

test("nothing_of_it_is_left_where_everything_was_deleted", async () => {
  const memory = new Map<string, string>();
  const { app } = await draw(memory, "fog");
  await app.beginAgain();
  expect([app.search.recent.all, [...memory.values()].some((kept) => kept.includes("fog"))]).toEqual([[], false]);
});

test("only_as_much_is_kept_as_there_is_room_for_in_bytes_and_the_newest_stays", () => {
  const memory = new Map<string, string>();
  const recent = new Recent({ recall: (key) => memory.get(key) ?? null, remember: (key, value) => void memory.set(key, value) });
  for (let n = 0; n < 12; n++) recent.add(`n${n}`);
  expect(recent.all).toEqual(["n11", "n10", "n9", "n8", "n7", "n6", "n5", "n4"]);
  for (const letter of ["ش", "ع", "ق"]) recent.add(letter.repeat(900));
  expect(recent.all.map((one) => one[0])).toEqual(["ق", "ع"]);
  expect(new TextEncoder().encode(memory.get("search-recent")).length).toBeLessThanOrEqual(4_096);
});

test("what_there_is_no_room_for_pushes_nothing_out_and_what_stands_there_twice_is_one", () => {
  const recent = new Recent({ recall: () => '["fog","tide","fog"]', remember: () => {} });
  recent.add("x".repeat(4_096));
  expect(recent.all).toEqual(["fog", "tide"]);
});

test.each(["", "{", "null", '{"a":1}', '[1,"",null]'])("what_cannot_be_read_is_none %s", (kept) => {
  expect(new Recent({ recall: () => kept, remember: () => {} }).all).toEqual([]);
});
