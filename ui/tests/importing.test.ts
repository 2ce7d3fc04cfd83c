/* Promises about bringing in what was saved in another app. */
import { cleanup, render } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, describe, expect, test } from "vitest";
import Window from "../src/App.svelte";
import { isOpml } from "../src/state/importing.svelte";
import { BREATH } from "../src/state/turns";
import { open, pass, settle } from "./support";

afterEach(cleanup);

const bytes = (text: string) => new TextEncoder().encode(text);
const LIST = "title,url\nhttps://a.example/fog\nhttps://b.example/rain\nftp://c.example/old\n";

const OPML = '<?xml version="1.0"?><opml version="2.0"><body><outline type="rss" xmlUrl="https://tidetables.example/feed.xml"/></body></opml>';
const BAG = "PK\u0003\u0004https://two.example/a";
const file = (text: string) => ({ name: "", bytes: bytes(text) });

/** Lets go of files over the window. */
async function drop(...texts: string[]): Promise<DragEvent> {
  const event = new Event("drop", { bubbles: true, cancelable: true }) as DragEvent;
  const files = texts.map((text, index) => ({ name: `file ${index + 1}`, arrayBuffer: async () => bytes(text).buffer }));
  Object.defineProperty(event, "dataTransfer", { value: { files, types: ["Files"], getData: () => "" } });
  window.dispatchEvent(event);
  await settle();
  await tick();
  return event;
}

describe("bringing in a list of saved articles", () => {
  test("what_came_of_it_stands_in_the_dialog_and_one_undo_takes_it_back", async () => {
    const { app } = await open();
    const { container } = render(Window, { app });
    const before = app.library.status.saved;
    app.show("import-saved");
    await app.importing.take(bytes(LIST));
    await settle();
    const dialog = container.querySelector("dialog")!;
    expect(dialog.textContent).toContain("2 articles added to Saved");
    expect(dialog.textContent).toContain("1 entry could not be taken");
    expect(dialog.textContent).toContain("entry 4");
    expect(app.library.status.saved).toBe(before + 2);
    app.importing.close();
    await settle();
    expect([app.dialog, app.view]).toEqual([null, "saved"]);
    expect(app.toasts.current).toMatchObject({ text: "2 articles added to Saved", undo: "import_saved" });
    await app.undoing.undo("import_saved");
    await settle();
    expect(app.library.status.saved).toBe(before);
    expect(app.toasts.current?.text).toBe("2 changes taken back");
  });

  test("what_was_saved_before_is_counted_and_leaves_nothing_to_take_back", async () => {
    const { app } = await open();
    await app.importing.take(bytes(LIST));
    app.show("import-saved");
    await app.importing.take(bytes(LIST));
    expect(app.importing.result).toMatchObject({ added: 0, already: 2 });
    app.importing.close();
    expect(app.toasts.current?.undo).toBeUndefined();
    expect(app.view).toBe("live");
  });

  test("the_entries_that_could_not_be_taken_can_be_copied", async () => {
    const { app, fake } = await open();
    app.show("import-saved");
    await app.importing.take(bytes(LIST));
    expect(await app.importing.copyFailed()).toBe(true);
    expect(fake.opened.at(-1)).toBe("copied entry 4: only http and https can be saved");
  });

  test("a_file_that_is_no_list_is_refused_in_a_sentence_and_changes_nothing", async () => {
    const { app } = await open();
    const { saved } = app.library.status;
    app.show("import-saved");
    await app.importing.take(bytes("Dear diary"));
    expect(app.importing.problem).toBe("This file is not a list of saved articles. Nothing was changed.");
    expect([app.dialog, app.library.status.saved]).toEqual(["import-saved", saved]);
    app.show(null);
    app.show("import-saved");
    expect(app.importing.problem).toBe("");
  });

  test("closing_the_dialog_does_not_end_it_and_the_outcome_is_said", async () => {
    const { app } = await open();
    app.show("import-saved");
    const done = app.importing.take(bytes(LIST));
    app.importing.close();
    await done;
    expect(app.dialog).toBeNull();
    expect(app.toasts.current).toMatchObject({ text: "2 articles added to Saved", undo: "import_saved" });
  });

  test("closing_it_as_soon_as_it_tells_the_outcome_says_that_outcome", async () => {
    const { app, fake } = await open();
    app.show("import-saved");
    let answer = () => {};
    const status = fake.status.bind(fake);
    fake.status = async () => (await new Promise<void>((resolve) => (answer = resolve)), status());
    const done = app.importing.take(bytes(LIST));
    await settle();
    expect(app.importing.result?.added).toBe(2);
    app.importing.close();
    fake.status = status;
    answer();
    await done;
    expect(app.toasts.current).toMatchObject({ text: "2 articles added to Saved", undo: "import_saved" });
  });
});

