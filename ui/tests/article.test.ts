/* Promises about reading one story: its place, its notes, its images, and what is copied from it. */
import { cleanup, render } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, describe, expect, test, vi } from "vitest";
import Window from "../src/App.svelte";
import type { Settings } from "../src/api/backend";
import ArticleBody from "../src/article/ArticleBody.svelte";
import Lightbox from "../src/article/Lightbox.svelte";
import { galleryOf, offerToEnlarge } from "../src/article/images";
import { copyNote, leapOf, linkOf, noteOf } from "../src/article/links";
import { offerToPlay, playOrStop } from "../src/article/moving";
import { quote, textOf } from "../src/article/selection";
import { IMAGES_TOGETHER } from "../src/state/reading.svelte";
import { KEPT_AFTER } from "../src/state/places";
import { press } from "./effects/support";
import { open, pass, put, rooted, settle } from "./support";

afterEach(cleanup);

describe("the place in a story", () => {
  const at = async (it: Awaited<ReturnType<typeof open>>, n: number) => {
    it.app.open(it.app.ticker.rows[n]!.id);
    await settle();
  };

  test("a_story_is_continued_where_it_was_left_and_the_place_is_kept", async () => {
    const it = await open();
    await at(it, 3);
    for (const place of [0.2, 0.3, 0.41]) it.app.reading.moved(place);
    expect(it.fake.calls).not.toContain("setPosition");
    await pass(KEPT_AFTER + 10);
    expect(it.fake.calls.filter((call) => call === "setPosition")).toHaveLength(1);
    await at(it, 4);
    expect(it.app.reading.beginsAt).toBe(0);
    await at(it, 3);
    expect(it.app.reading.beginsAt).toBe(0.41);
  });

  test("the_place_outlives_the_window", async () => {
    const it = await open();
    await at(it, 3);
    it.app.reading.moved(0.41);
    it.app.windowHidden(true);
    await settle();
    expect((await it.fake.article(it.app.ticker.rows[3]!.id)).position).toBe(0.41);
  });

  test("leaving_a_story_keeps_its_place_at_once", async () => {
    const it = await open();
    await at(it, 3);
    it.app.reading.moved(0.5);
    await at(it, 4);
    it.app.reading.moved(0.1);
    await settle();
    expect((await it.fake.article(it.app.ticker.rows[3]!.id)).position).toBe(0.5);
  });

  test.each([0.01, 0.99])("at_%f_it_begins_at_its_top_the_next_time", async (place) => {
    const it = await open();
    await at(it, 3);
    it.app.reading.moved(place);
    await at(it, 4);
    await at(it, 3);
    expect(it.app.reading.beginsAt).toBe(0);
  });

  test("a_place_that_cannot_be_kept_disturbs_nobody", async () => {
    const it = await open();
    await at(it, 3);
    it.fake.failNext("setPosition", "profile", "the disk is full");
    it.app.reading.moved(0.5);
    await pass(KEPT_AFTER + 10);
    expect(it.app.toasts.current).toBeNull();
  });

  test("a_place_that_the_library_has_already_is_not_written_again", async () => {
    const it = await open();
    await at(it, 3);
    it.app.reading.moved(0);
    await pass(KEPT_AFTER + 10);
    expect(it.fake.calls).not.toContain("setPosition");
    it.app.reading.moved(0.5);
    await pass(KEPT_AFTER + 10);
    it.app.reading.moved(0.6);
    it.app.reading.moved(0.5);
    await pass(KEPT_AFTER + 10);
    expect(it.fake.calls.filter((call) => call === "setPosition")).toHaveLength(1);
  });

  /** The box of the open story, drawn 1000 px high with 3000 px of text. */
  async function drawn(it: Awaited<ReturnType<typeof open>>) {
    await tick();
    const scroller = document.querySelector<HTMLElement>("#article [data-scrolls]")!;
    Object.defineProperty(scroller, "scrollHeight", { value: 3000, configurable: true });
    Object.defineProperty(scroller, "clientHeight", { value: 1000, configurable: true });
    const to = async (top: number) => {
      scroller.scrollTop = top;
      scroller.dispatchEvent(new Event("scroll"));
      await tick();
    };
    return { scroller, to, page: it.app.reading.page! };
  }

  test("a_story_that_changes_while_it_is_read_stays_where_it_is", async () => {
    const it = await open();
    render(Window, { app: it.app });
    await at(it, 3);
    const { scroller, to } = await drawn(it);
    await to(800);
    it.app.reading.show({ saved: true });
    await tick();
    await it.app.reading.changed();
    await tick();
    expect(scroller.scrollTop).toBe(800);
    await at(it, 4);
    await tick();
    expect(scroller.scrollTop).toBe(0);
  });

  test("opening_a_story_is_no_move_in_it", async () => {
    const it = await open();
    render(Window, { app: it.app });
    await at(it, 3);
    const { to } = await drawn(it);
    const moved = vi.spyOn(it.app.reading, "moved");
    await to(0);
    expect(moved).not.toHaveBeenCalled();
    await to(500);
    await to(0);
    expect(moved.mock.calls).toEqual([[0.25], [0]]);
  });

  test("another_view_and_back_leaves_the_reader_where_he_was", async () => {
    const it = await open();
    render(Window, { app: it.app });
    await at(it, 3);
    await (await drawn(it)).to(800);
    it.app.go("sources");
    await settle();
    await tick();
    it.app.go("live");
    await settle();
    await tick();
    expect(document.body.textContent).toContain("Continued at 40%");
  });

  /** A story that was left at 40 % and is open again; the text has settled there. */
  async function continued(settings: Partial<Settings> = {}) {
    const it = await open();
    await it.app.library.set(settings);
    render(Window, { app: it.app });
    await at(it, 3);
    await (await drawn(it)).to(800);
    await at(it, 4);
    await at(it, 3);
    const box = await drawn(it);
    await pass(4_100);
    return { ...it, ...box, offered: () => document.body.textContent!.includes("From the top") };
  }

  test("the_way_to_its_top_goes_by_itself_but_not_while_it_is_pointed_at", async () => {
    const { offered } = await continued();
    expect(offered()).toBe(true);
    const way = document.querySelector<HTMLElement>(".way")!;
    way.dispatchEvent(new Event("pointerenter"));
    await pass(60_000);
    expect(offered()).toBe(true);
    way.dispatchEvent(new Event("pointerleave"));
    await pass(10_100);
    expect(offered()).toBe(false);
  });

  test("the_way_to_its_top_stays_where_messages_stay_and_goes_with_escape", async () => {
    const { app, offered } = await continued({ toasts: "stay" });
    await pass(120_000);
    expect(offered()).toBe(true);
    const { pane } = app;
    window.dispatchEvent(press({ key: "Escape", code: "Escape" }));
    await tick();
    expect([offered(), app.pane]).toEqual([false, pane]);
  });

  test.each([
    ["who_reads_on", 1_200, false],
    ["who_looks_a_few_lines_on", 900, true],
    ["who_went_to_the_top_by_hand", 0, false],
  ])("the_way_to_its_top_after_that_for_%s", async (_who, top, stands) => {
    const { to, offered, scroller } = await continued();
    // The page that the test draws does not lay out: the story stands where it was put.
    scroller.scrollTop = 800;
    await to(top);
    expect(offered()).toBe(stands);
  });
});

