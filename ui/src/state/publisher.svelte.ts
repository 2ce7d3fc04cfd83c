import { sentence, type FeedId, type PublisherLink } from "../api/backend";
import type { App } from "./app.svelte";

/** Where else the publisher of a source can be followed: its home page is asked when the reader first wants to know. */
export class Publisher {
  /** The source whose places are shown; null while the list is closed. */
  feed = $state<FeedId | null>(null);
  links = $state.raw<PublisherLink[] | null>(null);
  failure = $state("");
  #app: App;
  #attempt = 0;

  constructor(app: App) {
    this.#app = app;
  }

  get loading(): boolean {
    return this.feed !== null && this.links === null && this.failure === "";
  }

  /** Shows the places of a source, again where that failed. An answer that comes after the list was closed is dropped. */
  async look(feed: FeedId): Promise<void> {
    const attempt = ++this.#attempt;
    this.feed = feed;
    this.links = null;
    this.failure = "";
    try {
      const links = await this.#app.backend.publisherLinks(feed);
      if (attempt === this.#attempt) this.links = links;
    } catch (error) {
      if (attempt === this.#attempt) this.failure = sentence(error);
    }
  }

  close(): void {
    this.#attempt += 1;
    this.feed = null;
  }

  /** Opens a place in the browser, by its number in the list. */
  async open(link: number): Promise<void> {
    const { feed } = this;
    this.close();
    if (feed !== null) await this.#app.attempt(() => this.#app.backend.openPublisherLink(feed, link));
  }
}
