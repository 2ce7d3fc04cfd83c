/* Promises about deleting everything: asked about, said, typed, and nothing is left. */
import { expect, test } from "vitest";
import { open, settle } from "./support";

test("nothing_goes_before_the_word_is_typed_and_then_a_new_library_begins", async () => {
  const { app, fake } = await open();
  app.show("settings");
  await app.deleting.confirm();
  app.deleting.ask();
  expect(app.deleting.asked).toEqual({ saved: app.library.status.saved, feeds: 38 });
  app.deleting.typed = "delet";
  await app.deleting.confirm();
  expect([app.deleting.meant, fake.calls.includes("deleteEverything")]).toEqual([false, false]);
  app.deleting.typed = " Delete ";
  await app.deleting.confirm();
  await settle();
  expect([app.welcome, app.dialog, app.deleting.asked, (await fake.saved()).length, (await fake.feeds()).length]).toEqual([true, null, null, 0, 0]);
});

test("where_something_changed_meanwhile_nothing_goes_and_a_sentence_says_so", async () => {
  const { app, fake } = await open();
  app.deleting.ask();
  await fake.saveArticle(app.ticker.rows.find((row) => !row.saved)!.id);
  app.deleting.typed = "delete";
  await app.deleting.confirm();
  expect(app.deleting.problem).toContain("nothing was deleted");
  expect((await fake.feeds()).length).toBe(38);
});