describe("links inside an article", () => {
  /** Clicks the link and says what it asks for. */
  function click(root: ShadowRoot, link: HTMLElement) {
    let asked: { leap: ReturnType<typeof leapOf>; number: number | null } | null = null;
    root.host.addEventListener("click", (event) => (asked = { leap: leapOf(event, root), number: linkOf(event) }), { once: true });
    link.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true, cancelable: true }));
    return asked!;
  }
  const noted = () =>
    rooted((text) => {
      put(put(text, "p", "Words"), "a", "1", { href: "#sp-1" });
      put(put(text, "p", "See "), "a", "the last section", { href: "#sp-2" });
      put(put(text, "p", "Out "), "a", "there", { href: "#link-7" });
      put(text, "h2", "Last", { id: "sp-2" });
      const note = put(put(text, "ol"), "li", "A short note. ", { id: "sp-1" });
      put(note, "a", "↩", { href: "#sp-3" });
    });

  test("a_number_leads_to_its_note_and_words_to_their_place", () => {
    const root = noted();
    const [number, words, out] = [...root.querySelectorAll("a")] as HTMLElement[];
    const note = noteOf(click(root, number!).leap!);
    expect(note?.textContent).toContain("A short note.");
    expect(copyNote(note!).textContent?.trim()).toBe("A short note.");
    const section = click(root, words!);
    expect(section.leap?.target.localName).toBe("h2");
    expect(noteOf(section.leap!)).toBeNull();
    expect(click(root, out!)).toEqual({ leap: null, number: 7 });
  });

  test("a_link_to_a_place_that_is_not_there_leads_nowhere", () => {
    const root = rooted((text) => put(put(text, "p"), "a", "2", { href: "#sp-9" }));
    expect(click(root, root.querySelector("a")!)).toEqual({ leap: null, number: -1 });
    const foreign = rooted((text) => put(put(text, "p"), "a", "2", { href: "https://example.org" }));
    expect(click(foreign, foreign.querySelector("a")!)).toEqual({ leap: null, number: -1 });
  });

  test("two_texts_that_count_their_places_alike_never_lead_into_each_other", () => {
    const body = (html: string) => {
      const onleap = vi.fn();
      const onlink = vi.fn();
      const { container } = render(ArticleBody, { html, version: html, stored: "", language: null, direction: null, onlink, onleap });
      const root = container.querySelector(".host")!.shadowRoot!;
      const press = (nth: number) => root.querySelectorAll("a")[nth]!.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true, cancelable: true }));
      return { root, onleap, onlink, press };
    };
    const story = body('<p><a href="#sp-1">see below</a> <a href="#sp-2">and there</a></p><h2 id="sp-1">Below</h2><h3 id="sp-3">End</h3>');
    const comment = body('<p><a href="#sp-1">my point</a> <a href="#sp-3">gone</a></p><p id="sp-1">Point</p><p id="sp-2">Two</p>');
    story.press(0);
    comment.press(0);
    expect(story.onleap.mock.lastCall![0].target).toBe(story.root.getElementById("sp-1"));
    expect(comment.onleap.mock.lastCall![0].target).toBe(comment.root.getElementById("sp-1"));
    // What only the other text has is no place here, and the window itself goes nowhere.
    expect([story.press(1), comment.press(1)]).toEqual([false, false]);
    expect([story.onleap, comment.onleap, story.onlink, comment.onlink].map((calls) => calls.mock.calls.length)).toEqual([1, 1, 0, 0]);
  });
});

