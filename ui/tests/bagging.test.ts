/* Promises about the one file with everything: written and taken in from the settings, and by dropping it on the window. */
import { expect, test } from "vitest";
import { open, pass, settle } from "./support";

const bag = (...urls: string[]) => new TextEncoder().encode(`PK\u0003\u0004${urls.join("\n")}`);

test("the_file_is_written_with_its_progress_and_named", async () => {
  const { app, fake } = await open();
  const writing = app.bagging.write();
  await pass(40);
  expect([app.bagging.working, app.bagging.progress?.total]).toEqual([true, app.library.status.saved]);
  await pass(10_000);
  await writing;
  expect([app.bagging.working, app.bagging.wrote, fake.files]).toEqual([false, true, ["Stop Press.zip"]]);
  expect(app.bagging.said).toContain("Stop Press.zip");
});

test("writing_can_be_ended_and_nothing_stays", async () => {
  const { app, fake } = await open();
  const writing = app.bagging.write();
  await pass(60);
  await app.bagging.cancel();
  await pass(1_000);
  await writing;
  expect([app.bagging.wrote, fake.files]).toEqual([false, []]);
});

test("a_file_that_is_dropped_on_the_window_joins_what_is_here_and_says_so", async () => {
  const { app, fake } = await open();
  const before = (await fake.saved()).length;
  await app.importing.takeFile(bag("https://one.example/a", "https://one.example/b"));
  await settle();
  expect((await fake.saved()).length).toBe(before + 2);
  expect(app.toasts.current?.text).toContain("Saved 2");
  await app.bagging.take(bag("https://one.example/a"));
  expect((await fake.saved()).length).toBe(before + 2);
});

test("several_files_are_taken_one_after_the_other_and_the_one_that_is_refused_is_told", async () => {
  const { app, fake } = await open();
  const before = (await fake.saved()).length;
  await app.bagging.take(bag("https://one.example/a"), bag(), bag("https://one.example/b"));
  expect((await fake.saved()).length).toBe(before + 2);
  expect([app.bagging.problem, app.toasts.current?.text]).toEqual(["", expect.stringMatching(/^Saved 2,.*This ZIP file was not written by Stop Press\. Nothing was changed\.$/)]);
});

test("a_zip_file_of_somebody_else_is_refused_in_a_sentence_where_the_reader_looks", async () => {
  const { app } = await open();
  app.show("settings");
  await app.bagging.take(bag());
  expect([app.bagging.said, app.toasts.current]).toEqual(["This ZIP file was not written by Stop Press. Nothing was changed.", null]);
});
