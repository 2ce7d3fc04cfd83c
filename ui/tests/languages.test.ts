/* Promises about the languages of the window. */
import { FluentResource } from "@fluent/bundle";
import { afterEach, describe, expect, test } from "vitest";
import { choose, learn, teach } from "../src/i18n/languages";
import { longer, mirrored, teachPseudo } from "../src/i18n/pseudo";
import { locale, rtl, t } from "../src/i18n/words";
import { clock, number } from "../src/text/dates";

afterEach(async () => void (await learn(null, ["en-US"])));

describe("which language is meant", () => {
  test("the_system_s_where_nothing_is_chosen_and_english_for_everybody_else", () => {
    expect(choose(null, ["en-GB"])).toEqual({ language: "en", locale: "en-GB" });
    expect(choose(null, ["de-DE", "de"])).toEqual({ language: "en", locale: "en-DE" });
    expect(choose(null, [])).toEqual({ language: "en", locale: "en" });
  });
  test("a_broken_tag_means_the_system_s", () => {
    expect(choose("not a tag", ["en-GB"])).toEqual({ language: "en", locale: "en-GB" });
    expect(choose("tlh", ["en"])).toEqual({ language: "en", locale: "en-US" });
  });
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
