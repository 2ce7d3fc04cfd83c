/* Promises about the menu of a source and of a folder. */
import { cleanup, render, screen, within } from "@testing-library/svelte";
import { afterEach, describe, expect, test } from "vitest";
import Window from "../src/App.svelte";
import { open, pass, settle } from "./support";

afterEach(cleanup);

async function draw() {
  const it = await open();
  const { container } = render(Window, { app: it.app });
  it.app.go("sources");
  await settle();
  await pass(10);
  const of = (title: string) => it.app.sources.feeds.find((feed) => feed.title === title)!;
  const entries = () => within(screen.getByRole("menu")).getAllByRole("menuitem").map((one) => one.querySelector("span")!.textContent);
  return {
    ...it,
    of,
    entries,
    /** Opens the menu of a row, by the right button or by key. */
    async menu(key: string, button = 2) {
      const row = container.querySelector<HTMLElement>(`[role=row][data-key="${key}"]`)!;
      row.dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, cancelable: true, button, clientX: button === 2 ? 300 : 0, clientY: button === 2 ? 300 : 0 }));
      await pass(10);
      return entries();
    },
    async pick(name: string) {
      within(screen.getByRole("menu")).getAllByRole("menuitem").find((one) => one.querySelector("span")!.textContent === name)!.click();
      await pass(10);
      await settle();
    },
  };
}

describe("the menu of a source", () => {
  test("offers_what_can_be_done_with_it_and_has_the_focus", async () => {
    const { menu, of } = await draw();
    const found = await menu(`feed ${of("The Meridian").id}`);
    expect(found).toEqual(["Open site", "Show in Live", "Check now", "Mark all as read", "Notify me", "Full story by default", "Move to…", "Rename…", "Direction of text…", "Copy feed address", "Unfollow"]);
    expect(document.activeElement?.textContent).toContain("Open site");
    // By the Menu key or Shift+F10 too.
    expect(await menu(`feed ${of("Windward").id}`, 0)).toContain("Unfollow");
  });

  test("marks_its_stories_read_and_takes_that_back_with_one_undo", async () => {
    const { app, fake, menu, pick, of } = await draw();
    const feed = of("The Harbor Post");
    const before = (await fake.status()).unread;
    await menu(`feed ${feed.id}`);
    await pick("Mark all as read");
    expect([of("The Harbor Post").unread, (await fake.status()).unread]).toEqual([0, before - feed.unread]);
    expect(app.ticker.rows.filter((row) => row.feed_id === feed.id).every((row) => row.read)).toBe(true);
    expect(app.ticker.rows.some((row) => !row.read)).toBe(true);
    await app.undoing.undo("mark_all_read");
    await settle();
    expect((await fake.status()).unread).toBe(before);
  });

  test("leads_to_the_folders_it_can_be_moved_to_but_its_own", async () => {
    const { menu, pick, entries, of } = await draw();
    expect(of("The Meridian").folder).toBe("World");
    await menu(`feed ${of("The Meridian").id}`);
    await pick("Move to…");
    expect(entries()).toEqual(expect.arrayContaining(["Science", "Without a folder", "New folder…"]));
    expect(entries()).not.toContain("World");
    expect(document.activeElement?.getAttribute("role")).toBe("menuitem");
    await pick("Science");
    expect(of("The Meridian").folder).toBe("Science");
    expect(screen.queryByRole("menu")).toBeNull();
  });

  test("copies_its_address_renames_it_shows_it_in_live_and_unfollows_it", async () => {
    const { app, fake, menu, pick, of } = await draw();
    const feed = of("The Meridian");
    await menu(`feed ${feed.id}`);
    await pick("Copy feed address");
    expect(fake.opened.at(-1)).toBe(`copied ${feed.url}`);
    await menu(`feed ${feed.id}`);
    await pick("Rename…");
    expect([app.dialog, app.sources.naming]).toEqual(["name", { what: "source", feed: feed.id, name: feed.title }]);
    app.show(null);
    await settle();
    await menu(`feed ${feed.id}`);
    await pick("Unfollow");
    expect(app.sources.feeds.some((one) => one.id === feed.id)).toBe(false);
    await menu(`feed ${of("Windward").id}`);
    await pick("Show in Live");
    expect([app.view, app.ticker.feed]).toEqual(["live", of("Windward").id]);
  });

  test("tells_of_its_stories_and_no_longer", async () => {
    const { app, fake, menu, pick, of } = await draw();
    const feed = of("The Meridian");
    await menu(`feed ${feed.id}`);
    await pick("Notify me");
    // The first rule asks whether notifications may be shown at all.
    expect([app.dialog, app.notifying.asked?.feed]).toEqual(["notify", feed.id]);
    await app.notifying.agree();
    await settle();
    expect((await fake.notifyRules()).map((rule) => rule.feed_id)).toEqual([feed.id]);
    expect(await menu(`feed ${feed.id}`)).toContain("Do not notify me");
    await pick("Do not notify me");
    expect(await fake.notifyRules()).toEqual([]);
  });

  test("gives_its_full_stories_by_default_and_only_as_needed_again", async () => {
    const { fake, menu, pick, of } = await draw();
    const { id } = of("The Meridian");
    const mode = async () => (await fake.feeds()).find((feed) => feed.id === id)!.text_mode;
    await menu(`feed ${id}`);
    await pick("Full story by default");
    expect(await mode()).toBe("full");
    expect(await menu(`feed ${id}`)).toContain("Full story only as needed");
    await pick("Full story only as needed");
    expect(await mode()).toBe("auto");
  });

  test("leads_to_the_direction_of_its_text_and_says_which_one_holds", async () => {
    const { menu, pick, of } = await draw();
    const radios = () => within(screen.getByRole("menu", { name: "Direction of text" })).getAllByRole("menuitemradio");
    await menu(`feed ${of("The Meridian").id}`);
    await pick("Direction of text…");
    expect(radios().map((one) => [one.textContent, one.getAttribute("aria-checked")])).toEqual([["As the text", "true"], ["Left to right", "false"], ["Right to left", "false"]]);
    expect(document.activeElement).toBe(radios()[0]);
    radios()[0]!.dispatchEvent(new KeyboardEvent("keydown", { key: "End", bubbles: true }));
    expect(document.activeElement).toBe(radios()[2]);
    radios()[2]!.click();
    await pass(10);
    expect([of("The Meridian").settings.direction, screen.queryByRole("menu")]).toEqual(["rtl", null]);
  });

  test("of_one_that_is_marked_with_others_is_for_all_of_them", async () => {
    const { app, menu, pick, of } = await draw();
    const two = [of("The Meridian").id, of("Windward").id];
    for (const id of two) app.sources.mark(id);
    expect(await menu(`feed ${two[0]}`)).toEqual(["Check now", "Mark all as read", "Notify me", "Full story by default", "Keep out of Live", "Move to…", "Unfollow"]);
    await pick("Mark all as read");
    expect(two.map((id) => app.sources.feeds.find((feed) => feed.id === id)!.unread)).toEqual([0, 0]);
  });
});

