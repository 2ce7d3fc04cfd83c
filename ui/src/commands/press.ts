/* What a key press is, on whatever layout: the one reading of an event, for the keys that run commands and for those that are
   recorded. Pure. */
import { system, type System } from "../system";

/** A press as bindings write it. */
export interface Press {
  /** What is printed, `Space`, or the name of the key; a letter as the key has it. */
  key: string;
  shift: boolean;
  control: boolean;
  alt: boolean;
  meta: boolean;
}

/** What is read of an event. */
export type KeyEvent = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "getModifierState">;

/** The signs of a US keyboard by the place of their key, without Shift and with it. */
const SIGNS: Record<string, string> = { Backquote: "`~", Minus: "-_", Equal: "=+", BracketLeft: "[{", BracketRight: "]}", Backslash: "\\|", Semicolon: ";:", Quote: "'\"", Comma: ",<", Period: ".>", Slash: "/?" };
/** Signs that an Arabic keyboard has on its letters, with Shift: no Latin one has them there, and it has them elsewhere too. */
const ON_ARABIC_LETTERS = /^[~{}[\]/']$/;
const ALONE = /^(Shift|Control|Alt|AltGraph|Meta|OS|CapsLock|Dead|Process|Unidentified|)$/;

/** True for one character that is neither a letter nor a blank. */
const isSign = (key: string) => /^[^\p{L}\p{M}\p{Z}]$/u.test(key);
/** True for what another script writes; signs as § and £ are those of Latin keyboards. */
const isForeign = (key: string) => /^[\p{L}\p{M}\p{Nd}؟،؛]+$/u.test(key) && !/[\p{Script=Latin}0-9]/u.test(key);

/** What the key has on a US keyboard, where another script has its own there. */
function printed({ key, code, shiftKey }: KeyEvent): string {
  const letter = /^Key([A-Z])$/.exec(code)?.[1]!.toLowerCase();
  if (letter !== undefined && (/^[^\x00-\x7f]+$/.test(key) || (shiftKey && ON_ARABIC_LETTERS.test(key)))) return letter;
  if (!isForeign(key)) return key;
  return /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1] ?? SIGNS[code]?.[shiftKey ? 1 : 0] ?? key;
}

/**
 * The press of an event; null for a modifier alone. A sign is what it prints, by whichever Shift or AltGr a layout prints it:
 * `/` is Shift+7 in Spain. Letters keep their Shift. What another script prints is read by its place, and so is a digit with
 * Control or Command on a layout that has signs there.
 */
export function pressOf(event: KeyEvent, on: System = system): Press | null {
  if (ALONE.test(event.key ?? "")) return null;
  let key = printed(event);
  const command = on === "mac" ? event.metaKey : event.ctrlKey;
  // Windows says Control and Alt for AltGr; the Option key of a Mac does its work there.
  const graph = Boolean(event.getModifierState?.("AltGraph")) || (on === "windows" && event.ctrlKey && event.altKey) || (on === "mac" && event.altKey && !event.ctrlKey && !event.metaKey);
  const digit = /^Digit(\d)$/.exec(event.code)?.[1];
  // On such a layout + and - go on to make larger and smaller.
  if (digit !== undefined && command && !graph && !event.shiftKey && !/^[-+=]$/.test(key)) key = digit;
  const held = { shift: event.shiftKey, control: event.ctrlKey, alt: event.altKey || graph, meta: event.metaKey };
  if (!isSign(key)) return { key: key === " " ? "Space" : key, ...held };
  return { key, ...held, shift: false, alt: held.alt && !graph, control: held.control && !(graph && on === "windows") };
}

/** A press in the words of a binding: `$mod+k`, `Shift+A`, `/`. */
export function written({ key, shift, control, alt, meta }: Press, on: System = system): string {
  const mac = on === "mac";
  const held = [(mac ? meta : control) && "$mod", !mac && meta && "Meta", mac && control && "Control", alt && "Alt", shift && "Shift"];
  const letter = /^\p{L}$/u.test(key);
  return [...held.filter((one) => one !== false), letter ? (shift ? key.toUpperCase() : key.toLowerCase()) : key].join("+");
}
