import type { Feed, FeedId, FeedInterval, FeedSettings } from "../api/backend";
import { t } from "../i18n/words";
import type { App } from "./app.svelte";
import type { UndoAction } from "./toasts.svelte";

/** So many of those that refused are named. */
const NAMED = 3;
/** From so many on it is shown how far the work is, and it can be ended. */
const LONG = 5;

/** One thing that can be done with the sources at hand. */
export interface Choice {
  id: string;
  label: string;
  run: () => Promise<void>;
}

/** What the reader does with several sources at once: one after the other, with one message and one Undo for all of them. A
 * source that refuses stops nothing; the message names it. What is asked for meanwhile is done after it. */
export class ManySources {
  /** How far a longer work is. */
  progress = $state.raw<{ done: number; total: number } | null>(null);
  #app: App;
  #ended = false;
  #before: Promise<void> = Promise.resolve();

  constructor(app: App) {
    this.#app = app;
  }

  /** What can be chosen for these, in words: where they differ, both. */
  choices(feeds: readonly Feed[]): Choice[] {
    const { notifying } = this.#app;
    const some = (is: (feed: Feed) => boolean) => feeds.some(is);
    const told = (feed: Feed) => notifying.ofSource(feed) !== undefined;
    const full = (feed: Feed) => feed.text_mode === "full";
    const inLive = (feed: Feed) => feed.settings.in_live;
    return [
      ...(some((feed) => !told(feed)) ? [{ id: "notify", label: t("notify-me"), run: () => this.notify(feeds, true) }] : []),
      ...(some(told) ? [{ id: "notify-stop", label: t("notify-stop"), run: () => this.notify(feeds, false) }] : []),
      ...(some((feed) => !full(feed)) ? [{ id: "full", label: t("full-by-default"), run: () => this.full(feeds, true) }] : []),
      ...(some(full) ? [{ id: "full-stop", label: t("full-as-needed"), run: () => this.full(feeds, false) }] : []),
      ...(some((feed) => !inLive(feed)) ? [{ id: "in-live", label: t("in-live"), run: () => this.inLive(feeds, true) }] : []),
      ...(some(inLive) ? [{ id: "out-of-live", label: t("out-of-live"), run: () => this.inLive(feeds, false) }] : []),
    ];
  }

  async interval(feeds: readonly Feed[], interval: FeedInterval): Promise<void> {
    await this.#set(feeds.filter((feed) => feed.settings.interval !== interval), { interval });
  }

  async inLive(feeds: readonly Feed[], in_live: boolean): Promise<void> {
    await this.#set(feeds.filter((feed) => feed.settings.in_live !== in_live), { in_live });
    await this.#app.attempt(() => this.#app.ticker.reload());
  }

  /** Full stories by default, or only as needed. */
  async full(feeds: readonly Feed[], on: boolean): Promise<void> {
    const { backend } = this.#app;
    const mode = on ? "full" : "auto";
    const before = new Map(feeds.map((feed) => [feed.id, feed.text_mode]));
    const wanted = feeds.filter((feed) => feed.text_mode !== mode && (on || feed.text_mode === "full"));
    await this.#each(wanted, (feed) => backend.setTextMode(feed.id, mode), "sources-changed", undefined, (done) => this.#after(() => this.#takeBack(done, ({ id }) => backend.setTextMode(id, before.get(id)!))));
  }

  /** Tells of new stories of these, or no longer. Where notifications are off, the reader is asked first. */
  async notify(feeds: readonly Feed[], on: boolean): Promise<void> {
    const { backend, notifying } = this.#app;
    const wanted = feeds.filter((feed) => (notifying.ofSource(feed) !== undefined) !== on);
    const [first] = wanted;
    if (first === undefined) return;
    const ruleOf = (feed: Feed) => ({ kind: "source" as const, feed: feed.id, text: feed.title, matching: "any" as const });
    const rules = new Map(wanted.map((feed) => [feed.id, notifying.ofSource(feed)?.id]));
    const all = async () => {
      await this.#each(wanted, (feed) => (on ? backend.addNotifyRule(ruleOf(feed)) : backend.removeNotifyRule(rules.get(feed.id)!)), on ? "sources-told" : "sources-not-told", on ? "notify" : "unnotify");
      await notifying.refresh();
    };
    await (on ? notifying.want(ruleOf(first), all) : all());
  }

