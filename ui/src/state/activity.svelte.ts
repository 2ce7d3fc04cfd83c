import { sentence, type Activity, type Backend, type Check } from "../api/backend";
import { said } from "../i18n/said";
import { t } from "../i18n/words";

/** So many of the last checks are read. */
const LAST = 200;

/** Which of the last checks are shown. */
export type ActivityFilter = "all" | "new" | "failed";

/** What one check came to, in words. */
export function checkWords(check: Check): string {
  if (check.outcome === "failed") return said(check.message);
  if (check.outcome === "offline") return t("check-offline");
  if (check.outcome === "moved") return t("check-moved");
  if (check.outcome === "merged") return t("check-merged");
  return check.new_articles > 0 ? t("check-new", { count: check.new_articles }) : check.outcome === "updated" ? t("check-updated") : t("foot-nothing-new");
}

/** What one line of the log stands for: a check, or those of one minute that brought nothing, or all found no connection. */
export type Entry = { key: string; check: Check } | { key: string; at: string; quiet: Check[] };

/**
 * The checks as lines, newest first: several of one minute that brought nothing are one line where the first of them stood,
 * and so are those that found no connection.
 */
export function entries(checks: readonly Check[]): Entry[] {
  const all: Entry[] = [];
  const quiet = new Map<string, Check[]>();
  for (const check of checks) {
    const key = `${check.feed_id} ${check.at}`;
    if (check.outcome !== "unchanged" && check.outcome !== "offline") {
      all.push({ key, check });
      continue;
    }
    const round = `${check.at.slice(0, 16)} ${check.outcome}`;
    const group = quiet.get(round);
    if (group) group.push(check);
    else {
      const begun = [check];
      quiet.set(round, begun);
      all.push({ key, at: check.at, quiet: begun });
    }
  }
  return all.map((entry) => ("quiet" in entry && entry.quiet.length === 1 ? { key: entry.key, check: entry.quiet[0]! } : entry));
}

/** The sentence about a source in trouble, with its name in place of its site; the name stands apart, to be written bold. */
export function troubleParts(title: string, message: string): { before: string; name: string; after: string } {
  const sentence = said(message, { site: title });
  const at = sentence.indexOf(title);
  return at < 0 ? { before: "", name: title, after: ` ${sentence}` } : { before: sentence.slice(0, at), name: title, after: sentence.slice(at + title.length) };
}

/** What went on lately: sources that need the reader, and the log of checks. */
export class ActivityLog {
  answer = $state.raw<Activity>({ now: null, attention: [], recent: [] });
  filter = $state<ActivityFilter>("all");
  loaded = $state(false);
  failure = $state("");
  #backend: Backend;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  async refresh(): Promise<void> {
    try {
      this.answer = await this.#backend.activity(LAST);
      this.failure = "";
    } catch (error) {
      this.failure = sentence(error);
    }
    this.loaded = true;
  }

  /** The checks that the filter lets through, newest first. */
  readonly shown: Check[] = $derived(
    this.answer.recent.filter((check) => this.filter === "all" || (this.filter === "new" ? check.new_articles > 0 : check.outcome === "failed" || check.outcome === "offline")),
  );

  /** The shown checks as lines of text, for a bug report. Addresses are not among them. */
  get text(): string {
    return this.shown
      .map((check) => [check.at, check.feed_title, checkWords(check), `${check.millis} ms`, `${check.bytes} B`, check.details.replace(/\s*\n\s*/g, "; ")].filter(Boolean).join("\t"))
      .join("\n");
  }
}
