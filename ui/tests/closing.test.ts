/* Promises about closing the window for the first time. */
import { cleanup, render } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, describe, expect, test } from "vitest";
import { t } from "../src/i18n/words";
import Root from "../src/Root.svelte";
import { open, pass, settle } from "./support";

afterEach(cleanup);

async function close() {
  const it = await open();
  const { container } = render(Root, { app: it.app, remember: () => undefined });
  await tick();
  it.fake.waiting = { kind: "closing" };
  it.app.notice({ kind: "handed" });
  await settle();
  await pass(10);
  const press = async (label: string) => {
    [...container.querySelectorAll<HTMLButtonElement>("dialog button")].find((one) => one.textContent?.trim() === label || one.getAttribute("aria-label") === label)!.click();
    await settle();
  };
  return { ...it, press };
}

describe("the window that is closed for the first time", () => {
  test("asks_and_goes_into_the_background_where_the_reader_wants_it", async () => {
    const { app, fake, press } = await close();
    expect(app.dialog).toBe("close");
    await press(t("close-keep"));
    expect([app.dialog, (await fake.settings()).on_close, fake.calls.at(-2)]).toEqual([null, "background", "closeWindow"]);
  });

  test("quits_where_the_reader_wants_that", async () => {
    const { fake, press } = await close();
    await press(t("close-quit"));
    expect([(await fake.settings()).on_close, fake.calls.includes("quit")]).toEqual(["quit", true]);
  });

  test("stays_where_the_reader_turns_back", async () => {
    const { app, fake, press } = await close();
    await press(t("close"));
    expect([app.dialog, (await fake.settings()).on_close, fake.calls.includes("closeWindow")]).toEqual([null, "ask", false]);
  });

  test("the_tray_leads_to_the_settings", async () => {
    const { app, fake } = await close();
    fake.waiting = { kind: "view", view: "settings" };
    app.notice({ kind: "handed" });
    await settle();
    expect(app.dialog).toBe("settings");
  });
});
