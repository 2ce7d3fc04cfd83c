import { sentence, type Activity, type Backend, type Check, type SavedArticle } from "../api/backend";
import { said } from "../i18n/said";
import { t } from "../i18n/words";
import { stateWords, type Saved } from "./saved.svelte";

/** So many of the last checks are read. */
const LAST = 200;

/** Which of the last checks are shown. */
export type ActivityFilter = "all" | "new" | "failed" | "saved";

/** What one check came to, in words. */
export function checkWords(check: Check): string {
  if (check.outcome === "failed") return said(check.message);
  if (check.outcome === "offline") return t("check-offline");
  if (check.outcome === "moved") return t("check-moved");
  if (check.outcome === "merged") return t("check-merged");
  return check.new_articles > 0 ? t("check-new", { count: check.new_articles }) : check.outcome === "updated" ? t("check-updated") : t("foot-nothing-new");
}

/** How far a saved story got, in words. */
export const savedWords = (item: SavedArticle) => stateWords({ state: item.state, missing: item.missing_images, reason: item.reason });

/**
 * What one line of the log stands for: a check; those of one minute that brought nothing, or all found no connection; or the
 * stories that were saved in one minute.
 */
export type Entry = { key: string; check: Check } | { key: string; at: string; quiet: Check[] } | { key: string; at: string; saves: SavedArticle[] };

/**
 * The checks as lines, newest first: several of one minute that brought nothing are one line where the first of them stood,
 * and so are those that found no connection.
 */
export function entries(checks: readonly Check[], saves: readonly SavedArticle[] = []): Entry[] {
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
  const lines = all.map((entry) => ("quiet" in entry && entry.quiet.length === 1 ? { key: entry.key, check: entry.quiet[0]! } : entry));
  const momentOf = (entry: Entry) => ("check" in entry ? entry.check.at : entry.at);
  return [...lines, ...byMinute(saves)].sort((a, b) => momentOf(b).localeCompare(momentOf(a), "en"));
}

function byMinute(saves: readonly SavedArticle[]): Entry[] {
  const minutes = new Map<string, SavedArticle[]>();
  for (const item of saves) minutes.set(item.saved_at.slice(0, 16), [...(minutes.get(item.saved_at.slice(0, 16)) ?? []), item]);
  return [...minutes].map(([minute, items]) => ({ key: `saved ${minute}`, at: items[0]!.saved_at, saves: items }));
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
  #saved: Saved;

  constructor(backend: Backend, saved: Saved) {
    this.#backend = backend;
    this.#saved = saved;
  }

  async refresh(): Promise<void> {
    try {
      [this.answer] = await Promise.all([this.#backend.activity(LAST), this.#saved.refresh()]);
      this.failure = "";
    } catch (error) {
      this.failure = sentence(error);
    }
    this.loaded = true;
  }

  /** The checks that the filter lets through, newest first. */
  readonly shown: Check[] = $derived(
    this.answer.recent.filter((check) => this.filter === "all" || (this.filter !== "saved" && (this.filter === "new" ? check.new_articles > 0 : check.outcome === "failed" || check.outcome === "offline"))),
  );

  /** Stories that are being saved now. */
  get saving(): SavedArticle[] {
    return this.#saved.items.filter((item) => item.state === "saving");
  }
  /** Stories that are saved when a connection is there. */
  get waiting(): SavedArticle[] {
    return this.#saved.items.filter((item) => item.state === "waiting");
  }
  /** Stories that could not be saved, or not all of them, newest first. */
  get incomplete(): SavedArticle[] {
    return newest(this.#saved.items.filter((item) => item.state === "partial" || item.state === "failed"));
  }

  /** The stories that were saved since the first check of the log, newest first. */
  readonly saves: SavedArticle[] = $derived.by(() => {
    const since = this.answer.recent.at(-1)?.at ?? "";
    return newest(this.#saved.items.filter((item) => (item.state === "complete" || item.state === "partial") && item.saved_at >= since)).slice(0, LAST);
  });

  /** Those of them that the filter lets through. */
  get shownSaves(): SavedArticle[] {
    return this.filter === "all" || this.filter === "saved" ? this.saves : [];
  }

  /** The shown checks and stories as lines of text, for a bug report. Addresses are not among them. */
  get text(): string {
    const checks = this.shown.map((check) => [check.at, check.feed_title, checkWords(check), `${check.millis} ms`, `${check.bytes} B`, check.details.replace(/\s*\n\s*/g, "; ")]);
    const saves = this.shownSaves.map((item) => [item.saved_at, item.title, savedWords(item), `${item.bytes} B`]);
    return [...checks, ...saves]
      .sort(([a], [b]) => b!.localeCompare(a!, "en"))
      .map((parts) => parts.filter(Boolean).join("\t"))
      .join("\n");
  }
}

function newest(items: SavedArticle[]): SavedArticle[] {
  return items.sort((a, b) => b.saved_at.localeCompare(a.saved_at, "en"));
}
