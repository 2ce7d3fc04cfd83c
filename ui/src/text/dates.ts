/* Dates and numbers as the reader's locale and time zone write them. The moment "now" is always an argument. */
import { twelveHours } from "../i18n/hours.svelte";
import { cached, locale, t } from "../i18n/words";
import { zone } from "../i18n/zone.svelte";

const format = (name: string, options: Intl.DateTimeFormatOptions) => () => cached(`${name} ${zone.name}`, (tag) => new Intl.DateTimeFormat(tag, options));
const clock12 = format("clock12", { hour: "numeric", minute: "2-digit", hourCycle: "h12" });
// Two digits for every hour: a ticker is a clock, and its times stand in a column.
const clock24 = format("clock24", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const dayFormat = format("dayFormat", { day: "numeric", month: "long" });
const dayYearFormat = format("dayYearFormat", { day: "numeric", month: "long", year: "numeric" });
const weekdayFormat = format("weekdayFormat", { weekday: "short" });
const weekdayLong = format("weekdayLong", { weekday: "long" });
const shortFormat = format("shortFormat", { day: "numeric", month: "short" });
const shortYearFormat = format("shortYearFormat", { day: "numeric", month: "short", year: "numeric" });
const zoneFormat = format("zoneFormat", { timeZoneName: "short" });

/** `Monday 23 November 2026`: the weekday stands before the date as the locale writes it, without a comma. */
function longDate(time: string | number, withYear: boolean): string {
  const date = new Date(time);
  return t("long-date", { weekday: weekdayLong().format(date), date: (withYear ? dayYearFormat : dayFormat)().format(date) });
}

/** `14:32`, or `2:32 PM` where hours go to 12. */
export function clock(time: string | number): string {
  return (twelveHours() ? clock12 : clock24)().format(new Date(time));
}

/** The start of the local day that holds this moment, as a sortable key. */
export function dayKey(time: string | number): string {
  if (typeof time === "string" && lastDay.zone === zone.name && isSecondUtc(time) && time >= lastDay.from && time < lastDay.to) return lastDay.key;
  const day = new Date(time);
  const key = `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, "0")}-${String(day.getDate()).padStart(2, "0")}`;
  if (typeof time === "string") remember(day, key);
  return key;
}

// The days of thousands of stories in a row are asked for with every page of the ticker: most are of the day of the one before.
// `from` and `to` are its ends as UTC, so far as they compare with a time as text.
let lastDay = { zone: "", from: "", to: "", key: "" };
const isSecondUtc = (time: string) => time.length === "2026-11-23T14:32:00Z".length && time.endsWith("Z");

function remember(day: Date, key: string): void {
  const [from, to] = [0, 1].map((later) => new Date(day.getFullYear(), day.getMonth(), day.getDate() + later));
  // Where the clock is put forward or back, a day may begin twice.
  if (to!.getTime() - from!.getTime() !== 86_400_000) return;
  const text = (moment: Date) => moment.toISOString().slice(0, 19);
  lastDay = { zone: zone.name, from: text(from!), to: text(to!), key };
}

/** How many local days lie between the day of `time` and today. */
export function daysAgo(time: string | number, now: number): number {
  const start = (moment: string | number) => {
    const day = new Date(moment);
    return Date.UTC(day.getFullYear(), day.getMonth(), day.getDate());
  };
  return Math.round((start(now) - start(time)) / 86_400_000);
}

/** The two parts of a day's heading: `Today` + `Monday 23 November`; a day further back has only the second. */
export function dayHeading(time: string | number, now: number): { name: string; date: string } {
  const ago = daysAgo(time, now);
  const date = longDate(time, new Date(time).getFullYear() !== new Date(now).getFullYear());
  if (ago <= 0) return { name: t("today"), date };
  if (ago === 1) return { name: t("yesterday"), date };
  return { name: date, date: "" };
}

/** A day's heading as one text: `Today, Monday 23 November`. */
export function dayWords(time: string | number, now: number): string {
  const { name, date } = dayHeading(time, now);
  return date === "" ? name : t("day-named", { name, date });
}

/** `4 March`, or `4 March 2025` where that is another year than now. */
export function day(time: string | number, now: number): string {
  return (new Date(time).getFullYear() === new Date(now).getFullYear() ? dayFormat : dayYearFormat)().format(new Date(time));
}

/** `Monday 23 November 2026, 14:32`. */
export function moment(time: string): string {
  return t("moment", { date: longDate(time, true), time: clock(time) });
}

/** The tooltip of a row's time: full date, zone, and when it was seen where that differs by more than five minutes. */
export function fullTime(time: string, firstSeen: string): string {
  const zone = zoneFormat().formatToParts(new Date(time)).find((part) => part.type === "timeZoneName")?.value ?? "";
  if (Math.abs(Date.parse(firstSeen) - Date.parse(time)) <= 5 * 60_000) return t("row-time", { date: moment(time), zone });
  return t("row-seen", { date: moment(time), zone, seen: moment(firstSeen) });
}

/** A moment in a list that spans weeks: a time today, a weekday this week, else a date. */
export function shortMoment(time: string, now: number): string {
  const ago = daysAgo(time, now);
  if (ago <= 0) return clock(time);
  if (ago < 7) return weekdayFormat().format(new Date(time));
  return (new Date(time).getFullYear() === new Date(now).getFullYear() ? shortFormat : shortYearFormat)().format(new Date(time));
}

/** The day since when something is so: `14:32`, `Sunday`, `4 Mar`. */
export function sinceDay(time: string, now: number): string {
  const ago = daysAgo(time, now);
  if (ago > 0 && ago < 7) return weekdayLong().format(new Date(time));
  return shortMoment(time, now);
}

/** How long ago in words, `9 minutes ago`; a date where that is more than a month. */
export function ago(time: string, now: number): string {
  const minutes = Math.max(0, Math.round((now - Date.parse(time)) / 60_000));
  const relative = cached("relative", (tag) => new Intl.RelativeTimeFormat(tag, { numeric: "auto" }));
  if (minutes < 60) return relative.format(-minutes, "minute");
  if (minutes < 24 * 60) return relative.format(-Math.round(minutes / 60), "hour");
  return minutes < 30 * 24 * 60 ? relative.format(-Math.round(minutes / (24 * 60)), "day") : shortMoment(time, now);
}

/** A length of time: `6 min`. */
export function inMinutes(count: number): string {
  return cached("inMinutes", (tag) => new Intl.NumberFormat(tag, { style: "unit", unit: "minute", unitDisplay: "short" })).format(count);
}

/** A number of bytes: `214 MB`. */
export function bytes(count: number): string {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;
  let value = count;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return new Intl.NumberFormat(locale, { style: "unit", unit: units[unit]!, unitDisplay: "short", maximumFractionDigits: value < 10 && unit > 1 ? 1 : 0 }).format(value);
}

/** Room that the reader chose, in MiB, as the choices call it: `256 MB`, `1 GB`. */
export function room(size: number): string {
  const whole = size >= 1024 && size % 1024 === 0;
  return new Intl.NumberFormat(locale, { style: "unit", unit: whole ? "gigabyte" : "megabyte", unitDisplay: "short" }).format(whole ? size / 1024 : size);
}

/** A number with two decimals, `1.62`. */
export function decimal(value: number): string {
  return new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value);
}

/** A whole number as the locale groups it. */
export function number(count: number): string {
  return cached("number", (tag) => new Intl.NumberFormat(tag)).format(count);
}

/** A share from 0 to 1: `41 %`. */
export function percent(share: number): string {
  return cached("percent", (tag) => new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 0 })).format(share);
}
