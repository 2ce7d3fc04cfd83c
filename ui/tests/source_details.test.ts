/* Promises about the details of a source: since when its stories are here, its last days, its last checks. */
import { cleanup, render } from "@testing-library/svelte";
import { afterEach, expect, test } from "vitest";
import Window from "../src/App.svelte";
import type { CheckOutcome } from "../src/api/backend";
import { listOfSources, pass } from "./support";

afterEach(cleanup);

async function details(title: string, prepare: (it: Awaited<ReturnType<typeof listOfSources>>) => void = () => {}) {
  const it = await listOfSources();
  prepare(it);
  const { container } = render(Window, { app: it.app });
  it.app.sources.selected = it.of(title).id;
  await pass(10);
  return { ...it, sheet: container.querySelector<HTMLElement>("#article")! };
}

test("the_language_and_the_day_of_the_first_story_stand_below_the_name", async () => {
  const { sheet } = await details("Abendkurier", ({ fake }) => {
    const before = fake.feedStatistics.bind(fake);
    fake.feedStatistics = async (id) => ({ ...(await before(id)), first_seen: "2025-03-04T08:00:00Z" });
  });
  expect(sheet.querySelector(".top p")?.textContent).toBe("German, stories since March 4, 2025");
});

test("a_source_without_stories_and_language_is_named_by_its_host", async () => {
  const { sheet } = await details("Abendkurier", ({ app, fake }) => {
    const before = fake.feedStatistics.bind(fake);
    fake.feedStatistics = async (id) => ({ ...(await before(id)), first_seen: null });
    app.sources.feeds = app.sources.feeds.map((feed) => ({ ...feed, language: null }));
  });
  expect(sheet.querySelector(".top p")?.textContent).toBe("abendkurier.example");
});

test("the_bars_say_where_they_begin_and_what_the_last_one_is", async () => {
  const { sheet, fake, of } = await details("Abendkurier");
  const { days } = await fake.feedStatistics(of("Abendkurier").id);
  expect([...sheet.querySelectorAll(".ends span")].map((end) => end.textContent)).toEqual(["October 25", `today, ${days.at(-1)}`]);
});

test("each_of_the_last_checks_has_a_sign_of_its_own", async () => {
  const outcomes: [CheckOutcome, number, string][] = [
    ["updated", 2, "plus"],
    ["updated", 0, "check"],
    ["unchanged", 0, "check"],
    ["failed", 0, "triangle-alert"],
    ["offline", 0, "cloud-off"],
    ["moved", 0, "arrow-right"],
  ];
  const { sheet } = await details("Abendkurier", ({ fake }) => {
    fake.feedChecks = async (feed_id) =>
      outcomes.map(([outcome, new_articles], n) => ({ feed_id, feed_title: "", at: `2026-11-23T14:0${n}:00Z`, outcome, new_articles, millis: 1, bytes: 0, message: "", details: "" }));
  });
  const signs = [...sheet.querySelectorAll("li svg")].map((sign) => [...sign.classList].find((name) => name.startsWith("lucide-"))?.slice("lucide-".length));
  expect(signs).toEqual(outcomes.map(([, , sign]) => sign));
});
