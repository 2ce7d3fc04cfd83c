/* Promises about folders in folders: one tree in Sources and in the scope of Live. */
import { cleanup, fireEvent, render } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, describe, expect, test } from "vitest";
import Window from "../src/App.svelte";
import type { App } from "../src/state/app.svelte";
import { isWithin, moved, nameOf, parentOf, tidy, treeOf, wayTo } from "../src/text/folders";
import { listOfSources, pass, settle } from "./support";

afterEach(cleanup);

/** World holds sources of its own, Tech only folders. */
async function list() {
  const it = await listOfSources();
  const put = async (title: string, folder: string) => void (await it.fake.moveFeeds([it.of(title).id], folder));
  await put("Tundra Log", "World/North");
  await put("Glacier Watch", "World/North/Ice");
  await put("Werkbank", "Tech/News");
  await put("Windward", "Technology");
  await it.app.following.refresh();
  await settle();
  return it;
}
async function draw() {
  const it = await list();
  const { container } = render(Window, { app: it.app });
  await pass(10);
  const row = (key: string) => container.querySelector<HTMLElement>(`[role=row][data-key="${key}"]`)!;
  const press = async (on: HTMLElement, key: string) => {
    on.focus();
    on.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    await pass(10);
    return document.activeElement?.getAttribute("data-key");
  };
  const folders = () => [...container.querySelectorAll<HTMLElement>("[role=row].fo")].map((one) => `${one.getAttribute("aria-level")} ${one.querySelector("bdi")!.textContent} ${one.querySelector("em")!.textContent}`);
  const drag = async (from: string, to: string) => {
    const send = (on: HTMLElement, name: string) => on.dispatchEvent(new Event(name, { bubbles: true, cancelable: true }));
    send(row(from), "dragstart");
    send(row(to), "dragover");
    await tick();
    const lit = row(to).classList.contains("over");
    send(row(to), "drop");
    await settle();
    return lit;
  };
  const menu = async (key: string) => {
    await fireEvent.contextMenu(row(key), { button: 2, clientX: 40, clientY: 40 });
    await pass(10);
  };
  const entries = () => [...document.querySelectorAll("[role=menuitem] > span")].map((one) => one.textContent!.trim());
  const pick = async (name: string) => {
    await fireEvent.click([...document.querySelectorAll<HTMLElement>("[role=menuitem]")].find((one) => one.textContent!.includes(name))!);
    await pass(10);
    await settle();
  };
  return { ...it, container, row, press, folders, drag, menu, entries, pick };
}
const paths = (app: App) => app.sources.tree.map(({ path }) => path);

describe("a path", () => {
  test("is_in_the_folders_before_it_and_in_no_other", () => {
    expect([isWithin("Tech/News", "Tech"), isWithin("Tech", "Tech"), isWithin("Technology", "Tech"), isWithin("Tech", "Tech/News"), isWithin(null, "Tech")]).toEqual([true, true, false, false, false]);
    expect([parentOf("A/B/C"), parentOf("A"), nameOf("A/B/C"), nameOf("أ/ب")]).toEqual(["A/B", null, "C", "ب"]);
    expect(wayTo("A/B/C")).toEqual(["A", "A/B", "A/B/C"]);
    expect([tidy(" A / /B/"), tidy(" / ")]).toEqual(["A/B", ""]);
    expect([moved("A/B/C", "A/B", "X"), moved("A/B/C", "A/B", null), moved("A/B", "A/B", null)]).toEqual(["X/C", "C", null]);
  });

  test("makes_a_tree_with_those_that_only_hold_others", () => {
    expect(treeOf(["A/B/C", "D", "A"]).map(({ path, level }) => `${level} ${path}`)).toEqual(["1 A", "2 A/B", "3 A/B/C", "1 D"]);
  });
});

