/* Promises about the languages of the window. */
import { FluentResource } from "@fluent/bundle";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cleanup, render } from "@testing-library/svelte";
import { afterEach, describe, expect, test, vi } from "vitest";
import Window from "../src/App.svelte";
import { choose, languages, learn, teach } from "../src/i18n/languages";
import { longer, mirrored, teachPseudo } from "../src/i18n/pseudo";
import { languageName, languageTitle, locale, rtl, t } from "../src/i18n/words";
import { clock, moment, number } from "../src/text/dates";
import { open } from "./support";

afterEach(async () => void (await learn(null, ["en-US"])));

describe("which language is meant", () => {
  test("the_system_s_where_nothing_is_chosen_and_english_for_everybody_else", () => {
    expect(choose(null, ["en-GB"])).toEqual({ language: "en", locale: "en-GB" });
    expect(choose(null, ["sv-SE", "sv"])).toEqual({ language: "en", locale: "en-SE" });
    expect(choose(null, ["pt-PT"])).toEqual({ language: "pt", locale: "pt-PT" });
    expect(choose(null, ["nl-NL", "fr-CA"])).toEqual({ language: "fr", locale: "fr-CA" });
    expect(choose("ar", ["fr-MA"])).toEqual({ language: "ar", locale: "ar-MA" });
    expect(choose(null, [])).toEqual({ language: "en", locale: "en" });
  });
  test("traditional_characters_are_not_answered_with_simplified_ones", () => {
    expect(["zh", "zh-CN", "zh-Hans-HK", "zh-SG"].map((tag) => choose(null, [tag]).language)).toEqual(["zh", "zh", "zh", "zh"]);
    expect(["zh-TW", "zh-Hant", "zh-HK"].map((tag) => choose(null, [tag]).language)).toEqual(["en", "en", "en"]);
    expect(choose(null, ["zh-TW", "ja-JP"])).toEqual({ language: "ja", locale: "ja-JP" });
    // Nor are their dates mixed with them where they are chosen.
    expect(choose("zh", ["zh-TW"]).locale).not.toBe("zh-TW");
  });
  test("a_broken_tag_means_the_system_s", () => {
    expect(choose("not a tag", ["en-GB"])).toEqual({ language: "en", locale: "en-GB" });
    expect(choose("tlh", ["en"])).toEqual({ language: "en", locale: "en-US" });
  });
});

interface Expression {
  type: string;
  name?: string;
  selector?: Expression;
  variants?: { key: { value: unknown }; value: Pattern }[];
}
type Pattern = string | (string | Expression)[] | null;

/** Every message of a language: its variables, and the keys of its choices. */
function messages(tag: string): Map<string, { variables: string[]; choices: string[] }> {
  const resource = new FluentResource(readFileSync(join(import.meta.dirname, `../src/i18n/${tag}.ftl`), "utf8"));
  const all = new Map<string, { variables: string[]; choices: string[] }>();
  for (const message of resource.body) {
    const variables = new Set<string>();
    const choices: string[] = [];
    const look = (pattern: Pattern) => {
      if (pattern === null || typeof pattern === "string") return;
      for (const part of pattern) {
        if (typeof part === "string") continue;
        if (part.type === "var") variables.add(part.name!);
        if (part.selector?.type === "var") variables.add(part.selector.name!);
        for (const variant of part.variants ?? []) {
          choices.push(String(variant.key.value));
          look(variant.value);
        }
      }
    };
    look(message.value as Pattern);
    all.set(message.id, { variables: [...variables].sort(), choices });
  }
  return all;
}

