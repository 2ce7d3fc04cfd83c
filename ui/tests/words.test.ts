import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { t } from "../src/i18n/words";

const src = join(import.meta.dirname, "../src");
function walk(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? walk(path) : [path];
  });
}
const code = walk(src)
  .filter((path) => /\.(ts|svelte)$/.test(path) && !path.includes("/generated/") && !path.includes("/fake/"))
  .map((path) => readFileSync(path, "utf8"))
  .join("\n");
const ftl = readFileSync(join(src, "i18n/en.ftl"), "utf8");
const keys = [...ftl.matchAll(/^([a-z][a-z0-9-]*) =/gm)].map((match) => match[1]!);

describe("the words", () => {
  test("every_key_that_is_asked_for_exists", () => {
    const asked = [...code.matchAll(/\bt\(\s*"([^"]+)"/g), ...code.matchAll(/title: "([a-z]+-[a-z-]+)"/g)].map((match) => match[1]!);
    expect(asked.filter((key) => !keys.includes(key))).toEqual([]);
    expect(asked.length).toBeGreaterThan(100);
  });

  test("every_key_is_used_and_none_twice", () => {
    expect(keys.filter((key) => !code.includes(`"${key}"`))).toEqual([]);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("nothing_shouts", () => {
    expect(ftl.split("\n").filter((line) => !line.startsWith("#") && line.includes("!"))).toEqual([]);
  });

  test("counts_have_their_plural", () => {
    expect(t("marked-read", { count: 1 })).toBe("1 story marked as read");
    expect(t("marked-read", { count: 23 })).toBe("23 stories marked as read");
    expect(t("banner-text", { count: 1204 })).toBe("Everything you saved is here, along with 1,204 recent stories.");
  });

  test("text_that_runs_right_to_left_is_isolated_and_other_text_stays_plain", () => {
    expect(t("follow-already", { title: "The Harbor Post" })).toBe("You already follow The Harbor Post");
    expect(t("follow-already", { title: "صحيفة الأفق" })).toBe("You already follow \u2068صحيفة الأفق\u2069");
  });
});
