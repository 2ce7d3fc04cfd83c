import { describe, expect, test } from "vitest";
import { addressIn } from "../src/text/names";
import { open, pass, settle } from "./support";

type App = Awaited<ReturnType<typeof open>>["app"];

async function inSaved(options = {}, memory = new Map<string, string>()) {
  const it = await open(options, memory);
  it.app.go("saved");
  await settle();
  return it;
}
const titles = (app: App) => app.saved.shown.map((item) => item.title);

describe("saving a page by its address", () => {
  test("a_typed_address_is_saved_selected_and_said_in_words", async () => {
    const { app } = await inSaved();
    app.show("save-page");
    app.pageSaving.address = "tidetables.test/a-year-of-fog";
    await app.stories.savePage();
    await settle();
    expect(app.dialog).toBeNull();
    expect(app.saved.selected).toBe(app.saved.items[0]!.id);
    expect(app.saved.items[0]?.url).toBe("https://tidetables.test/a-year-of-fog");
    expect(app.reading.page?.id).toBe(app.saved.items[0]!.id);
    expect(app.toasts.current).toMatchObject({ text: "Saved, with images", undo: "save_article" });
  });

  test("without_a_connection_it_waits", async () => {
    const { app } = await inSaved({ offline: true });
    await app.stories.savePage("https://tidetables.test/fog");
    expect(app.toasts.current?.text).toBe("Waiting for connection");
  });

  test("a_page_that_is_gone_is_said_with_its_reason", async () => {
    const { app } = await inSaved();
    await app.stories.savePage("https://tidetables.test/gone");
    expect(app.toasts.current).toMatchObject({
      text: "Could not be saved. There is nothing at this address of tidetables.test right now. Some sites do this for a few hours.",
      icon: "problem",
    });
  });

  test("what_is_no_address_is_refused_in_the_dialog", async () => {
    const { app } = await inSaved();
    app.show("save-page");
    app.pageSaving.address = "hello";
    await app.stories.savePage();
    expect([app.dialog, app.pageSaving.problem]).toEqual(["save-page", "“hello” is not an address that can be asked."]);
    expect(app.toasts.current).toBeNull();
  });

  test("a_late_answer_leaves_a_dialog_that_was_opened_meanwhile_alone", async () => {
    const { app, fake } = await inSaved();
    for (const [address, said] of [["tidetables.test/slow", "Saved, with images"], ["nowhere", "“nowhere” is not an address that can be asked."]] as const) {
      app.show("save-page");
      app.pageSaving.address = address;
      const answer = fake.holdNext("savePage");
      const saving = app.stories.savePage();
      app.show(null);
      app.show("save-page");
      app.pageSaving.address = "another.test";
      answer();
      await saving;
      expect(app.toasts.current?.text).toBe(said);
      expect([app.dialog, app.pageSaving.address, app.pageSaving.problem]).toEqual(["save-page", "another.test", ""]);
    }
  });

  test("a_page_that_is_saved_after_the_dialog_was_closed_is_said_to_be_saved", async () => {
    const { app, fake } = await inSaved();
    app.show("save-page");
    app.pageSaving.address = "tidetables.test/slow";
    const answer = fake.holdNext("savePage");
    const saving = app.stories.savePage();
    expect(app.pageSaving.working).toBe(true);
    app.show(null);
    answer();
    await saving;
    expect(app.toasts.current?.text).toBe("Saved, with images");
  });

  test("a_filter_that_would_hide_the_new_page_ends", async () => {
    const { app } = await inSaved();
    app.saved.filter = "tag energy";
    await app.stories.savePage("https://tidetables.test/fog");
    expect(app.saved.filter).toBe("all");
  });

  test("a_dropped_or_pasted_link_is_read_and_other_text_is_not", () => {
    expect(addressIn("# comment\r\nhttps://tidetables.test/fog\r\nhttps://other.test/")).toBe("https://tidetables.test/fog");
    expect(addressIn("  http://tidetables.test/fog \n")).toBe("http://tidetables.test/fog");
    for (const text of ["", "fog", "file:///home/a.txt", "javascript:alert(1)", "see https://tidetables.test", "https://", "https://a b"]) expect(addressIn(text)).toBeNull();
  });
});

