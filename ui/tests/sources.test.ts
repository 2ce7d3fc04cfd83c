/* Promises about what is followed: folders, names, marks and each source's own settings. */
import { cleanup, render } from "@testing-library/svelte";
import { afterEach, describe, expect, test } from "vitest";
import Window from "../src/App.svelte";
import { offered } from "../src/commands/keys";
import { commandOf } from "../src/commands/registry";
import { healthWords } from "../src/state/sources.svelte";
import { NOW, listOfSources as list, pass, settle } from "./support";

afterEach(cleanup);

async function draw() {
  const it = await list();
  const { container } = render(Window, { app: it.app });
  await pass(10);
  const row = (key: string) => container.querySelector<HTMLElement>(`[role=row][data-key="${key}"]`)!;
  const press = async (on: HTMLElement, key: string, more: KeyboardEventInit = {}) => {
    on.focus();
    on.dispatchEvent(new KeyboardEvent("keydown", { key, code: "Unidentified", bubbles: true, cancelable: true, ...more }));
    await pass(10);
  };
  return { ...it, container, row, press };
}

describe("folders", () => {
  test("a_moved_source_is_in_its_folder_at_once_and_undo_brings_it_back", async () => {
    const { app, of } = await list();
    const moved = app.following.move([of("The Meridian").id], "Science");
    expect(of("The Meridian").folder).toBe("Science");
    await moved;
    expect(app.toasts.current).toMatchObject({ text: "1 source moved to Science", undo: "move_feeds" });
    await app.undoing.undo("move_feeds");
    await settle();
    expect(of("The Meridian").folder).toBe("World");
  });

  test("a_refused_move_leaves_the_source_where_it_was", async () => {
    const { app, fake, of } = await list();
    fake.failNext("moveFeeds");
    await app.following.move([of("The Meridian").id], "Science");
    expect(of("The Meridian").folder).toBe("World");
  });

  test("a_new_folder_is_named_in_a_dialog_and_holds_what_was_marked", async () => {
    const { app, of } = await list();
    app.following.ask({ what: "new-folder", feeds: [of("Windward").id, of("Werkbank").id], name: "" });
    expect(app.dialog).toBe("name");
    await app.following.named("   ");
    expect(app.dialog).toBe("name");
    await app.following.named("Evenings");
    await settle();
    expect([of("Windward").folder, of("Werkbank").folder, app.dialog]).toEqual(["Evenings", "Evenings", null]);
  });

  test("live_shows_a_folder_under_its_new_name_and_everything_when_it_is_gone", async () => {
    const { app } = await list();
    app.scope({ folder: "World" });
    app.following.ask({ what: "folder", name: "World" });
    await app.following.named("The world");
    await settle();
    expect(app.ticker.folder).toBe("The world");
    expect(app.ticker.rows.length).toBeGreaterThan(0);
    await app.following.deleteFolder("The world");
    await settle();
    expect(app.ticker.folder).toBeUndefined();
    expect(app.ticker.rows.length).toBeGreaterThan(0);
  });

  test("live_shows_everything_when_its_source_is_unfollowed", async () => {
    const { app, of } = await list();
    app.go("live");
    app.scope({ feed: of("The Meridian").id });
    await settle();
    await app.unfollow(of("The Meridian").id);
    await settle();
    expect(app.ticker.feed).toBeUndefined();
    expect(app.ticker.rows.length).toBeGreaterThan(0);
  });

  test("a_deleted_folder_keeps_its_sources", async () => {
    const { app, of } = await list();
    await app.following.deleteFolder("Culture");
    await settle();
    expect(of("Windward").folder).toBeNull();
    expect(app.toasts.current?.text).toMatch(/^Folder Culture deleted, \d+ sources kept$/);
  });
});

describe("names", () => {
  test("a_source_gets_the_reader_s_name_and_without_one_the_publisher_s_again", async () => {
    const { app, of } = await list();
    const id = of("Windward").id;
    app.following.ask({ what: "source", feed: id, name: "Windward" });
    await app.following.named("Ships");
    await settle();
    expect(of("Ships").id).toBe(id);
    app.following.ask({ what: "source", feed: id, name: "Ships" });
    await app.following.named("");
    await settle();
    expect(of("Windward").id).toBe(id);
  });
});

describe("the focus", () => {
  const key = () => document.activeElement?.closest<HTMLElement>("[data-key]")?.dataset.key;

  test("goes_to_the_next_row_when_a_source_is_unfollowed_by_key", async () => {
    const { app, row, press } = await draw();
    const [first, second] = app.sources.rows;
    await press(row(`feed ${first!.id}`), "Delete");
    await settle();
    await pass(10);
    expect(row(`feed ${first!.id}`)).toBeNull();
    expect(key()).toBe(`feed ${second!.id}`);
  });

  test("stays_in_the_list_when_a_folder_is_deleted", async () => {
    const { row } = await draw();
    const button = row("folder Culture").querySelector<HTMLButtonElement>("[role=gridcell] button:last-child")!;
    button.focus();
    button.click();
    await settle();
    await pass(10);
    expect(row("folder Culture")).toBeNull();
    expect(key()).toBeDefined();
  });
});

