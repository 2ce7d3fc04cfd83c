/* Promises that hold for every command. What a command does that can be seen is written down in `effects/`. */
import { describe, expect, test } from "vitest";
import { meet } from "../src/commands/bindings";
import { groups, titleOf } from "../src/commands/command";
import { keyListener, offered } from "../src/commands/keys";
import { commands } from "../src/commands/registry";
import { t } from "../src/i18n/words";
import { app } from "./effects/app";
import { article } from "./effects/article";
import { go } from "./effects/go";
import { many } from "./effects/many";
import { move } from "./effects/move";
import { sources } from "./effects/sources";
import { story } from "./effects/story";
import { page, presses, type Effect, type Stage } from "./effects/support";
import { open, settle } from "./support";

const effects: Record<string, Effect> = { ...move, ...go, ...story, ...many, ...sources, ...app, ...article };

async function stage(id: string): Promise<Stage> {
  const it = { ...(await open()), page: page() };
  it.app.ticker.viewed(0, 11, 100);
  it.app.ticker.select(it.app.ticker.rows[20]!.id);
  expect(effects[id], `no effect written down for ${id}`).toBeDefined();
  await effects[id]!.before?.(it);
  await settle();
  return it;
}

describe("the command registry", () => {
  test("ids_are_unique_and_every_title_and_group_has_words", () => {
    expect(new Set(commands.map((command) => command.id)).size).toBe(commands.length);
    const titles = commands.map(titleOf);
    expect(titles.filter((title, at) => title === "" || titles.indexOf(title) !== at)).toEqual([]);
    for (const title of Object.values(groups)) expect(t(title)).not.toBe("");
  });

  test("no_key_has_two_commands_where_both_could_be_meant", () => {
    const plain = (key: string) => key.replace("[Shift]+", "").toLowerCase();
    const clashes = commands.flatMap((one, at) => commands.slice(at + 1).filter((two) => meet(one, two) && one.keys.some((key) => two.keys.some((other) => plain(key) === plain(other)))).map((two) => `${one.id} and ${two.id}`));
    expect(clashes).toEqual([]);
  });

  test("no_key_is_the_beginning_of_a_sequence", () => {
    const keys = commands.flatMap((command) => command.keys);
    expect(keys.filter((key) => keys.some((other) => other.startsWith(`${key} `)))).toEqual([]);
  });

  test("nothing_is_written_down_for_a_command_that_is_gone", () => {
    expect(Object.keys(effects).filter((id) => !commands.some((command) => command.id === id))).toEqual([]);
  });

  const withKeys = commands.filter((command) => command.keys.length > 0);
  test.each(withKeys.flatMap((command) => command.keys.map((key) => [command.id, key])))("the_command_%s_has_an_effect_by_its_key_%s", async (id, key) => {
    const it = await stage(id!);
    const before = effects[id!]!.look(it);
    const listener = keyListener(it.app, it.page);
    for (const event of presses(key!)) listener(event);
    await settle();
    expect(effects[id!]!.look(it)).not.toEqual(before);
  });

  test.each(commands.map((command) => command.id))("the_command_%s_is_offered_and_has_an_effect_from_a_menu", async (id) => {
    const it = await stage(id);
    const before = effects[id]!.look(it);
    const command = commands.find((one) => one.id === id)!;
    expect(offered(command, it.app)).toBe(true);
    command.run(it.app, it.page);
    await settle();
    expect(effects[id]!.look(it)).not.toEqual(before);
  });

  test.each(commands.map((command) => command.id))("the_command_%s_is_not_offered_on_the_first_screen_unless_it_is_about_the_window_itself", async (id) => {
    const { app: empty } = await open({ empty: true });
    const command = commands.find((one) => one.id === id)!;
    expect(offered(command, empty)).toBe(/^(quit|zoom-.*)$/.test(id));
  });
});
