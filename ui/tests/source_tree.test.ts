/* Promises about letters typed into the tree of sources. */
import { cleanup, render } from "@testing-library/svelte";
import { afterEach, describe, expect, test } from "vitest";
import Window from "../src/App.svelte";
import { listOfSources, pass } from "./support";

afterEach(cleanup);

async function draw(single_keys: boolean) {
  const it = await listOfSources();
  await it.app.choose({ single_keys });
  const { container } = render(Window, { app: it.app });
  await pass(10);
  const rows = () => [...container.querySelectorAll<HTMLElement>("[role=row][data-key]")];
  const name = (row: Element | null | undefined) => row?.querySelector("bdi")?.textContent ?? "";
  const focused = () => name(document.activeElement);
  const type = async (...keys: string[]) => {
    for (const key of keys) document.activeElement!.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    await pass(10);
  };
  rows()[0]!.focus();
  return { ...it, rows, name, focused, type };
}

describe("letters typed into the tree", () => {
  test("lead_to_the_next_row_that_begins_so_where_single_keys_are_off", async () => {
    const { rows, name, focused, type } = await draw(false);
    const named = (start: string) => rows().map(name).filter((one) => one.toLowerCase().startsWith(start));
    const first = rows()[0]!;
    expect(named("w").length).toBeGreaterThan(1);
    await type("w");
    expect(focused()).toBe(named("w")[0]);
    await pass(800);
    await type("w");
    expect(focused()).toBe(named("w")[1]);
    await pass(800);
    first.focus();
    await type(..."windw");
    expect(focused()).toBe("Windward");
    // A name that no row has leaves the focus where it is.
    await pass(800);
    await type("q", "q");
    expect(focused()).toBe("Windward");
  });

  test("stay_shortcuts_where_single_keys_are_on_and_space_marks_in_any_case", async () => {
    const on = await draw(true);
    const first = on.focused();
    await on.type("w");
    expect(on.focused()).toBe(first);
    cleanup();
    const off = await draw(false);
    await off.type(..."windward");
    await off.type(" ");
    expect([...off.app.sources.marked]).toEqual([off.of("Windward").id]);
  });
});