describe("marks", () => {
  test("unfollowing_several_is_one_undo", async () => {
    const { app } = await list();
    const before = app.sources.feeds.length;
    await app.following.many.unfollow(app.sources.feeds.slice(0, 3).map((feed) => feed.id));
    await settle();
    expect(app.sources.feeds).toHaveLength(before - 3);
    await app.undoing.undo("unfollow");
    await settle();
    expect(app.sources.feeds.length).toBeGreaterThan(before - 3);
  });

  test("keys_mark_a_row_a_range_and_everything", async () => {
    const { app, row, press } = await draw();
    const rows = app.sources.rows;
    await press(row(`feed ${rows[0]!.id}`), "x");
    expect([...app.sources.marked]).toEqual([rows[0]!.id]);
    await press(row(`feed ${rows[0]!.id}`), "ArrowDown", { shiftKey: true });
    expect(app.sources.marked.size).toBe(2);
    await press(row(`feed ${rows[1]!.id}`), "a", { ctrlKey: true });
    expect(app.sources.marked.size).toBe(rows.length);
    await press(row(`feed ${rows[1]!.id}`), "Escape");
    expect(app.sources.marked.size).toBe(0);
  });

  test("its_keys_are_the_reader_s_own_and_those_without_a_modifier_can_be_off", async () => {
    const { app, row, press } = await draw();
    const first = () => row(`feed ${app.sources.rows[0]!.id}`);
    await press(first(), "ч", { code: "KeyX" });
    expect(app.sources.marked.size).toBe(1);
    await app.choose({ single_keys: false });
    await press(first(), "x");
    expect(app.sources.marked.size).toBe(1);
    await press(first(), " ");
    expect(app.sources.marked.size).toBe(0);
    await app.choose({ keys: { "rename-source": ["F4"] } });
    await press(first(), "F2");
    expect(app.dialog).toBeNull();
    await press(first(), "F4");
    expect(app.dialog).toBe("name");
  });

  test("its_keys_do_nothing_while_the_focus_is_elsewhere_and_the_palette_offers_them_for_the_row_it_came_from", async () => {
    const { app, container, row, press } = await draw();
    const { length } = app.sources.feeds;
    row(`feed ${app.sources.rows[0]!.id}`).focus();
    await press(container.querySelector<HTMLElement>(".mgr header button")!, "x");
    await press(container.querySelector<HTMLElement>(".mgr header button")!, "Delete");
    expect([app.sources.marked.size, app.sources.feeds.length]).toEqual([0, length]);
    expect(offered(commandOf("unfollow-source"), app)).toBe(false);
    row(`feed ${app.sources.rows[0]!.id}`).focus();
    app.show("palette");
    await pass(10);
    expect(offered(commandOf("unfollow-source"), app)).toBe(true);
    app.show(null);
    await press(row(`feed ${app.sources.rows[0]!.id}`), "Delete");
    await settle();
    expect(app.sources.feeds).toHaveLength(length - 1);
  });
});

describe("the tree", () => {
  test("arrows_close_and_open_a_folder_and_lead_from_a_source_to_its_folder", async () => {
    const { app, row, press } = await draw();
    const folder = app.sources.folders[0]!;
    const home = `folder ${folder.name}`;
    await press(row(`feed ${folder.feeds[0]!.id}`), "ArrowLeft");
    expect(document.activeElement).toBe(row(home));
    await press(row(home), "ArrowLeft");
    expect([row(home).getAttribute("aria-expanded"), app.sources.isOpen(folder.name)]).toEqual(["false", false]);
    await press(row(home), "ArrowRight");
    await press(row(home), "ArrowRight");
    expect(document.activeElement).toBe(row(`feed ${folder.feeds[0]!.id}`));
    await press(row(`feed ${folder.feeds[0]!.id}`), "F2");
    expect(app.sources.naming).toMatchObject({ what: "source", name: folder.feeds[0]!.title });
  });

  test("a_row_that_is_dropped_on_a_folder_is_moved_there", async () => {
    const { row, of } = await draw();
    const feed = of("The Meridian");
    const send = (on: HTMLElement, name: string) => on.dispatchEvent(new Event(name, { bubbles: true, cancelable: true }));
    send(row(`feed ${feed.id}`), "dragstart");
    send(row("folder Science"), "dragover");
    send(row("folder Science"), "drop");
    await settle();
    expect(of("The Meridian").folder).toBe("Science");
  });
});