describe.each(languages.map((one) => one.tag).filter((tag) => tag !== "en"))("the words in %s", (tag) => {
  const english = messages("en");
  const own = messages(tag);

  test("there_is_one_for_every_english_one_and_no_other", () => {
    expect({ missing: [...english.keys()].filter((key) => !own.has(key)), unknown: [...own.keys()].filter((key) => !english.has(key)) }).toEqual({ missing: [], unknown: [] });
    const text = readFileSync(join(import.meta.dirname, `../src/i18n/${tag}.ftl`), "utf8");
    expect(text.match(/^[a-z][a-z0-9-]* =/gm)).toHaveLength(own.size);
  });
  test("each_has_the_same_variables", () => {
    const odd = [...own].filter(([key, words]) => JSON.stringify(words.variables) !== JSON.stringify(english.get(key)?.variables));
    expect(odd.map(([key]) => key)).toEqual([]);
  });
  test("choices_are_plural_forms_of_the_language_or_numbers", () => {
    const forms = new Set<string>([...new Intl.PluralRules(tag).resolvedOptions().pluralCategories]);
    const odd = [...own].filter(([, words]) => words.choices.some((choice) => !forms.has(choice) && !/^\d+$/.test(choice)));
    expect(odd.map(([key]) => key)).toEqual([]);
  });
  test("nothing_shouts_and_quotes_are_those_of_print", () => {
    const text = readFileSync(join(import.meta.dirname, `../src/i18n/${tag}.ftl`), "utf8").split("\n").filter((line) => !line.startsWith("#"));
    expect(text.filter((line) => /[!]|'|[a-z]"[a-z]/i.test(line))).toEqual([]);
    // Arabic is written without vowel signs.
    expect(text.filter((line) => /[\u064b-\u0652\u0670]/.test(line))).toEqual([]);
  });
  test("every_one_can_be_said", async () => {
    await learn(tag, ["en-US"]);
    for (const [key, { variables }] of own) expect(t(key, Object.fromEntries(variables.map((name) => [name, 3])))).not.toContain("{");
  });
});

test("no_mark_of_a_french_sentence_begins_a_line", () => {
  const text = ["fr", "said/fr", "native/fr"].flatMap((name) => readFileSync(join(import.meta.dirname, `../src/i18n/${name}.ftl`), "utf8").split("\n"));
  const words = text.filter((line) => !line.startsWith("#"));
  expect(words.filter((line) => /\S [?!;:»%](\s|$|[.,…)}"]|\{)|« /.test(line))).toEqual([]);
  expect(words.some((line) => line.includes("«\u00a0"))).toBe(true);
});

describe("languages for checking", () => {
  test("every_text_is_longer_and_what_is_put_in_stays_as_it_is", async () => {
    teachPseudo();
    await learn("en-XA", ["en-US"]);
    expect(t("saved")).toBe(longer("Saved"));
    expect(longer("Saved")).toMatch(/^[^a-z]{5}~~$/i);
    expect(t("follow-already", { title: "The Harbor Post" })).toContain("The Harbor Post");
    expect(t("marked-read", { count: 2 })).toBe(`2${longer(" stories marked as read")}`);
  });
  test("the_other_one_runs_from_right_to_left_and_isolates_names", async () => {
    teachPseudo();
    await learn("ar-XB", ["en-US"]);
    expect([rtl, locale]).toEqual([true, "ar-XB"]);
    expect(t("saved")).toBe(mirrored("Saved"));
    expect(t("follow-already", { title: "The Harbor Post" })).toContain("\u2068The Harbor Post\u2069");
  });
});

test("an_arabic_date_is_one_run_of_text_with_the_weekday_first_and_foreign_names_in_it_are_isolated", async () => {
  await learn("ar", ["ar"]);
  expect(moment("2026-11-23T14:32:00Z")).not.toMatch(/[\u2066-\u2069]/);
  expect(moment("2026-11-23T14:32:00Z")).toMatch(/^الاثنين /);
  expect(t("follow-already", { title: "صحيفة الأفق" })).not.toMatch(/[\u2066-\u2069]/);
  expect(t("follow-already", { title: "The Harbor Post" })).toContain("\u2068The Harbor Post\u2069");
});

test("a_language_has_a_capital_where_its_name_stands_alone_and_none_in_a_sentence", async () => {
  await learn("fr", ["fr"]);
  expect([languageTitle("en"), languageName("en"), languageTitle("zz-unknown-tag!")]).toEqual(["Anglais", "anglais", "Zz-unknown-tag!"]);
});

test("the_name_of_each_language_in_the_settings_is_marked_as_of_it", async () => {
  const { app } = await open();
  const { container } = render(Window, { app });
  app.section = "general";
  app.show("settings");
  await vi.waitFor(() => expect(container.querySelector("dialog [role=radio][lang]")).not.toBe(null));
  const marked = [...container.querySelectorAll("dialog [role=radio][lang]")].map((one) => [one.getAttribute("lang"), one.textContent]);
  expect(marked).toEqual(languages.map(({ tag, name }) => [tag, name]));
  cleanup();
});

describe("a message that nobody has translated yet", () => {
  test("is_said_in_english_and_breaks_nothing", async () => {
    teach("fr-XX", async () => new FluentResource("live = En direct"));
    await learn("fr-XX", ["en-US"]);
    expect([t("live"), t("saved")]).toEqual(["En direct", "Saved"]);
  });
});

describe("changing the language", () => {
  test("numbers_and_times_follow", async () => {
    expect(number(12345)).toBe("12,345");
    teachPseudo();
    await learn("ar-XB", ["en-US"]);
    expect(number(12345)).toBe(new Intl.NumberFormat("ar-XB").format(12345));
    expect(clock("2026-11-23T14:41:00Z")).toBe(new Intl.DateTimeFormat("ar-XB", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(new Date("2026-11-23T14:41:00Z")));
  });
});
