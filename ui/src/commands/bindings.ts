/* Which key presses run which command: the usual ones, and what the reader chose instead. Pure. */
import type { Settings } from "../api/backend";
import type { Command } from "./command";
import { commands } from "./registry";

/** What the bindings need to know of the settings. */
export type Chosen = Pick<Settings, "keys" | "single_keys">;

/** The presses of a command as the reader has them. */
export function keysOf(command: Command, chosen: Chosen): string[] {
  const keys = chosen.keys[command.id] ?? command.keys;
  return chosen.single_keys ? keys : keys.filter((key) => !isSingle(key));
}

/** The presses of a command after `wanted` was chosen instead of one of them, or with null as a further one; the others stay. */
export function rebound(command: Command, instead: string | null, wanted: string, chosen: Pick<Chosen, "keys">): string[] {
  const keys = chosen.keys[command.id] ?? command.keys;
  if (keys.includes(wanted) && (instead === null || instead === wanted)) return keys;
  const others = keys.filter((key) => key !== wanted);
  return instead !== null && others.includes(instead) ? others.map((key) => (key === instead ? wanted : key)) : [...others, wanted];
}

/** What the reader chose, with these presses for a command; the usual ones are no choice. */
export function withKeys(command: Command, keys: readonly string[], { keys: own }: Pick<Chosen, "keys">): Settings["keys"] {
  const { [command.id]: _before, ...others } = own;
  return keys.join("\n") === command.keys.join("\n") ? others : { ...others, [command.id]: [...keys] };
}

/** True for a press that types a character: letters, digits and signs, also with Shift or one after the other. */
export function isSingle(binding: string): boolean {
  return binding.split(" ").some((press) => {
    const parts = partsOf(press);
    return [...parts.at(-1)!].length === 1 && !parts.slice(0, -1).some((part) => /^(\$mod|Control|Alt|Meta)$/.test(part));
  });
}

/** Two commands can be meant by one key at the same time. */
export function meet(a: Command, b: Command): boolean {
  if (Boolean(a.before) !== Boolean(b.before)) return false;
  return a.in === undefined || b.in === undefined || a.in.some((view) => b.in!.includes(view));
}

/** Why a command cannot have a press: another key, of this command, and how the two stand to each other. */
export interface Clash {
  command: Command;
  key: string;
  /** Both are one press; the wanted one `begins` the other, and no press would ever end that; or the other is its `beginning`. */
  how: "same" | "begins" | "beginning";
}

/**
 * What stands against `binding` for the command `id`, where it comes instead of one of its own keys. Two commands may share a
 * press where no view has both; the beginning of a sequence is in the way in every view.
 */
export function clash(id: string, binding: string, { keys }: Pick<Chosen, "keys">, instead: string | null = null): Clash | null {
  const wanted = commands.find((one) => one.id === id);
  if (!wanted) return null;
  for (const command of commands)
    for (const key of keys[command.id] ?? command.keys) {
      if (command === wanted && key === instead) continue;
      if (command !== wanted && same(key, binding) && meet(command, wanted)) return { command, key, how: "same" };
      if (begins(binding, key)) return { command, key, how: "begins" };
      if (begins(key, binding)) return { command, key, how: "beginning" };
    }
  return null;
}

/** The parts of one press: `$mod+Shift+C` is `$mod`, `Shift`, `C`. */
export function partsOf(press: string): string[] {
  return press.split(/(?<=\w|\])\+/);
}

const plain = (binding: string) => binding.replaceAll("[Shift]+", "").toLowerCase();
const same = (a: string, b: string) => plain(a) === plain(b);
/** True where `a` is pressed before the sequence `b` is at its end. */
const begins = (a: string, b: string) => plain(b).startsWith(`${plain(a)} `);
