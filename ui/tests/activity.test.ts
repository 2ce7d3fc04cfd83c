/* Promises about Activity: what needs the reader, and the log of checks. */
import { cleanup, render } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, describe, expect, test } from "vitest";
import Window from "../src/App.svelte";
import { checkWords, entries } from "../src/state/activity.svelte";
import { keyed } from "../src/parts/keyed";
import { open, pass, settle } from "./support";

afterEach(cleanup);

async function draw() {
  const it = await open();
  it.app.go("activity");
  await settle();
  const { container } = render(Window, { app: it.app });
  await pass(10);
  const button = (source: string) => [...container.querySelectorAll<HTMLElement>("li.want")].find((one) => one.textContent?.includes(source))!.querySelector("button")!;
  return { ...it, container, button };
}

describe("what needs attention", () => {
  test("each_source_in_trouble_has_a_sentence_and_at_most_one_action", async () => {
    const { app, container } = await draw();
    const rows = [...container.querySelectorAll("li.want")];
    expect(rows).toHaveLength(app.activity.answer.attention.length);
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows) {
      expect(row.querySelector("p b")?.textContent).not.toBe("");
      expect(row.querySelector("small")?.textContent).not.toBe("");
      expect(row.querySelectorAll("button").length).toBeLessThanOrEqual(1);
    }
  });

  test("the_action_fits_the_trouble", async () => {
    const { app, fake, button } = await draw();
    button("Голос залива").click();
    await settle();
    expect(fake.calls).toContain("sync");
    button("Kunstkammer").click();
    await settle();
    expect(app.toasts.current?.undo).toBe("unfollow");
    button("Polar Station").click();
    await settle();
    expect([app.dialog, app.sources.signing?.title]).toEqual(["sign-in", "Polar Station"]);
  });
});

describe("a source that asked us to wait", () => {
  test("needs_nobody_and_says_when_it_is_asked_next", async () => {
    const { app, container } = await draw();
    const headings = () => [...container.querySelectorAll("h2")].map((one) => one.textContent!.trim());
    expect(headings()).toContain("Asked us to wait");
    const list = [...container.querySelectorAll("h2")].find((one) => one.textContent === "Asked us to wait")!.nextElementSibling!;
    expect([list.children.length, list.textContent, list.querySelector("button")]).toEqual([1, expect.stringContaining("Touchline"), null]);
    expect(list.querySelector("small")?.textContent).toBe("Next check: 14:56");
    const others = app.activity.answer.attention.filter((one) => one.trouble.code !== "asked_to_wait");
    expect(headings()).toContain(`Needs attention ${others.length}`);
    // In Sources, and at the foot of the list, too.
    app.sources.filter = "troubled";
    expect([app.sources.troubled, app.sources.rows.length, app.sources.rows.some((feed) => feed.title === "Touchline")]).toEqual([others.length, others.length, false]);
    app.go("live");
    await pass(10);
    expect(container.querySelector("footer .w")?.textContent).toContain(`${others.length} need attention`);
    app.activity.answer = { ...app.activity.answer, attention: others };
    app.go("activity");
    app.activity.answer = { ...app.activity.answer, attention: others };
    await tick();
    expect(headings()).not.toContain("Asked us to wait");
  });
});

describe("saved stories", () => {
  const line = (container: Element, words: string) => [...container.querySelectorAll(".check")].find((one) => one.textContent!.includes(words))!;

  test("of_which_something_is_missing_are_tried_again", async () => {
    const { app, fake, container } = await draw();
    const heading = [...container.querySelectorAll("h2")].find((one) => one.textContent!.startsWith("Not saved completely"))!;
    const rows = [...heading.nextElementSibling!.children];
    expect(rows.map((row) => row.querySelector("p")!.textContent)).toEqual(app.activity.incomplete.map((item) => item.title));
    expect(rows[0]!.textContent).toContain("Saved, 2 images missing");
    rows[0]!.querySelector("button")!.click();
    expect(app.activity.saving.some((item) => item.title === "The engineer who listens to wind")).toBe(true);
    await pass(10);
    expect(fake.calls).toContain("retrySave");
  });

  test("stand_in_the_log_between_the_checks_and_lead_to_themselves", async () => {
    const { app, container } = await draw();
    const item = app.activity.saves.find((one) => one.state === "complete")!;
    const around = entries(app.activity.answer.recent, app.activity.saves).map((entry) => ("check" in entry ? entry.check.at : entry.at));
    expect(around).toEqual([...around].sort().reverse());
    expect(line(container, item.title).textContent).toContain("Saved, with images");
    (line(container, item.title) as HTMLButtonElement).click();
    await pass(10);
    expect([app.view, app.saved.selected, app.reading.id]).toEqual(["saved", item.id, item.id]);
  });

  test("of_one_minute_are_one_line_that_names_them", async () => {
    const { app, container } = await draw();
    const [some] = app.activity.saves;
    app.saved.items = ["10", "20"].map((second) => ({ ...some!, id: second, title: `Story ${second}`, saved_at: `2026-11-23T14:40:${second}Z` }));
    await pass(10);
    expect(line(container, "2 stories saved").nextElementSibling?.textContent).toBe("Story 20\nStory 10");
  });

  test("are_a_filter_of_the_log_and_are_copied_with_it", async () => {
    const { app, container } = await draw();
    [...container.querySelectorAll<HTMLElement>(".chip")].find((one) => one.textContent === "Saved")!.click();
    await tick();
    expect(container.querySelectorAll(".check")).toHaveLength(app.activity.saves.length);
    expect(app.activity.text.split("\n").every((one) => one.includes("Saved, "))).toBe(true);
    app.activity.filter = "new";
    expect([app.activity.text.includes("Saved, "), app.activity.shown.length > 0]).toEqual([false, true]);
  });

  test("that_wait_or_are_under_way_are_told_now", async () => {
    const { app, container } = await draw();
    const [some] = app.activity.saves;
    const now = () => [...container.querySelectorAll(".now")].map((one) => one.textContent);
    app.saved.items = [{ ...some!, state: "saving" }, { ...some!, id: "1", state: "waiting" }];
    await tick();
    expect(now()).toEqual(["1 story is being saved", "1 story will be saved when there is a connection"]);
    app.saved.items = [];
    await tick();
    expect([now(), container.querySelector("h2")?.textContent]).toEqual([[], expect.stringContaining("Needs attention")]);
  });
});

