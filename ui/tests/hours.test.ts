/* Promises about how the time of day is written. */
import { cleanup, render } from "@testing-library/svelte";
import { afterEach, describe, expect, test } from "vitest";
import { twelveHours, writeHours } from "../src/i18n/hours.svelte";
import { learn } from "../src/i18n/languages";
import Root from "../src/Root.svelte";
import type { View } from "../src/state/app.svelte";
import { clock, moment } from "../src/text/dates";
import { open, pass, settle } from "./support";

afterEach(async () => {
  cleanup();
  writeHours("24");
  await learn(null, ["en-US"]);
});

const at = (time: string) => clock(`2026-11-23T${time}:00Z`).replace(/\s/g, " ");

describe("the time of day", () => {
  test.each([
    ["en-US", "2:05 PM"],
    ["en-GB", "14:05"],
    ["en-DE", "14:05"],
    ["fr-FR", "14:05"],
    ["es-ES", "14:05"],
    ["ar", "٢:٠٥ م"],
  ])("is_written_as_in_%s_where_that_is_chosen", async (tag, words) => {
    await learn(null, [tag]);
    expect(at("14:05")).toMatch(/^[\d٠-٩]{2}:[\d٠-٩]{2}$/);
    writeHours("language");
    expect(at("14:05")).toBe(words);
  });

  test("goes_to_12_or_to_24_whatever_the_language_does", async () => {
    for (const tag of ["en-US", "en-GB"]) {
      await learn(null, [tag]);
      writeHours("24");
      expect([at("00:05"), at("09:30"), at("23:59")]).toEqual(["00:05", "09:30", "23:59"]);
      writeHours("12");
      expect([at("00:05"), at("09:30"), at("12:00")].map((time) => time.toLowerCase())).toEqual(["12:05 am", "9:30 am", "12:00 pm"]);
    }
    expect(moment("2026-11-23T14:32:00Z")).toMatch(/2:32\spm/);
  });
});

describe("the window", () => {
  /** Everything that the window says, also under the pointer. */
  const said = (root: Element) => [root.textContent, ...[...root.querySelectorAll("[title]")].map((one) => one.getAttribute("title"))].join("\n");

  test.each<View>(["live", "saved", "activity", "sources"])("writes_every_time_of_%s_anew_when_that_changes", async (view) => {
    const memory = new Map([["left-live", String(Date.parse("2026-11-23T13:17:00Z"))]]);
    const { app } = await open({}, memory);
    const { container } = render(Root, { app, remember: () => undefined });
    app.go(view);
    await pass(10);
    if (view === "sources") app.sources.selected = app.sources.rows.find((feed) => feed.last_checked !== null)!.id;
    if (view === "saved") app.open(app.saved.items[0]!.id);
    for (const [hours, other] of [["24", /\d\s?[ap]m\b/i], ["12", /\d\d:\d\d(?!\s?[ap]m)/i], ["24", /\d\s?[ap]m\b/i]] as const) {
      await app.choose({ hours });
      await settle();
      await pass(10);
      expect([said(container).match(/\d\d:\d\d|\d:\d\d\s[AP]M/) !== null, said(container).match(other)?.[0]]).toEqual([true, undefined]);
    }
  });

  test("offers_the_hours_of_quiet_so", async () => {
    const { app, fake } = await open();
    await fake.changeSettings({ notify: { ...(await fake.settings()).notify, on: true } });
    const { container } = render(Root, { app, remember: () => undefined });
    app.section = "notifications";
    app.show("settings");
    const begins = () => container.querySelector("dialog [data-setting=notify-quiet] [aria-haspopup]")?.textContent?.replace(/\s/g, " ").trim();
    await app.choose({ hours: "24" });
    await pass(10);
    expect(begins()).toBe("22:00");
    await app.choose({ hours: "12" });
    await settle();
    expect(begins()).toBe("10:00 PM");
  });

  test("has_room_for_the_longest_time_in_its_column", async () => {
    const { app } = await open();
    render(Root, { app, remember: () => undefined });
    const column = () => document.documentElement.dataset.clock;
    await settle();
    expect([twelveHours(), column()]).toEqual([false, "24"]);
    await app.choose({ hours: "language" });
    await settle();
    expect(column()).toBe("12");
    await app.choose({ hours: "24" });
    await settle();
    expect(column()).toBe("24");
    await app.choose({ hours: "12" });
    await settle();
    expect(column()).toBe("12");
  });
});
