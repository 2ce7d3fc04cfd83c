/* Promises that only the drawn window can keep: fields, drops and pastes. */
import { cleanup, render } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, describe, expect, test } from "vitest";
import Window from "../src/App.svelte";
import { open, pass, settle } from "./support";

afterEach(cleanup);

async function draw() {
  const it = await open();
  it.app.go("saved");
  await settle();
  const { container } = render(Window, { app: it.app });
  await tick();
  return { ...it, container };
}

function hand(event: Event, name: "dataTransfer" | "clipboardData", data: Record<string, string>): Event {
  Object.defineProperty(event, name, { value: { types: Object.keys(data), getData: (type: string) => data[type] ?? "" } });
  return event;
}
const cancelable = { bubbles: true, cancelable: true };

describe("a search in Saved", () => {
  test("takes_the_focus_when_it_is_asked_for_and_not_on_the_way_back", async () => {
    const { app, container } = await draw();
    const field = () => container.querySelector<HTMLInputElement>("#stories input[type=search]");
    container.querySelector<HTMLButtonElement>("[aria-label='Find in Saved']")!.click();
    await tick();
    await tick();
    expect(document.activeElement).toBe(field());
    app.saved.search = "fog";
    app.go("live");
    await settle();
    app.go("saved");
    await settle();
    expect(field()?.value).toBe("fog");
    expect(document.activeElement).not.toBe(field());
  });
});

describe("a message", () => {
  test("with_a_way_back_can_be_dismissed_too", async () => {
    const { app, container } = await draw();
    app.toasts.show("Removed from Saved", "saved", "unsave_article");
    await tick();
    const buttons = [...container.querySelectorAll<HTMLButtonElement>(".toasts button")];
    expect(buttons).toHaveLength(2);
    buttons[1]!.click();
    expect(app.toasts.current).toBeNull();
  });
});

describe("a message that goes by itself", () => {
  const away = () => window.dispatchEvent(new Event("blur"));
  const back = () => window.dispatchEvent(new Event("focus"));

  test("waits_while_the_reader_is_at_another_window_and_then_stands_its_whole_time", async () => {
    const { app } = await draw();
    app.toasts.show("Link copied", "link");
    await pass(5_000);
    away();
    await pass(60_000);
    expect(app.toasts.current?.text).toBe("Link copied");
    back();
    await pass(5_900);
    expect(app.toasts.current).not.toBeNull();
    await pass(200);
    expect(app.toasts.current).toBeNull();
  });

  test("waits_also_where_it_came_meanwhile", async () => {
    const { app } = await draw();
    away();
    app.toasts.show("Link copied", "link");
    await pass(60_000);
    expect(app.toasts.current).not.toBeNull();
    back();
    await pass(6_100);
    expect(app.toasts.current).toBeNull();
  });

  test("waits_under_the_pointer_also_when_the_reader_comes_back", async () => {
    const { app } = await draw();
    app.toasts.show("Link copied", "link");
    app.toasts.pause();
    away();
    back();
    await pass(60_000);
    expect(app.toasts.current).not.toBeNull();
    app.toasts.resume();
    await pass(6_100);
    expect(app.toasts.current).toBeNull();
  });
});

describe("a link dropped on the window", () => {
  test("in_saved_its_page_is_saved", async () => {
    const { app } = await draw();
    window.dispatchEvent(hand(new Event("drop", cancelable), "dataTransfer", { "text/uri-list": "https://tidetables.test/fog" }));
    await settle();
    expect(app.saved.items[0]?.url).toBe("https://tidetables.test/fog");
    expect(app.toasts.current?.text).toBe("Saved, with images");
  });

  test("elsewhere_nothing_happens", async () => {
    const { app, fake } = await draw();
    app.go("live");
    const event = hand(new Event("drop", cancelable), "dataTransfer", { "text/uri-list": "https://tidetables.test/fog" });
    window.dispatchEvent(event);
    await settle();
    expect(event.defaultPrevented).toBe(true);
    expect(fake.calls).not.toContain("savePage");
  });

  test("a_pasted_link_is_saved_and_other_text_is_left_alone", async () => {
    const { app, fake } = await draw();
    document.body.dispatchEvent(hand(new Event("paste", cancelable), "clipboardData", { "text/plain": "good morning" }));
    expect(fake.calls).not.toContain("savePage");
    document.body.dispatchEvent(hand(new Event("paste", cancelable), "clipboardData", { "text/plain": "https://tidetables.test/fog" }));
    await settle();
    expect(app.saved.items[0]?.url).toBe("https://tidetables.test/fog");
  });
});

