/* Promises about a disk without room. */
import { cleanup, render, screen } from "@testing-library/svelte";
import { readFileSync } from "node:fs";
import { afterEach, describe, expect, test } from "vitest";
import Window from "../src/App.svelte";
import { needsRoom } from "../src/state/trouble";
import { open, pass } from "./support";

afterEach(cleanup);

const FULL = "There is no room left on the disk, so nothing was changed. Everything that was kept stays.";

describe("where there is no room left on the disk", () => {
  test("the_sentence_leads_to_what_takes_room", async () => {
    const { app, fake } = await open();
    render(Window, { app });
    await pass(10);
    fake.failNext("saveArticle", "profile", FULL);
    await app.stories.save(app.ticker.rows.find((row) => !row.saved)!.id);
    // With something to do it stands as long as one with Undo.
    await pass(8_000);
    expect(app.toasts.current?.text).toBe(FULL);
    screen.getByRole("button", { name: "Manage storage" }).click();
    await pass(10);
    expect([app.dialog, app.section, app.toasts.current]).toEqual(["settings", "saved", null]);
  });

  test("other_problems_have_no_such_button", async () => {
    const { app, fake } = await open();
    render(Window, { app });
    await pass(10);
    fake.failNext("saveArticle");
    await app.stories.save(app.ticker.rows.find((row) => !row.saved)!.id);
    await pass(10);
    expect(app.toasts.current?.icon).toBe("problem");
    expect(screen.queryByRole("button", { name: "Manage storage" })).toBeNull();
  });

  test("each_such_sentence_of_the_program_is_known", () => {
    const said = readFileSync("src/i18n/said/en.ftl", "utf8").split("\n").filter((line) => /^(said-(no-room|disk-full|little-room)|why-disk-full) = /.test(line));
    expect(said).toHaveLength(4);
    for (const line of said) expect(needsRoom({ code: "profile", message: line.slice(line.indexOf("=") + 2) }), line).toBe(true);
    expect(needsRoom({ code: "profile", message: "its disk can only be read" })).toBe(false);
  });
});