describe("images", () => {
  function image(parent: Element, width: number, alt: string): HTMLImageElement {
    const made = put(parent, "img", "", { src: `/${alt}`, alt }) as HTMLImageElement;
    for (const side of ["naturalWidth", "naturalHeight"]) Object.defineProperty(made, side, { value: width });
    return made;
  }

  test("ornaments_are_left_alone_and_the_rest_is_one_gallery", () => {
    const root = rooted((text) => {
      image(text, 16, "dot");
      const figure = put(text, "figure");
      image(figure, 900, "lake");
      put(figure, "figcaption", " The eastern  lake ");
      image(put(text, "a", "", { href: "#link-4" }), 900, "ridge");
    });
    const images = [...root.querySelectorAll("img")];
    for (const one of images) offerToEnlarge(one, (alt) => `Enlarge image, ${alt}`);
    expect(images.map((one) => one.getAttribute("role"))).toEqual([null, "button", null]);
    const { pictures, at } = galleryOf(root, images[2]!);
    expect(at).toBe(1);
    expect(pictures.map(({ alt, caption, link }) => [alt, caption, link])).toEqual([
      ["lake", "The eastern lake", null],
      ["ridge", "", 4],
    ]);
  });

  test("the_lightbox_turns_zooms_and_closes_by_key", async () => {
    const onclose = vi.fn();
    const onlink = vi.fn();
    const onsave = vi.fn();
    const pictures = ["lake", "ridge", "camp"].map((alt, n) => ({ src: `/${alt}`, alt, caption: n === 0 ? "The eastern lake" : "", link: n === 1 ? 4 : null }));
    const { container } = render(Lightbox, { pictures, start: 0, onclose, onlink, onsave });
    const box = container.querySelector("dialog")!;
    const press = async (key: string) => {
      box.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
      await tick();
    };
    const shown = () => box.querySelector("img")!.alt;
    expect(box.querySelector("footer")?.textContent).toContain("The eastern lake");
    await press("ArrowLeft");
    expect(shown()).toBe("camp");
    await press("ArrowRight");
    await press("ArrowRight");
    expect(shown()).toBe("ridge");
    box.querySelector<HTMLButtonElement>("[aria-label='Open the link of this image']")!.click();
    expect(onlink).toHaveBeenCalledWith(4);
    box.querySelector<HTMLButtonElement>("[aria-label='Save image']")!.click();
    expect(onsave).toHaveBeenCalledWith("/ridge");
    // Not there yet, it has no size to zoom.
    await press("+");
    expect(box.querySelector(".zoomed")).toBeNull();
    Object.defineProperty(box.querySelector("img")!, "naturalWidth", { value: 800 });
    await press("+");
    expect(box.querySelector(".zoomed")).not.toBeNull();
    await press("0");
    expect(box.querySelector(".zoomed")).toBeNull();
    box.dispatchEvent(new Event("cancel", { cancelable: true }));
    expect(onclose).toHaveBeenCalledOnce();
  });
});