describe("finding a source", () => {
  test("the_search_looks_at_names_addresses_and_folders", async () => {
    const { app } = await list();
    app.sources.search = "HARBORPOST";
    expect(app.sources.rows.map((feed) => feed.title)).toEqual(["The Harbor Post"]);
    app.sources.search = "nowhere";
    expect(app.sources.rows).toEqual([]);
  });

  test("orders_put_trouble_or_the_newest_first", async () => {
    const { app } = await list();
    const first = () => app.sources.folders.find((folder) => folder.name === "World")!.feeds[0]!;
    app.sources.order = "health";
    expect(first().trouble).not.toBeNull();
    app.sources.order = "newest";
    expect(first().title).toBe("Continental Wire");
  });
});

describe("a source's own settings", () => {
  test("each_is_kept_and_shown_at_once", async () => {
    const { app, fake, of } = await list();
    await app.following.set(of("Windward"), { interval: "paused" });
    await app.following.set(of("Windward"), { direction: "rtl" });
    await app.following.set(of("Windward"), { images: "never" });
    await app.following.set(of("Windward"), { in_live: false });
    await app.following.set(of("Windward"), { keep_days: 30, keep_most: 500 });
    await settle();
    const kept = (await fake.feeds()).find((feed) => feed.title === "Windward")!;
    expect(kept.settings).toEqual({ interval: "paused", direction: "rtl", images: "never", in_live: false, keep_days: 30, keep_most: 500 });
    expect([healthWords(of("Windward"), NOW.getTime()).text, app.sources.notLive]).toEqual(["Paused", 1]);
  });

  test("each_can_be_taken_back_from_the_line_that_says_whose_changed", async () => {
    const { app, of } = await list();
    const changes = [{ interval: "paused" }, { direction: "rtl" }, { images: "never" }, { in_live: false }, { keep_days: 30 }] as const;
    for (const change of changes) {
      const before = of("Windward").settings;
      await app.following.set(of("Windward"), change);
      const toast = app.toasts.current!;
      expect([toast.text, toast.icon, of("Windward").settings]).toEqual(["Settings of Windward changed", "source", { ...before, ...change }]);
      await app.undoing.undo(toast.undo, toast.back);
      await settle();
      expect([app.toasts.current!.text, of("Windward").settings]).toEqual(["Undone", before]);
    }
  });

  test("how_its_stories_come_can_be_taken_back_too_also_by_key", async () => {
    const { app, fake, of } = await list();
    const before = of("Windward").text_mode;
    await app.following.setTextMode(of("Windward").id, "full");
    expect(app.toasts.current?.text).toBe("Settings of Windward changed");
    await app.undoing.undo();
    await settle();
    const kept = (await fake.feeds()).find((feed) => feed.title === "Windward")!;
    expect([app.toasts.current!.text, of("Windward").text_mode, kept.text_mode]).toEqual(["Undone", before, before]);
  });

  test("nothing_is_said_where_nothing_changed_or_a_change_was_refused", async () => {
    const { app, fake, of } = await list();
    await app.following.set(of("Windward"), { interval: of("Windward").settings.interval });
    await app.following.setTextMode(of("Windward").id, of("Windward").text_mode);
    expect(app.toasts.current).toBeNull();
    fake.failNext("setFeedSettings");
    await app.following.set(of("Windward"), { interval: "paused" });
    expect([app.toasts.current?.icon, app.toasts.current?.undo]).toEqual(["problem", undefined]);
  });

  test("a_source_that_was_silent_for_longer_than_it_used_to_be_is_quiet", async () => {
    const { of } = await list();
    const feed = { ...of("Tundra Log"), quiet_since: "2026-03-09T08:00:00Z" };
    expect(healthWords(feed, NOW.getTime())).toMatchObject({ text: "Quiet since Mar 9", tone: "quiet" });
    expect(healthWords({ ...feed, quiet_since: null }, NOW.getTime()).tone).toBe("fine");
  });
});

describe("a source that wants a sign-in", () => {
  test("asks_for_name_and_password_and_is_well_with_them", async () => {
    const { app } = await list();
    const feed = app.sources.feeds.find((one) => one.trouble?.code === "sign_in")!;
    expect(feed.trouble!.action).toBe("add_sign_in");
    app.following.askSignIn(feed.id);
    expect(app.dialog).toBe("sign-in");
    expect(await app.following.signIn("ma:ria", "x")).toContain("without a colon");
    expect(app.dialog).toBe("sign-in");
    expect(await app.following.signIn("maria", "wind & sea")).toBeNull();
    expect(app.dialog).toBeNull();
    const after = () => app.sources.feeds.find((one) => one.id === feed.id)!;
    await settle();
    expect([after().signed_in, after().trouble]).toEqual(["maria", null]);
    app.following.askSignIn(feed.id);
    expect(await app.following.signOut()).toBeNull();
    await settle();
    expect(after().signed_in).toBeNull();
  });
});
