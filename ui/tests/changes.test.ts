/* Promises about what publishers change: it is named in the list, and shown in the story word by word. */
import { cleanup, render } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, expect, test, vi } from "vitest";
import Root from "../src/Root.svelte";
import TickerRow from "../src/ticker/TickerRow.svelte";
import { open, settle } from "./support";

afterEach(cleanup);

const headline = "Late goal settles the derby";

async function draw() {
  const it = await open({});
  const { container } = render(Root, { app: it.app, remember: () => undefined });
  await tick();
  const story = it.app.ticker.rows.find((row) => row.title === headline)!;
  return { ...it, container, story };
}

test("a_row_says_when_its_story_was_edited_and_others_say_nothing", async () => {
  const { app } = await open({});
  for (const density of ["comfortable", "compact", "wire"] as const) {
    const said = app.ticker.rows.slice(0, 12).map((row, at) => {
      const { container } = render(TickerRow, { row, selected: false, hovered: false, focusable: false, position: at + 1, total: 12, density, epoch: "" });
      return [row.title, container.textContent!.match(/edited \d/) !== null];
    });
    expect(said.filter(([, edited]) => edited)).toEqual([[headline, true]]);
    cleanup();
  }
});

test("the_story_shows_what_went_and_what_came_by_name_and_closes_it_for_the_next", async () => {
  const { app, container, story, fake } = await draw();
  app.open(story.id);
  await settle();
  expect(fake.calls).not.toContain("edits");
  await app.changes.toggle();
  await vi.waitFor(() => expect(container.querySelector("del")).not.toBeNull());
  expect([container.querySelector("del")!.textContent, container.querySelector("ins")!.textContent]).toEqual(["removed: match", "added: derby"]);
  expect(document.activeElement?.textContent).toBe("What changed");
  app.open(app.ticker.rows.find((row) => row.title.startsWith("Offshore wind"))!.id);
  await settle();
  expect([app.changes.open, container.querySelector("del")]).toEqual([false, null]);
});

test("where_it_cannot_be_read_a_sentence_says_so", async () => {
  const { app, container, story, fake } = await draw();
  app.open(story.id);
  await settle();
  fake.failNext("edits", "internal", "The library could not be read.");
  await app.changes.toggle();
  await vi.waitFor(() => expect(container.textContent).toContain("The library could not be read."));
});
