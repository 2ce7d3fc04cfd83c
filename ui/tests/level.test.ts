/* Promises about lines that end in a vowel mark. */
import { expect, test } from "vitest";
import { level } from "../src/text/level";

test("a_word_that_ends_in_a_vowel_mark_has_something_without_width_behind_it", () => {
  expect(level("قالَ الوزيرُ", true)).toBe("قالَ\u200c الوزيرُ\u200c");
  expect(level("شَمسٌ", true)).toBe("شَمسٌ\u200c");
  expect(level("رسمياً\nغداً", true)).toBe("رسمياً\u200c\nغداً\u200c");
});

test.each(["مَن", "غدا", "élan vital", "می‌خواهم", "שָׁלוֹם", "", "١٢٪"])("nothing_else_changes: %s", (text) => {
  expect(level(text, true)).toBe(text);
});

test("where_lines_are_level_anyway_nothing_is_put_in", () => {
  expect(level("قالَ الوزيرُ", false)).toBe("قالَ الوزيرُ");
});
