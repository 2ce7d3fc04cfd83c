/* Promises about making a search narrower and wider: by what was found, and from Saved to everything. */
import { cleanup, render } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, describe, expect, test } from "vitest";
import Window from "../src/App.svelte";
import { open, settle } from "./support";

afterEach(cleanup);

/** The window with Search on screen and this looked for. */
async function draw(query: string) {
  const it = await open();
  const { container } = render(Window, { app: it.app });
  it.app.go("search");
  const look = async (words: string) => {
    await it.app.search.look(words);
    await settle();
    await tick();
  };
  await look(query);
  return {
    ...it,
    container,
    look,
    filters: () => [...container.querySelectorAll<HTMLElement>(".filters li")].map((one) => one.textContent?.trim()),
    async offered() {
      container.querySelector<HTMLElement>(".filters .add")!.click();
      await settle();
      await tick();
      return [...container.querySelectorAll<HTMLElement>("[role=menuitem]")];
    },
    wider: () => container.querySelector<HTMLElement>(".list .more"),
  };
}

describe("the menu of filters", () => {
  test("offers_the_sources_and_languages_of_what_was_found_while_there_are_several", async () => {
    const { app, filters, offered } = await draw("is:unread");
    const found = new Set(app.search.hits.map((hit) => hit.source));
    expect(found.size).toBeGreaterThan(1);
    const words = (one: Element) => one.textContent!.trim().replace(/[\u2068\u2069]/g, "");
    const from = (await offered()).filter((one) => words(one).startsWith("from "));
    expect(from.length).toBeGreaterThan(1);
    expect(from.every((one) => found.has(words(one).slice("from ".length)))).toBe(true);
    const source = words(from[0]!);
    from[0]!.click();
    await settle();
    await tick();
    expect(filters()).toEqual(["unread", source]);
    expect(new Set(app.search.hits.map((hit) => `from ${hit.source}`))).toEqual(new Set([source]));
    expect((await offered()).some((one) => words(one).startsWith("from "))).toBe(false);
  });

  test("a_language_is_named_in_words_and_kept_by_its_tag", async () => {
    const { app, offered } = await draw("is:unread");
    const german = (await offered()).find((one) => one.textContent!.trim() === "in German")!;
    german.click();
    await settle();
    expect(app.search.query).toBe("is:unread lang:de");
    expect(app.search.hits.length).toBeGreaterThan(0);
    expect(app.search.hits.every((hit) => hit.language?.startsWith("de"))).toBe(true);
  });
});

describe("what was looked for", () => {
  test("is_marked_in_the_names_of_sources_too", async () => {
    const { container } = await draw("harbor");
    expect(container.querySelector(".list .src mark")?.textContent).toBe("Harbor");
    const names = [...container.querySelectorAll(".row .n")].filter((one) => one.textContent === "The Harbor Post");
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(name.querySelector("mark")?.textContent).toBe("Harbor");
  });
});

describe("a search in Saved", () => {
  test("with_few_hits_says_how_many_there_are_everywhere_and_leads_there", async () => {
    const { app, look, wider } = await draw("in:saved ferry");
    const here = app.search.hits.length;
    expect(here).toBeLessThan(10);
    await look("ferry");
    const everywhere = app.search.hits.length;
    expect([everywhere > here, wider()]).toEqual([true, null]);
    await look("in:saved ferry");
    expect(wider()!.textContent).toContain(`${here} in Saved, ${everywhere} everywhere`);
    wider()!.querySelector("button")!.click();
    await settle();
    await tick();
    expect([app.search.query, app.search.hits.length, wider()]).toEqual(["ferry", everywhere, null]);
  });

  test("says_that_there_may_be_more_where_the_library_did_not_look_at_everything", async () => {
    const { fake, look, wider } = await draw("");
    fake.looksThrough = 300;
    await look("in:saved ferry");
    expect(wider()!.textContent).toMatch(/\d+ in Saved, at least \d+ everywhere/);
  });

  test("says_nothing_of_it_where_there_is_no_more_elsewhere_or_where_that_cannot_be_counted", async () => {
    const { app, fake, look, wider } = await draw("in:saved nobodywrotethis");
    expect(wider()).toBeNull();
    const search = fake.search.bind(fake);
    fake.search = (query, ...more) => (query.includes("in:saved") ? search(query, ...more) : Promise.reject(new Error("no")));
    await look("in:saved ferry");
    expect([wider(), app.search.failure]).toEqual([null, ""]);
  });
});
