/* How long, and how many, stories stay: the choices that are offered. What another face of the program chose stands among them. */
import { t } from "../i18n/words";
import { clock } from "../text/dates";

/** A choice of a list. */
export interface Choice {
  value: string;
  label: string;
}

/** The usual choices in their order, with another one in its place among them. */
function among(usual: Map<number, string>, chosen: number | null, words: (other: number) => string): Choice[] {
  const all = new Map(usual);
  if (chosen !== null && !all.has(chosen)) all.set(chosen, words(chosen));
  return [...all].sort(([a], [b]) => a - b).map(([value, label]) => ({ value: String(value), label }));
}

/** Numbers of days; 0 is for ever. */
export function periods(chosen: number | null): Choice[] {
  const usual = new Map([[30, t("keep-30")], [90, t("keep-90")], [365, t("keep-365")]]);
  return [...among(usual, chosen || null, (days) => t("keep-own", { days })), { value: "0", label: t("keep-0") }];
}

/** The same for one source, which may leave it to the settings. */
export const ownPeriods = (chosen: number | null): Choice[] => [{ value: "", label: t("interval-auto") }, ...periods(chosen)];

/** Numbers of stories. */
export function amounts(chosen: number | null): Choice[] {
  const usual = new Map([[100, t("most-100")], [500, t("most-500")], [2000, t("most-2000")]]);
  return [{ value: "", label: t("most-any") }, ...among(usual, chosen, (count) => t("most-own", { count }))];
}

/** Times of day as minutes after midnight: every full hour. */
export function minutes(chosen: number): Choice[] {
  const words = (minute: number) => clock(new Date(2026, 0, 1, 0, minute).getTime());
  return among(new Map(Array.from({ length: 24 }, (_, hour) => [hour * 60, words(hour * 60)])), chosen, words);
}

/** What a choice of a source's list means: nothing chosen is null. */
export const limit = (value: string): number | null => (value === "" ? null : Number(value));
