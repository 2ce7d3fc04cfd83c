/* Promises about reading aloud: sentence by sentence, as the reader wants it, and nothing is offered where nobody speaks. */
import { cleanup, render } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, describe, expect, test, vi } from "vitest";
import { sentences } from "../src/article/sentences";
import { offered } from "../src/commands/keys";
import { commandOf } from "../src/commands/registry";
import { t } from "../src/i18n/words";
import Root from "../src/Root.svelte";
import type { Speaker } from "../src/state/listening.svelte";
import { Listening } from "../src/state/listening.svelte";
import { open, pass, settle } from "./support";

afterEach(cleanup);

const body = (html: string) => {
  const root = document.createElement("div");
  root.innerHTML = html;
  document.body.replaceChildren(root);
  return [root];
};
const said = (html: string, language: string | null = "en") => sentences(body(html), language).map(({ text }) => text);

describe("the sentences of a story", () => {
  test("are_cut_as_their_language_cuts_them_and_never_span_two_blocks", () => {
    expect(said("<h1>Rain in April</h1><p>It rains. <b>It</b> stops\n at 14.30 sharp, they say. “Really?”</p><ul><li>One</li><li>Two</li></ul>")).toEqual(["Rain in April", "It rains.", "It stops at 14.30 sharp, they say.", "“Really?”", "One", "Two"]);
    expect(said("<p>下雨了。停了。</p>", "zh")).toEqual(["下雨了。", "停了。"]);
  });
  test("leave_out_captions_code_tables_notes_and_what_is_no_text", () => {
    expect(said("<p>Read me<sup>1</sup>.</p><figure><img><figcaption>Not me</figcaption></figure><pre>let x = 1</pre><div class='code'>y</div><div class='table'><table><tr><td>1</td></tr></table></div><p>***</p><button>No</button>")).toEqual(["Read me."]);
  });
  test("stand_where_their_range_says", () => {
    const found = sentences(body("<p>First one. <i>Second</i> one here.</p>"), "en");
    expect(found.map(({ range }) => range.toString().trim())).toEqual(["First one.", "Second one here."]);
  });
  test("are_of_a_length_that_can_be_spoken", () => {
    const long = said(`<p>${"word ".repeat(2_000)}</p>`);
    expect([long.length > 5, long.every((one) => one.length <= 1_500), long.join(" ").replace(/\s+/g, " ").trim().length]).toEqual([true, true, 9_999]);
  });
  test("come_whatever_a_source_calls_its_language", () => {
    expect(said("<p>One. Two.</p>", "not a language")).toEqual(["One.", "Two."]);
  });
});

async function listening(languages = ["en"]) {
  const it = await open();
  it.fake.spokenLanguages = languages;
  await it.app.listening.start();
  const spoken = () => it.fake.opened.filter((one) => one.startsWith("said ")).map((one) => one.replace(/^said \S* \d+ /, ""));
  return { ...it, listening: it.app.listening, spoken };
}

