/* Promises about the columns of the list of sources: stories a week, text, language, notifications; orders and filters by them. */
import { cleanup, render } from "@testing-library/svelte";
import { afterEach, describe, expect, test } from "vitest";
import Window from "../src/App.svelte";
import { listOfSources, pass, settle } from "./support";

afterEach(cleanup);

/** The view on screen; each source brings ten times its id a week. */
async function draw() {
  const it = await listOfSources();
  const asked = { times: 0 };
  it.fake.volumes = async () => {
    asked.times++;
    return it.app.sources.feeds.map(({ id }) => ({ feed: id, per_week: Number(id) * 10 }));
  };
  const { container } = render(Window, { app: it.app });
  await pass(10);
  const cells = (title: string) => [...container.querySelectorAll(`[role=row][data-key="feed ${it.of(title).id}"] [role=gridcell]`)].map((cell) => cell.textContent!.trim());
  const heads = () => [...container.querySelectorAll<HTMLElement>("[role=columnheader]")];
  const world = () => it.app.sources.folders.find((folder) => folder.name === "World")!.feeds;
  return { ...it, container, asked, cells, heads, world };
}

describe("stories a week", () => {
  test("stand_in_the_row_and_are_asked_for_once", async () => {
    const { app, asked, cells, of } = await draw();
    expect(cells("The Harbor Post")[3]).toBe(String(Number(of("The Harbor Post").id) * 10));
    await app.sources.refresh();
    await pass(10);
    expect(asked.times).toBe(1);
  });

  test("are_asked_for_again_once_a_source_has_brought_something_and_only_while_the_reader_is_here", async () => {
    const { app, asked, of } = await draw();
    const { id } = of("The Harbor Post");
    const bring = async () => {
      app.sources.feeds = app.sources.feeds.map((feed) => (feed.id === id ? { ...feed, articles: feed.articles + 1 } : feed));
      await pass(10);
    };
    await bring();
    expect(asked.times).toBe(2);
    app.go("live");
    await bring();
    expect(asked.times).toBe(2);
  });

  test("many_of_them_have_a_filter_of_their_own", async () => {
    const { app, container } = await draw();
    const chip = [...container.querySelectorAll<HTMLElement>(".chip")].find((one) => one.textContent?.startsWith("Many stories"))!;
    chip.click();
    await settle();
    expect(app.sources.rows.map((feed) => Number(feed.id) >= 20)).toEqual(app.sources.feeds.filter((feed) => Number(feed.id) >= 20).map(() => true));
  });
});

describe("orders", () => {
  test("by_stories_a_week_and_unread_begin_with_the_most", async () => {
    const { app, heads, world } = await draw();
    heads()[3]!.querySelector("button")!.click();
    await settle();
    const ids = world().map((feed) => Number(feed.id));
    expect([app.sources.order, heads()[3]!.ariaSort ?? heads()[3]!.getAttribute("aria-sort")]).toEqual(["week", "descending"]);
    expect(ids).toEqual([...ids].sort((a, b) => b - a));
  });

  test("by_text_and_by_language_go_by_what_stands_there_and_what_is_unknown_comes_last", async () => {
    const { app, cells, heads, of, world } = await draw();
    heads()[5]!.querySelector("button")!.click();
    await settle();
    const texts = world().map((feed) => cells(feed.title)[5]!);
    expect(texts).toEqual([...texts].sort());
    expect(new Set(texts).size).toBeGreaterThan(1);
    app.sources.feeds = app.sources.feeds.map((feed) => (feed.id === of("Abendkurier").id ? { ...feed, language: null } : feed));
    heads()[6]!.querySelector("button")!.click();
    await settle();
    expect(world().at(-1)!.title).toBe("Abendkurier");
    const languages = world().slice(0, -1).map((feed) => cells(feed.title)[6]!);
    expect(languages).toEqual([...languages].sort((a, b) => a.localeCompare(b)));
  });
});

test("a_source_that_tells_of_its_stories_has_a_bell_beside_its_name", async () => {
  const { app, cells, of } = await draw();
  await app.choose({ notify: { ...app.notifying.settings, on: true } });
  await app.notifying.source(of("The Meridian"), true);
  await pass(10);
  expect([cells("The Meridian")[0], cells("Windward")[0]]).toEqual([expect.stringContaining("with notifications"), expect.not.stringContaining("with notifications")]);
});

test("the_foot_says_when_the_next_check_is", async () => {
  const { app, container } = await draw();
  const foot = () => container.querySelector("#stories footer")!.textContent;
  const first = app.sources.feeds.map((feed) => feed.next_check!).sort()[0]!;
  expect(foot()).toContain(`Next check ${first.slice(11, 16)}`);
  app.sources.feeds = app.sources.feeds.map((feed) => ({ ...feed, next_check: null }));
  await pass(10);
  expect(foot()).not.toContain("Next check");
});
