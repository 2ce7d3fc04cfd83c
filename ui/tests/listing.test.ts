/* Promises about lists of sources: shown before they are taken, taken as chosen, one undo. */
import { cleanup, fireEvent, render } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, describe, expect, test, vi } from "vitest";
import Window from "../src/App.svelte";
import { titleOf } from "../src/commands/command";
import { offered } from "../src/commands/keys";
import { commands } from "../src/commands/registry";
import { t } from "../src/i18n/words";
import { open, settle } from "./support";

afterEach(cleanup);

const bytes = (text: string) => new TextEncoder().encode(text);
const outline = (title: string, host: string) => `<outline text="${title}" xmlUrl="https://${host}/feed.xml"/>`;
const FIRST = `<opml><outline text="World">${outline("Fog", "fog.test")}${outline("The Harbor Post", "harborpost.example")}</outline>${outline("Rain", "rain.test")}</opml>`;
const SECOND = `<opml><outline text="World">${outline("Hail", "hail.test")}${outline("Hail again", "hail.test")}</outline></opml>`;
const NESTED = `<opml><outline text="Sea"><outline text="Tides"><outline text="Moon">${outline("Ebb", "ebb.test")}</outline>${outline("Flood", "flood.test")}</outline></outline>${outline("Rain", "rain.test")}</opml>`;

async function listed(...files: string[]) {
  const it = await open();
  const { container } = render(Window, { app: it.app });
  await it.app.beginning.takeLists(files.map(bytes));
  await tick();
  const box = () => container.querySelector("dialog")!;
  const button = (name: string) => [...box().querySelectorAll("button")].find((one) => one.textContent?.trim() === name)!;
  const submit = async () => {
    await fireEvent.submit(box().querySelector("form")!);
    await settle();
    await tick();
  };
  return { ...it, box, button, submit };
}

describe("a list of sources", () => {
  test("is_shown_with_its_folders_and_nothing_is_followed", async () => {
    const { app, fake, box, button } = await listed(FIRST);
    expect([app.dialog, fake.calls.includes("importLists")]).toEqual(["list", false]);
    expect(box().textContent).toContain("2 new sources, 1 followed already");
    expect([...box().querySelectorAll(".fold b")].map((one) => one.textContent)).toEqual(["Without a folder", "World"]);
    const known = [...box().querySelectorAll("li")].find((one) => one.textContent?.includes("The Harbor Post"))!;
    expect([known.textContent?.includes("followed already"), known.querySelector("input")!.disabled]).toEqual([true, true]);
    expect(box().textContent).toContain("ftp://old.example/feed");
    expect(button("Follow 2 sources")).toBeDefined();
  });

  test("shows_folders_in_folders_and_one_is_chosen_with_all_it_holds", async () => {
    const { app, fake, box, submit } = await listed(NESTED);
    const rows = () => [...box().querySelectorAll<HTMLElement>(".fold")];
    const said = () => rows().map((one) => `${one.style.getPropertyValue("--level")} ${one.querySelector("b")!.textContent} ${one.querySelector(".num")!.textContent}`);
    expect(said()).toEqual(["1 Without a folder 1", "1 Sea 2", "2 Tides 2", "3 Moon 1"]);
    expect(rows()[3]!.querySelector("input")!.getAttribute("aria-label")).toBe("Sea/Tides/Moon");
    await fireEvent.click(rows()[2]!.querySelector("button")!);
    expect(said()).toEqual(["1 Without a folder 1", "1 Sea 2", "2 Tides 2"]);
    await fireEvent.click(rows()[1]!.querySelector("input")!);
    expect(app.listing.counts.chosen).toBe(1);
    await fireEvent.click(rows()[1]!.querySelector("input")!);
    await submit();
    expect((await fake.feeds()).filter((feed) => feed.folder?.startsWith("Sea")).map((feed) => feed.folder).sort()).toEqual(["Sea/Tides", "Sea/Tides/Moon"]);
  });

  test("is_taken_as_chosen_and_one_undo_takes_it_back", async () => {
    const { app, box, button, submit } = await listed(FIRST);
    const before = app.sources.feeds.length;
    const rain = [...box().querySelectorAll("li")].find((one) => one.textContent?.includes("Rain"))!;
    await fireEvent.click(rain.querySelector("input")!);
    expect(button("Follow 1 source")).toBeDefined();
    await submit();
    expect([app.dialog, app.follow.result]).toMatchObject(["imported", { added: 1, already: 1 }]);
    app.beginning.importSeen();
    await app.sources.refresh();
    expect(app.sources.feeds.map((feed) => feed.title)).toContain("Fog");
    expect(app.sources.feeds.find((feed) => feed.title === "Fog")?.folder).toBe("World");
    await app.undoing.undo("import");
    await app.sources.refresh();
    expect(app.sources.feeds).toHaveLength(before);
  });

  test("says_how_far_it_is_and_what_was_taken_until_it_is_ended_is_one_undo", async () => {
    const { app, fake, box, button } = await listed(FIRST, SECOND);
    const before = app.sources.feeds.length;
    const release = fake.holdNext("importLists");
    await fireEvent.submit(box().querySelector("form")!);
    await settle();
    await tick();
    expect(box().querySelector("[role=status]")!.textContent).toBe("1 of 3 taken");
    expect(box().querySelector("progress")).not.toBeNull();
    await fireEvent.click(button("Stop"));
    release();
    await settle();
    await tick();
    expect([app.dialog, app.follow.result]).toMatchObject(["imported", { added: 1, cancelled: true }]);
    expect(box().textContent).toContain("You ended it early");
    app.beginning.importSeen();
    await app.undoing.undo("import");
    await app.sources.refresh();
    expect(app.sources.feeds).toHaveLength(before);
  });

  test("goes_on_when_its_dialog_is_closed_and_is_told_in_one_line", async () => {
    const { app, fake, box } = await listed(FIRST);
    const release = fake.holdNext("importLists");
    await fireEvent.submit(box().querySelector("form")!);
    await settle();
    app.show(null);
    release();
    await settle();
    expect([app.dialog, app.toasts.current?.undo]).toEqual([null, "import"]);
  });

  test("can_be_several_files_that_are_shown_and_taken_as_one", async () => {
    const { app, box, submit } = await listed(FIRST, SECOND);
    expect(box().textContent).toContain("3 new sources, 2 followed already");
    expect(app.listing.folders.map((folder) => [folder.name, folder.feeds.length])).toEqual([[null, 1], ["World", 4]]);
    await submit();
    expect(app.follow.result?.added).toBe(3);
  });

  test("is_chosen_by_folder_wholly_or_not_at_all", async () => {
    const { app, box, button } = await listed(FIRST, SECOND);
    const world = [...box().querySelectorAll<HTMLInputElement>(".fold input")].at(-1)!;
    await fireEvent.click(world);
    expect(app.listing.counts.chosen).toBe(1);
    await fireEvent.click(button("None"));
    expect([app.listing.counts.chosen, button("Follow").disabled]).toEqual([0, true]);
    await fireEvent.click(button("All"));
    expect(app.listing.counts.chosen).toBe(3);
  });

  test("that_is_given_up_is_forgotten", async () => {
    const { app, fake } = await listed(FIRST);
    app.show(null);
    await settle();
    expect([app.listing.previews, fake.calls.includes("forgetLists"), fake.calls.includes("importLists")]).toEqual([[], true, false]);
  });

  test("that_is_none_is_refused_in_a_sentence", async () => {
    const { app } = await listed("Dear diary");
    expect([app.dialog, app.toasts.current?.icon]).toEqual([null, "problem"]);
  });
});

