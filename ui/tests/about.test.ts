/* Promises about what stands under About: a bug report names no site unasked, and the way back from drawing safely. */
import { cleanup, render } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, expect, test } from "vitest";
import { t } from "../src/i18n/words";
import Root from "../src/Root.svelte";
import { open, settle } from "./support";

afterEach(cleanup);

async function about() {
  const it = await open();
  const { container } = render(Root, { app: it.app, remember: () => undefined });
  it.app.section = "about";
  it.app.show("settings");
  await tick();
  await settle();
  const named = (label: string) => [...container.querySelectorAll<HTMLButtonElement>("dialog button")].find((one) => one.textContent?.trim() === label || container.querySelector(`[id="${one.getAttribute("aria-labelledby")}"]`)?.textContent === label)!;
  const press = async (label: string) => {
    named(label).click();
    await settle();
  };
  return { ...it, press, named };
}

test("diagnostics_name_no_site_before_the_reader_agrees", async () => {
  const { press, fake, app } = await about();
  const sites = app.sources.feeds.map((feed) => feed.url);
  const names = () => sites.filter((site) => fake.opened.at(-1)!.includes(site)).length;
  await press(t("copy-diagnostics"));
  expect([fake.opened.at(-1)!.includes("Stop Press 0.1.0"), names()]).toEqual([true, 0]);
  await press(t("diagnostics-addresses"));
  await press(t("copy-diagnostics"));
  expect([sites.length > 0, names()]).toEqual([true, sites.length]);
});

test("the_way_back_from_drawing_safely_stands_in_the_settings", async () => {
  const { press, named, fake } = await about();
  await press(t("drawing-safe"));
  expect([fake.drawn?.safe, named(t("drawing-safe")).getAttribute("aria-checked")]).toEqual([true, "true"]);
  await press(t("drawing-safe"));
  expect(fake.drawn?.safe).toBe(false);
});

test("a_window_that_came_up_again_says_so_once", async () => {
  const { fake, app } = await open();
  fake.drawn = { safe: true, news: true };
  await app.start();
  expect(app.library.health).toBe(t("drawing-news"));
  app.library.dismissHealth();
  await app.start();
  expect(app.library.health).toBeNull();
});
