import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { groups, titleOf } from "../src/commands/command";
import { keycaps } from "../src/commands/keys";
import { commands } from "../src/commands/registry";
import { t } from "../src/i18n/words";

const card = "../docs/guide/src/keyboard.md";

/** A key in a cell of a table. */
const cell = (key: string) => keycaps(key).map((cap) => `<kbd>${cap.replace("|", "&#124;").replace("<", "&lt;")}</kbd>`).join(" ");

/** The keyboard card: every command that has a key, under its group, a family in one row, as Help shows them. */
function made(): string {
  const parts = Object.entries(groups).map(([group, title]) => {
    const own = commands.filter((command) => command.group === group && command.keys.length > 0);
    const first = own.filter((command) => command.family === undefined || command === own.find((one) => one.family?.title === command.family!.title));
    const rows = first.map((command) =>
      command.family ? `| ${t(command.family.title)} | ${command.family.keys.map((key) => `<kbd>${key}</kbd>`).join(" ")} |` : `| ${titleOf(command)} | ${command.keys.map(cell).join(", ")} |`,
    );
    return `## ${t(title)}\n\n| | |\n|---|---|\n${rows.join("\n")}\n`;
  });
  const head = [
    "# The keyboard",
    "",
    "<!-- Made out of the commands of the window by `BLESS=1 npx vitest run tests/guide.test.ts` in `ui/`. Edit those. -->",
    "",
    "Everything can be done from the keyboard. These are the usual keys; Settings, Keyboard changes each of them, also into two that",
    "are pressed one after the other, has those of Google Reader and NetNewsWire, and turns keys without <kbd>Ctrl</kbd> off where",
    "they get in your way. <kbd>?</kbd> shows and prints the keys as you have them. On macOS <kbd>Ctrl</kbd> is <kbd>⌘</kbd>.",
    "Letters are read by their place on the keyboard where yours has others.",
    "",
    "![The keys, as the window shows them](pictures/keyboard.png)",
    "",
  ];
  return `${head.join("\n")}\n${parts.join("\n")}`;
}

describe("the guide", () => {
  test("the_keyboard_card_has_every_key_of_every_command", () => {
    if (process.env.BLESS !== undefined) writeFileSync(card, made());
    expect(readFileSync(card, "utf8"), "BLESS=1 npx vitest run tests/guide.test.ts").toBe(made());
  });
});
