/* Promises about lists that are typed into one field. */
import { expect, test } from "vitest";
import { between, hasComma } from "../src/text/typed";

test("commas_of_every_script_part_what_is_typed", () => {
  for (const comma of [",", "،", "、", "，"]) expect([hasComma(comma), between(`  sea ${comma}${comma} the  tide${comma}`)]).toEqual([true, ["sea", "the tide"]]);
  expect([hasComma("a; b"), between("a; b"), between(" ")]).toEqual([false, ["a; b"], []]);
});
