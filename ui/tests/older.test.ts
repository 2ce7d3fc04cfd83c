/* Promises about older stories: offered where a publisher has some, asked for by the reader alone, and without a jump. */
import { cleanup, fireEvent, render, screen } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, expect, test } from "vitest";
import Window from "../src/App.svelte";
import { offered } from "../src/commands/keys";
import { commandOf } from "../src/commands/registry";
import { open, pass, settle } from "./support";

afterEach(cleanup);

async function draw() {
  const it = await open();
  const feed = it.app.sources.feeds.find((one) => one.has_older)!;
  render(Window, { app: it.app });
  const show = async (scope: { feed?: string }) => {
    it.app.scope(scope);
    await settle();
    await tick();
  };
  const asked = () => it.fake.calls.filter((call) => call === "loadOlder").length;
  return { ...it, feed, show, asked, button: () => screen.queryByRole("button", { name: /older stories/ }) };
}

test("the_end_of_a_list_offers_older_stories_only_where_the_publisher_has_some", async () => {
  const { app, feed, show, button, asked } = await draw();
  expect(button()).toBeNull();
  await show({ feed: app.sources.feeds.find((one) => !one.has_older)!.id });
  expect(button()).toBeNull();
  await show({ feed: feed.id });
  expect(button()).not.toBeNull();
  expect(asked()).toBe(0);
});

test("no_key_asks_for_older_stories_where_only_unread_ones_are_shown_and_none_would_be_seen", async () => {
  const { app, feed } = await draw();
  app.scope({ feed: feed.id });
  await settle();
  expect(offered(commandOf("load-older"), app)).toBe(true);
  app.scopes.showUnread(true);
  await settle();
  expect(offered(commandOf("load-older"), app)).toBe(false);
});

test("older_stories_come_below_those_that_are_here_and_wait_behind_nothing", async () => {
  const { app, feed, show, button, asked } = await draw();
  await show({ feed: feed.id });
  const before = app.ticker.rows.map((row) => row.id);
  await fireEvent.click(button()!);
  await settle();
  await pass(1_000);
  expect(asked()).toBe(1);
  expect(app.ticker.rows.slice(0, before.length).map((row) => row.id)).toEqual(before);
  expect(app.ticker.rows.length).toBe(before.length + 24);
  expect(app.ticker.rows.slice(before.length).every((row) => row.read)).toBe(true);
  expect([app.ticker.waiting, app.ticker.overflow]).toEqual([0, false]);
  expect(app.toasts.current?.text).toBe("24 older stories came");
  await tick();
  expect(button()).toBeNull();
});

test("a_second_press_while_the_publisher_is_asked_asks_nobody_and_the_button_keeps_its_place", async () => {
  const { app, fake, feed, show, button, asked } = await draw();
  await show({ feed: feed.id });
  const release = fake.holdNext("loadOlder");
  await fireEvent.click(button()!);
  await tick();
  expect(button()!.getAttribute("aria-disabled")).toBe("true");
  await fireEvent.click(button()!);
  release();
  await settle();
  expect(asked()).toBe(1);
  expect(app.older.loading).toBe(false);
});

test("a_publisher_that_gives_nothing_is_said_and_may_be_asked_again", async () => {
  const { app, fake, feed, show, button } = await draw();
  await show({ feed: feed.id });
  fake.failNext("loadOlder", "site", "tundralog.example is having trouble. Nothing was changed.");
  await fireEvent.click(button()!);
  await settle();
  await tick();
  expect(app.toasts.current?.text).toContain("having trouble");
  expect(button()).not.toBeNull();
});