describe("the field for tags", () => {
  async function field() {
    const it = await draw();
    it.app.open(it.app.saved.items.find((item) => item.title.startsWith("Offshore wind"))!.id);
    await settle();
    await pass(10);
    const input = it.container.querySelector<HTMLInputElement>("[data-tags]")!;
    const type = (text: string) => {
      input.value = text;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    };
    const press = (key: string) => input.dispatchEvent(new KeyboardEvent("keydown", { key, ...cancelable }));
    return { ...it, input, type, press, tags: () => it.app.reading.page?.tags };
  }

  test("enter_and_comma_add_and_backspace_takes_the_last_one_back", async () => {
    const { type, press, tags, input } = await field();
    type("grid");
    press("Enter");
    await settle();
    expect(tags()).toEqual(["energy", "grid"]);
    expect(input.value).toBe("");
    type("north");
    press(",");
    await settle();
    expect(tags()).toEqual(["energy", "grid", "north"]);
    press("Backspace");
    await settle();
    expect(tags()).toEqual(["energy", "grid"]);
    type("half");
    press("Backspace");
    await settle();
    expect(tags()).toEqual(["energy", "grid"]);
  });

  test("it_offers_the_tags_of_other_stories", async () => {
    const { container } = await field();
    expect([...container.querySelectorAll("#known-tags option")].map((option) => option.getAttribute("value"))).toEqual(["local", "long reads", "science"]);
  });
});

describe("the lead image", () => {
  test("one_that_is_broken_hides_itself_and_no_other", async () => {
    const { app, container } = await draw();
    app.go("live");
    const image = "/missing/lead";
    const [first, second] = app.ticker.rows.map((row) => row.id);
    const article = app.backend.article.bind(app.backend);
    app.backend.article = async (id, wish) => ({ ...(await article(id, wish)), image });
    const hero = () => container.querySelector("#article .hero img");
    app.open(first!);
    await settle();
    await pass(10);
    hero()!.dispatchEvent(new Event("error"));
    await settle();
    expect(hero()).toBeNull();
    app.open(second!);
    await settle();
    await pass(10);
    expect(hero()).not.toBeNull();
  });
});

test.each([
  ["Boats", "Jo Ek", "Boats · Jo Ek"],
  [null, "Jo Ek", "Jo Ek"],
  [null, null, undefined],
])("what_is_said_of_the_lead_image_stands_below_it_%s_%s", async (image_caption, image_credit, shown) => {
  const { app, container } = await draw();
  app.go("live");
  const article = app.backend.article.bind(app.backend);
  app.backend.article = async (id, wish) => ({ ...(await article(id, wish)), image: "/lead", image_caption, image_credit });
  app.open(app.ticker.rows[0]!.id);
  await settle();
  await pass(10);
  expect(container.querySelector("#article .hero figcaption")?.textContent?.trim().replace(/\s+/g, " ")).toBe(shown);
});

describe("the size of the lead image", () => {
  test.each([
    [128, true],
    [430, false],
    [1600, false],
  ])("one_of_%i_pixels_in_a_column_of_680_keeps_it_%s", async (width, keeps) => {
    const { app, container } = await draw();
    app.go("live");
    const article = app.backend.article.bind(app.backend);
    app.backend.article = async (id, wish) => ({ ...(await article(id, wish)), image: "/lead" });
    app.open(app.ticker.rows[0]!.id);
    await settle();
    await pass(10);
    const image = container.querySelector("#article .hero img")!;
    Object.defineProperty(image, "naturalWidth", { value: width });
    Object.defineProperty(image, "clientWidth", { value: 680 });
    image.dispatchEvent(new Event("load"));
    await tick();
    expect(image.closest(".hero")!.classList.contains("small")).toBe(keeps);
  });
});

describe("the row that the tab key reaches in Sources", () => {
  test("it_is_drawn_also_where_the_selected_source_is_not", async () => {
    const { app, container } = await draw();
    app.go("sources");
    await settle();
    await pass(10);
    const stops = () => [...container.querySelectorAll("[role=treegrid] [tabindex='0']")].map((row) => row.getAttribute("data-key"));
    const folder = app.sources.folders[1]!;
    app.sources.selected = folder.feeds[0]!.id;
    await pass(10);
    expect(stops()).toEqual([`feed ${folder.feeds[0]!.id}`]);
    app.sources.toggle(folder.name);
    await pass(10);
    expect(stops()).toEqual([`folder ${folder.name}`]);
    app.sources.selected = app.sources.feeds.find((feed) => !feed.trouble)!.id;
    app.sources.filter = "troubled";
    await pass(10);
    expect(stops()).toHaveLength(1);
  });
});

