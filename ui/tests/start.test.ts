/* Promises about the start of the window: its first picture comes with one answer and waits for nothing that it does not show. */
import { render } from "@testing-library/svelte";
import { describe, expect, test } from "vitest";
import { Fake } from "../src/api/fake/backend";
import Root from "../src/Root.svelte";
import { App } from "../src/state/app.svelte";
import { ids, settle } from "./support";

const never = <T>() => new Promise<T>(() => undefined);

function begin(fake: Fake, memory: Record<string, string> = {}): App {
  return new App(fake, { now: Date.now, languages: [], recall: (key) => memory[key] ?? null, remember: () => undefined, copy: async () => true });
}

describe("the start of the window", () => {
  test("the_rows_wait_neither_for_the_story_of_the_last_time_nor_for_the_sources_nor_for_notices", async () => {
    const fake = new Fake({ articles: 40 });
    fake.article = never;
    fake.feeds = never;
    fake.onNotice = never;
    const app = begin(fake, { "open-story": "7" });
    void app.start();
    await settle();
    expect([app.ready, app.ticker.status, app.reading.status]).toEqual([true, "ready", "loading"]);
    expect(app.ticker.rows.length).toBeGreaterThan(30);
    // Settings, figures and rows are one answer.
    expect(fake.calls.filter((call) => call === "firstPicture")).toHaveLength(1);
  });

  test("what_arrived_between_the_first_answer_and_the_first_notice_is_not_missed", async () => {
    const fake = new Fake({ articles: 40 });
    const early = fake.firstPicture();
    await early;
    const arrived = fake.push();
    const app = begin(fake);
    await app.start(early);
    await settle();
    expect([...app.ticker.pending.map((row) => row.id), ...ids(app)]).toContain(arrived);
  });

  test("rows_that_cannot_be_read_leave_the_rest_of_the_window_standing", async () => {
    const fake = new Fake({ articles: 40 });
    fake.ticker = () => Promise.reject({ code: "internal", message: "The library could not be read." });
    const app = begin(fake);
    await app.start();
    expect([app.ready, app.ticker.status, app.library.status.feeds > 0]).toEqual([true, "failed", true]);
  });

  test("a_window_without_rows_says_that_it_is_painted_all_the_same", async () => {
    const painted = async (change: (fake: Fake) => void) => {
      const fake = new Fake({ articles: 40 });
      change(fake);
      const app = begin(fake);
      await app.start();
      const { unmount } = render(Root, { app, remember: () => undefined });
      for (let frames = 0; frames < 6; frames++) await new Promise((resolve) => requestAnimationFrame(resolve));
      await settle();
      unmount();
      return fake.calls.includes("firstRowsPainted");
    };
    const failing = (fake: Fake) => (fake.ticker = () => Promise.reject({ code: "internal", message: "The library could not be read." }));
    const bare = (fake: Fake) => (fake.ticker = async () => ({ rows: [], total: 0, more: false, newest_id: "0" }));
    expect([await painted(failing), await painted(bare)]).toEqual([true, true]);
  });

  test("a_source_that_seldom_has_anything_is_known_as_such_before_the_sources_are", async () => {
    const fake = new Fake({ articles: 40 });
    fake.feeds = never;
    const rare = (await fake.firstPicture()).ticker!.rows[0]!;
    const burst = { ...(await fake.firstPicture()) };
    burst.ticker = { ...burst.ticker!, rows: burst.ticker!.rows.map((row) => ({ ...row, feed_id: rare.feed_id, time: rare.time })) };
    const folds = async (stories: number) => {
      fake.firstPicture = async () => ({ ...burst, stories: { [rare.feed_id]: stories } });
      const app = begin(fake);
      void app.start();
      await settle();
      return app.ticker.hidden.size > 0;
    };
    expect([await folds(500), await folds(3)]).toEqual([true, false]);
  });
});