describe("the tree of sources", () => {
  test("has_a_row_for_each_folder_at_its_level_and_counts_what_is_under_it", async () => {
    const { folders, row, of } = await draw();
    expect(folders()).toEqual(["1 Culture 1", "1 Local 3", "1 Science 3", "1 Tech 1", "2 News 1", "1 Technology 1", "1 Werkstatt 17", "1 World 11", "2 North 2", "3 Ice 1", "1 Without a folder 1"]);
    expect(["The Meridian", "Tundra Log", "Glacier Watch"].map((title) => row(`feed ${of(title).id}`).getAttribute("aria-level"))).toEqual(["2", "3", "4"]);
  });

  test("sorts_each_level_by_name_whatever_stands_between", async () => {
    const { app, fake, of } = await list();
    await fake.moveFeeds([of("Windward").id], "Tech-2");
    await app.following.refresh();
    expect(paths(app).filter((path) => path.startsWith("Tech"))).toEqual(["Tech", "Tech/News", "Tech-2"]);
  });

  test("hides_everything_under_a_closed_folder_and_shows_it_as_it_was", async () => {
    const { app, row, folders, of } = await draw();
    app.sources.toggle("World/North/Ice");
    app.sources.toggle("World");
    await tick();
    expect(folders().slice(-2)).toEqual(["1 World 11", "1 Without a folder 1"]);
    expect(row(`feed ${of("Tundra Log").id}`)).toBeNull();
    app.sources.toggle("World");
    await tick();
    expect(folders().slice(-4, -1)).toEqual(["1 World 11", "2 North 2", "3 Ice 1"]);
    expect(row(`feed ${of("Glacier Watch").id}`)).toBeNull();
    // A search shows what it finds.
    app.sources.search = "glacier";
    await tick();
    expect(row(`feed ${of("Glacier Watch").id}`)).not.toBeNull();
  });

  test("leads_by_arrows_from_a_source_to_its_folder_and_from_a_closed_folder_to_the_one_around_it", async () => {
    const { row, press, of } = await draw();
    expect(await press(row(`feed ${of("Glacier Watch").id}`), "ArrowLeft")).toBe("folder World/North/Ice");
    await press(row("folder World/North/Ice"), "ArrowLeft");
    expect(row("folder World/North/Ice").getAttribute("aria-expanded")).toBe("false");
    expect(await press(row("folder World/North/Ice"), "ArrowLeft")).toBe("folder World/North");
    await press(row("folder World/North"), "ArrowLeft");
    expect(await press(row("folder World/North"), "ArrowLeft")).toBe("folder World");
    await press(row("folder World"), "ArrowLeft");
    expect(await press(row("folder World"), "ArrowLeft")).toBe("folder World");
    await press(row("folder Tech"), "ArrowRight");
    expect(await press(row("folder Tech"), "ArrowRight")).toBe("folder Tech/News");
    expect(await press(row("folder Tech"), "Home")).toBe("folder Culture");
    expect(await press(row("folder Tech"), "End")).toBe(`feed ${of("Civic Review").id}`);
  });

  test("keeps_its_tab_stop_in_sight_when_a_folder_around_the_selected_source_is_closed", async () => {
    const { app, container, of } = await draw();
    const stops = () => [...container.querySelectorAll("[role=row][tabindex='0']")].map((one) => one.getAttribute("data-key"));
    app.sources.selected = of("Glacier Watch").id;
    await tick();
    expect(stops()).toEqual([`feed ${of("Glacier Watch").id}`]);
    app.sources.toggle("World");
    await tick();
    expect(stops()).toEqual(["folder World"]);
  });

  test("says_which_folder_is_meant_where_two_have_one_name", async () => {
    const { app, fake, row, of } = await draw();
    expect(row("folder Tech/News").querySelector(".sr")).toBeNull();
    await fake.moveFeeds([of("Touchline").id], "World/News");
    await app.following.refresh();
    await tick();
    expect(["Tech/News", "World/News"].map((path) => row(`folder ${path}`).querySelector(".nm")!.textContent!.replace(/\s+/g, " ").trim())).toEqual([expect.stringMatching(/News.*in .*Tech/), expect.stringMatching(/News.*in .*World/)]);
    expect(row("folder World/News").querySelector("bdi")!.getAttribute("title")).toBe("World/News");
  });
});

