/* Promises about the source itself. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { commands } from "../src/api/commands";
import { Fake } from "../src/api/fake/backend";

const src = join(import.meta.dirname, "../src");
function walk(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? walk(path) : [path];
  });
}
const files = walk(src).filter((path) => /\.(ts|svelte)$/.test(path) && !path.includes("/generated/"));
const read = (path: string) => readFileSync(path, "utf8");
const name = (path: string) => relative(src, path);

describe("where HTML may become elements", () => {
  test("article_fill_is_the_only_file_that_turns_text_into_elements", () => {
    const sinks = /\{@html|\.innerHTML|\.outerHTML|insertAdjacentHTML|setHTML|document\.write|createContextualFragment|DOMParser|srcdoc/;
    expect(files.filter((path) => sinks.test(read(path))).map(name)).toEqual(["article/fill.ts"]);
    expect(read(join(src, "article/fill.ts")).match(/innerHTML/g)).toHaveLength(1);
  });

  test("only_the_article_body_uses_it", () => {
    const users = files.filter((path) => /\bprepare\b.*from "\.\/fill"|from ".*article\/fill"/.test(read(path)));
    expect(users.map(name)).toEqual(["article/ArticleBody.svelte"]);
  });

  test("no_markup_carries_a_style_attribute", () => {
    expect(files.filter((path) => /\sstyle=["{]/.test(read(path))).map(name)).toEqual([]);
  });
});

describe("who may know whom", () => {
  test("only_api_knows_tauri", () => {
    const knows = files.filter((path) => read(path).includes("@tauri-apps/"));
    expect(knows.every((path) => name(path).startsWith("api/"))).toBe(true);
  });

  test("state_touches_neither_the_dom_nor_the_network", () => {
    const state = files.filter((path) => name(path).startsWith("state/"));
    expect(state.filter((path) => /\bdocument\.|\bwindow\.|\bfetch\(|\bnavigator\.|localStorage|Date\.now/.test(read(path).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ""))).map(name)).toEqual([]);
  });

  test("parts_know_nothing_about_news", () => {
    const parts = files.filter((path) => name(path).startsWith("parts/"));
    expect(parts.filter((path) => /from "\.\.\/(state|api|context|ticker|article|saved|sources)/.test(read(path))).map(name)).toEqual([]);
  });

  test("formatters_are_not_kept_beyond_a_change_of_language", () => {
    // Made while a file is read, a formatter would write in the first language for ever.
    expect(files.filter((path) => /^const \w+ = new Intl\.\w+\(locale/m.test(read(path))).map(name)).toEqual([]);
  });

  test("styles_use_logical_properties", () => {
    const physical = /^\s*(margin|padding|border)-(left|right|top|bottom)\b|^\s*(left|right|top|bottom)\s*:|text-align:\s*(left|right)\b/m;
    const css = walk(src).filter((path) => /\.(css|svelte)$/.test(path));
    expect(css.filter((path) => physical.test(read(path).replace(/<script[\s\S]*?<\/script>/g, ""))).map(name)).toEqual([]);
  });
});

describe("both backends", () => {
  test("the_program_and_the_memory_answer_the_same_commands", () => {
    const real = Object.keys(commands).sort();
    const fake = new Fake({ empty: true }) as unknown as Record<string, unknown>;
    expect(real.filter((key) => typeof fake[key] !== "function")).toEqual([]);
    expect(real).toContain("ticker");
  });
});

describe("drawn larger", () => {
  test("every_width_of_a_line_in_a_sign_is_a_number_in_the_style", () => {
    const widths = new Set(files.flatMap((path) => [...read(path).matchAll(/stroke(?:W|-w)idth=[{"]([\d.]+)[}"]/g)].map((found) => found[1]!)));
    const style = read(join(src, "styles/base.css"));
    expect(widths.size).toBeGreaterThan(3);
    expect(style).toContain("svg[stroke-width] {\n  stroke-width: var(--line-width);");
    const others = walk(src).filter((path) => /\.(css|svelte)$/.test(path) && /stroke-width: [\d.]/.test(read(path)));
    expect(others.map(name)).toEqual([]);
    expect([...widths].filter((width) => !style.includes(`svg[stroke-width="${width}"] { --line-width: ${width}; }`))).toEqual([]);
  });
});
