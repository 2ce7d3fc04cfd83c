import type { Feed } from "../api/backend";
import { t } from "../i18n/words";
import type { App } from "./app.svelte";
import type { Memory } from "./memory";

const KEPT = "quiet-kept";
/** What the window remembers under one name is at most 4 KiB. */
const MOST = 80;

/** Sources that have published nothing for long: the reader is asked once whether they stay. After something new came, a
 * source that falls silent again is asked about again. */
export class Quiet {
  /** The sources that stay, each as its id and the time of the story that was its newest then. */
  #kept = $state.raw<readonly string[]>([]);
  #app: App;
  #memory: Memory;

  constructor(app: App, memory: Memory) {
    this.#app = app;
    this.#memory = memory;
    this.#kept = (memory.recall(KEPT) ?? "").split(" ").filter((entry) => entry !== "");
  }

  /** Whether the reader is asked about this source. */
  asks(feed: Feed): boolean {
    return feed.quiet_since !== null && feed.trouble === null && feed.settings.interval !== "paused" && !this.#kept.includes(entryOf(feed));
  }

  /** The sources that the reader is asked about, by name. */
  get all(): Feed[] {
    return this.#app.sources.byName.filter((feed) => this.asks(feed));
  }

  /** The source stays, and is not asked about again until something new came. */
  keep(feed: Feed): void {
    const before = this.#kept;
    this.#set([entryOf(feed), ...before.filter((entry) => !entry.startsWith(`${feed.id}@`))].slice(0, MOST));
    this.#app.toasts.show(t("quiet-kept", { title: feed.title }), "source", undefined, 1, async () => this.#set(before));
  }

  #set(kept: readonly string[]): void {
    this.#kept = kept;
    this.#memory.remember(KEPT, kept.join(" "));
  }
}

function entryOf(feed: Feed): string {
  return `${feed.id}@${feed.quiet_since}`;
}
