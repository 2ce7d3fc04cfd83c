/* How the reader wants the time of day written: by 24 hours, by 12, or as the language does. */
import type { Hours } from "../api/backend";
import { cached } from "./words";

let wish = $state<Hours>("24");

/** True where an hour is written from 1 to 12, with what tells morning from evening; what reads it is written anew when the reader changes it. */
export function twelveHours(): boolean {
  if (wish !== "language") return wish === "12";
  return cached("hours", (tag) => /^h1[12]$/.test(new Intl.DateTimeFormat(tag, { hour: "numeric" }).resolvedOptions().hourCycle ?? ""));
}

/** From now on the time of day is written so. */
export function writeHours(next: Hours): void {
  wish = next;
}