describe("the log", () => {
  test("a_round_without_a_connection_is_one_line_that_names_its_sources", async () => {
    const { app, container } = await draw();
    app.saved.items = [];
    const some = app.activity.answer.recent[0]!;
    const check = (feed: number, at: string, outcome: "unchanged" | "offline") => ({ ...some, feed_id: String(feed), feed_title: `Source ${feed}`, at, outcome, new_articles: 0, details: "" });
    const recent = [check(1, "2026-11-23T14:41:20Z", "offline"), check(2, "2026-11-23T14:41:10Z", "unchanged"), check(3, "2026-11-23T14:41:05Z", "offline"), check(4, "2026-11-23T14:26:00Z", "offline")];
    app.activity.answer = { ...app.activity.answer, recent };
    await pass(10);
    const lines = [...container.querySelectorAll(".check .what")].map((one) => one.textContent!.replace(/\s+/g, " ").trim());
    expect(lines).toEqual(["No connection: 2 sources", "Source 2 Nothing new", "Source 4 No connection"]);
    expect(container.querySelector("pre")?.textContent).toBe("Source 1\nSource 3");
  });


  test("two_checks_of_the_same_moment_are_both_drawn", async () => {
    expect(keyed(["a", "b", "a", "a"], (one) => one).map((one) => one.key)).toEqual(["a", "b", "a 2", "a 3"]);
    const { app, container } = await draw();
    const [first] = app.activity.answer.recent;
    app.activity.answer = { ...app.activity.answer, recent: [first!, first!].map((check) => ({ ...check, outcome: "failed" as const })) };
    await pass(10);
    expect(container.querySelectorAll(".check")).toHaveLength(2);
  });

  test("checks_of_one_minute_that_brought_nothing_are_one_line_that_names_them", async () => {
    const { app, container } = await draw();
    const some = app.activity.answer.recent[0]!;
    const check = (feed: number, at: string, outcome: "unchanged" | "failed") => ({ ...some, feed_id: String(feed), feed_title: `Source ${feed}`, at, outcome, new_articles: 0, details: "" });
    const recent = [check(1, "2026-11-23T14:41:20Z", "unchanged"), check(2, "2026-11-23T14:41:10Z", "failed"), check(3, "2026-11-23T14:41:05Z", "unchanged"), check(4, "2026-11-23T14:26:00Z", "unchanged")];
    expect(entries(recent).map((entry) => ("quiet" in entry ? entry.quiet.map((one) => one.feed_id) : "check" in entry && entry.check.feed_id))).toEqual([["1", "3"], "2", "4"]);
    app.activity.answer = { ...app.activity.answer, recent };
    await pass(10);
    const lines = [...container.querySelectorAll(".check")].map((one) => one.textContent!.replace(/\s+/g, " "));
    expect(lines[0]).toContain("2 sources checked, nothing new");
    expect(container.querySelector("pre")?.textContent).toBe("Source 1\nSource 3");
  });

  test("it_can_be_filtered_and_copied_without_addresses", async () => {
    const { app, fake, container } = await draw();
    app.activity.filter = "new";
    expect(app.activity.shown.length).toBeGreaterThan(0);
    expect(app.activity.shown.every((check) => check.new_articles > 0)).toBe(true);
    container.querySelector<HTMLButtonElement>("button[aria-label='Copy the log']")!.click();
    await settle();
    const copied = fake.opened.at(-1)!;
    expect(copied).toContain("2 new stories");
    expect(copied).not.toMatch(/https?:|\.example/);
    app.activity.filter = "failed";
    expect(app.activity.shown.every((check) => check.outcome === "failed")).toBe(true);
  });

  test("a_check_is_told_in_words", async () => {
    const { app } = await draw();
    const check = { ...app.activity.answer.recent[0]!, new_articles: 0, message: "it does not answer" };
    expect([checkWords({ ...check, outcome: "unchanged" }), checkWords({ ...check, outcome: "offline" }), checkWords({ ...check, outcome: "failed" })]).toEqual(["Nothing new", "No connection", "it does not answer"]);
  });

  test("a_refused_answer_is_said", async () => {
    const { app, fake } = await draw();
    fake.failNext("activity");
    await app.activity.refresh();
    expect(app.activity.failure).not.toBe("");
  });
});

describe("the details of a source", () => {
  test("they_show_thirty_days_and_ten_checks_and_follow_the_selection", async () => {
    const { app, container } = await draw();
    app.go("sources");
    await settle();
    app.sources.selected = app.sources.feeds[0]!.id;
    await pass(10);
    expect(container.querySelectorAll("#article svg rect")).toHaveLength(30);
    expect(container.querySelector("#article svg[role=img]")?.getAttribute("aria-label")).toMatch(/stories, at most \d+ a day, \d+ today$/);
    expect(app.sources.checks).toHaveLength(10);
    const slow = app.sources.details(app.sources.feeds[0]!.id);
    await app.sources.details(app.sources.feeds[1]!.id);
    await slow;
    expect(app.sources.checks[0]!.feed_id).toBe(app.sources.feeds[1]!.id);
  });
});
