/* Promises about the search over everything stored here. */
import { describe, expect, test } from "vitest";
import { open, pass, settle } from "./support";

describe("searching", () => {
  test("it_looks_once_typing_rests_and_finds_stories_and_sources", async () => {
    const { app, fake } = await open();
    for (const part of ["h", "ha", "harbor"]) app.search.type(part);
    await pass(500);
    expect(fake.calls.filter((call) => call === "search")).toHaveLength(1);
    expect(app.search.hits.length).toBeGreaterThan(0);
    expect(app.search.sources(app.sources.feeds).map((feed) => feed.title)).toEqual(["The Harbor Post"]);
  });

  test("an_answer_that_was_overtaken_is_not_heard", async () => {
    const { app } = await open();
    const slow = app.search.look("glacier");
    await app.search.look("derby");
    await slow;
    expect(app.search.answered).toBe("derby");
    expect(app.search.hits.every((hit) => /derby/i.test(hit.title))).toBe(true);
  });

  test("an_empty_field_asks_nothing_and_used_words_are_remembered", async () => {
    const { app, fake } = await open();
    await app.search.look("wind");
    app.search.used();
    await app.search.look("   ");
    await settle();
    expect(fake.calls.filter((call) => call === "search")).toHaveLength(1);
    expect([app.search.hits.length, app.search.recent]).toEqual([0, ["wind"]]);
  });
});
