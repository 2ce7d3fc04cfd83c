/* Promises about the first words of stories below their headlines: they come for what is in view, and never move a row. */
import { cleanup, render } from "@testing-library/svelte";
import { afterEach, expect, test } from "vitest";
import Window from "../src/App.svelte";
import { open, settle } from "./support";

afterEach(cleanup);

async function drawn() {
  const stage = await open({ articles: 400 });
  // The row that is stood on is always drawn.
  stage.app.ticker.select(stage.app.ticker.rows.find((row) => row.title.startsWith("Offshore wind"))!.id);
  const { container } = render(Window, { app: stage.app });
  await settle();
  const words = () => [...container.querySelectorAll<HTMLElement>(".ticker .row .words")];
  return { ...stage, container, words };
}
const asked = (calls: readonly string[]) => calls.filter((call) => call === "snippets").length;

test("nothing_is_asked_for_where_they_are_not_wanted_or_rows_have_no_line_for_them", async () => {
  const { app, fake, words } = await drawn();
  expect([words(), asked(fake.calls)]).toEqual([[], 0]);
  for (const density of ["compact", "wire"] as const) {
    await app.choose({ snippets: true, density });
    await settle();
    expect([words(), asked(fake.calls)]).toEqual([[], 0]);
  }
});

test("each_row_has_its_line_at_once_and_the_words_come_with_one_question", async () => {
  const { app, fake, container, words } = await drawn();
  await app.choose({ snippets: true });
  await settle();
  expect(words()).toHaveLength(container.querySelectorAll(".ticker .row[data-id]").length);
  const known = await fake.snippets(app.ticker.rows.map((row) => row.id));
  const shown = words().map((line) => [line.closest<HTMLElement>("[data-id]")!.dataset.id!, line.textContent]);
  expect(shown.filter(([id, text]) => text !== (known[id!] ?? ""))).toEqual([]);
  expect(shown.some(([, text]) => text !== "")).toBe(true);
  expect(asked(fake.calls)).toBe(2);
});

test("they_are_no_part_of_what_a_screen_reader_says_of_a_row", async () => {
  const { app, words } = await drawn();
  await app.choose({ snippets: true });
  await settle();
  expect(words().length).toBeGreaterThan(0);
  expect(words().every((line) => line.ariaHidden === "true" || line.getAttribute("aria-hidden") === "true")).toBe(true);
});

test("what_was_answered_is_not_asked_for_again_until_its_publisher_changes_it", async () => {
  const { app, fake } = await drawn();
  await app.choose({ snippets: true });
  await settle();
  const rows = app.ticker.rows.slice(0, 5);
  const before = asked(fake.calls);
  await app.snippets.see(rows);
  expect(asked(fake.calls)).toBe(before);
  const edited = { ...rows[0]!, edited_at: "2026-11-23T14:40:00Z" };
  expect(app.snippets.of(edited)).toBe("");
  await app.snippets.see([edited]);
  expect([asked(fake.calls), app.snippets.of(edited)]).toEqual([before + 1, app.snippets.of(rows[0]!)]);
});

test("what_could_not_be_read_is_asked_for_with_the_next_look", async () => {
  const { app, fake } = await open();
  await app.choose({ snippets: true });
  fake.failNext("snippets");
  const rows = app.ticker.rows.slice(0, 3);
  await app.snippets.see(rows);
  expect(app.snippets.of(rows[0]!)).toBe("");
  await app.snippets.see(rows);
  expect(asked(fake.calls)).toBe(2);
});