  /** Asks them now; their marks go when it is done. */
  async check(ids: readonly FeedId[]): Promise<void> {
    await this.#each(this.#of(ids), async (feed) => {
      const { failed } = await this.#app.backend.sync(feed.id);
      if (failed > 0) throw new Error(feed.title);
    }, "sources-checked");
    this.#app.sources.unmark(ids);
  }

  async unfollow(ids: readonly FeedId[]): Promise<void> {
    if (ids.length === 1) return this.#app.unfollow(ids[0]!);
    await this.#each(this.#of(ids), (feed) => this.#app.backend.unfollow(feed.id), "unfollowed-many", "unfollow");
  }

  /** Ends it after the source under way; what was done stays. */
  end(): void {
    this.#ended = true;
  }

  #of(ids: readonly FeedId[]): Feed[] {
    return this.#app.sources.feeds.filter((feed) => ids.includes(feed.id));
  }

  async #set(feeds: readonly Feed[], change: Partial<FeedSettings>): Promise<void> {
    const { backend, sources } = this.#app;
    const set = async (feed: Feed) => {
      // As it is when its turn comes: what was chosen before this is kept.
      const now = sources.feeds.find(({ id }) => id === feed.id) ?? feed;
      const settings = { ...now.settings, ...change };
      await backend.setFeedSettings(feed.id, settings);
      sources.show([feed.id], { settings });
    };
    await this.#each(feeds, set, "sources-changed", "set_feed_settings");
  }

  /** Does it with each of them, after what is under way. `back` takes back what was done where the journal does not. */
  #each(feeds: readonly Feed[], act: (feed: Feed) => Promise<unknown>, said: string, undo?: UndoAction, back?: (done: readonly Feed[]) => Promise<unknown>): Promise<void> {
    return feeds.length > 0 ? this.#after(() => this.#work(feeds, act, said, undo, back)) : this.#before;
  }

  /** Does it after what is under way. */
  #after(work: () => Promise<void>): Promise<void> {
    return (this.#before = this.#before.then(work));
  }

  /** One after the other, too; only those that refuse are told of. */
  async #takeBack(feeds: readonly Feed[], act: (feed: Feed) => Promise<unknown>): Promise<void> {
    const refused: Feed[] = [];
    for (const feed of feeds) await act(feed).catch(() => refused.push(feed));
    const done = feeds.length - refused.length;
    if (refused.length > 0) this.#app.toasts.show(t("sources-refused", { done: t("undone-count", { count: done }), count: refused.length, names: named(refused) }), done > 0 ? "undo" : "problem");
    await this.#app.changed();
  }

  async #work(feeds: readonly Feed[], act: (feed: Feed) => Promise<unknown>, said: string, undo?: UndoAction, back?: (done: readonly Feed[]) => Promise<unknown>): Promise<void> {
    const done: Feed[] = [];
    const refused: Feed[] = [];
    this.#ended = false;
    for (const feed of feeds) {
      if (this.#ended) break;
      if (feeds.length >= LONG) this.progress = { done: done.length + refused.length, total: feeds.length };
      await act(feed).then(() => done.push(feed), () => refused.push(feed));
    }
    this.progress = null;
    const words = t(said, { count: done.length });
    const some = done.length > 0;
    const { toasts } = this.#app;
    toasts.show(refused.length > 0 ? t("sources-refused", { done: words, count: refused.length, names: named(refused) }) : words, some ? "source" : "problem", some ? undo : undefined, done.length, some && back ? () => back(done) : undefined);
    await this.#app.changed();
  }
}

function named(feeds: readonly Feed[]): string {
  const names = feeds.slice(0, NAMED).map((feed) => feed.title).join(t("list-comma"));
  return feeds.length > NAMED ? t("pack-some", { names, count: feeds.length - NAMED }) : names;
}