describe("the command that takes a list", () => {
  async function command() {
    const { app } = await open();
    render(Window, { app });
    await settle();
    const found = (typed: string) => {
      app.palette.opened(commands.filter((one) => offered(one, app)).map((one) => ({ id: one.id, title: titleOf(one), words: one.words && t(one.words) })));
      app.palette.type(typed);
      return app.palette.found.map((one) => one.id);
    };
    const input = () => document.body.querySelector<HTMLInputElement>(":scope > input[type=file]");
    return { app, found, input };
  }

  test("is_found_in_the_palette_and_lets_files_be_chosen", async () => {
    const { app, found, input } = await command();
    expect([found("> import opml")[0], found("> browse packs")[0]]).toEqual(["import-opml", "packs"]);
    app.chosen = "import-opml";
    await settle();
    expect([input()?.multiple, input()?.hidden]).toEqual([true, true]);
    Object.defineProperty(input(), "files", { value: [new File([FIRST], "mine.opml"), new File([SECOND], "hers.opml")] });
    input()!.dispatchEvent(new Event("change"));
    await vi.waitFor(() => expect(app.dialog).toBe("list"));
    expect([app.listing.previews.length, input()]).toEqual([2, null]);
  });

  test("leaves_nothing_behind_where_no_file_is_chosen", async () => {
    const { app, input } = await command();
    app.chosen = "import-opml";
    await settle();
    input()!.dispatchEvent(new Event("cancel"));
    expect([input(), app.dialog]).toEqual([null, null]);
  });

  test("shows_the_button_in_the_settings_where_the_page_was_not_pressed", async () => {
    const { app, input } = await command();
    vi.stubGlobal("navigator", { ...navigator, userActivation: { isActive: false } });
    app.chosen = "import-opml";
    await settle();
    vi.unstubAllGlobals();
    expect([app.dialog, app.section, input()]).toEqual(["settings", "sources", null]);
  });
});

describe("the first sources", () => {
  test.each([[true, "j and k move through stories. ? shows all keys."], [false, "↓ and ↑ move through stories. F1 shows all keys."]])("are_followed_by_one_word_about_the_keys_that_hold_with_single_keys_%s", async (single_keys, words) => {
    const { app } = await open({ empty: true });
    await app.choose({ single_keys });
    const { container } = render(Window, { app });
    app.follow.toggle(app.follow.packs[0]!.id);
    await app.beginning.begin();
    await tick();
    await fireEvent.submit(container.querySelector("dialog form")!);
    await settle();
    expect([app.welcome, app.toasts.current?.text.replace(/[\u2066-\u2069]/g, "")]).toEqual([false, words]);
  });
});
