/* Promises about what the program says: every sentence of it is known in every language. The sentences are read from the
   sources of the program itself, so that a new one without its translation is noticed here. */
import { FluentResource } from "@fluent/bundle";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { languages, learn } from "../src/i18n/languages";
import { isKnown, said } from "../src/i18n/said";

const rust = join(import.meta.dirname, "../../src-tauri");
function walk(path: string): string[] {
  return statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => walk(join(path, name))) : path.endsWith(".rs") ? [path] : [];
}
/** A file of the program without its tests and comments, lines that go on joined. */
const code = (path: string) =>
  readFileSync(path, "utf8")
    .split(/#\[cfg\(test\)\]\s*mod \w+ \{/)[0]!
    .replace(/^\s*\/\/.*$/gm, "")
    .replace(/\\\n\s*/g, "");
/** What is written where something is put in, filled with a figure that any variable takes. */
const filled = (literal: string) => literal.replace(/\\"/g, '"').replace(/\{[^}]*\}/g, "7").replace(/^7[.]? (?=[A-Z].*[.]$)/, "");
const literals = (text: string) => [...text.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((found) => found[1]!);
const words = (all: string[]) => [...new Set(all.map(filled))];

/** For whoever looks closely or types in a terminal: the window never shows them. */
const NOT_SHOWN = [/STOPPRESS|\.sqlite|RSA|^7 (is not a (file|library)|exists already)/, /^Something else holds/, /^The library can only be read/, /^These addresses were not checked/];
const files = ["reader/src", "store/src", "shell"].flatMap((folder) => walk(join(rust, folder)));
const sentences = words(files.flatMap((path) => literals(code(path)).filter((one) => /^[A-Z{].* .*[.]$/.test(one) && !/\\n|SELECT|CREATE /.test(one)))).filter((one) => !NOT_SHOWN.some((pattern) => pattern.test(one)));
const errors = words(["feeds/src/opml.rs", "feeds/src/address.rs", "feeds/src/parsed.rs", "feeds/src/reading_lists/mod.rs", "feeds/src/readable/mod.rs", "store/src/lib.rs", "reader/src/error.rs"].flatMap((path) => [...code(join(rust, path)).matchAll(/#\[error\("((?:[^"\\]|\\.)*)"/g)].map((found) => found[1]!)).filter((one) => one !== "{0}").map((one) => one.replace(/^\{0\} (?=is not)/, "this feed ")));
const refusals = words([...code(join(rust, "reader/src/bag.rs")).matchAll(/refused\((?:&format!\()?"((?:[^"\\]|\\.)*)"/g)].map((found) => found[1]!));
const missing = words(walk(join(rust, "store/src")).flatMap((path) => [...code(path).matchAll(/StoreError::NotFound\("([^"]+)"\)/g)].map((found) => found[1]!)));
const kinds = words(literals(/fn looks_like[\s\S]*?\n}/.exec(code(join(rust, "feeds/src/sniff.rs")))![0]).filter((one) => /^(a |JSON of|XML of|plain )/.test(one)));

afterEach(async () => void (await learn(null, ["en-US"])));

describe("what the program says", () => {
  test.each([
    ["sentences", sentences, 55],
    ["errors", errors, 25],
    ["refusals of files", refusals, 6],
    ["things that are missing", missing, 6],
    ["kinds of answers", kinds, 6],
  ])("all_%s_are_known", (_, all, atLeast) => {
    expect(all.length).toBeGreaterThan(atLeast);
    expect(all.filter((one) => !isKnown(one) && said(one) === one && !one.split(/(?<=\.) /).every(isKnown))).toEqual([]);
  });

  test("no_translation_is_left_of_a_sentence_that_is_gone", () => {
    const resource = new FluentResource(readFileSync(join(import.meta.dirname, "../src/i18n/said/en.ftl"), "utf8"));
    const everything = walk(rust).map(code).join("\n").replace(/\\"/g, '"');
    const gone = resource.body.filter(({ value }) => {
      const fixed = (Array.isArray(value) ? value : [value]).filter((part): part is string => typeof part === "string");
      return !fixed.flatMap((part) => part.split(/(?<=[.]) /)).every((part) => everything.includes(part.trim()));
    });
    expect(gone.map(({ id }) => id)).toEqual([]);
  });

  test("in_french_a_trouble_is_said_in_french_with_its_site_and_what_is_kept", async () => {
    await learn("fr", ["en-US"]);
    expect(said("harbor.example isn’t answering. We’ll keep trying. The 41 articles we have stay.")).toBe("harbor.example ne répond pas. Nous réessaierons. Les 41 articles que nous avons restent là.");
    expect(said("harbor.example answered, but this is not a feed but a web page. Nothing was changed.")).toBe("harbor.example a répondu, mais ce n’est pas un flux mais une page web. Rien n’a été modifié.");
    expect(said("this feed is not in the library")).toBe("Dans la bibliothèque, il manque cette source.");
  });

  test("sentences_stand_side_by_side_as_their_language_writes_them_with_one_stop_each", async () => {
    const text = "this feed is not in the library. Nothing was changed.";
    await learn("fr", ["en-US"]);
    expect(said(text)).toBe("Dans la bibliothèque, il manque cette source. Rien n’a été modifié.");
    await learn("zh", ["en-US"]);
    expect(said(text)).toBe("资料库中没有此来源。未作任何更改。");
    expect(said("harbor.example isn’t answering. We’ll keep trying. The 41 articles we have stay.")).not.toContain("。 ");
  });

  test("the_name_of_a_source_can_stand_for_its_site_also_in_english", () => {
    expect(said("harbor.example isn’t answering. We’ll keep trying.")).toBe("harbor.example isn’t answering. We’ll keep trying.");
    expect(said("harbor.example isn’t answering. We’ll keep trying.", { site: "The Harbor Post" })).toBe("The Harbor Post isn’t answering. We’ll keep trying.");
  });

  test("what_nobody_knows_stays_as_it_is", async () => {
    await learn("es", ["en-US"]);
    expect(said("A sentence of a later version.")).toBe("A sentence of a later version.");
    expect(said("A sentence of a later version. Nothing was changed.")).toBe("A sentence of a later version. No se cambió nada.");
  });
});

describe.each(languages.map((one) => one.tag).filter((tag) => tag !== "en"))("what it says in %s", (tag) => {
  const read = (language: string) => new FluentResource(readFileSync(join(import.meta.dirname, `../src/i18n/said/${language}.ftl`), "utf8")).body;
  const variables = (value: unknown) => [...new Set([...JSON.stringify(value).matchAll(/"type":"var","name":"(\w+)"/g)].map((found) => found[1]!))].sort();

  test("has_every_sentence_with_the_same_variables", () => {
    const shape = (language: string) => read(language).map(({ id, value }) => [id, variables(value)]);
    expect(shape(tag)).toEqual(shape("en"));
  });

  test("shouts_nowhere", () => {
    const text = readFileSync(join(import.meta.dirname, `../src/i18n/said/${tag}.ftl`), "utf8");
    expect(text).not.toMatch(/[!]|'|[\u064b-\u0652\u0670]/);
  });
});
