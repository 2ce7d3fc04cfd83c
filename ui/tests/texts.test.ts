import { describe, expect, test } from "vitest";
import { open, settle } from "./support";

type Opened = Awaited<ReturnType<typeof open>>;

/** A story whose headline begins so, on screen. */
async function read({ app }: Opened, title: string): Promise<string> {
  const { id } = app.ticker.rows.find((row) => row.title.startsWith(title))!;
  app.open(id);
  await settle();
  return id;
}

describe("the two texts of a story", () => {
  test("where_both_are_here_the_other_one_is_shown_without_asking_the_publisher", async () => {
    const it = await open();
    const { app, fake } = it;
    await read(it, "Offshore wind");
    expect(app.reading.page?.shown).toBe("full");
    await app.reading.switchText();
    expect(app.reading.page?.shown).toBe("feed");
    await app.reading.switchText();
    expect(app.reading.page?.shown).toBe("full");
    expect(fake.calls).not.toContain("fullStory");
  });

  test("a_change_in_the_library_keeps_the_text_that_was_chosen", async () => {
    const it = await open();
    const { app, fake } = it;
    await read(it, "Offshore wind");
    await app.reading.switchText();
    fake.push();
    await settle();
    expect(app.reading.page?.shown).toBe("feed");
  });

  test("the_full_story_is_fetched_where_nobody_has_looked_for_it", async () => {
    const it = await open();
    const { app, fake } = it;
    await read(it, "Central bank");
    expect(app.reading.otherText).toBe("fetch");
    const answer = fake.holdNext("fullStory");
    void app.reading.switchText();
    await settle();
    expect(app.reading.fetching).toBe(true);
    expect(app.reading.page?.shown).toBe("feed");
    answer();
    await settle();
    expect(app.reading.fetching).toBe(false);
    expect(app.reading.page?.shown).toBe("full");
  });

  test("the_rest_of_a_beginning_is_fetched_when_the_reader_opens_it_or_stays_with_it", async () => {
    const it = await open();
    const { app, fake } = it;
    fake.beginning = "Central bank";
    await read(it, "Central bank");
    await settle();
    expect(app.reading.page?.shown).toBe("full");
    fake.beginning = "Night train";
    await read(it, "Night train");
    await settle();
    // Nobody has to ask again where it is known why there is none.
    expect(fake.calls.filter((call) => call === "fullStory")).toHaveLength(1);
  });

  test("without_a_connection_a_beginning_is_shown_without_a_word_about_the_rest", async () => {
    const it = await open();
    const { app, fake } = it;
    fake.beginning = "Central bank";
    fake.offline = true;
    await read(it, "Central bank");
    await settle();
    expect(fake.calls).toContain("fullStory");
    expect([app.reading.page?.shown, app.reading.problem, app.reading.fetching]).toEqual(["feed", "", false]);
  });

  test("a_fetch_that_fails_leaves_the_text_of_the_source_and_its_sentence", async () => {
    const it = await open();
    const { app, fake } = it;
    await read(it, "Central bank");
    fake.failNext("fullStory", "site", "continentalwire.example isn’t answering. We’ll keep trying.");
    await app.reading.switchText();
    expect(app.reading.page?.shown).toBe("feed");
    expect(app.reading.problem).toBe("continentalwire.example isn’t answering. We’ll keep trying.");
    await app.reading.switchText();
    expect([app.reading.page?.shown, app.reading.problem]).toEqual(["full", ""]);
  });

  test("a_switch_that_fails_keeps_what_is_on_screen", async () => {
    const it = await open();
    const { app, fake } = it;
    await read(it, "Offshore wind");
    fake.failNext("article", "internal", "could not read the story");
    await app.reading.switchText();
    expect([app.reading.page?.shown, app.reading.problem]).toEqual(["full", "could not read the story"]);
    fake.push();
    await settle();
    expect(app.reading.page?.shown).toBe("full");
  });

  test("a_page_that_gives_no_more_is_said_in_the_note", async () => {
    const it = await open();
    await read(it, "Night train");
    expect(it.app.reading.page?.full_note).toBe("meridian.example isn’t answering. We’ll keep trying.");
    expect(it.app.reading.otherText).toBeNull();
  });

  test("an_answer_for_a_story_that_is_no_longer_open_is_dropped", async () => {
    const it = await open();
    const { app, fake } = it;
    await read(it, "Central bank");
    const answer = fake.holdNext("fullStory");
    void app.reading.switchText();
    const other = await read(it, "Late goal");
    expect(app.reading.fetching).toBe(false);
    answer();
    await settle();
    expect([app.reading.page?.id, app.reading.page?.shown]).toEqual([other, "feed"]);
  });

  test("pressing_again_while_it_is_fetched_stops_waiting", async () => {
    const it = await open();
    const { app, fake } = it;
    await read(it, "Central bank");
    const answer = fake.holdNext("fullStory");
    void app.reading.switchText();
    await settle();
    await app.reading.switchText();
    expect(app.reading.fetching).toBe(false);
    answer();
    await settle();
    expect(app.reading.page?.shown).toBe("feed");
  });

  test("the_choice_for_a_source_shows_at_once_and_changes_its_stories", async () => {
    const it = await open();
    const { app } = it;
    await read(it, "Offshore wind");
    const feed = app.reading.page!.feed_id;
    const set = app.following.setTextMode(feed, "feed");
    expect(app.sources.feeds.find((one) => one.id === feed)?.text_mode).toBe("feed");
    await set;
    await settle();
    expect(app.reading.page?.shown).toBe("feed");
  });

  test("a_choice_that_is_refused_is_taken_back", async () => {
    const { app, fake } = await open();
    const feed = app.sources.feeds[0]!.id;
    fake.failNext("setTextMode", "profile", "could not keep that: the disk is full");
    await app.following.setTextMode(feed, "full");
    expect(app.sources.feeds[0]?.text_mode).toBe("auto");
    expect(app.toasts.current?.text).toBe("could not keep that: the disk is full");
  });
});

describe("images that are hidden", () => {
  test("they_are_counted_and_shown_on_request", async () => {
    const it = await open();
    const { app, fake } = it;
    await app.library.set({ images: "never" });
    await read(it, "Glacier survey");
    expect(app.reading.page?.hidden_images).toBe(3);
    expect(app.reading.page?.html).not.toContain("<img");
    await app.reading.showImages();
    expect(app.reading.page?.hidden_images).toBe(0);
    expect(app.reading.page?.html).toContain("<img");
    fake.push();
    await settle();
    expect(app.reading.page?.hidden_images).toBe(0);
  });

  test("the_full_story_keeps_the_images_that_were_asked_for", async () => {
    const it = await open();
    const { app } = it;
    await app.library.set({ images: "never" });
    await read(it, "Glacier survey");
    await app.reading.showImages();
    await app.reading.switchText();
    expect(app.reading.page).toMatchObject({ shown: "full", hidden_images: 0 });
  });

  test("the_next_story_hides_its_own_again", async () => {
    const it = await open();
    const { app } = it;
    await app.library.set({ images: "never" });
    await read(it, "Glacier survey");
    await app.reading.showImages();
    await read(it, "Central bank");
    await read(it, "Glacier survey");
    expect(app.reading.page?.hidden_images).toBe(3);
  });
});