describe("listening", () => {
  test("goes_from_sentence_to_sentence_and_ends_after_the_last", async () => {
    const { listening: it, spoken } = await listening();
    it.toggle();
    it.begin(["One.", "Two.", "Three."], "en");
    await pass(5_000);
    expect([spoken(), it.playing, it.at]).toEqual([["One.", "Two.", "Three."], false, 2]);
  });
  test("pauses_at_once_and_goes_on_with_the_same_sentence", async () => {
    const { listening: it, spoken, fake } = await listening();
    it.toggle();
    it.begin(["A rather long sentence.", "Two."], "en");
    await pass(100);
    it.toggle();
    await settle();
    expect([it.playing, fake.calls.includes("hush")]).toEqual([false, true]);
    await pass(10_000);
    expect(spoken()).toEqual(["A rather long sentence."]);
    it.toggle();
    await pass(10_000);
    expect(spoken()).toEqual(["A rather long sentence.", "A rather long sentence.", "Two."]);
  });
  test("goes_a_sentence_on_or_back_and_takes_another_speed_at_once", async () => {
    const { listening: it, spoken, fake } = await listening();
    it.toggle();
    it.begin(["One is long enough.", "Two is long enough.", "Three is long enough."], "en");
    it.step(1);
    await settle();
    it.faster();
    await settle();
    it.step(-1);
    await settle();
    expect(spoken().map((one) => one.split(" ")[0])).toEqual(["One", "Two", "Two", "One"]);
    expect(fake.opened.at(-1)).toContain("said en 125");
    it.step(-1);
    expect(it.at).toBe(0);
  });
  test("is_silent_when_the_player_is_closed", async () => {
    const { listening: it, spoken } = await listening();
    it.toggle();
    it.begin(["One is long enough.", "Two."], "en");
    await settle();
    it.close();
    await pass(10_000);
    expect([spoken().length, it.open, it.playing]).toEqual([1, false, false]);
  });
  test("says_why_where_the_voice_went_away", async () => {
    const { listening: it, fake } = await listening();
    it.toggle();
    fake.spokenLanguages = [];
    it.begin(["One."], "en");
    await settle();
    expect([it.playing, it.said]).toEqual([false, "The system’s voice does not answer."]);
  });
  test("prefers_the_voices_of_the_web_view_where_it_speaks_the_language_and_remembers_the_speed", async () => {
    const heard: string[] = [];
    const speaker = (name: string, languages: string[]): Speaker => ({ languages: async () => languages, say: async () => Boolean(heard.push(name)), hush: async () => undefined });
    const memory = new Map([["listen-speed", "150"]]);
    const it = new Listening([speaker("web", ["fr"]), speaker("system", ["en-GB", "fr"])], (key) => memory.get(key) ?? null, (key, value) => void memory.set(key, value));
    await it.start();
    expect([it.speaks("fr-CA"), it.speaks("en"), it.speaks("de"), it.speaks(null), it.speed]).toEqual([true, true, false, true, 150]);
    it.begin(["Un."], "fr");
    await settle();
    it.begin(["One."], "en");
    await settle();
    it.faster();
    expect([heard, memory.get("listen-speed")]).toEqual([["web", "system"], "200"]);
  });
  test("is_offered_as_soon_as_one_of_them_has_a_voice", async () => {
    const speaker = (languages: Promise<string[]>): Speaker => ({ languages: () => languages, say: async () => true, hush: async () => undefined });
    const it = new Listening([speaker(new Promise(() => undefined)), speaker(Promise.resolve(["en"]))], () => null, () => undefined);
    void it.start();
    await settle();
    expect([it.speaks("en"), it.speaks("fr")]).toEqual([true, false]);
  });
});

describe("where it is offered", () => {
  const draw = async (languages: string[]) => {
    const it = await listening(languages);
    it.app.open(it.app.ticker.rows.find((row) => row.title.startsWith("Offshore wind"))!.id);
    await settle();
    const { container } = render(Root, { app: it.app, remember: () => undefined });
    await tick();
    await settle();
    return { ...it, container };
  };
  test("without_a_voice_there_is_no_button_and_no_command_but_a_reason_in_the_settings", async () => {
    const { app, container } = await draw([]);
    expect(container.querySelector(`.tb [aria-label="${t("listen")}"]`)).toBeNull();
    expect(offered(commandOf("listen"), app)).toBe(false);
    app.section = "reading";
    app.show("settings");
    await settle();
    await tick();
    expect(container.querySelector('[data-setting="listen"]')?.textContent).toContain(t("listen-none"));
  });
  test("with_one_the_story_is_read_from_where_the_reader_is_and_another_story_ends_it", async () => {
    const { app, container, spoken } = await draw(["en"]);
    expect(offered(commandOf("listen"), app)).toBe(true);
    container.querySelector<HTMLButtonElement>(`.tb [aria-label="${t("listen")}"]`)!.click();
    await vi.waitFor(() => expect(spoken()[0]).toContain("Offshore wind"));
    expect(container.querySelector(`[role=group][aria-label="${t("listen")}"]`)).not.toBeNull();
    app.open(app.ticker.rows[3]!.id);
    const before = spoken().length;
    await pass(10_000);
    expect([app.listening.open, app.listening.playing, spoken().length]).toEqual([false, false, before]);
  });
});
