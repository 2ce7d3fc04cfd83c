/* Promises about taking back and doing again. */
import { describe, expect, test } from "vitest";
import { atTop, open, settle } from "./support";

async function save() {
  const it = await open();
  atTop(it.app);
  const saved = async () => (await it.fake.status()).saved;
  const before = await saved();
  const rows = it.app.ticker.rows.filter((one) => !one.saved);
  return { ...it, rows, before, saved, said: () => it.app.toasts.current?.text };
}

describe("what was taken back", () => {
  test("is_done_again_whole_where_it_was_one_step_of_several_and_is_said", async () => {
    const { app, rows, before, saved, said } = await save();
    for (const row of rows.slice(0, 4)) app.ticker.marked.toggle(row.id);
    await app.many.save();
    await app.undoing.undo();
    expect(await saved()).toBe(before);
    await app.undoing.redo();
    expect(await saved()).toBe(before + 4);
    expect(said()).toBe("4 changes made again");
    expect(app.ticker.rows.find((row) => row.id === rows[0]!.id)!.saved).toBe(true);
    await app.undoing.redo();
    expect(said()).toBe("Nothing to redo");
  });

  test("is_done_again_one_after_the_other_in_the_order_it_was_done", async () => {
    const { app, fake, rows, before, saved } = await save();
    await fake.saveArticle(rows[0]!.id);
    await fake.saveArticle(rows[1]!.id);
    app.toasts.dismiss();
    await app.undoing.undo();
    await app.undoing.undo();
    expect(await saved()).toBe(before);
    await app.undoing.redo();
    await settle();
    const isSaved = (at: number) => app.ticker.rows.find((row) => row.id === rows[at]!.id)!.saved;
    expect([isSaved(0), isSaved(1)]).toEqual([true, false]);
    await app.undoing.redo();
    await settle();
    expect([isSaved(0), isSaved(1)]).toEqual([true, true]);
  });

  test("is_taken_back_whole_again_as_it_was_done_again_whole", async () => {
    const { app, rows, before, saved } = await save();
    for (const row of rows.slice(0, 3)) app.ticker.marked.toggle(row.id);
    await app.many.save();
    await app.undoing.undo();
    await app.undoing.redo();
    await app.undoing.undo();
    expect(await saved()).toBe(before);
    await app.undoing.redo();
    expect(await saved()).toBe(before + 3);
  });

  test("is_done_again_step_by_step_where_several_steps_were_taken_back", async () => {
    const { app, fake, rows, before, saved } = await save();
    await fake.saveArticle(rows[5]!.id);
    for (const row of rows.slice(0, 3)) app.ticker.marked.toggle(row.id);
    await app.many.save();
    await app.undoing.undo();
    app.toasts.dismiss();
    await app.undoing.undo();
    expect(await saved()).toBe(before);
    await app.undoing.redo();
    expect(await saved()).toBe(before + 1);
    app.toasts.dismiss();
    await app.undoing.redo();
    expect(await saved()).toBe(before + 4);
  });

  test("is_gone_once_something_else_was_done", async () => {
    const { app, fake, rows, before, saved, said } = await save();
    await fake.saveArticle(rows[0]!.id);
    app.toasts.dismiss();
    await app.undoing.undo();
    await fake.markRead([rows[1]!.id]);
    await app.undoing.redo();
    expect([await saved(), said()]).toEqual([before, "Nothing to redo"]);
  });

  test("of_a_setting_is_not_mistaken_for_what_the_library_took_back_before", async () => {
    const { app, fake, rows, before, saved, said } = await save();
    await fake.saveArticle(rows[0]!.id);
    app.toasts.dismiss();
    await app.undoing.undo();
    await app.undoing.undo(undefined, async () => app.choose({ density: "wire" }));
    await app.undoing.redo();
    await app.undoing.redo();
    expect([await saved(), said()]).toEqual([before, "Nothing to redo"]);
  });
});