describe("the menu of a folder", () => {
  test("marks_its_stories_read_and_renames_it", async () => {
    const { app, menu, pick } = await draw();
    expect(await menu("folder World")).toEqual(["Show in Live", "Check now", "Mark all as read", "Notify me", "Move to…", "Rename…", "Export OPML", "Delete the folder World, keep its sources"]);
    await pick("Mark all as read");
    expect(app.sources.feeds.filter((feed) => feed.folder === "World").reduce((sum, feed) => sum + feed.unread, 0)).toBe(0);
    expect(app.sources.feeds.some((feed) => feed.unread > 0)).toBe(true);
    await menu("folder World");
    await pick("Rename…");
    expect(app.sources.naming).toEqual({ what: "folder", name: "World" });
  });

  test("writes_its_sources_into_a_list_and_says_how_many_they_are", async () => {
    const { app, menu, pick } = await draw();
    const inside = app.sources.feeds.filter((feed) => feed.folder === "World").length;
    expect(inside).toBeLessThan(app.sources.feeds.length);
    await menu("folder World");
    await pick("Export OPML");
    expect(app.toasts.current?.text).toMatch(new RegExp(`^${inside} sources are in .?World.opml`));
  });

  test("is_shorter_for_the_sources_without_one", async () => {
    const { menu } = await draw();
    expect(await menu("folder ")).toEqual(["Check now", "Mark all as read"]);
  });
});
