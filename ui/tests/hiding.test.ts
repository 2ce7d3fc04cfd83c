/* Promises about hiding single stories: they leave Live, and nothing else does; the reader goes on with the next one. */
import { expect, test, vi } from "vitest";
import { titleNow } from "../src/commands/command";
import { commandOf } from "../src/commands/registry";
import { atTop, ids, open, pass, scrolled, settle, standOnFold } from "./support";

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

test("what_comes_back_by_another_hand_comes_in_as_late_stories_do", async () => {
  const { app, fake } = await open({ articles: 90 });
  const before = ids(app);
  await fake.hide([before[6]!, before[60]!], true);
  await pass(500);
  const without = before.filter((id) => id !== before[6] && id !== before[60]);
  expect(ids(app)).toEqual(without);
  scrolled(app);
  app.ticker.pointerOver(true);
  fake.push();
  await settle();
  expect(app.ticker.waiting).toBe(1);
  await fake.undo();
  await settle();
  // Below what is in view at once, above it behind the pill.
  expect([ids(app), app.ticker.waiting, app.ticker.total]).toEqual([before.filter((id) => id !== before[6]), 2, before.length - 1]);
  await app.ticker.showNew();
  expect(ids(app).slice(1)).toEqual(before);
});

test("what_is_brought_back_before_the_window_looked_again_comes_back_too", async () => {
  const { app, fake } = await open({ articles: 90 });
  const before = ids(app);
  atTop(app);
  app.ticker.pointerOver(true);
  app.ticker.select(before[2]!);
  // The notice of the one is still on its way when the terminal does the other.
  const told = vi.spyOn(fake, "notify").mockImplementation(() => undefined);
  await app.hiding.toggle();
  told.mockRestore();
  await fake.undo();
  await pass(500);
  expect([ids(app), app.ticker.waiting]).toEqual([before.filter((id) => id !== before[2]), 1]);
});

test("a_burst_below_stays_folded_and_the_next_story_that_is_drawn_is_selected", async () => {
  const { app } = await open({ articles: 90 });
  atTop(app);
  const before = ids(app);
  app.ticker.hidden = new Set(before.slice(4, 12));
  app.ticker.select(before[3]!);
  await app.hiding.toggle();
  expect([app.ticker.selected, app.ticker.hidden.size, app.ticker.onFold]).toEqual([before[12], 8, null]);
});

test("who_stands_on_a_fold_hides_no_story_that_was_selected_before", async () => {
  const { app } = await open();
  await standOnFold(app);
  expect([app.ticker.onFold !== null, app.hiding.isHidden]).toEqual([true, null]);
});

test("what_somebody_else_hid_meanwhile_has_no_undo_of_another_story", async () => {
  const { app, fake } = await open({ articles: 90 });
  const before = ids(app);
  app.ticker.select(before[1]!);
  fake.hide = async () => ({ changed: 0 });
  await app.hiding.toggle();
  await settle();
  expect([app.toasts.current, ids(app)]).toEqual([null, before]);
});

test("several_of_the_muted_are_shown_again_and_those_that_a_mute_holds_stay", async () => {
  const { app } = await open({ articles: 90 });
  atTop(app);
  const before = ids(app);
  const word = app.ticker.rows.find((row) => !row.saved && row.title.startsWith("Night train"))!;
  app.muting.ask(word);
  await app.muting.mute();
  await settle();
  for (const id of before.slice(0, 2)) app.ticker.marked.toggle(id);
  await app.hiding.many();
  await muted(app);
  expect(ids(app)).toContain(word.id);
  app.ticker.select(word.id);
  expect(app.hiding.isHidden).toBe(null);
  await app.ticker.markAll();
  expect(titleNow(commandOf("hide-many"), app)).toBe("Show again");
  await app.hiding.many();
  await settle();
  expect([app.toasts.current?.text, ids(app)]).toEqual(["Back in Live", [word.id]]);
});

test("a_story_that_is_muted_too_is_not_said_to_be_back", async () => {
  const { app } = await open({ articles: 90 });
  atTop(app);
  const row = app.ticker.rows.find((one) => !one.saved && one.title.startsWith("Night train"))!;
  app.ticker.select(row.id);
  await app.hiding.toggle();
  app.muting.ask(row);
  await app.muting.mute();
  await muted(app);
  app.ticker.select(row.id);
  await app.hiding.toggle();
  expect(app.toasts.current?.text).toBe("Its mute still keeps it out of Live");
});
