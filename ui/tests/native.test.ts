/* Promises about the words that stand outside of the page: the program reads them itself, so nobody else would notice. */
import { FluentBundle, FluentResource } from "@fluent/bundle";
import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { languages } from "../src/i18n/languages";

const folder = "src/i18n/native";
const bundles = new Map(
  languages.map(({ tag }) => {
    const bundle = new FluentBundle(tag, { useIsolating: false });
    const problems = bundle.addResource(new FluentResource(readFileSync(`${folder}/${tag}.ftl`, "utf8")));
    expect(problems, tag).toEqual([]);
    return [tag as string, bundle];
  }),
);
const keys = (tag: string) => [...bundles.get(tag)!._messages.keys()].sort();

/** Every Rust file of the window. */
function shell(path = "../src-tauri/shell"): string {
  return readdirSync(path, { withFileTypes: true })
    .map((entry) => (entry.isDirectory() ? shell(`${path}/${entry.name}`) : entry.name.endsWith(".rs") ? readFileSync(`${path}/${entry.name}`, "utf8") : ""))
    .join("\n");
}

describe("the words outside of the page", () => {
  test("are_there_in_every_language", () => {
    for (const { tag } of languages) expect(keys(tag), tag).toEqual(keys("en"));
  });

  test("are_those_that_the_program_says", () => {
    const said = new Set([...shell().matchAll(/"((?:notify|pick|tray|menu)-[a-z0-9-]+)"/g)].map((found) => found[1]));
    expect([...said].sort()).toEqual(keys("en"));
  });

  test("count_in_every_language_without_a_gap", () => {
    for (const [tag, bundle] of bundles) {
      for (const stories of [0, 1, 2, 3, 11, 100]) {
        for (const key of keys(tag)) {
          const problems: Error[] = [];
          const text = bundle.formatPattern(bundle.getMessage(key)!.value!, { stories }, problems);
          expect([problems, text.includes("{")], `${tag} ${key}`).toEqual([[], false]);
        }
      }
    }
  });
});
