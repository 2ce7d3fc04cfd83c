import { describe, expect, test } from "vitest";
import { ids, open, pass, settle } from "./support";

describe("taking stories out", () => {
  test("the_nearest_choice_comes_first_and_everything_saved_last", async () => {
    const { app } = await open();
    app.open(ids(app)[0]!);
    await settle();
    app.show("export");
    expect(app.exporting.choices.map((choice) => choice.key)).toEqual(["story", "saved"]);
    expect(app.exporting.chosen).toBe("story");
    app.show(null);
    app.ticker.extend(3);
    app.show("export");
    expect(app.exporting.choice).toMatchObject({ key: "marked", count: app.ticker.marked.ids.size });
    app.show(null);
    app.go("saved");
    await settle();
    app.saved.filter = "unread";
    app.show("export");
    expect(app.exporting.choices.map((choice) => choice.key)).toContain("shown");
    expect(app.exporting.choices.find((choice) => choice.key === "shown")?.ids).toEqual(app.saved.shown.map((item) => item.id));
  });

  test("the_file_is_named_with_what_is_not_in_it_and_its_folder_opens", async () => {
    const { app, fake } = await open();
    app.go("saved");
    await settle();
    app.show("export");
    app.exporting.chosen = "saved";
    app.exporting.format = "epub";
    const done = app.takingOut.exportStories();
    await pass(40);
    expect(app.exporting.progress?.total).toBe(app.library.status.saved);
    await pass(10_000);
    await done;
    expect(fake.files).toEqual(["Saved stories.epub"]);
    expect(app.exporting.words).toContain("Saved stories.epub");
    expect(app.exporting.lacks).toMatch(/images? (is|are) not in it/);
    await app.takingOut.showExport();
    expect(fake.opened.at(-1)).toBe("folder of the last export");
    expect(app.toasts.current).toBe(null);
  });

  test("an_export_that_is_stopped_writes_nothing_and_can_be_begun_again", async () => {
    const { app, fake } = await open();
    app.go("saved");
    await settle();
    app.show("export");
    app.exporting.chosen = "saved";
    const done = app.takingOut.exportStories();
    await pass(60);
    await app.takingOut.cancelExport();
    await pass(1_000);
    await done;
    expect(app.exporting.result?.cancelled).toBe(true);
    expect(fake.files).toEqual([]);
    app.exporting.again();
    expect([app.exporting.result, app.exporting.working]).toEqual([null, false]);
  });

  test("what_ends_behind_a_closed_dialog_is_said_once", async () => {
    const { app, fake } = await open();
    app.open(ids(app)[0]!);
    await settle();
    app.show("export");
    const answer = fake.holdNext("exportSaved");
    const done = app.takingOut.exportStories();
    await settle();
    app.show(null);
    answer();
    await pass(1_000);
    await done;
    expect(app.toasts.current?.text).toContain(fake.files[0]!.replace(/\.epub$/, ""));
    app.show("export");
    expect(app.exporting.result).not.toBe(null);
    app.show(null);
    app.show("export");
    expect(app.exporting.result).toBe(null);
  });

  test("a_refusal_is_said_in_the_dialog", async () => {
    const { app, fake } = await open();
    app.go("saved");
    await settle();
    app.show("export");
    fake.failNext("exportSaved", "bad_request", "The file could not be written: the disk is full. Nothing was left behind.");
    await app.takingOut.exportStories();
    expect(app.exporting.problem).toContain("the disk is full");
    expect(app.exporting.result).toBe(null);
  });
});