describe("the text of a story", () => {
  test("the_button_says_what_is_shown_and_the_note_why_there_is_no_more", async () => {
    const { app, container } = await draw();
    app.go("live");
    app.open(app.ticker.rows.find((row) => row.title.startsWith("Offshore wind"))!.id);
    await settle();
    await pass(10);
    const button = () => [...container.querySelectorAll<HTMLButtonElement>("#article [role=toolbar] button")].find((one) => one.textContent?.trim() === "Full story");
    expect(button()?.getAttribute("aria-pressed")).toBe("true");
    button()!.click();
    await settle();
    expect(button()?.getAttribute("aria-pressed")).toBe("false");
    app.open(app.ticker.rows.find((row) => row.title.startsWith("Night train"))!.id);
    await settle();
    await pass(10);
    expect(button()).toBeUndefined();
    expect(container.querySelector(".notes")?.textContent).toContain("Showing the text the source provides. meridian.example isn’t answering. We’ll keep trying.");
  });
});

describe("what the program says of the whole library", () => {
  test("stands_in_its_place_until_it_is_dismissed", async () => {
    const { app, fake, container } = await draw();
    fake.notice = "Your library was damaged. It was put together again.";
    await app.library.refresh();
    await settle();
    const said = () => container.querySelector(".notices")?.textContent ?? "";
    expect(said()).toContain("put together again");
    container.querySelector<HTMLButtonElement>(".notices button")!.click();
    await settle();
    expect(said().trim()).toBe("");
    // The same sentence does not come back with the next look.
    await app.library.refresh();
    await settle();
    expect(said().trim()).toBe("");
  });
});

describe("the list of what Live can show", () => {
  test.each(["live", "saved", "search"] as const)("opens_by_its_key_from_%s_and_keeps_the_focus_in_a_narrow_window", async (view) => {
    const { app, container } = await draw();
    app.go(view);
    app.open(app.ticker.rows[3]!.id);
    app.aside = "story-only";
    await settle();
    await pass(50);
    window.dispatchEvent(new KeyboardEvent("keydown", { key: "b", code: "KeyB", ctrlKey: true, ...cancelable }));
    await settle();
    await pass(50);
    expect([app.view, app.pane, app.aside]).toEqual(["live", "list", "shown"]);
    expect(document.activeElement?.getAttribute("role")).toBe("menuitemradio");
    expect(container.querySelector("#stories [role=menu]")?.contains(document.activeElement)).toBe(true);
  });
});

describe("the key for Search in a narrow window with a story open", () => {
  test.each(["live", "saved", "search"] as const)("leaves_the_story_for_the_field_from_%s", async (view) => {
    const { app, container } = await draw();
    await app.search.look("harbor");
    app.go(view);
    await settle();
    await pass(50);
    app.open(view === "search" ? app.search.hits[1]!.id : view === "saved" ? app.saved.shown[0]!.id : app.ticker.rows[3]!.id);
    await settle();
    await pass(50);
    expect([app.pane, document.activeElement?.closest("#article") !== null]).toEqual(["article", true]);
    window.dispatchEvent(new KeyboardEvent("keydown", { key: "/", code: "Slash", ...cancelable }));
    await settle();
    await pass(50);
    expect([app.view, app.pane, app.search.hits.length > 0]).toEqual(["search", "list", true]);
    expect(document.activeElement).toBe(container.querySelector("#stories input[type=search]"));
  });

  test("and_back_from_a_story_the_focus_is_on_its_row", async () => {
    const { app } = await draw();
    await app.search.look("harbor");
    app.go("search");
    app.open(app.search.hits[1]!.id);
    await settle();
    await pass(50);
    window.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", code: "Escape", ...cancelable }));
    await settle();
    await pass(50);
    expect([app.pane, (document.activeElement as HTMLElement).dataset.id]).toEqual(["list", app.search.hits[1]!.id]);
  });
});

describe("the ways back and forward", () => {
  test("lead_on_from_a_row_of_the_sources_and_from_the_edge_of_the_list", async () => {
    const { app, container } = await draw();
    const back = (from: Element | null) => from!.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowLeft", code: "ArrowLeft", altKey: true, ...cancelable }));
    back(container.querySelector("[role=separator]"));
    expect(app.view).toBe("live");
    app.go("sources");
    await settle();
    await pass(10);
    back(container.querySelector("[role=treegrid] [role=row][tabindex='0']"));
    expect(app.view).toBe("live");
  });
});
