import { describe, expect, test } from "vitest";
import { atTop, ids, open, pass, settle } from "./support";

describe("many stories at once", () => {
  test("a_range_grows_and_shrinks_from_where_it_began", async () => {
    const { app } = await open();
    atTop(app);
    const ids = app.ticker.rows.map((row) => row.id);
    app.ticker.select(ids[2]!);
    app.ticker.extend(1);
    app.ticker.extend(1);
    expect([...app.ticker.marked.ids]).toEqual(ids.slice(2, 5));
    app.ticker.extend(-1);
    expect([...app.ticker.marked.ids]).toEqual(ids.slice(2, 4));
    app.ticker.extendTo(ids[0]!);
    expect([...app.ticker.marked.ids]).toEqual(ids.slice(0, 3));
  });

  test("marking_them_read_is_one_step_to_take_back", async () => {
    const { app, fake } = await open();
    atTop(app);
    const before = (await fake.status()).unread;
    const unread = app.ticker.rows.filter((row) => !row.read).slice(0, 3);
    for (const row of unread) app.ticker.marked.toggle(row.id);
    await app.many.mark(true);
    expect((await fake.status()).unread).toBe(before - 3);
    expect(app.ticker.marked.some).toBe(false);
    await app.undoing.undo();
    await settle();
    expect((await fake.status()).unread).toBe(before);
  });

  test("what_was_marked_before_is_not_taken_back_with_it", async () => {
    const { app, fake } = await open({ articles: 1200 });
    atTop(app);
    await fake.markRead(app.ticker.rows.map((row) => row.id));
    while (app.ticker.moreBelow) await app.ticker.more();
    await fake.markUnread(ids(app));
    await fake.markRead(ids(app).slice(0, 1000));
    await fake.markRead(ids(app).slice(1100, 1101));
    await settle();
    const { unread } = await fake.status();
    app.ticker.markAll();
    await app.many.mark(true);
    await app.undoing.undo();
    await settle();
    expect((await fake.status()).unread).toBe(unread);
  });

  test("rows_of_a_scope_that_came_while_all_of_another_were_marked_stay_unread", async () => {
    const { app, fake } = await open();
    atTop(app);
    const mark = fake.markAllRead.bind(fake);
    let answer = () => {};
    const waits = new Promise<void>((resolve) => (answer = resolve));
    fake.markAllRead = async (query) => {
      const done = await mark(query);
      await waits;
      return done;
    };
    app.scope({ folder: "Science" });
    await settle();
    const marking = app.many.markAllRead();
    app.scope({ folder: "World" });
    await settle();
    const unread = app.ticker.rows.filter((row) => !row.read).length;
    expect(unread).toBeGreaterThan(0);
    answer();
    await marking;
    expect(app.ticker.rows.filter((row) => !row.read).length).toBe(unread);
  });

  test("saving_them_is_one_step_to_take_back", async () => {
    const { app, fake } = await open();
    atTop(app);
    const before = (await fake.status()).saved;
    for (const row of app.ticker.rows.filter((one) => !one.saved).slice(0, 4)) app.ticker.marked.toggle(row.id);
    await app.many.save();
    expect((await fake.status()).saved).toBe(before + 4);
    await app.undoing.undo();
    await settle();
    expect((await fake.status()).saved).toBe(before);
  });

  test("what_could_not_be_saved_is_not_shown_as_saved", async () => {
    const { app, fake } = await open();
    atTop(app);
    const wanted = app.ticker.rows.filter((one) => !one.saved).slice(0, 2);
    for (const row of wanted) app.ticker.marked.toggle(row.id);
    fake.failNext("saveArticle", "internal", "the disk is full");
    await app.many.save();
    expect(app.toasts.current?.text).toBe("the disk is full");
    expect(wanted.map(({ id }) => app.ticker.rows[app.ticker.indexOf(id)]!.saved)).toEqual([false, false]);
  });

  test("older_stories_are_marked_read_and_the_story_and_newer_ones_are_not", async () => {
    const { app, fake } = await open();
    atTop(app);
    await fake.markUnread(app.ticker.rows.map((row) => row.id));
    await settle();
    const from = app.ticker.rows[5]!.id;
    await app.many.markOlderRead(from);
    await settle();
    expect(app.ticker.rows.slice(0, 8).map((row) => row.read)).toEqual([false, false, false, false, false, false, true, true]);
    const { rows } = await fake.ticker({ limit: 0, unread: true });
    expect(rows).toHaveLength(6);
  });

  test("nothing_enters_by_itself_while_stories_are_selected", async () => {
    const { app, fake } = await open();
    atTop(app);
    app.ticker.marked.toggle(app.ticker.rows[3]!.id);
    fake.push();
    await pass(60_000);
    expect(app.ticker.waiting).toBe(1);
    app.many.clear();
    await settle();
    expect(app.ticker.waiting).toBe(0);
  });

  test("nothing_enters_by_itself_where_the_reader_does_not_want_it", async () => {
    const { app, fake } = await open();
    atTop(app);
    await app.library.set({ auto_show: false });
    fake.push();
    await pass(60_000);
    expect(app.ticker.waiting).toBe(1);
    await app.showNew();
    expect(app.ticker.waiting).toBe(0);
  });
});

