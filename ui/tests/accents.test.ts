/* Promises about the accents: whichever the reader takes, everything stays legible in every theme (WCAG 2.2, 1.4.3 and 1.4.11). */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const read = (name: string) => readFileSync(join(import.meta.dirname, `../src/styles/${name}.css`), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
const blocks = (css: string) => new Map([...css.matchAll(/\[data-theme="([a-z-]+)"\]\s*\{([^}]*)\}/g)].map(([, name, body]) => [name!, new Map([...body!.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, key, value]) => [key!, value!.trim()]))]));
const themes = blocks(read("themes"));
const accents = blocks(read("accents"));
const names = ["teal", "green", "purple", "amber", "graphite"];

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255).map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}
function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high! + 0.05) / (low! + 0.05);
}

test("every_theme_but_high_contrast_has_all_of_them_and_shows_its_own_beside_them", () => {
  expect([...accents.keys()]).toEqual(["light", "sepia", "dark", "oled"]);
  for (const [theme, colours] of accents) {
    expect([...colours.keys()].sort()).toEqual(["a-theme", ...names.flatMap((name) => [`a-${name}`, `a-${name}-soft`])].sort());
    expect(colours.get("a-theme")).toBe(themes.get(theme)!.get("accent"));
  }
});

describe.each(["light", "sepia", "dark", "oled"])("in %s", (theme) => {
  test.each(names)("%s_is_legible_and_so_is_what_stands_on_it", (name) => {
    const base = themes.get(theme)!;
    const accent = accents.get(theme)!.get(`a-${name}`)!;
    const soft = accents.get(theme)!.get(`a-${name}-soft`)!;
    const pairs: [string, string, string, number][] = [
      ...["page", "list", "canvas", "pop"].map((ground): [string, string, string, number] => [`accent on ${ground}`, accent, base.get(ground)!, 4.5]),
      ["accent on soft", accent, soft, 4.5],
      ["accent on chip", accent, base.get("chip-on")!, 3],
      ["on accent", base.get("on-accent")!, accent, 4.5],
      ["ink on soft", base.get("ink")!, soft, 7],
      ...["ink-2", "ink-3", "ok", "warn", "danger"].map((ink): [string, string, string, number] => [`${ink} on soft`, base.get(ink)!, soft, 4.5]),
      ["focus on soft", base.get("focus")!, soft, 3],
    ];
    expect(pairs.filter(([, one, other, least]) => !(contrast(one, other) >= least)).map(([pair]) => pair)).toEqual([]);
  });
});
