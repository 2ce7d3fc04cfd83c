/* Promises about what stands before the name of a source. */
import { cleanup, fireEvent, render } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, expect, test } from "vitest";
import Square from "../src/parts/Square.svelte";
import { open } from "./support";

afterEach(cleanup);

test("its_icon_stands_there_and_its_letter_where_there_is_none_or_it_cannot_be_drawn", async () => {
  const { container, rerender } = render(Square, { name: "The Harbor Post" });
  const mark = () => container.querySelector<HTMLElement>(".fav")!;
  expect([mark().tagName, mark().textContent]).toEqual(["SPAN", "H"]);
  await rerender({ icon: "media://localhost/0a" });
  expect([mark().tagName, mark().getAttribute("src"), mark().getAttribute("alt")]).toEqual(["IMG", "media://localhost/0a", ""]);
  await fireEvent.error(mark());
  expect([mark().tagName, mark().textContent]).toEqual(["SPAN", "H"]);
  // Another one is tried again.
  await rerender({ icon: "media://localhost/0b" });
  await tick();
  expect(mark().tagName).toBe("IMG");
});

test("rows_find_the_icon_of_their_source_by_its_id", async () => {
  const { app } = await open();
  const [first, second] = app.sources.feeds;
  app.sources.feeds = app.sources.feeds.map((feed) => (feed.id === first!.id ? { ...feed, icon: "media://localhost/0a" } : feed));
  expect([app.sources.icons.get(first!.id), app.sources.icons.get(second!.id)]).toEqual(["media://localhost/0a", undefined]);
});