describe("many saved stories at once", () => {
  async function inSaved() {
    const it = await open();
    it.app.go("saved");
    await settle();
    const shown = it.app.saved.shown.map((item) => item.id);
    it.app.saved.selected = shown[1]!;
    it.app.many.extend(1);
    it.app.many.extend(1);
    return { ...it, shown, wanted: shown.slice(1, 4) };
  }

  test("a_range_grows_in_the_order_of_the_list_and_another_filter_ends_it", async () => {
    const { app, shown, wanted } = await inSaved();
    expect(app.many.ids).toEqual(wanted);
    app.saved.extendTo(shown[0]!);
    expect(app.many.ids).toEqual(shown.slice(0, 2));
    app.saved.filter = "unread";
    expect(app.many.ids).toEqual([]);
  });

  test("removing_them_is_one_step_to_take_back_and_the_next_story_is_selected", async () => {
    const { app, shown, wanted } = await inSaved();
    app.saved.selected = wanted[1]!;
    await app.many.remove();
    await settle();
    expect(app.saved.items.some((item) => wanted.includes(item.id))).toBe(false);
    expect(app.saved.selected).toBe(shown[4]);
    await app.undoing.undo();
    await settle();
    expect(app.saved.shown.map((item) => item.id)).toEqual(shown);
  });

  test("marking_them_read_is_one_step_to_take_back", async () => {
    const { app, wanted } = await inSaved();
    const read = () => app.saved.items.filter((item) => wanted.includes(item.id)).map((item) => item.read);
    await app.many.mark(false);
    await settle();
    expect(read()).toEqual([false, false, false]);
    await app.undoing.undo();
    await settle();
    expect(read()).toEqual([true, true, true]);
  });

  test("tags_are_added_to_those_that_have_and_the_undo_takes_away_only_what_was_added", async () => {
    const { app, wanted } = await inSaved();
    const tags = () => wanted.map((id) => app.saved.items.find((item) => item.id === id)!.tags);
    const before = tags();
    const kept = before.flat()[0]!;
    await app.many.tag(` for later, ${kept} `);
    await settle();
    expect(tags().every((list) => list.includes("for later") && list.includes(kept))).toBe(true);
    await app.undoing.undo();
    await settle();
    expect(tags()).toEqual(before);
  });

  test("they_are_what_an_export_offers_first_and_a_story_that_is_gone_is_not_among_them", async () => {
    const { app, fake, wanted } = await inSaved();
    expect(app.takingOut.exportChoices[0]).toEqual({ key: "marked", count: 3, ids: wanted });
    await fake.unsaveArticle(wanted[0]!);
    await settle();
    expect(app.many.ids).toEqual(wanted.slice(1));
  });
});