describe("tags", () => {
  async function tagged() {
    const it = await inSaved();
    const item = it.app.saved.items.find((one) => one.title.startsWith("Offshore wind"))!;
    it.app.open(item.id);
    await settle();
    const now = () => [it.app.reading.page?.tags, it.app.saved.items.find((one) => one.id === item.id)?.tags];
    return { ...it, id: item.id, now };
  }

  test("a_tag_shows_at_once_in_the_story_and_in_the_list", async () => {
    const { app, fake, id, now } = await tagged();
    const answer = fake.holdNext("setTags");
    const adding = app.stories.addTag(id, " long   reads ");
    await settle();
    expect(now()).toEqual([["energy", "long reads"], ["energy", "long reads"]]);
    answer();
    await adding;
    await settle();
    expect(now()).toEqual([["energy", "long reads"], ["energy", "long reads"]]);
    await app.stories.removeTag(id, "energy");
    await settle();
    expect(now()).toEqual([["long reads"], ["long reads"]]);
  });

  test("a_tag_typed_while_another_is_being_kept_is_not_lost", async () => {
    const { app, fake, id, now } = await tagged();
    const answer = fake.holdNext("setTags");
    const first = app.stories.addTag(id, "a");
    const second = app.stories.addTag(id, "b");
    answer();
    await Promise.all([first, second]);
    await settle();
    expect(now()).toEqual([["a", "b", "energy"], ["a", "b", "energy"]]);
  });

  test("a_tag_twice_or_of_nothing_is_no_tag", async () => {
    const { app, fake, id } = await tagged();
    await app.stories.addTag(id, "energy");
    await app.stories.addTag(id, "  ");
    expect(fake.calls).not.toContain("setTags");
  });

  test("a_refused_tag_is_taken_back_in_words", async () => {
    const { app, fake, id, now } = await tagged();
    fake.failNext("setTags", "profile", "could not keep the tag: the disk is full");
    await app.stories.addTag(id, "new");
    await settle();
    expect(app.toasts.current?.text).toBe("could not keep the tag: the disk is full");
    expect(now()).toEqual([["energy"], ["energy"]]);
  });

  test("tags_are_filters_and_one_that_nobody_has_any_more_ends_its_filter", async () => {
    const { app, id } = await tagged();
    expect(app.saved.tags).toEqual(["energy", "local", "long reads", "science"]);
    app.saved.filter = "tag science";
    expect(titles(app)).toEqual(["Mapping the night sky from a rooftop"]);
    await app.stories.removeTag(app.saved.shown[0]!.id, "science");
    await settle();
    expect(app.saved.filter).toBe("all");
    expect(titles(app)).toContain(app.saved.items.find((item) => item.id === id)!.title);
  });
});

describe("the order of saved stories", () => {
  test("newest_and_oldest_are_each_others_reverse_with_their_headings", async () => {
    const { app } = await inSaved();
    const newest = titles(app);
    app.orderSaved("oldest");
    expect(titles(app)).toEqual([...newest].reverse());
    expect(app.saved.groups(app.now).map((group) => group.title)).toEqual(["Earlier", "This week", "Today"]);
  });

  test("by_title_has_no_headings_and_by_source_the_sources", async () => {
    const { app } = await inSaved();
    app.orderSaved("title");
    expect(app.saved.groups(app.now).map((group) => group.title)).toEqual([null]);
    expect(titles(app)).toEqual([...titles(app)].sort(new Intl.Collator("en", { numeric: true }).compare));
    app.orderSaved("source");
    const groups = app.saved.groups(app.now);
    expect(groups.every((group) => group.items.every((item) => item.feed_title === group.title))).toBe(true);
    expect(new Set(groups.map((group) => group.title)).size).toBe(groups.length);
  });

  test("it_is_remembered_and_the_keys_follow_it", async () => {
    const memory = new Map<string, string>();
    const first = await inSaved({}, memory);
    first.app.orderSaved("title");
    const { app } = await inSaved({}, memory);
    expect(app.saved.order).toBe("title");
    app.step({ to: "first" });
    app.step({ by: 1 });
    expect(app.saved.selected).toBe(app.saved.shown[1]!.id);
  });
});

