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

/** The presses of a command after `press` was chosen for it: it stands in for the one that is shown (the first); the others stay. */
export function rebound(command: Command, press: string, chosen: Chosen): string[] {
  const keys = chosen.keys[command.id] ?? command.keys;
  const shown = keysOf(command, chosen)[0];
  const others = keys.filter((key) => key !== press);
  return others.includes(shown!) ? others.map((key) => (key === shown ? press : key)) : [press, ...others];
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

/** The command that has this press already, where `id` should get it; a sequence also clashes with its own beginning. */
export function clash(id: string, binding: string, chosen: Chosen): Command | null {
  const wanted = commands.find((one) => one.id === id);
  if (!wanted) return null;
  const all = { keys: chosen.keys, single_keys: true };
  return commands.find((one) => one.id !== id && meet(one, wanted) && keysOf(one, all).some((key) => overlap(key, binding))) ?? null;
}

/** The parts of one press: `$mod+Shift+C` is `$mod`, `Shift`, `C`. */
export function partsOf(press: string): string[] {
  return press.split(/(?<=\w|\])\+/);
}

function overlap(a: string, b: string): boolean {
  const plain = (binding: string) => binding.split(" ").map((press) => press.replace("[Shift]+", "").toLowerCase());
  const [one, two] = [plain(a), plain(b)];
  const short = Math.min(one.length, two.length);
  return one.slice(0, short).join(" ") === two.slice(0, short).join(" ");
}
