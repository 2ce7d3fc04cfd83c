/* Promises about mutes: what is muted leaves Live and says so, and comes back. */
import { cleanup, render } from "@testing-library/svelte";
import { afterEach, describe, expect, test, vi } from "vitest";
import Window from "../src/App.svelte";
import { open, pass, settle } from "./support";

afterEach(cleanup);

describe("a mute", () => {
  test("begins_with_the_headline_counts_as_it_is_typed_and_takes_out_what_it_counted", async () => {
    const { app, fake } = await open();
    app.ticker.viewed(0, 11, 100);
    const row = app.ticker.rows.find((one) => one.title.startsWith("Offshore wind"))!;
    app.muting.ask(row);
    expect([app.dialog, app.muting.text]).toEqual(["mute", row.title]);
    app.muting.text = "WIND";
    await app.muting.recount();
    const { count } = app.muting;
    const { articles } = await fake.status();
    expect(count).toBeGreaterThan(1);
    await app.muting.mute();
    await settle();
    expect([app.dialog, app.muting.problem]).toEqual([null, ""]);
    expect((await fake.status()).articles).toBe(articles - count!);
    expect(app.ticker.rows.some((one) => one.id === row.id)).toBe(row.saved);
    expect(app.library.status.muted_today).toBeGreaterThan(0);
    await app.undoing.undo("mute");
    await settle();
    expect((await fake.status()).articles).toBe(articles);
    expect(app.library.status.muted_today).toBe(0);
  });

  test("begins_with_the_words_selected_so_that_typing_replaces_the_headline", async () => {
    const { app } = await open();
    render(Window, { app });
    app.muting.ask(app.ticker.rows[0]!);
    const field = await vi.waitFor(() => {
      const found = document.querySelector<HTMLInputElement>("dialog input[type=text]");
      if (found === null || document.activeElement !== found) throw new Error("no field yet");
      return found;
    });
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, app.ticker.rows[0]!.title.length]);
  });

  test("of_typed_words_is_made_from_the_settings_and_leads_back_to_them", async () => {
    const { app, fake } = await open();
    app.muting.ask(app.ticker.rows[0]!);
    app.section = "live";
    app.show("settings");
    app.muting.askNew();
    expect([app.dialog, app.muting.text, app.muting.kinds]).toEqual(["mute", "", ["words", "author"]]);
    app.muting.text = "derby";
    await app.muting.recount();
    expect(app.muting.count).toBeGreaterThan(0);
    await app.muting.mute();
    await settle();
    expect([app.dialog, (await fake.mutes()).map((one) => one.text)]).toEqual(["settings", ["derby"]]);
  });

  test("of_nothing_is_not_made_and_of_a_source_is_removed_where_it_is_listed", async () => {
    const { app, fake } = await open();
    const row = app.ticker.rows.find((one) => !one.saved)!;
    app.muting.ask(row);
    app.muting.text = " … ";
    await app.muting.recount();
    expect(app.muting.count).toBeNull();
    await app.muting.mute();
    expect(app.muting.problem).not.toBe("");
    app.muting.pick("source");
    await app.muting.mute();
    await settle();
    expect(app.ticker.rows.some((one) => one.feed_id === row.feed_id && !one.saved)).toBe(false);
    await app.muting.refresh();
    expect(app.muting.list.map((mute) => mute.text)).toEqual([row.feed_title]);
    await app.muting.remove(app.muting.list[0]!);
    await settle();
    expect(await fake.mutes()).toEqual([]);
    expect(app.ticker.rows.some((one) => one.id === row.id)).toBe(true);
  });

  test("shows_what_it_took_out_where_the_line_about_it_leads_and_it_stays_there_while_the_library_changes", async () => {
    const { app, fake } = await open();
    const row = app.ticker.rows.find((one) => !one.saved)!;
    app.muting.ask(row);
    app.muting.pick("source");
    await app.muting.mute();
    await settle();
    app.scope({ muted: true });
    await settle();
    // The look at the other rows, which a change before had asked for, comes now.
    await pass(1000);
    expect(app.ticker.rows.length).toBe(app.library.status.muted_today);
    expect(app.ticker.rows.map((one) => one.id)).toContain(row.id);
    await fake.markRead([row.id]);
    await app.changed();
    await settle();
    expect(app.ticker.rows.find((one) => one.id === row.id)?.read).toBe(true);
    app.scope({});
    await settle();
    expect(app.ticker.rows.some((one) => one.id === row.id)).toBe(false);
  });
});