describe("packing for offline", () => {
  test("it_tells_how_far_it_is_and_what_came_of_it", async () => {
    const { app, fake } = await open();
    app.show("pack");
    app.packing.newest = 50;
    const packing = app.takingOut.pack();
    await pass(85);
    expect(app.packing.progress).toMatchObject({ done: 3 });
    await pass(10_000);
    await packing;
    expect(app.packing.progress).toBeNull();
    expect(app.packing.words).toMatch(/^\d+ stories can be read without a connection, \d+ with every picture$/);
    expect(app.packing.result?.failed[0]).toMatchObject({ reason: "2 pictures could not be fetched." });
    expect(app.toasts.current).toBeNull();
    expect(app.ticker.rows.find((row) => row.title.startsWith("Central bank"))?.stored).toBe("full");
    expect(fake.calls.filter((call) => call === "pack")).toHaveLength(1);
  });

  test("it_can_be_ended_early_and_keeps_what_is_packed", async () => {
    const { app } = await open();
    app.show("pack");
    const packing = app.takingOut.pack();
    await pass(85);
    await app.takingOut.cancelPack();
    expect(app.packing.cancelling).toBe(true);
    await pass(1_000);
    await packing;
    expect(app.packing.result).toMatchObject({ cancelled: true });
    expect(app.packing.result!.articles).toBeGreaterThan(0);
    expect([app.packing.working, app.packing.cancelling]).toEqual([false, false]);
  });

  test("a_closed_dialog_does_not_end_it_and_the_outcome_is_said", async () => {
    const { app } = await open();
    app.show("pack");
    const packing = app.takingOut.pack();
    await pass(85);
    app.show(null);
    expect(app.packing.working).toBe(true);
    await pass(2_000);
    await packing;
    expect(app.toasts.current?.text).toMatch(/can be read without a connection/);
    app.show("pack");
    expect(app.packing.result?.failed).toHaveLength(1);
    app.show(null);
    app.show("pack");
    expect(app.packing.result).toBeNull();
  });

  test("without_a_connection_it_says_so_and_can_be_tried_again", async () => {
    const { app, fake } = await open({ offline: true });
    app.show("pack");
    await app.takingOut.pack();
    expect(app.packing.problem).toBe("There is no connection, so nothing can be packed. What is here can be read.");
    expect([app.packing.working, app.packing.result]).toEqual([false, null]);
    fake.setOffline(false);
    const packing = app.takingOut.pack();
    await pass(10_000);
    await packing;
    expect(app.packing.problem).toBe("");
  });

  test("the_budget_ends_it", async () => {
    const { app, fake } = await open();
    await fake.markUnread(app.ticker.rows.map((row) => row.id));
    app.packing.budget = 50;
    const packing = app.takingOut.pack();
    await pass(60_000);
    await packing;
    expect(app.packing.result).toMatchObject({ budget_reached: true, cancelled: false });
    expect(app.packing.result!.articles).toBeLessThan(100);
  });

  test("a_second_one_is_not_begun_while_one_runs", async () => {
    const { app, fake } = await open();
    void app.takingOut.pack();
    await pass(85);
    await app.takingOut.pack();
    expect(fake.calls.filter((call) => call === "pack")).toHaveLength(1);
  });

  test("progress_of_a_round_that_began_before_the_window_was_drawn_anew_is_shown_until_its_end", async () => {
    const { app, fake } = await open();
    fake.notify({ kind: "pack_progress", done: 12, total: 100 });
    expect(app.packing.progress).toEqual({ done: 12, total: 100 });
    fake.notify({ kind: "pack_progress", done: 100, total: 100 });
    expect(app.packing.progress).toBeNull();
  });
});
