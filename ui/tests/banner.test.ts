/* Promises about what concerns the whole library: it is seen once, in every view and layout. */
import { cleanup, render } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, describe, expect, test, vi } from "vitest";
import Window from "../src/App.svelte";
import type { View } from "../src/state/app.svelte";
import { open, settle } from "./support";

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

/** The window in this view, as wide as that, with its connection lost while it is looked at. */
async function outage(view: View, width: number, pane: "list" | "article" = "list") {
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(width);
  const it = await open();
  it.app.go(view);
  await settle();
  const { container } = render(Window, { app: it.app });
  it.app.open("1");
  it.app.pane = pane;
  await settle();
  const regions = () => [...container.querySelectorAll(".notices")];
  expect(regions().map((region) => [region.getAttribute("role"), region.textContent!.trim()])).toEqual([["status", ""]]);
  it.fake.setOffline(true);
  await settle();
  await tick();
  return { ...it, container, regions };
}

describe("the banner of an outage", () => {
  const places: [View, number, "list" | "article", string][] = [
    ["live", 1440, "list", "#article"],
    ["saved", 800, "list", "#article"],
    ["search", 1440, "list", "#article"],
    ["sources", 1440, "list", "main"],
    ["activity", 1440, "list", "main"],
    ["live", 400, "list", "main"],
    ["saved", 400, "list", "main"],
    ["sources", 400, "list", "main"],
    ["live", 400, "article", "#article"],
  ];
  test.each(places)("stands_once_in_%s_at_%i_with_the_%s", async (view, width, pane, place) => {
    const { regions } = await outage(view, width, pane);
    expect(regions().map((region) => region.parentElement!.matches(place))).toEqual([true]);
    expect(regions()[0]!.textContent).toContain("You’re offline.");
  });

  test("goes_along_with_the_pane_that_is_pushed_and_stays_dismissed", async () => {
    const { app, container, regions } = await outage("live", 400);
    app.pane = "article";
    await tick();
    expect(regions()).toHaveLength(1);
    container.querySelector<HTMLButtonElement>("#article .notices button")!.click();
    app.pane = "list";
    await tick();
    expect(regions()[0]!.textContent!.trim()).toBe("");
  });

  test("says_that_the_network_wants_a_sign_in_and_opens_the_page_for_it", async () => {
    const { fake, regions } = await outage("live", 1440);
    const button = () => [...regions()[0]!.querySelectorAll("button")].find((one) => one.textContent === "Open browser");
    expect(button()).toBeUndefined();
    fake.wantsSignIn = true;
    fake.setOffline(true);
    await settle();
    await tick();
    expect(regions()[0]!.textContent).toContain("This network needs you to sign in. Everything you saved is here");
    button()!.click();
    await settle();
    expect(fake.calls).toContain("openSignIn");
    fake.setOffline(false);
    await settle();
    expect(regions()[0]!.textContent!.trim()).toBe("");
  });

  test("that_was_dismissed_comes_back_once_where_signing_in_would_end_it", async () => {
    const { fake, container, regions } = await outage("live", 1440);
    const dismiss = async () => {
      container.querySelector<HTMLButtonElement>(".notices .x button")!.click();
      await tick();
    };
    const asked = async () => {
      fake.setOffline(true);
      await settle();
      await tick();
      return regions()[0]!.textContent!.trim();
    };
    await dismiss();
    expect(await asked()).toBe("");
    fake.wantsSignIn = true;
    expect(await asked()).toContain("This network needs you to sign in.");
    await dismiss();
    expect(await asked()).toBe("");
  });

  test("shares_its_place_with_the_notice_of_a_damaged_library", async () => {
    const { app, regions } = await outage("activity", 1440);
    app.library.health = "The library was damaged.";
    await tick();
    expect(regions()[0]!.textContent).toContain("The library was damaged.");
    expect(regions()[0]!.textContent).toContain("You’re offline.");
  });
});