describe("a folder", () => {
  test("that_is_dropped_on_another_is_in_it_with_all_it_holds_and_undo_brings_it_back", async () => {
    const { app, drag, of } = await draw();
    app.sources.toggle("World/North");
    expect(await drag("folder World/North", "folder Tech")).toBe(true);
    expect([of("Tundra Log").folder, of("Glacier Watch").folder]).toEqual(["Tech/North", "Tech/North/Ice"]);
    expect(app.sources.isOpen("Tech/North")).toBe(false);
    expect(app.toasts.current).toMatchObject({ text: "Folder North moved into Tech", undo: "rename_folder" });
    await app.undoing.undo("rename_folder");
    await settle();
    expect(of("Glacier Watch").folder).toBe("World/North/Ice");
    await drag("folder Tech/News", `feed ${of("Civic Review").id}`);
    expect(of("Werkbank").folder).toBe("News");
  });

  test("is_not_dropped_into_itself_or_where_it_is", async () => {
    const { fake, drag, of } = await draw();
    expect([await drag("folder World", "folder World/North"), await drag("folder World/North", "folder World"), await drag("folder World", `feed ${of("Tundra Log").id}`)]).toEqual([false, false, false]);
    expect(fake.calls).not.toContain("renameFolder");
  });

  test("takes_a_source_that_is_dropped_on_it_at_any_level", async () => {
    const { drag, of } = await draw();
    await drag(`feed ${of("The Meridian").id}`, "folder World/North/Ice");
    expect(of("The Meridian").folder).toBe("World/North/Ice");
    await drag(`feed ${of("The Meridian").id}`, "folder Tech");
    expect(of("The Meridian").folder).toBe("Tech");
  });

  test("is_moved_by_its_menu_too", async () => {
    const { of, menu, entries, pick } = await draw();
    await menu("folder World/North");
    await pick("Move to…");
    expect(entries()).toEqual(["Culture", "Local", "Science", "Tech", "Tech/News", "Technology", "Werkstatt", "In no other folder"]);
    await pick("In no other folder");
    expect(of("Glacier Watch").folder).toBe("North/Ice");
  });

  test("keeps_its_place_when_it_gets_another_name_and_live_shows_it_under_that", async () => {
    const { app, of } = await list();
    app.scope({ folder: "World/North" });
    await settle();
    app.following.ask({ what: "folder", name: "World" });
    await app.following.named("The world");
    await settle();
    expect([of("Tundra Log").folder, app.ticker.folder]).toEqual(["The world/North", "The world/North"]);
    app.following.ask({ what: "folder", name: "The world/North" });
    await app.following.named("Far north");
    await settle();
    expect([of("Glacier Watch").folder, app.ticker.folder]).toEqual(["The world/Far north/Ice", "The world/Far north"]);
  });

  test("that_is_deleted_leaves_what_was_in_it_one_level_up", async () => {
    const { app, of } = await list();
    app.scope({ folder: "World/North/Ice" });
    await app.following.deleteFolder("World/North");
    await settle();
    expect([of("Tundra Log").folder, of("Glacier Watch").folder, app.ticker.folder]).toEqual(["World", "World/Ice", "World/Ice"]);
    await app.undoing.undo("delete_folder");
    await settle();
    expect(of("Glacier Watch").folder).toBe("World/North/Ice");
  });

  test("is_made_in_another_by_a_slash", async () => {
    const { app, of } = await list();
    app.following.ask({ what: "new-folder", feeds: [of("Touchline").id], name: "" });
    await app.following.named(" World / Sport ");
    await settle();
    expect([of("Touchline").folder, paths(app).includes("World/Sport")]).toEqual(["World/Sport", true]);
  });

  test("is_renamed_by_its_own_name_alone", async () => {
    const { app, container, row, press } = await draw();
    await press(row("folder World/North/Ice"), "F2");
    await pass(10);
    expect(container.querySelector<HTMLInputElement>("dialog input")!.value).toBe("Ice");
    expect(app.sources.naming).toEqual({ what: "folder", name: "World/North/Ice" });
  });

  test("is_marked_read_with_all_it_holds", async () => {
    const { app, of, menu, pick } = await draw();
    expect(of("Glacier Watch").unread + of("The Meridian").unread).toBeGreaterThan(0);
    await menu("folder World");
    await pick("Mark all as read");
    expect([of("Glacier Watch").unread, of("The Meridian").unread]).toEqual([0, 0]);
    expect(app.sources.feeds.some((feed) => feed.unread > 0)).toBe(true);
  });
});

describe("live", () => {
  test("has_a_chip_for_each_folder_that_is_in_no_other_and_it_shows_all_that_it_holds", async () => {
    const { app, container, of } = await draw();
    app.go("live");
    await pass(10);
    const chips = [...container.querySelectorAll<HTMLElement>(".chip bdi")].map((one) => one.textContent);
    expect(chips).toEqual(["All", "Unread", "Culture", "Local", "Science", "Tech", "Technology", "Werkstatt", "World"]);
    app.scope({ folder: "World" });
    await settle();
    const shown = new Set(app.ticker.rows.map((row) => row.feed_title));
    expect([shown.has("Glacier Watch"), shown.has(of("Windward").title)]).toEqual([true, false]);
  });

  test("has_the_tree_in_its_scope_and_names_the_folder_that_is_shown", async () => {
    const { app, container } = await draw();
    app.go("live");
    await pass(10);
    const scope = () => container.querySelector<HTMLElement>("header .head")!;
    scope().click();
    await pass(10);
    const options = [...container.querySelectorAll<HTMLElement>("[role=menuitemradio]")];
    const ice = options.find((one) => one.textContent!.trim() === "Ice")!;
    expect([ice.getAttribute("aria-label"), ice.style.getPropertyValue("--level")]).toEqual(["World/North/Ice", "3"]);
    ice.click();
    await pass(10);
    await settle();
    expect([app.ticker.folder, scope().textContent!.trim(), scope().getAttribute("aria-label")]).toEqual(["World/North/Ice", "Ice", expect.stringContaining("World/North/Ice")]);
    expect(container.querySelector(".chip[aria-pressed=true]")).toBeNull();
  });
});
