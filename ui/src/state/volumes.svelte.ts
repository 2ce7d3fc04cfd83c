import type { Backend, Feed, FeedId } from "../api/backend";

/** From so many stories a week on a source has many. */
const MANY = 200;
/** So many answers are shown together: the list is not put in order anew for each. */
const TOGETHER = 40;

/** How many stories each source brings a week. The list of sources does not say; one source after the other is asked about
 * while the reader looks at them, and again once it has brought something. */
export class Volumes {
  weeks = $state.raw<ReadonlyMap<FeedId, number>>(new Map());
  #backend: Backend;
  /** What the source had when it was asked about. */
  #asked = new Map<FeedId, string>();

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  /** Whether this source brings so much that a reader may want to know. */
  isMany(id: FeedId): boolean {
    return (this.weeks.get(id) ?? 0) >= MANY;
  }

  /** Asks about those that nothing is known of yet, until the reader leaves. What cannot be told is asked for another time. */
  async read(feeds: readonly Feed[], left: AbortSignal): Promise<void> {
    let answers: [FeedId, number][] = [];
    const show = () => {
      if (answers.length > 0) this.weeks = new Map([...this.weeks, ...answers]);
      answers = [];
    };
    try {
      for (const feed of feeds) {
        const has = `${feed.articles} ${feed.newest}`;
        if (this.#asked.get(feed.id) === has) continue;
        const { per_week } = await this.#backend.feedStatistics(feed.id);
        this.#asked.set(feed.id, has);
        answers.push([feed.id, per_week]);
        if (left.aborted) break;
        if (answers.length >= TOGETHER) show();
      }
    } catch {
      // A source that was just unfollowed, or a library that is busy: the list does without the figure.
    }
    show();
  }
}
