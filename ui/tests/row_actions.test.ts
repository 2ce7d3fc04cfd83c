/* Promises about the actions of the row under the pointer. */
import { cleanup, fireEvent, render } from "@testing-library/svelte";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { tick } from "svelte";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Density } from "../src/api/backend";
import Window from "../src/App.svelte";
import { atTop, open, settle } from "./support";

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

/** Live in this density, with the pointer over its selected row. Its lines are mocked: the test DOM lays nothing out. */
async function pointed(density: Density, height = 48) {
  const it = await open();
  await it.app.choose({ density });
  it.app.ticker.select(it.app.ticker.rows[0]!.id);
  atTop(it.app);
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(function (this: Element) {
    if (this.matches(".row")) return new DOMRect(0, 100, 400, height);
    return new DOMRect(0, this.matches(".m") ? 46 : this.matches(".e2") ? 5 : 0, 100, this.matches(".m") ? 15 : 19);
  });
  const { container } = render(Window, { app: it.app });
  await settle();
  await tick();
  await fireEvent.pointerMove(container.querySelector("[role=option] .h")!, { pointerType: "mouse" });
  await tick();
  const bar = container.querySelector<HTMLElement>("[data-actions]")!;
  return { ...it, container, bar, row: it.app.ticker.rows[0]! };
}

describe.each<[Density, string, string]>([["comfortable", "46px", "15px"], ["compact", "100px", "48px"], ["wire", "5px", "19px"]])("the actions of a row in the density %s", (density, top, height) => {
  test("stand_in_its_line_at_the_end_for_the_mouse_only", async () => {
    const { bar } = await pointed(density);
    expect([bar.style.getPropertyValue("inset-block-start"), bar.style.getPropertyValue("block-size")]).toEqual([top, height]);
    const buttons = [...bar.querySelectorAll("button")];
    expect(buttons.map((button) => button.tabIndex)).toEqual([-1, -1, -1, -1]);
    expect(bar.getAttribute("aria-hidden")).toBe("true");
  });

  test("save_mark_open_and_lead_to_the_menu", async () => {
    const { app, fake, bar, row } = await pointed(density);
    const buttons = [...bar.querySelectorAll("button")];
    const of = (title: RegExp) => buttons.find((button) => title.test(button.title))!;
    const [save, mark, original, more] = [of(/^(Save|Remove)/), of(/^Mark/), of(/^Open/), of(/^More/)];
    const { saved, read } = row;
    await fireEvent.click(save!);
    await fireEvent.click(mark!);
    await fireEvent.click(original!);
    await settle();
    expect([app.ticker.rows[0]!.saved, app.ticker.rows[0]!.read]).toEqual([!saved, !read]);
    expect(fake.opened.at(-1)).toContain(row.id);
    await fireEvent.click(more!);
    expect(app.menu?.id).toBe(row.id);
  });
});

describe("no headline is covered by the actions", () => {
  const sheet = readFileSync(join(import.meta.dirname, "../src/ticker/RowActions.svelte"), "utf8");

  test("of_a_compact_row_which_stand_in_place_of_its_time_two_where_it_has_one_line", async () => {
    expect(sheet).toMatch(/\.acts\.compact \{\s*inset-inline: 18px auto;/);
    const { bar } = await pointed("compact", 29);
    const titles = [...bar.querySelectorAll("button")].map((button) => button.title.split(" (")[0]);
    expect([bar.style.getPropertyValue("inset-block-start"), bar.style.getPropertyValue("block-size")]).toEqual(["102.5px", "24px"]);
    expect([titles.length, titles[1]]).toEqual([2, "More"]);
  });

  test("of_a_wire_row_which_ends_before_them_and_of_no_other_row", async () => {
    const { container } = await pointed("wire");
    const rows = [...container.querySelectorAll<HTMLElement>("#stories [role=option]")];
    expect(rows.filter((row) => row.classList.contains("acts")).map((row) => row.dataset.id)).toEqual([rows[0]!.dataset.id]);
  });
});
