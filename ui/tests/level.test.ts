/* Promises about lines that end in a vowel mark. */
import { expect, test } from "vitest";
import { index, search } from "../src/article/find";
import { level, levelAll } from "../src/text/level";

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

test("all_texts_of_a_story_are_levelled_but_code_and_words_are_found_across", () => {
  const root = document.createElement("div");
  root.innerHTML = "<p>قالَ <b>الوزيرُ</b> إنَّ</p><pre>قالَ الوزيرُ</pre>";
  levelAll(root, true);
  expect([...root.children].map((one) => one.textContent)).toEqual(["قالَ\u200c الوزيرُ\u200c إنَّ\u200c", "قالَ الوزيرُ"]);
  const places = search(index([root]), "قال الوزير إن");
  expect(places.map((place) => place.toString().replaceAll("\u200c", ""))).toEqual(["قالَ الوزيرُ إنَّ"]);
  const plain = document.createElement("p");
  plain.textContent = "قالَ";
  levelAll(plain, false);
  expect(plain.textContent).toBe("قالَ");
});
