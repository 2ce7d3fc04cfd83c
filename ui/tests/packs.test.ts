/* Promises about choosing packs: by several languages and by region, with the sites that will be contacted beside them. */
import { cleanup, render } from "@testing-library/svelte";
import { afterEach, expect, test } from "vitest";
import Window from "../src/App.svelte";
import type { Pack } from "../src/api/backend";
import { ownName } from "../src/i18n/words";
import { BREATH } from "../src/state/turns";
import { open, pass, settle } from "./support";

afterEach(cleanup);

const pack = (id: string, language: string, region: string): Pack => ({ id, title: id, description: "", language, region, feeds: [{ title: `${id} paper`, url: `https://${id}.test/feed.xml`, language }] });
const PACKS = [pack("globe", "en", ""), pack("monde", "fr", ""), pack("bayern", "de", "DE"), pack("alsace", "fr", "FR"), pack("kiez", "de", "")];

async function welcome(languages: readonly string[] = []) {
  const it = await open({ empty: true }, new Map(), languages);
  it.app.follow.packs = PACKS;
  const screen = render(Window, { app: it.app });
  await pass(10);
  await settle();
  const cards = () => screen.getAllByRole("checkbox").map((card) => card.querySelector("b")!.textContent);
  const press = async (name: string) => {
    screen.getByRole("button", { name }).click();
    await settle();
  };
  return { ...it, ...screen, cards, press };
}

test("several_languages_can_be_picked_and_all_of_them_again", async () => {
  const { cards, press, getByRole } = await welcome();
  expect(cards()).toEqual(["globe", "monde", "bayern", "alsace", "kiez"]);
  await press("Deutsch (German)");
  await press("Français (French)");
  expect(cards()).toEqual(["monde", "bayern", "alsace", "kiez"]);
  expect(["All", "English", "Deutsch (German)", "Français (French)"].map((name) => getByRole("button", { name }).getAttribute("aria-pressed"))).toEqual(["false", "false", "true", "true"]);
  await press("Deutsch (German)");
  expect(cards()).toEqual(["monde", "alsace"]);
  await press("All");
  expect(cards()).toEqual(["globe", "monde", "bayern", "alsace", "kiez"]);
});

test("a_language_stands_under_its_own_name_and_is_said_in_that_of_the_reader_too", async () => {
  const { app, getByRole } = await welcome();
  app.follow.packs = [...PACKS, pack("nil", "ar", ""), pack("pampa", "es", "")];
  await settle();
  const chip = (name: string) => getByRole("button", { name }).querySelector("bdi")!;
  const shown = (name: string) => [chip(name).textContent, chip(name).lang, chip(name).dir];
  expect(shown("العربية (Arabic)")).toEqual(["العربية", "ar", "rtl"]);
  expect(shown("Español (Spanish)")).toEqual(["Español", "es", "ltr"]);
  // The reader's own language is named once.
  expect(shown("English")).toEqual(["English", "en", "ltr"]);
  expect([chip("All").hasAttribute("lang"), chip("All").dir]).toEqual([false, "auto"]);
});

test.each([
  ["fr", { name: "Français", lang: "fr", dir: "ltr" }],
  ["pt-BR", { name: "Português (Brasil)", lang: "pt-BR", dir: "ltr" }],
  ["he", { name: "עברית", lang: "he", dir: "rtl" }],
  ["ka", { name: "ქართული", lang: "ka", dir: "ltr" }],
  ["el", { name: "Ελληνικά", lang: "el", dir: "ltr" }],
  ["qqq", null],
  ["not a tag", null],
  ["", null],
])("%s_calls_itself_so", (tag, own) => expect(ownName(tag)).toEqual(own));

test("a_region_leaves_what_is_about_it_and_about_the_world", async () => {
  const { cards, press, getByRole } = await welcome();
  await press("All regions, Region");
  getByRole("menuitemradio", { name: "Germany" }).click();
  await settle();
  expect(cards()).toEqual(["globe", "monde", "bayern", "kiez"]);
  await press("Deutsch (German)");
  expect(cards()).toEqual(["bayern", "kiez"]);
});

test("a_chosen_pack_stays_with_its_sites_whatever_is_picked", async () => {
  const { app, cards, press, getByRole } = await welcome();
  app.follow.toggle("alsace");
  await press("English");
  expect(cards()).toEqual(["globe", "alsace"]);
  app.follow.toggle("globe");
  await settle();
  expect([...getByRole("region", { name: "List of sites" }).querySelectorAll("li")].map((site) => site.textContent)).toEqual(["globe.test", "alsace.test"]);
  app.follow.toggle("globe");
  await settle();
  expect([...getByRole("region", { name: "List of sites" }).querySelectorAll("li")].map((site) => site.textContent)).toEqual(["alsace.test"]);
});

test("where_no_pack_is_left_that_is_said", async () => {
  const { app, getByText } = await welcome();
  app.follow.packs = PACKS.filter(({ region }) => region !== "");
  app.follow.region = "FR";
  app.follow.toggleLanguage("de");
  await settle();
  expect(getByText("No pack is of these languages and this region.")).toBeTruthy();
});

test("what_packs_brought_is_told_when_what_was_opened_meanwhile_is_closed", async () => {
  const { app, fake } = await open();
  app.show("packs");
  await settle();
  app.follow.toggle(app.follow.packs[0]!.id);
  let answer = () => {};
  const follow = fake.followPack.bind(fake) as typeof app.backend.followPack;
  Object.assign(fake, { followPack: async (id: string) => (await new Promise<void>((resolve) => (answer = resolve)), follow(id)) });
  void app.beginning.takePacks();
  await settle();
  app.show(null);
  app.show("help");
  answer();
  await pass(5_000);
  expect(app.dialog).toBe("help");
  app.show(null);
  await pass(BREATH);
  expect([app.dialog, app.follow.result !== null]).toEqual(["imported", true]);
});

test("what_packs_brought_is_told_once_where_a_dialog_of_the_first_screen_ends_with_it", async () => {
  const { app, fake } = await welcome();
  app.follow.toggle("globe");
  const { followPack } = fake;
  let answer = () => {};
  fake.followPack = async () => (await new Promise<void>((resolve) => (answer = resolve)), followPack.call(fake));
  void app.beginning.takePacks();
  await settle();
  app.show("follow");
  answer();
  await settle();
  app.show(null);
  expect(app.dialog).toBe("imported");
  app.beginning.importSeen();
  await pass(BREATH);
  expect(app.dialog).toBeNull();
});
