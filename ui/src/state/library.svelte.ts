import { said } from "../i18n/said";
import { usualSettings } from "../api/usual";
import type { Backend, Notice, Settings, Status } from "../api/backend";

/** Progress is shown at least this long, so that it can be seen. */
export const PROGRESS_AT_LEAST = 600;
/** The outcome of a round stays this long. */
export const OUTCOME_STAYS = 2_000;

const NOTHING: Status = {
  feeds: 0,
  sources: "",
  troubled: 0,
  unread: 0,
  muted_today: 0,
  articles: 0,
  saved: 0,
  saved_bytes: 0,
  saved_incomplete: 0,
  last_checked: null,
  offline: false,
  sign_in: false,
  syncing: false,
  undoable: null,
  notice: null,
};

/** The state of the whole library: counts, settings, the outage banner, and a round of checks while it runs. */
export class Library {
  status = $state.raw<Status>(NOTHING);
  settings = $state.raw<Settings>(usualSettings);
  /** True once per outage, and once where a sign-in would end it, until dismissed or over. */
  banner = $state(false);
  /** What became of a damaged library, until dismissed: one sentence of the program's. */
  health = $state<string | null>(null);
  progress = $state.raw<{ done: number; total: number } | null>(null);
  /** New stories of the round that just ended. */
  outcome = $state<number | null>(null);
  /** The connection has just come back. */
  back = $state(false);

  #backend: Backend;
  #now: () => number;
  #startedAt = 0;
  /** Changes of settings that are under way. */
  #changing = 0;
  /** What is on screen is still to be kept. */
  #drafted = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(backend: Backend, now: () => number) {
    this.#backend = backend;
    this.#now = now;
  }

  async refresh(): Promise<void> {
    const before = this.settings;
    const [status, settings] = await Promise.all([this.#backend.status(), this.#backend.settings()]);
    this.#take(status);
    // Another program may have set something; what was changed here since it was asked is younger.
    const same = JSON.stringify(settings) === JSON.stringify(this.settings);
    if (this.settings === before && this.#changing === 0 && !this.#drafted && !same) this.settings = settings;
  }

  /** As the library is when the window begins. */
  begin(settings: Settings, status: Status): void {
    this.settings = settings;
    this.#take(status);
  }

  #take(status: Status): void {
    if ((status.offline && !this.status.offline) || (status.sign_in && !this.status.sign_in)) this.banner = true;
    if (!status.offline) this.banner = false;
    this.back = this.status.offline && !status.offline;
    if (this.back) setTimeout(() => (this.back = false), OUTCOME_STAYS);
    if (!status.syncing && this.progress !== null && this.outcome === null) this.#end(null);
    if (status.notice !== this.status.notice) this.health = status.notice === null ? null : said(status.notice);
    this.status = status;
  }

  dismissHealth(): void {
    this.health = null;
  }

  async loadSettings(): Promise<void> {
    this.settings = await this.#backend.settings();
    this.#drafted = false;
  }

  /** Shows a change that is kept later, by `set`, or given up, by `loadSettings`. */
  draft(change: Partial<Settings>): void {
    this.#drafted = true;
    this.settings = { ...this.settings, ...change };
  }

  /** Changes one setting, at once on screen and then in the library. */
  async set(change: Partial<Settings>): Promise<void> {
    const before = this.settings;
    const wanted = { ...before, ...change };
    this.settings = wanted;
    this.#changing += 1;
    this.#drafted = false;
    try {
      const kept = await this.#backend.changeSettings(change);
      // An answer that comes after the next change would take that one back.
      if (this.settings === wanted) this.settings = kept;
    } catch (error) {
      if (this.settings === wanted) this.settings = before;
      throw error;
    } finally {
      this.#changing -= 1;
    }
  }

  dismissBanner(): void {
    this.banner = false;
  }

  /** Takes the notices that speak of a round of checks. */
  notice(notice: Notice): void {
    if (notice.kind === "sync_progress") {
      clearTimeout(this.#timer);
      if (this.progress === null) this.#startedAt = this.#now();
      this.outcome = null;
      this.progress = { done: notice.done, total: notice.total };
    } else if (notice.kind === "sync_ended") {
      this.#end(notice.summary.offline ? null : notice.summary.new_articles);
    }
  }

  #end(found: number | null): void {
    clearTimeout(this.#timer);
    const rest = this.progress === null ? 0 : Math.max(0, this.#startedAt + PROGRESS_AT_LEAST - this.#now());
    this.#timer = setTimeout(() => {
      this.progress = null;
      this.outcome = found;
      if (found !== null) this.#timer = setTimeout(() => (this.outcome = null), OUTCOME_STAYS);
    }, rest);
  }
}
