/* Promises about the box that stands where images of a saved story are missing. */
import { cleanup, render } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, describe, expect, test } from "vitest";
import type { SaveState } from "../src/api/backend";
import Window from "../src/App.svelte";
import { missing } from "../src/article/fill";
import { open, settle } from "./support";

afterEach(cleanup);

/** A story in which an image could not be shown. */
async function drawn(save_state: SaveState | null) {
  const it = await open();
  it.app.open(it.app.ticker.rows.find((row) => row.title.startsWith("Offshore wind"))!.id);
  await settle();
  const { page } = it.app.reading;
  it.app.reading.page = { ...page!, save_state, missing_images: 1, content_key: "other", html: `<p>Before.</p><p><img src="/gone.png" alt=""></p>` };
  const { container } = render(Window, { app: it.app });
  await settle();
  await tick();
  const root = container.querySelector(".host")!.shadowRoot!;
  root.querySelector("img")!.dispatchEvent(new Event("error"));
  const button = () => root.querySelector<HTMLButtonElement>(".missing button");
  return { ...it, container, root, button };
}

describe("the box of missing images", () => {
  test("asks_for_them_again_and_the_focus_stays_in_the_story", async () => {
    const { app, fake, button } = await drawn("partial");
    expect(button()!.textContent).toBe("Try again");
    button()!.focus();
    button()!.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true, cancelable: true }));
    await settle();
    await tick();
    expect(fake.calls).toContain("retrySave");
    expect(document.activeElement?.matches("#article [data-scrolls]")).toBe(true);
    expect(app.reading.page!.save_state).not.toBe("failed");
  });

  test("does_not_offer_it_without_a_connection_and_does_when_it_is_back", async () => {
    const { app, button } = await drawn("partial");
    app.library.status = { ...app.library.status, offline: true };
    await tick();
    expect(button()).toBeNull();
    app.library.status = { ...app.library.status, offline: false };
    await tick();
    expect(button()).not.toBeNull();
  });

  test("says_why_they_are_missing_and_says_it_anew_when_that_changes", async () => {
    const { app, root } = await drawn("partial");
    const said = () => root.querySelector(".missing p")!.innerHTML.split("<br>")[1];
    expect(said()).toBe("Its site did not hand it over.");
    app.library.status = { ...app.library.status, offline: true };
    await tick();
    expect(said()).toBe("It will be fetched when you are online again.");
    app.library.status = { ...app.library.status, offline: false };
    await tick();
    expect(said()).toBe("Its site did not hand it over.");
    cleanup();
    expect((await drawn("saving")).root.querySelector(".missing p")!.innerHTML).toContain("It is being fetched.");
  });

  test("does_not_offer_it_for_a_story_that_is_not_saved", async () => {
    const { root, button } = await drawn(null);
    expect([root.querySelectorAll(".missing").length, button()]).toEqual([1, null]);
  });

  test.each([[[0, 1, 2]], [[2, 1, 0]], [[0, 2, 1]], [[1, 0, 2]]])("is_one_for_neighbours_in_whichever_order_they_fail_%j", (order) => {
    const text = document.createElement("div");
    text.append(
      ...[0, 1, 2].map(() => {
        const paragraph = document.createElement("p");
        paragraph.append(document.createElement("img"));
        return paragraph;
      }),
      document.createElement("p"),
    );
    const images = [...text.querySelectorAll("img")];
    for (const at of order) missing(images[at]!, { missing: (count) => [`${count} gone`, "."], table: String, code: String, wrap: "" });
    expect([...text.children].map((one) => one.className)).toEqual(["missing", ""]);
    expect(text.querySelector(".missing p")!.textContent).toBe("3 gone.");
  });

  test("speaks_the_language_of_the_window_in_its_direction_whatever_the_article_is_written_in", () => {
    Object.assign(document.documentElement, { dir: "rtl", lang: "ar" });
    const text = document.createElement("div");
    text.append(document.createElement("img"));
    missing(text.querySelector("img")!, { missing: () => ["1", "2"], table: String, code: String, wrap: "" });
    Object.assign(document.documentElement, { dir: "ltr", lang: "en" });
    const { dir, lang } = text.querySelector<HTMLElement>(".missing")!;
    expect([dir, lang]).toEqual(["rtl", "ar"]);
  });
});
