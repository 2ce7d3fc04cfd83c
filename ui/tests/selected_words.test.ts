/* Promises about the words that are selected in a story. */
import { cleanup, fireEvent, render, screen, within } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, describe, expect, test, vi } from "vitest";
import { isPhrase, phraseOf, shortened } from "../src/article/selection";
import { sentenceAt, sentences } from "../src/article/sentences";
import Window from "../src/App.svelte";
import { open, pass, put, rooted, settle } from "./support";

afterEach(cleanup);

const shown = async () => {
  await settle();
  await tick();
};

/** A story that is open, with words of its second paragraph selected. */
async function selected(wanted?: string) {
  const it = await open();
  it.fake.spokenLanguages = ["en"];
  it.app.open(it.app.ticker.rows.find((row) => row.title.startsWith("Offshore wind"))!.id);
  await settle();
  const { container } = render(Window, { app: it.app });
  await pass(2_000);
  await shown();
  const root = container.querySelector(".host")!.shadowRoot!;
  const node = root.querySelectorAll("p")[1]!.firstChild as Text;
  const words = wanted ?? node.data.trim().split(/\s+/).slice(0, 3).join(" ");
  const from = wanted === undefined ? node.data.indexOf(words) : 0;
  const range = document.createRange();
  range.setStart(node, from);
  range.setEnd(node, wanted === undefined ? from + words.length : node.length);
  Object.defineProperty(root, "getSelection", { value: () => ({ rangeCount: 1, isCollapsed: false, getRangeAt: () => range }) });
  const names = () => within(screen.getByRole("menu", { name: "Selected text" })).getAllByRole("menuitem").map((one) => one.textContent!.trim());
  const byRightButton = async () => {
    const event = new MouseEvent("contextmenu", { bubbles: true, cancelable: true, button: 2, clientX: 40, clientY: 50 });
    container.querySelector("[data-scrolls]")!.dispatchEvent(event);
    await shown();
    return event;
  };
  const pick = async (name: RegExp) => {
    await fireEvent.click(screen.getByRole("menuitem", { name }));
    await shown();
  };
  return { ...it, container, words, node, names, byRightButton, pick };
}

describe("the menu of selected words", () => {
  test("stands_at_the_right_button_with_all_that_can_be_done", async () => {
    const { words, names, byRightButton } = await selected();
    expect((await byRightButton()).defaultPrevented).toBe(true);
    expect(names()).toEqual(["Copy", "Copy with source", "Search for these words", "Listen from here", `Mute “${shortened(words)}”…`]);
  });

  test("stands_under_the_bar_with_what_the_bar_has_not", async () => {
    const { container, names } = await selected();
    document.dispatchEvent(new Event("selectionchange"));
    await pass(200);
    await tick();
    const bar = screen.getByRole("toolbar", { name: "Selected text" });
    await fireEvent.click(within(bar).getByRole("button", { name: "More" }));
    await shown();
    expect(names()[0]).toBe("Search for these words");
    expect(container.querySelectorAll("[role=menu]")).toHaveLength(1);
  });

  test("offers_no_search_and_no_mute_for_a_whole_passage_and_no_voice_where_there_is_none", async () => {
    const { app, node, names, byRightButton } = await selected("all of it");
    node.data = "A long passage. ".repeat(20);
    app.listening.languages = [];
    await byRightButton();
    expect(names()).toEqual(["Copy", "Copy with source"]);
  });

  test("looks_for_the_words_as_they_stand_together", async () => {
    const { app, words, byRightButton, pick } = await selected();
    await byRightButton();
    await pick(/Search/);
    expect([app.view, app.search.query, app.search.answered]).toEqual(["search", `"${words}"`, `"${words}"`]);
  });

  test("mutes_the_words_and_leaves_the_choice_of_the_source", async () => {
    const { app, words, byRightButton, pick } = await selected();
    await byRightButton();
    await pick(/^Mute/);
    expect([app.dialog, app.muting.kind, app.muting.text, app.muting.kinds.includes("source")]).toEqual(["mute", "words", words, true]);
    app.muting.pick("author");
    app.muting.pick("words");
    expect(app.muting.text).toBe(words);
  });

  test("copies_them", async () => {
    const { fake, words, byRightButton, pick } = await selected();
    await byRightButton();
    await pick(/^Copy$/);
    expect(fake.opened.at(-1)).toBe(`copied ${words}`);
  });

  test("reads_aloud_from_the_sentence_they_are_in_also_where_it_is_read_already", async () => {
    const { app, fake, words, byRightButton, pick } = await selected();
    const spoken = () => fake.opened.filter((one) => one.startsWith("said "));
    app.listening.toggle();
    await vi.waitFor(() => expect(spoken()).toHaveLength(1));
    expect(spoken()[0]).not.toContain(words);
    await byRightButton();
    await pick(/Listen/);
    expect(spoken()).toHaveLength(2);
    expect(spoken()[1]).toContain(words);
  });
});

test("a_place_belongs_to_its_sentence_or_to_the_next_one", () => {
  const root = rooted((text) => {
    put(text, "p", "One here. Two here.");
    put(text, "pre", "not read");
    put(text, "p", "Three here.");
  });
  const all = sentences([put(document.body, "h1", "Headline"), root.querySelector(".text")!], "en");
  const at = (node: Node, offset: number) => {
    const range = document.createRange();
    range.setStart(node, offset);
    return sentenceAt(all, range);
  };
  const [one, code, three] = [...root.querySelectorAll("p, pre")].map((element) => element.firstChild!);
  expect([at(one!, 2), at(one!, 14), at(code!, 3), at(three!, 0)]).toEqual([1, 2, 3, 3]);
});

test("a_phrase_is_words_on_one_line_and_its_beginning_stands_in_the_menu", () => {
  expect(phraseOf(' the "first"\n of May ')).toBe("the first of May");
  expect([isPhrase("wind"), isPhrase("…"), isPhrase("w".repeat(120)), isPhrase("w".repeat(121))]).toEqual([true, false, true, false]);
  expect([shortened("wind"), shortened("a".repeat(28)), shortened(`${"a".repeat(26)} bcd`)]).toEqual(["wind", "a".repeat(28), `${"a".repeat(26)}…`]);
});
