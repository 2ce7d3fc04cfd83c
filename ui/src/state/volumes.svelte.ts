import type { Backend, Feed, FeedId } from "../api/backend";

/** From so many stories a week on a source has many. */
const MANY = 200;

/** How many stories each source brings a week: asked while the reader looks at the sources, and again once one has brought something. */
export class Volumes {
  weeks = $state.raw<ReadonlyMap<FeedId, number>>(new Map());
  #backend: Backend;
  /** What the sources had when it was asked. */
  #asked = "";
  #asking = false;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  /** Whether this source brings so much that a reader may want to know. */
  isMany(id: FeedId): boolean {
    return (this.weeks.get(id) ?? 0) >= MANY;
  }

  /** Asks where these have brought something since. What comes while an answer is on its way is asked for with the next change. */
  async read(feeds: readonly Feed[]): Promise<void> {
    const has = feeds.map((feed) => `${feed.id} ${feed.articles} ${feed.newest}`).join();
    if (this.#asking || has === this.#asked) return;
    this.#asking = true;
    try {
      const volumes = await this.#backend.volumes();
      this.#asked = has;
      this.weeks = new Map(volumes.map((volume) => [volume.feed, volume.per_week]));
    } catch {
      // A library that is busy: the list does without the figures until the next change.
    }
    this.#asking = false;
  }
}
