import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { systemOf } from "../src/system";

describe("the system", () => {
  it("is known by what its web view calls its platform", () => {
    expect(["Linux x86_64", "FreeBSD amd64", "", "MacIntel", "Win32"].map(systemOf)).toEqual(["linux", "linux", "linux", "mac", "windows"]);
  });

  it("gives every face by language on each system", () => {
    const sheet = readFileSync("src/styles/faces.css", "utf8");
    const asked = new Set(sheet.match(/var\((--(?:read|ui)-[a-z]+)\)/g)!.map((use) => use.slice(4, -1)));
    const rooms = sheet.match(/^:root(?:\[data-system="\w+"\])? \{\n  --read[^}]*\}/gm)!;
    expect(rooms.map((room) => room.split(" {")[0])).toEqual([":root", ':root[data-system="mac"]', ':root[data-system="windows"]']);
    for (const room of rooms) expect(new Set(room.match(/--(?:read|ui)-[a-z]+(?=:)/g))).toEqual(asked);
  });
});
