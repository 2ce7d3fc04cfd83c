/* Promises about a window that is open while the system goes to another time zone. */
import { cleanup, render } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, describe, expect, test } from "vitest";
import Window from "../src/App.svelte";
import { lookAtZone } from "../src/i18n/zone.svelte";
import { clock, shortMoment } from "../src/text/dates";
import { atTop, NOW, open, pass, settle } from "./support";

afterEach(() => {
  cleanup();
  process.env.TZ = "UTC";
  lookAtZone();
});

/** Live, with the last story of yesterday, from an hour before midnight, selected. */
async function drawn() {
  const { app } = await open();
  const { ticker } = app;
  ticker.rows = ticker.rows.slice(0, 4).map((row, at) => ({ ...row, time: at < 2 ? row.time : `2026-11-22T23:0${4 - at}:00Z` }));
  ticker.moreBelow = false;
  ticker.select(ticker.rows[2]!.id);
  atTop(app);
  const { container } = render(Window, { app });
  await settle();
  await tick();
  const row = () => container.querySelector<HTMLElement>("[role=option]")!;
  return { app, row, time: () => row().querySelector("time")!.textContent, today: () => container.querySelector(".day .c")!.textContent };
}

describe("another time zone", () => {
  test("writes_the_times_anew_with_the_next_minute_and_lays_the_days_out_again", async () => {
    const { row, time, today } = await drawn();
    expect([time(), today()]).toEqual(["23:02", "2"]);
    expect(row().textContent).toContain("Yesterday, Sunday November 22");
    row().focus();
    const before = row();
    process.env.TZ = "Europe/Berlin";
    await pass(60_100);
    await tick();
    expect([time(), today()]).toEqual(["00:02", "4"]);
    expect(row().textContent).not.toContain("Yesterday");
    expect([row() === before, document.activeElement === before]).toEqual([true, true]);
  });

  test("is_noticed_when_the_window_is_seen_again", async () => {
    const { time } = await drawn();
    process.env.TZ = "Asia/Tokyo";
    document.dispatchEvent(new Event("visibilitychange"));
    await tick();
    expect(time()).toBe("08:02");
  });

  test("counts_for_every_list", () => {
    const words = () => [clock(NOW.toISOString()), shortMoment("2026-11-22T23:30:00Z", NOW.getTime())];
    expect(words()).toEqual(["14:41", "Sun"]);
    process.env.TZ = "Europe/Berlin";
    lookAtZone();
    expect(words()).toEqual(["15:41", "00:30"]);
  });
});
