/* Promises about where else a publisher can be followed, in the head of an article and in the details of a source. */
import { cleanup, render } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, describe, expect, test } from "vitest";
import Window from "../src/App.svelte";
import { open, pass, settle } from "./support";

afterEach(cleanup);

const NAME = /^Where else to follow/;
const button = (container: Element) => [...container.querySelectorAll<HTMLButtonElement>("#article button[aria-haspopup=dialog]")].find((one) => NAME.test(one.ariaLabel ?? one.getAttribute("aria-label") ?? ""))!;
const panel = (container: Element) => [...container.querySelectorAll<HTMLElement>("#article [role=dialog]")].find((one) => NAME.test(one.getAttribute("aria-label") ?? ""));

async function reading(options = {}) {
  const it = await open(options);
  const { container } = render(Window, { app: it.app });
  const row = it.app.ticker.rows.find((one) => one.title.startsWith("Offshore wind"))!;
  it.app.open(row.id);
  await settle();
  await pass(10);
  const press = async (what: HTMLElement) => {
    what.click();
    await settle();
    await tick();
    await settle();
  };
  return { ...it, container, row, press };
}

describe("the places of a publisher", () => {
  test("are_asked_for_when_the_reader_wants_to_know_and_open_by_number", async () => {
    const { app, fake, container, row, press } = await reading();
    expect(fake.calls).not.toContain("publisherLinks");
    await press(button(container));
    const places = [...panel(container)!.querySelectorAll("li button")] as HTMLButtonElement[];
    expect(places.map((one) => one.querySelector("b")?.textContent)).toEqual(["Website", "Mastodon", "YouTube"]);
    expect(places[2]!.textContent).toContain("youtube.com");
    expect(document.activeElement).toBe(places[0]);
    await press(places[1]!);
    expect(fake.opened.at(-1)).toBe(`place 1 of ${row.feed_id}`);
    expect([panel(container), app.publisher.feed]).toEqual([undefined, null]);
    expect(document.activeElement).toBe(button(container));
  });

  test("say_that_there_is_no_connection_and_try_again", async () => {
    const { fake, container, press } = await reading({ offline: true });
    await press(button(container));
    expect(panel(container)!.querySelector("[role=status]")?.textContent).toContain("There is no connection");
    fake.setOffline(false);
    await settle();
    await press(panel(container)!.querySelector<HTMLElement>("button")!);
    expect(panel(container)!.querySelectorAll("li")).toHaveLength(3);
  });

  test("say_where_there_are_none_and_while_they_are_asked_for", async () => {
    const { app, container } = await reading();
    let answer = (_: never[]) => {};
    app.backend.publisherLinks = () => new Promise((resolve) => (answer = resolve));
    button(container).click();
    await settle();
    const said = () => panel(container)!.querySelector("[role=status]")?.textContent;
    expect(said()).toContain("Asking the publisher’s page");
    answer([]);
    await settle();
    expect(said()).toContain("The publisher’s page names no other place.");
  });

  test("of_a_source_that_was_left_are_not_shown_at_the_next_one", async () => {
    const { app, container, row } = await reading();
    let answer = (_: never[]) => {};
    app.backend.publisherLinks = () => new Promise((resolve) => (answer = resolve));
    button(container).click();
    await settle();
    app.open(app.ticker.rows.find((one) => one.feed_id !== row.feed_id)!.id);
    await settle();
    await pass(10);
    answer([]);
    await settle();
    expect([app.publisher.feed, app.publisher.links, panel(container)]).toEqual([null, null, undefined]);
  });

  test("stand_at_the_source_too", async () => {
    const { app, fake, container, row, press } = await reading();
    app.showSource(row.feed_id);
    await settle();
    await pass(10);
    await press(button(container));
    await press(panel(container)!.querySelector<HTMLElement>("li button")!);
    expect(fake.opened.at(-1)).toBe(`place 0 of ${row.feed_id}`);
  });
});
