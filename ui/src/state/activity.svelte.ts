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
  return check.new_articles > 0 ? t("check-new", { count: check.new_articles }) : check.outcome === "updated" ? t("check-updated") : t("foot-nothing-new");
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