describe("what is copied", () => {
  test("paragraphs_stay_apart_and_buttons_stay_out", () => {
    const box = document.body.appendChild(document.createElement("div"));
    put(box, "p", "First\n line");
    const list = put(box, "ul");
    put(list, "li", "one");
    put(list, "li", "two");
    put(box, "button", "Wrap lines");
    put(box, "p", "Last");
    const range = document.createRange();
    range.selectNodeContents(box);
    expect(textOf(range)).toBe("First line\n\none\ntwo\n\nLast");
  });

  test("a_quotation_says_where_it_is_from", () => {
    expect(quote("Glass.", "Offshore wind", "The Harbor Post", "https://harborpost.example/1")).toBe("“Glass.”\n\nOffshore wind, The Harbor Post\nhttps://harborpost.example/1");
    expect(quote("Glass.", "", "The Harbor Post", null)).toBe("“Glass.”\n\nThe Harbor Post");
  });
});

describe("comments inside the story", () => {
  async function draw(options: { offline?: boolean } = {}) {
    const it = await open(options);
    render(Window, { app: it.app });
    it.app.open(it.app.ticker.rows.find((row) => row.title.startsWith("Night train"))!.id);
    await settle();
    await pass(10);
    return it;
  }
  const section = () => document.querySelector<HTMLElement>("#article section[aria-labelledby=comments-title]");
  const drawn = () =>
    vi.waitFor(() => {
      if (!section()) throw new Error("not drawn yet");
      return section()!;
    });

  test("nothing_is_fetched_before_they_are_opened_and_each_text_stands_in_its_own_root", async () => {
    const { app, fake } = await draw();
    expect(fake.calls).not.toContain("comments");
    await app.stories.openComments();
    const box = await drawn();
    expect(fake.opened).toEqual([]);
    const items = [...box.querySelectorAll("li")];
    expect(items).toHaveLength(4);
    expect(items.map((item) => item.className.match(/d\d/)?.[0])).toEqual(["d0", "d1", "d2", "d0"]);
    expect(items[1]!.querySelector(".host")?.shadowRoot?.textContent).toContain("The glasses are in the railway museum now.");
    expect(items[1]!.textContent).not.toContain("railway museum");
  });

  test("closing_them_leaves_the_focus_to_the_story", async () => {
    const { app } = await draw();
    await app.stories.openComments();
    const close = (await drawn()).querySelector<HTMLButtonElement>("header button:last-child")!;
    close.focus();
    close.click();
    await tick();
    expect(section()).toBeNull();
    expect(document.activeElement?.matches("#article [data-scrolls]")).toBe(true);
  });

  test("a_link_of_a_comment_is_opened_with_the_comments_own_content", async () => {
    const { app, fake } = await draw();
    await app.stories.openComments();
    const box = await drawn();
    const link = box.querySelectorAll("li")[1]!.querySelector(".host")!.shadowRoot!.querySelector("a")!;
    link.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true, cancelable: true }));
    await settle();
    expect(fake.opened).toEqual([`link 0 of ${app.reading.id} (comments-${app.reading.id})`]);
  });

  test("a_failure_is_said_and_can_be_tried_again", async () => {
    const { app, fake } = await draw();
    fake.failNext("comments", "site", "meridian.example isn’t answering.");
    await app.stories.openComments();
    expect(app.talk.failure).toBe("meridian.example isn’t answering.");
    await app.talk.load();
    expect([app.talk.failure, app.talk.comments?.comments.length]).toEqual(["", 4]);
  });

  test("an_answer_for_a_story_that_is_no_longer_gois_dropped", async () => {
    const { app, fake } = await draw();
    const answer = fake.holdNext("comments");
    void app.stories.openComments();
    await settle();
    app.open(app.ticker.rows[0]!.id);
    await settle();
    await pass(10);
    answer();
    await settle();
    expect([app.talk.open, app.talk.comments]).toEqual([false, null]);
  });
});

