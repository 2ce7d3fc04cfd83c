/* Promises about rules for notifications. */
import { cleanup, render } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, describe, expect, test } from "vitest";
import { t } from "../src/i18n/words";
import Root from "../src/Root.svelte";
import { open, pass, settle } from "./support";

afterEach(cleanup);

async function draw() {
  const it = await open();
  const { container } = render(Root, { app: it.app, remember: () => undefined });
  await tick();
  const button = (label: string) => [...container.querySelectorAll<HTMLButtonElement>("button")].find((one) => one.textContent?.trim() === label || one.getAttribute("aria-label") === label)!;
  const press = async (label: string) => {
    button(label).click();
    await settle();
    await pass(10);
  };
  return { ...it, container, button, press };
}
const on = async (it: Awaited<ReturnType<typeof draw>>) => it.app.notifying.choose({ on: true });

describe("the first rule", () => {
  test("asks_whether_notifications_may_be_shown_and_is_made_when_they_may", async () => {
    const { app, fake, press } = await draw();
    const feed = app.sources.feeds[0]!;
    await app.notifying.source(feed, true);
    await pass(10);
    expect([app.dialog, await fake.notifyRules()]).toEqual(["notify", []]);
    await press(t("notify-on"));
    expect([app.dialog, app.library.settings.notify.on]).toEqual([null, true]);
    expect((await fake.notifyRules()).map((rule) => [rule.kind, rule.feed_id])).toEqual([["source", feed.id]]);
    expect(app.toasts.current?.undo).toBe("notify");
  });

  test("is_not_made_where_the_reader_does_not_want_notifications", async () => {
    const { app, fake, press } = await draw();
    await app.notifying.folder("World", true);
    await pass(10);
    await press(t("not-now"));
    expect([app.dialog, app.library.settings.notify.on, await fake.notifyRules()]).toEqual([null, false, []]);
  });

  test("of_words_comes_back_to_the_settings", async () => {
    const it = await draw();
    it.app.section = "notifications";
    it.app.show("settings");
    it.app.notifying.words = "ferry";
    await it.app.notifying.addWords();
    await pass(10);
    await it.press(t("notify-on"));
    expect([it.app.dialog, it.app.section, it.app.notifying.words]).toEqual(["settings", "notifications", ""]);
    expect(it.container.querySelector("dialog [data-setting=notify-rules]")?.textContent).toContain("ferry");
  });
});

describe("a rule", () => {
  test("of_a_source_is_switched_in_its_details_and_taken_back", async () => {
    const it = await draw();
    await on(it);
    const { app, container } = it;
    const feed = app.sources.feeds[0]!;
    app.showSource(feed.id);
    await settle();
    await pass(10);
    const toggle = () => [...container.querySelectorAll<HTMLButtonElement>("#article [role=switch]")].at(-1)!;
    expect(toggle().getAttribute("aria-checked")).toBe("false");
    toggle().click();
    await pass(10);
    expect(toggle().getAttribute("aria-checked")).toBe("true");
    await app.undoing.undo();
    await pass(10);
    expect(toggle().getAttribute("aria-checked")).toBe("false");
  });

  test("of_a_folder_is_a_bell_beside_its_name", async () => {
    const it = await draw();
    await on(it);
    it.app.go("sources");
    await settle();
    await pass(10);
    const folder = it.app.sources.folderPaths[0]!;
    const label = t("notify-folder", { folder });
    await it.press(label);
    expect(it.button(label).getAttribute("aria-pressed")).toBe("true");
    await it.press(label);
    expect(it.button(label).getAttribute("aria-pressed")).toBe("false");
  });

  test("that_is_refused_says_why", async () => {
    const it = await draw();
    await on(it);
    it.app.notifying.words = "…";
    await it.app.notifying.addWords();
    expect(it.app.notifying.problem).not.toBe("");
  });
});

describe("a pause", () => {
  test("lasts_an_hour_or_until_tomorrow_and_can_be_ended", async () => {
    const { app } = await draw();
    const hours = () => (app.notifying.pausedUntil === null ? null : (Date.parse(app.notifying.pausedUntil) - app.now) / 3_600_000);
    await app.notifying.pause("hour");
    expect(hours()).toBe(1);
    await app.notifying.pause("tomorrow");
    expect(hours()).toBeGreaterThan(8);
    await app.notifying.pause("over");
    expect(hours()).toBeNull();
  });
});

describe("a system", () => {
  test("without_anybody_who_shows_notifications_is_named", async () => {
    const { app, fake, container } = await draw();
    fake.system = { ...fake.system, notifications: false };
    app.section = "notifications";
    app.show("settings");
    await settle();
    await pass(10);
    expect(container.querySelector("dialog [role=note]")?.textContent).toBe(t("notify-missing"));
  });
});

describe("a story that was clicked in a notification", () => {
  test("opens_over_live_wherever_the_reader_was", async () => {
    const { app, fake } = await draw();
    const { id } = app.ticker.rows[3]!;
    app.go("sources");
    app.show("settings");
    fake.waiting = { kind: "story", id };
    app.notice({ kind: "handed" });
    await settle();
    await pass(10);
    expect([app.view, app.dialog, app.reading.id, app.ticker.selected]).toEqual(["live", null, id, id]);
  });
});
