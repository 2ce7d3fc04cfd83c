/* Promises about moving the library: picked in the system's dialog, agreed to, and not by accident. */
import { cleanup, render } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, describe, expect, test } from "vitest";
import Root from "../src/Root.svelte";
import { open, settle } from "./support";

afterEach(cleanup);

async function draw(movable = true) {
  const { app, fake } = await open();
  fake.movable = movable;
  const { container } = render(Root, { app, remember: () => undefined });
  app.section = "about";
  app.show("settings");
  await settle();
  await tick();
  const press = async (name: string) => {
    [...container.querySelectorAll("button")].find((button) => button.textContent?.trim() === name)!.click();
    await settle();
    await tick();
  };
  return { fake, container, press };
}

describe("moving the library", () => {
  test("the_folder_is_named_and_the_program_starts_again_only_when_the_reader_agrees", async () => {
    const { fake, container, press } = await draw();
    await press("Move the library…");
    expect(container.textContent).toContain("/media/disk/News");
    expect(fake.calls).not.toContain("moveLibrary");
    await press("Cancel");
    expect(container.textContent).not.toContain("/media/disk/News");
    await press("Move the library…");
    await press("Move and start again");
    expect(fake.libraryFolder).toBe("/media/disk/News");
  });

  test("a_dialog_that_was_closed_and_a_folder_that_is_taken_change_nothing", async () => {
    const { fake, container, press } = await draw();
    fake.picks = null;
    await press("Move the library…");
    expect(container.textContent).not.toContain("Move and start again");
    fake.picks = fake.libraryFolder;
    await press("Move the library…");
    expect(container.textContent).toContain("already. Nothing was changed.");
    expect(fake.calls).not.toContain("moveLibrary");
  });

  test("where_the_window_cannot_move_it_the_terminal_is_named", async () => {
    const { container } = await draw(false);
    expect(container.textContent).toContain("stoppress-cli move-library");
    expect(container.textContent).not.toContain("Move the library…");
  });
});