describe("a file dropped on the window", () => {
  test("waits_for_the_list_before_it_and_neither_is_lost", async () => {
    const { app } = await open();
    const { saved } = app.library.status;
    const both = [app.importing.take(bytes("https://a.example/1")), app.importing.take(bytes("https://a.example/2\nhttps://a.example/3"))];
    await Promise.all(both);
    expect([app.importing.working, app.importing.result?.added]).toEqual([false, 2]);
    expect(app.library.status.saved).toBe(saved + 3);
  });

  test("is_a_list_of_sources_where_it_is_opml_and_else_a_list_of_articles", async () => {
    const { app, fake } = await open();
    render(Window, { app });
    expect((await drop(LIST)).defaultPrevented).toBe(true);
    expect([app.dialog, app.importing.result?.added]).toEqual(["import-saved", 2]);
    app.importing.close();
    await pass(BREATH);
    await drop('<?xml version="1.0"?><opml version="2.0"></opml>');
    expect(app.dialog).toBe("list");
    expect(fake.calls.filter((call) => /^import|^preview/.test(call))).toEqual(["importSaved", "previewOpml"]);
  });

  test("comes_with_others_and_each_is_taken_with_one_sum_and_one_undo", async () => {
    const { app } = await open();
    render(Window, { app });
    const { saved } = app.library.status;
    await drop("https://a.example/1", "Dear diary", "https://a.example/2\nhttps://a.example/3");
    expect(app.importing.result).toMatchObject({ added: 3, failed: [{ url: "file 2", reason: "This file is not a list of saved articles. Nothing was changed." }] });
    app.importing.close();
    await app.undoing.undo();
    await settle();
    expect(app.library.status.saved).toBe(saved);
  });

  test("comes_with_lists_of_sources_which_are_looked_at_together_once_the_articles_are_saved", async () => {
    const { app, fake } = await open();
    render(Window, { app });
    const opml = (site: string) => `<?xml version="1.0"?><opml version="2.0"><body><outline type="rss" xmlUrl="https://${site}.example/feed.xml"/></body></opml>`;
    await drop(opml("tidetables"), "https://a.example/1", opml("fog"), "PK\u0003\u0004https://two.example/a");
    await pass(BREATH);
    expect([app.dialog, app.listing.previews.length, app.toasts.current?.text]).toEqual(["list", 2, "1 article added to Saved"]);
    expect([...new Set(fake.calls.filter((call) => /^import|^preview/.test(call)))]).toEqual(["importBag", "importSaved", "previewOpml"]);
  });

  test("waits_for_nothing_while_a_dialog_is_open", async () => {
    const { app, fake } = await open();
    render(Window, { app });
    app.show("help");
    await drop(LIST);
    expect([app.dialog, fake.calls.includes("importSaved")]).toEqual(["help", false]);
  });

  test("shows_its_sources_only_when_what_the_reader_opened_meanwhile_is_closed", async () => {
    const { app, fake } = await open();
    const answer = fake.holdNext("importBag");
    void app.importing.takeFiles([file(BAG), file(OPML)]);
    await settle();
    app.show("palette");
    answer();
    await pass(5_000);
    expect([app.dialog, app.listing.previews.length]).toEqual(["palette", 0]);
    // One that follows at once is not torn away either.
    app.show(null);
    await pass(BREATH - 1);
    app.show("settings");
    await pass(5_000);
    expect(app.dialog).toBe("settings");
    app.show(null);
    expect(app.dialog).toBeNull();
    await pass(BREATH);
    expect([app.dialog, app.listing.previews.length]).toEqual(["list", 1]);
  });

  test("whose_sources_take_long_to_read_does_so_too", async () => {
    const { app, fake } = await open();
    const read = fake.previewOpml.bind(fake);
    let answer = () => {};
    fake.previewOpml = async (list) => (await new Promise<void>((resolve) => (answer = resolve)), read(list));
    void app.importing.takeFiles([file(OPML)]);
    await settle();
    app.show("help");
    answer();
    await pass(5_000);
    expect(app.dialog).toBe("help");
    app.show(null);
    await pass(BREATH);
    expect(app.dialog).toBe("list");
  });

  test("waits_for_no_other_that_turns_out_to_need_no_dialog", async () => {
    const { app } = await open();
    app.show("help");
    void app.importing.takeFiles([file("<OPML of no reader>")]);
    void app.importing.takeFiles([file(OPML)]);
    await settle();
    app.show(null);
    await pass(2 * BREATH);
    expect([app.dialog, app.listing.previews.length]).toEqual(["list", 1]);
  });

  test("comes_up_under_no_click_that_closed_a_dialog", async () => {
    const { app, fake } = await open();
    const answer = fake.holdNext("importBag");
    void app.importing.takeFiles([file(BAG), file(OPML)]);
    await settle();
    app.show("palette");
    app.show(null);
    answer();
    await pass(BREATH - 1);
    expect(app.dialog).toBeNull();
    await pass(1);
    expect(app.dialog).toBe("list");
  });

  test("saves_its_articles_behind_what_the_reader_opened_meanwhile_and_says_so", async () => {
    const { app, fake } = await open();
    const answer = fake.holdNext("importBag");
    const taken = app.importing.takeFiles([file(BAG), file("https://a.example/1")]);
    await settle();
    app.show("help");
    answer();
    await taken;
    expect([app.dialog, app.toasts.current?.text, app.toasts.current?.undo]).toEqual(["help", "1 article added to Saved", "import_saved"]);
  });

  test("is_known_as_opml_by_its_beginning_in_every_usual_encoding", () => {
    const wide = new Uint8Array([...'\ufeff<opml version="2.0">'].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]));
    expect([isOpml(bytes("<?xml?>\n<!-- mine -->\n<OPML version='1.0'>")), isOpml(wide)]).toEqual([true, true]);
    expect([isOpml(bytes("title,url\nabout <opmlish>,https://a.example/")), isOpml(bytes("[]"))]).toEqual([false, false]);
  });
});
