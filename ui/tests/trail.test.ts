/* Promises about the way back and forward through the window. */
import { cleanup, render } from "@testing-library/svelte";
import { afterEach, describe, expect, test } from "vitest";
import Window from "../src/App.svelte";
import { keyListener } from "../src/commands/keys";
import { page, press } from "./effects/support";
import { PLACES } from "../src/state/trail.svelte";
import { atTop, ids, open, pass, settle } from "./support";

afterEach(cleanup);

async function walk() {
  const { app, fake } = await open();
  atTop(app);
  const read = async (index: number) => {
    app.open(ids(app)[index]!);
    await settle();
  };
  const step = async (by: 1 | -1) => {
    app.trail.step(by);
    await settle();
  };
  const there = () => [app.view, app.reading.id === null ? null : ids(app).indexOf(app.reading.id)];
  return { app, fake, read, step, there };
}

describe("back and forward", () => {
  test("lead_through_views_and_the_stories_that_were_opened", async () => {
    const { app, read, step, there } = await walk();
    await read(3);
    await read(7);
    app.go("saved");
    app.go("activity");
    await step(-1);
    expect(app.view).toBe("saved");
    await step(-1);
    expect(there()).toEqual(["live", 7]);
    await step(-1);
    expect([there(), app.ticker.selected]).toEqual([["live", 3], ids(app)[3]]);
    // The first story belongs to the place where Live was entered.
    expect(app.trail.leads(-1)).toBe(false);
    await step(1);
    await step(1);
    await step(1);
    expect([app.view, app.trail.leads(1)]).toEqual(["activity", false]);
  });

  test("what_is_passed_by_key_is_no_place_but_a_view_is_left_where_the_reader_stands", async () => {
    const { app, read, step, there } = await walk();
    await read(3);
    for (let n = 0; n < 5; n++) app.step({ by: 1 });
    await pass(500);
    app.go("saved");
    await step(-1);
    expect(there()).toEqual(["live", 8]);
    await step(-1);
    expect(there()).toEqual(["live", 3]);
    expect(app.trail.leads(-1)).toBe(false);
    await step(1);
    expect(there()).toEqual(["live", 8]);
  });

  test("going_elsewhere_ends_the_way_forward", async () => {
    const { app, step } = await walk();
    app.go("saved");
    app.go("activity");
    await step(-1);
    app.go("sources");
    expect(app.trail.leads(1)).toBe(false);
    await step(-1);
    expect(app.view).toBe("saved");
  });

  test("a_story_that_is_shown_again_stays_unread_where_the_reader_wanted_that", async () => {
    const { app, read, step } = await walk();
    const id = ids(app)[3]!;
    await read(3);
    await app.stories.toggleRead(id);
    app.go("saved");
    await step(-1);
    await pass(5_000);
    expect([app.reading.id, app.stories.isRead(id)]).toEqual([id, false]);
  });

  test("a_story_from_outside_is_a_place_over_live", async () => {
    const { app, step, there } = await walk();
    app.go("saved");
    await app.trail.openElsewhere(ids(app)[9]!);
    expect([there(), app.pane]).toEqual([["live", 9], "article"]);
    await step(-1);
    expect([app.view, app.pane]).toEqual(["saved", "list"]);
    await step(1);
    expect([there(), app.pane]).toEqual([["live", 9], "article"]);
  });

  test("lead_past_a_story_that_is_in_the_list_no_more_and_what_is_done_is_done_with_it", async () => {
    const { app, fake, read, step } = await walk();
    app.go("saved");
    app.go("live");
    await read(3);
    const first = app.reading.id!;
    await read(5);
    app.ticker.rows = app.ticker.rows.filter(({ id }) => id !== first);
    await step(-1);
    expect([app.reading.id, app.ticker.selected]).toEqual([first, null]);
    await app.stories.toggleSave();
    await settle();
    expect((await fake.saved()).some((item) => item.id === first)).toBe(true);
    await step(-1);
    expect(app.view).toBe("saved");
  });

  test("from_a_story_that_stands_nowhere_in_live_lead_on_the_first_time", async () => {
    const { app, read, step } = await walk();
    await read(3);
    app.go("saved");
    app.ticker.rows = app.ticker.rows.filter((_row, at) => at !== 9);
    const gone = (await app.backend.ticker({ limit: 10, unread: false })).rows[9]!.id;
    await app.trail.openElsewhere(gone);
    expect([app.reading.id, app.ticker.selected]).toEqual([gone, null]);
    await step(-1);
    expect(app.view).toBe("saved");
  });

  test("a_story_whose_menu_led_elsewhere_is_no_place", async () => {
    const { app, read, step, there } = await walk();
    await read(3);
    app.openMenu({ id: ids(app)[6]!, x: 0, y: 0 });
    app.showSource(app.ticker.rows[6]!.feed_id);
    app.closeMenu();
    await settle();
    await step(-1);
    expect([there(), app.ticker.selected]).toEqual([["live", 3], ids(app)[3]]);
  });

  test("through_search_leave_its_field_alone_where_the_same_keys_would_be_its_own", async () => {
    const { app, step } = await walk();
    const { getByRole } = render(Window, { app });
    await pass(10);
    const field = () => getByRole("searchbox");
    app.go("search");
    await pass(10);
    expect(document.activeElement).toBe(field());
    await app.search.look("harbor");
    app.open(app.search.hits[0]!.id);
    app.open(app.search.hits[1]!.id);
    app.go("saved");
    await pass(10);
    await step(-1);
    await pass(10);
    expect([app.view, app.search.selected, document.activeElement === field()]).toEqual(["search", app.search.hits[1]!.id, false]);
    await step(-1);
    await pass(10);
    expect([app.search.selected, document.activeElement === field()]).toEqual([app.search.hits[0]!.id, false]);
    app.pane = "list";
    await pass(10);
    app.go("search");
    await pass(10);
    expect(document.activeElement).toBe(field());
  });

  test("show_again_whose_stories_live_showed_with_the_story_that_stood_there_and_read_nothing", async () => {
    const { app, read, step } = await walk();
    const scope = () => [app.scopes.sources, app.reading.id, app.ticker.selected];
    await read(7);
    const among = app.reading.id;
    app.scopes.pick({ folder: "Science" });
    await settle();
    const inFolder = ids(app)[1]!;
    await read(1);
    app.scopes.pick({ language: "de" });
    await settle();
    app.go("saved");
    const readBefore = app.library.status.unread;
    await step(-1);
    expect([app.view, app.scopes.sources]).toEqual(["live", "German"]);
    await step(-1);
    expect(scope()).toEqual(["Science", inFolder, inFolder]);
    await step(-1);
    expect(scope()).toEqual(["all sources", among, among]);
    expect(app.trail.leads(-1)).toBe(false);
    await step(1);
    expect(scope()).toEqual(["Science", inFolder, inFolder]);
    await step(1);
    await step(1);
    expect([app.view, app.library.status.unread]).toEqual(["saved", readBefore]);
  });

  test("come_back_to_a_story_far_down_in_what_live_showed", async () => {
    const { app, read, step } = await walk();
    await app.ticker.more();
    await settle();
    const deep = ids(app)[320]!;
    await read(320);
    app.scopes.pick({ folder: "Science" });
    await settle();
    await step(-1);
    expect([app.ticker.selected, app.ticker.scroll.id]).toEqual([deep, deep]);
  });

  test("and_do_so_where_the_reader_had_gone_past_it_before_it_was_read", async () => {
    const { app, read, step } = await walk();
    await app.ticker.more();
    await settle();
    const deep = ids(app)[320]!;
    await read(320);
    app.scopes.pick({ folder: "Science" });
    await settle();
    app.trail.step(-1);
    await step(1);
    await step(-1);
    expect([app.ticker.selected, app.ticker.scroll.id]).toEqual([deep, deep]);
  });

  test("leave_alone_whether_only_the_unread_stories_are_shown", async () => {
    const { app, read, step } = await walk();
    await read(3);
    app.scopes.showUnread(true);
    await settle();
    app.scopes.pick({ folder: "Science" });
    await settle();
    app.scopes.showUnread(false);
    await settle();
    await step(-1);
    expect(app.scopes.title).toBe("all sources");
    app.scopes.showUnread(true);
    await settle();
    await step(1);
    expect(app.scopes.title).toBe("Science, unread only");
  });

  test("show_everything_where_a_folder_is_gone_and_stand_once_where_it_was_chosen_from_elsewhere", async () => {
    const { app, step } = await walk();
    app.go("sources");
    app.scopes.pick({ folder: "Science" });
    app.go("live");
    await settle();
    app.scopes.pick({ language: "de" });
    await settle();
    app.go("sources");
    await app.following.deleteFolder("Science");
    await settle();
    await step(-1);
    expect([app.view, app.scopes.sources]).toEqual(["live", "German"]);
    await step(-1);
    expect([app.view, app.scopes.sources]).toEqual(["live", "all sources"]);
    await step(-1);
    expect(app.view).toBe("sources");
  });

  test("two_steps_at_once_select_only_where_the_second_ends", async () => {
    const { app, read, step } = await walk();
    await read(7);
    app.scopes.pick({ folder: "Science" });
    await settle();
    await read(1);
    const second = app.reading.id;
    app.scopes.pick({ language: "de" });
    await settle();
    app.trail.step(-1);
    app.trail.step(-1);
    await step(1);
    expect([app.scopes.sources, app.reading.id, app.ticker.selected]).toEqual(["Science", second, second]);
  });

  test("to_a_source_that_is_gone_show_the_list_of_a_narrow_window", async () => {
    const { app, fake, step } = await walk();
    const { id } = app.sources.feeds[0]!;
    app.showSource(id);
    app.go("live");
    await fake.unfollow(id);
    await app.following.refresh();
    await step(-1);
    expect([app.view, app.pane]).toEqual(["sources", "list"]);
  });

  test("go_as_far_as_is_kept_and_nowhere_after_everything_was_deleted", async () => {
    const { app, step } = await walk();
    for (let n = 0; n < PLACES; n++) app.go(n % 2 === 0 ? "saved" : "activity");
    let steps = 0;
    for (; app.trail.leads(-1); steps++) await step(-1);
    expect(steps).toBe(PLACES - 1);
    await app.beginAgain();
    expect([app.trail.leads(-1), app.trail.leads(1)]).toEqual([false, false]);
  });

  test("the_keys_do_not_turn_around_with_the_writing_and_belong_to_a_field_where_one_types", async () => {
    const { app } = await walk();
    const listener = keyListener(app, page());
    app.go("saved");
    document.documentElement.dir = "rtl";
    listener(press({ key: "ArrowLeft", code: "ArrowLeft", altKey: true }));
    document.documentElement.dir = "ltr";
    expect(app.view).toBe("live");
    listener(press({ key: "ArrowRight", code: "ArrowRight", altKey: true }, document.createElement("input")));
    expect(app.view).toBe("live");
    // Nowhere to go: the key is left alone.
    expect(app.trail.leads(-1)).toBe(false);
    const left = press({ key: "ArrowLeft", code: "ArrowLeft", altKey: true });
    listener(left);
    expect(left.defaultPrevented).toBe(false);
  });
});