describe("only the story", () => {
  test("the_list_gives_way_and_escape_brings_it_back", async () => {
    const { app } = await open();
    const { container } = render(Window, { app });
    app.open(app.ticker.rows[0]!.id);
    await settle();
    app.pane = "list";
    const press = async (key: string) => {
      window.dispatchEvent(new KeyboardEvent("keydown", { key, code: key === "f" ? "KeyF" : "Escape", bubbles: true, cancelable: true }));
      await tick();
    };
    await press("f");
    expect(container.querySelector(".app")?.getAttribute("data-aside")).toBe("story-only");
    await press("Escape");
    expect(container.querySelector(".app")?.getAttribute("data-aside")).toBe("shown");
  });
});

describe("images that could move", () => {
  test("they_stand_still_until_they_are_asked_and_stop_again", () => {
    const root = rooted((text) => {
      put(text, "img", "", { src: "/a.gif" });
      put(text, "img", "", { src: "/b.png" });
    });
    const words = { play: "Play", stop: "Stop" };
    for (let n = 0; n < 2; n++) offerToPlay(root, ["/a.gif"], words);
    const buttons = [...root.querySelectorAll<HTMLButtonElement>("button.play")];
    expect(buttons).toHaveLength(1);
    const image = root.querySelector("img")!;
    let taken = 0;
    root.host.addEventListener("click", (event) => (taken += Number(playOrStop(event, words))));
    buttons[0]!.click();
    expect([image.getAttribute("src")?.endsWith("/a.gif?play"), buttons[0]!.textContent]).toEqual([true, "Stop"]);
    buttons[0]!.click();
    expect([image.getAttribute("src")?.endsWith("/a.gif"), buttons[0]!.textContent]).toEqual([true, "Play"]);
    expect(taken).toBe(2);
  });

  test("images_that_load_together_are_asked_about_once", async () => {
    const it = await open();
    it.app.open(it.app.ticker.rows.find((row) => row.title.startsWith("Glacier survey"))!.id);
    await settle();
    for (let n = 0; n < 5; n++) it.app.reading.imagesLoaded();
    await pass(IMAGES_TOGETHER + 10);
    expect(it.fake.calls.filter((call) => call === "animatedImages")).toHaveLength(1);
    expect(it.app.reading.animated).toHaveLength(1);
    it.app.open(it.app.ticker.rows[0]!.id);
    await settle();
    expect(it.app.reading.animated).toEqual([]);
  });
});

describe("passing a story on", () => {
  test("the_link_is_the_one_without_trackers", async () => {
    const it = await open();
    const article = it.app.backend.article.bind(it.app.backend);
    it.app.backend.article = async (id, wish) => ({ ...(await article(id, wish)), url: "https://a.example/1?utm_source=feed", share_url: "https://a.example/1" });
    const { container } = render(Window, { app: it.app });
    it.app.open(it.app.ticker.rows[0]!.id);
    await settle();
    await pass(10);
    const choose = async (nth: number) => {
      container.querySelector<HTMLButtonElement>("#article [aria-label=Share]")!.click();
      await tick();
      container.querySelectorAll<HTMLButtonElement>("#article [role=dialog] button")[nth]!.click();
      await settle();
    };
    await choose(0);
    expect(it.fake.opened.at(-1)).toBe("copied https://a.example/1");
    expect(it.app.toasts.current?.text).toBe("Link copied");
    await choose(1);
    expect(it.fake.opened.at(-1)).toBe(`copied ${it.app.ticker.rows[0]!.title}\nhttps://a.example/1`);
  });
});
