/* The keys of other readers, for those who have them in their fingers: what differs from the usual ones. Pure. */
import type { Settings } from "../api/backend";
import { commands } from "./registry";

type Keys = Settings["keys"];

/**
 * Google Reader, as its keys live on in many readers: `n` and `p` look through the list, `u` hides it, `g h` and `g a` lead to
 * everything. NetNewsWire, as its page of shortcuts has them; there `k` marks all as read, so the arrows move.
 */
export const presets = {
  default: {},
  "google-reader": {
    "previous-unread": ["p"],
    list: ["u", "["],
    text: ["Shift+T"],
    pack: [],
    "go-live": ["g h", "g a", "g l", "$mod+1"],
    "go-activity": ["$mod+4"],
  },
  netnewswire: {
    next: ["ArrowDown"],
    previous: ["ArrowUp"],
    "next-unread": ["n", "+"],
    "previous-unread": ["-"],
    read: ["r", "u"],
    "mark-read": ["r", "u"],
    "mark-unread": ["Shift+U"],
    "mark-all": ["k"],
    "mark-older": ["o"],
    open: ["Enter"],
    original: ["b", "v"],
    sync: ["$mod+r", "F5"],
    text: ["Shift+T"],
  },
} as const satisfies Record<string, Readonly<Record<string, readonly string[]>>>;
export type Preset = keyof typeof presets;

/** What the settings keep for a preset. */
export function keysFor(preset: Preset): Keys {
  return Object.fromEntries(Object.entries<readonly string[]>(presets[preset]).map(([id, keys]) => [id, [...keys]]));
}

/** The preset that the keys are those of; null where they are the reader's own. */
export function presetOf(keys: Keys): Preset | null {
  const written = (own: Keys) => commands.map((command) => (own[command.id] ?? command.keys).join("\n")).join("\n\n");
  const now = written(keys);
  return (Object.keys(presets) as Preset[]).find((preset) => written(keysFor(preset)) === now) ?? null;
}
