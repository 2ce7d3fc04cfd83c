/* What the system hands over is shown and never acted on. */
import { expect, test } from "vitest";
import { open, settle } from "./support";

test("an_address_stands_in_the_field_and_nothing_is_asked_before_the_reader_agrees", async () => {
  const { app, fake } = await open();
  fake.waiting = { kind: "address", address: "https://example.org/feed.xml" };
  app.notice({ kind: "handed" });
  await settle();
  expect(app.dialog).toBe("follow");
  expect(app.follow.address).toBe("https://example.org/feed.xml");
  expect(app.follow.stage).toBe("typing");
  expect(fake.calls).not.toContain("follow");
});

test("what_was_handed_over_with_the_start_is_taken_once", async () => {
  const { app, fake } = await open();
  fake.waiting = { kind: "view", view: "saved" };
  app.notice({ kind: "handed" });
  await settle();
  expect(app.view).toBe("saved");
  app.go("live");
  app.notice({ kind: "handed" });
  await settle();
  expect(app.view).toBe("live");
});

test("words_stand_in_the_search_and_a_file_is_taken_like_a_dropped_one", async () => {
  const { app, fake } = await open();
  fake.waiting = { kind: "search", words: "tide" };
  app.notice({ kind: "handed" });
  await settle();
  expect([app.view, app.search.query]).toEqual(["search", "tide"]);
  fake.waiting = { kind: "file", name: "mine.html" };
  fake.file = new TextEncoder().encode("<a href='https://example.org/one'>One</a>");
  app.notice({ kind: "handed" });
  await settle();
  expect(fake.calls).toContain("importSaved");
});
