/* Promises about hiding single stories: they leave Live, and nothing else does; the reader goes on with the next one. */
import { expect, test } from "vitest";
import { titleNow } from "../src/commands/command";
import { commandOf } from "../src/commands/registry";
import { atTop, ids, open, scrolled, settle } from "./support";

const muted = async (app: Awaited<ReturnType<typeof open>>["app"]) => {
  app.scope({ muted: true });
  await settle();
  return ids(app);
};

test("the_selected_story_goes_the_next_one_is_selected_and_undo_brings_it_back", async () => {
  const { app, fake } = await open({ articles: 90 });
  atTop(app);
  const before = ids(app);
  const { total } = app.ticker;
  app.ticker.select(before[3]!);
  await app.hiding.toggle();
  await settle();
  expect([app.ticker.selected, app.reading.id, app.ticker.total]).toEqual([before[4], before[4], total - 1]);
  expect(ids(app)).toEqual(before.filter((id) => id !== before[3]));
  expect([app.toasts.current?.text, app.library.status.muted_today]).toEqual(["Story hidden", 1]);
  await app.undoing.undo();
  await settle();
  expect([ids(app), app.ticker.total]).toEqual([before, total]);
  await app.undoing.redo();
  await settle();
  expect([ids(app).includes(before[3]!), (await fake.status()).muted_today]).toEqual([false, 1]);
});

test("at_the_end_of_the_list_the_one_before_is_selected", async () => {
  const { app } = await open({ articles: 30 });
  const before = ids(app);
  app.ticker.select(before.at(-1)!);
  await app.hiding.toggle();
  expect(app.ticker.selected).toBe(before.at(-2));
});

test("from_its_menu_a_story_goes_and_the_selected_one_stays", async () => {
  const { app } = await open({ articles: 90 });
  const before = ids(app);
  app.ticker.select(before[0]!);
  app.menu = { id: before[5]!, x: 0, y: 0 };
  expect(titleNow(commandOf("hide"), app)).toBe("Hide this story");
  const done = app.hiding.toggle();
  app.menu = null;
  await done;
  expect([app.ticker.selected, ids(app)]).toEqual([before[0], before.filter((id) => id !== before[5])]);
});

test("what_was_hidden_stands_among_the_muted_of_today_and_is_shown_again_from_there", async () => {
  const { app } = await open({ articles: 90 });
  atTop(app);
  const before = ids(app);
  app.ticker.select(before[2]!);
  app.ticker.extend(2);
  await app.hiding.many();
  expect([app.toasts.current?.text, app.ticker.marked.some]).toEqual(["3 stories hidden", false]);
  expect(await muted(app)).toEqual(before.slice(2, 5));
  app.ticker.select(before[3]!);
  expect(titleNow(commandOf("hide"), app)).toBe("Show again");
  await app.hiding.toggle();
  await settle();
  expect([app.toasts.current?.text, ids(app)]).toEqual(["Back in Live", [before[2], before[4]]]);
  app.scope({});
  await settle();
  expect(ids(app).includes(before[3]!)).toBe(true);
});

test("where_the_library_refuses_the_story_is_there_again_and_it_is_said_why", async () => {
  const { app, fake } = await open({ articles: 90 });
  const before = ids(app);
  app.ticker.select(before[1]!);
  fake.failNext("hide", "internal", "There is no room.");
  await app.hiding.toggle();
  await settle();
  expect([ids(app), app.toasts.current?.text]).toEqual([before, "There is no room."]);
});

test("what_comes_back_by_another_hand_is_in_the_list_at_once_and_what_waits_goes_on_waiting", async () => {
  const { app, fake } = await open({ articles: 90 });
  const before = ids(app);
  await fake.hide([before[6]!, before[40]!], true);
  await settle();
  expect(ids(app)).toEqual(before.filter((id) => id !== before[6] && id !== before[40]));
  scrolled(app);
  app.ticker.anchor = { id: before[10]!, offset: 4, at: app.now };
  fake.push();
  await settle();
  expect(app.ticker.waiting).toBe(1);
  await fake.undo();
  await settle();
  expect([ids(app), app.ticker.waiting, app.ticker.total]).toEqual([before, 1, before.length]);
  expect(app.ticker.scroll).toMatchObject({ to: "row", id: before[10], offset: 4 });
});
