/* Promises about the colours: every pair that carries text or a control is legible in every theme (WCAG 2.2, 1.4.3 and 1.4.11). */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { themeOf } from "../src/styles/look";

const css = readFileSync(join(import.meta.dirname, "../src/styles/themes.css"), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
const themes = new Map([...css.matchAll(/\[data-theme="([a-z-]+)"\]\s*\{([^}]*)\}/g)].map(([, name, body]) => [name!, tokens(body!)]));

function tokens(body: string): Map<string, string> {
  return new Map([...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name!, value!.trim()]));
}
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255).map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}
/** The contrast of two opaque colours as WCAG 2 defines it, 1 to 21. */
function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high! + 0.05) / (low! + 0.05);
}

/** Foreground, the grounds it stands on, and the least contrast. */
const pairs: [ink: string, grounds: string, least: number][] = [
  ["ink", "page list accent-soft banner pop", 7],
  ["ink", "canvas chip-on rail-on mark hover hover-s key", 4.5],
  ["ink-2", "page list canvas chip-on banner mark pop key hover hover-s accent-soft", 4.5],
  ["ink-3", "page list canvas accent-soft hover-s pop banner", 4.5],
  ["link", "page list", 4.5],
  ["accent", "page list canvas accent-soft pop", 4.5],
  ["accent", "chip-on", 3],
  ["on-accent", "accent", 4.5],
  ["live", "list live-soft", 4.5],
  ["ok", "page list accent-soft pop", 4.5],
  ["warn", "page list accent-soft", 4.5],
  ["danger", "page list accent-soft banner", 4.5],
  ["on-pill", "pill", 4.5],
  ["on-toast", "toast", 4.5],
  ["toast-a", "toast", 4.5],
  ["toast-k", "toast", 4.5],
  ["focus", "page list canvas accent-soft pop hover-s", 3],
  ["control", "page list pop", 3],
];

test("the_formula_gives_21_for_black_on_white_and_1_for_a_colour_on_itself", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#8c867b", "#8c867b")).toBe(1);
  expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
});

test("there_are_six_themes_with_the_same_names_in_each", () => {
  expect([...themes.keys()]).toEqual(["light", "dark", "sepia", "oled", "hc-light", "hc-dark"]);
  const names = [...themes.get("light")!.keys()].sort();
  for (const theme of themes.values()) expect([...theme.keys()].sort()).toEqual(names);
});

test("in_high_contrast_what_has_a_ground_of_its_own_has_an_edge", () => {
  for (const [name, colours] of themes) {
    const edge = colours.get("edge")!;
    if (name.startsWith("hc")) expect(contrast(edge, colours.get("banner")!), name).toBeGreaterThan(3);
    else expect(edge, name).toBe("rgb(0 0 0 / 0)");
  }
});

describe.each([...themes])("in %s", (_name, colours) => {
  test("every_pair_is_legible", () => {
    const below: string[] = [];
    for (const [ink, grounds, least] of pairs) {
      for (const ground of grounds.split(" ")) {
        const ratio = contrast(colours.get(ink)!, colours.get(ground)!);
        if (!(ratio >= least)) below.push(`${ink} on ${ground}: ${ratio.toFixed(2)} instead of ${least}`);
      }
    }
    expect(below).toEqual([]);
  });

  test("every_colour_is_written_so_that_it_can_be_measured", () => {
    const odd = [...colours].filter(([name, value]) => !/^#[0-9a-f]{6}$/.test(value) && !["edge", "list-0", "pop-line", "veil"].includes(name));
    expect(odd).toEqual([]);
  });
});

describe("which theme is drawn", () => {
  test("the_system_decides_only_where_the_reader_let_it", () => {
    expect(themeOf("system", { dark: false, contrast: false })).toBe("light");
    expect(themeOf("system", { dark: true, contrast: false })).toBe("dark");
    expect(themeOf("system", { dark: false, contrast: true })).toBe("hc-light");
    expect(themeOf("system", { dark: true, contrast: true })).toBe("hc-dark");
    expect(themeOf("sepia", { dark: true, contrast: false })).toBe("sepia");
  });

  test("more_contrast_is_given_in_the_scheme_that_was_chosen", () => {
    const drawn = (["light", "sepia", "dark", "oled", "hc-light", "hc-dark"] as const).map((theme) => [true, false].map((dark) => themeOf(theme, { dark, contrast: true })));
    expect(drawn.map(([one, two]) => (one === two ? one : "the system's"))).toEqual(["hc-light", "hc-light", "hc-dark", "hc-dark", "hc-light", "hc-dark"]);
  });
});
