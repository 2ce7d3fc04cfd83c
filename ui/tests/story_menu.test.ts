/* Promises about what can be done with a story of any list: from its menu, and by the middle button. */
import { cleanup, fireEvent, render, screen, within } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, describe, expect, test } from "vitest";
import Window from "../src/App.svelte";
import { open, settle } from "./support";

afterEach(cleanup);

const shown = async () => {
  await settle();
  await tick();
};
type View = "live" | "saved" | "search";

/** The window with a list of stories in it, the first of them with a source that is followed. */
async function drawn(view: View) {
  const it = await open();
  it.app.go(view);
  if (view === "search") await it.app.search.look("wind");
  await shown();
  const { container } = render(Window, { app: it.app });
  await shown();
  const followed = (feed: string) => it.app.sources.feeds.some((one) => one.id === feed);
  const story = () => {
    if (view === "live") return it.app.ticker.rows[0]!;
    if (view === "saved") return it.app.saved.shown.find((item) => followed(item.feed_id))!;
    const hit = it.app.search.hits[0]!;
    return { ...hit, feed_id: hit.feed };
  };
  const menuOf = async (id: string) => {
    it.app.openMenu({ id, x: 5, y: 5 });
    await shown();
    return screen.getAllByRole("menuitem").map((one) => one.querySelector("span")!.textContent!);
  };
  const pick = async (name: string) => {
    await fireEvent.click(screen.getByRole("menuitem", { name }));
    await shown();
  };
  return { ...it, container, story: story(), menuOf, pick };
}

describe.each<View>(["live", "saved", "search"])("the menu of a story in %s", (view) => {
  test("leads_to_its_source", async () => {
    const { app, story, menuOf, pick } = await drawn(view);
    await menuOf(story.id);
    await pick("About this source");
    expect([app.view, app.sources.selected]).toEqual(["sources", story.feed_id]);
  });

  test("mutes_its_words_or_its_source", async () => {
    const { app, story, menuOf, pick } = await drawn(view);
    await menuOf(story.id);
    await pick("Mute words of this story…");
    expect([app.dialog, app.muting.kind, app.muting.text]).toEqual(["mute", "words", story.title]);
    app.show(null);
    await menuOf(story.id);
    await pick("Mute this source…");
    expect([app.dialog, app.muting.wish]).toEqual(["mute", expect.objectContaining({ kind: "source", feed: story.feed_id })]);
  });

  test("passes_it_on_as_headline_and_link_also_where_another_one_is_open", async () => {
    const { app, fake, story, menuOf, pick } = await drawn(view);
    await app.reading.open(app.ticker.rows.find((row) => row.id !== story.id)!.id);
    await menuOf(story.id);
    await pick("Copy headline and link");
    expect(fake.opened.at(-1)).toBe(`copied ${story.title}\n${story.url}`);
  });

  test("takes_it_out_into_a_file", async () => {
    const { app, story, menuOf, pick } = await drawn(view);
    await menuOf(story.id);
    await pick("Take stories out into a file");
    expect(app.dialog).toBe("export");
    expect(app.exporting.choice).toMatchObject({ key: "story", ids: [story.id] });
  });

  test("copies_it_as_markdown_also_where_another_one_is_open", async () => {
    const { app, fake, story, menuOf, pick } = await drawn(view);
    await app.reading.open(app.ticker.rows.find((row) => row.id !== story.id)!.id);
    await menuOf(story.id);
    await pick("Copy as Markdown");
    expect(fake.opened.at(-1)).toContain(`copied # ${story.title}`);
  });
});

test("the_menu_goes_from_opening_to_keeping_to_passing_on_to_the_source", async () => {
  const { app, story, menuOf } = await drawn("live");
  const save = app.stories.isSaved(story.id) ? "Remove from Saved" : "Save for offline";
  const names = await menuOf(story.id);
  const wanted = ["Open and read", "Open original", save, "Mark older as read", "Copy link", "Copy headline and link", "Copy as Markdown", "Take stories out into a file", "Only this source", "About this source", "Mute this source…", "Mute words of this story…"];
  expect(names.filter((name) => wanted.includes(name))).toEqual(wanted);
  expect(within(screen.getByRole("menu")).getAllByRole("separator")).toHaveLength(3);
});

test("a_saved_story_whose_source_is_followed_no_more_has_no_source_to_go_to_or_to_mute", async () => {
  const { app, story, menuOf } = await drawn("saved");
  app.sources.feeds = app.sources.feeds.filter((feed) => feed.id !== story.feed_id);
  const names = await menuOf(story.id);
  expect(names).toContain("Copy link");
  expect(names.filter((name) => /source|Mute/.test(name))).toEqual([]);
});

describe("the middle button", () => {
  test.each<View>(["live", "saved", "search"])("opens_the_original_of_a_story_in_%s_and_no_other_button_does", async (view) => {
    const { app, fake, story, container } = await drawn(view);
    if (view === "live") app.ticker.select(story.id);
    if (view === "saved") app.saved.selected = story.id;
    await shown();
    const row = container.querySelector(`[data-id="${story.id}"]`)!;
    await fireEvent(row, new MouseEvent("auxclick", { bubbles: true, button: 2 }));
    expect(fake.opened).toEqual([]);
    await fireEvent(row, new MouseEvent("auxclick", { bubbles: true, button: 1 }));
    await shown();
    expect(fake.opened.at(-1)).toContain(story.id);
    expect(app.reading.id).not.toBe(story.id);
  });
});
