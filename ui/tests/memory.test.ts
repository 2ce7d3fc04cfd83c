/* Promises about what the window remembers of itself: it belongs to the profile, through the backend. */
import { describe, expect, test } from "vitest";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Fake } from "../src/api/fake/backend";
import { open } from "./support";

function walk(path: string): string[] {
  return statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => walk(join(path, name))) : [path];
}

describe("what the window remembers", () => {
  test("nothing_of_it_lies_in_the_web_view_which_every_profile_shares", () => {
    const files = walk(join(import.meta.dirname, "../src")).filter((path) => /\.(ts|svelte)$/.test(path));
    expect(files.filter((path) => /(local|session)Storage|indexedDB|document\.cookie/.test(readFileSync(path, "utf8")))).toEqual([]);
  });

  test("the_backend_keeps_it_by_name_and_takes_no_more_than_the_program_does", async () => {
    const fake = new Fake({ empty: true });
    await fake.remember("open-story", "41");
    await fake.remember("open-story", "42");
    expect((await fake.firstPicture()).remembered).toEqual({ "open-story": "42" });
    await expect(fake.remember("open-story", "x".repeat(4097))).rejects.toMatchObject({ code: "bad_request" });
  });

  test("a_fresh_profile_opens_no_story_of_another", async () => {
    const { app } = await open({}, new Map());
    expect([app.reading.id, app.left.line]).toEqual([null, null]);
    const id = app.ticker.rows[3]!.id;
    const again = await open({}, new Map([["open-story", id]]));
    expect(again.app.reading.id).toBe(id);
  });
});
