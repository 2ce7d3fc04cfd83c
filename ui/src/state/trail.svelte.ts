import type { ArticleId } from "../api/backend";
import type { App, View } from "./app.svelte";

/** So many places are kept. */
export const PLACES = 50;

/** Where the reader was: a view, the story that stood there, and the pane of a narrow window. */
interface Place {
  view: View;
  story: ArticleId | null;
  pane: App["pane"];
}

/**
 * The way through the window: views, stories that were opened on purpose, and the story that stood where a view was left. What
 * is only passed by key is no place of its own.
 */
export class Trail {
  #app: App;
  #places = $state.raw<readonly Place[]>([{ view: "live", story: null, pane: "list" }]);
  #at = $state(0);

  constructor(app: App) {
    this.#app = app;
  }

  /** Whether a step that way leads anywhere. */
  leads(by: 1 | -1): boolean {
    return this.#places[this.#at + by] !== undefined || (by === -1 && this.#passed !== null && this.#here.story !== null);
  }

  /** The reader goes to a view, or opens a story in it. The first story of a visit belongs to the view's place. */
  to(view: View, story: ArticleId | null = null): void {
    if (view !== this.#here.view) this.#leave();
    else if (story === null || story === this.#here.story) return;
    const pane = story === null ? "list" : "article";
    const isFirst = view === this.#here.view && this.#here.story === null;
    const before = this.#places.slice(0, isFirst ? this.#at : this.#at + 1);
    this.#places = [...before, { view, story, pane } as const].slice(-PLACES);
    this.#at = this.#places.length - 1;
  }

  /** A story that something outside of the page names: it opens over Live, whether it stands there or not. */
  async openElsewhere(id: ArticleId): Promise<void> {
    const app = this.#app;
    this.to("live", id);
    app.go("live");
    app.pane = "article";
    app.ticker.select(app.ticker.indexOf(id) >= 0 ? id : null);
    await app.reading.open(id);
  }

  /** Back to the place before, or forward again. A story that was read before is shown, which alone reads nothing. */
  step(by: 1 | -1): void {
    if (!this.leads(by)) return;
    this.#leave();
    this.#at += by;
    const app = this.#app;
    const { view, story, pane } = this.#here;
    if (story !== null) this.#select(view, story);
    if (view !== app.view) app.go(view);
    if (view === "search") app.search.asked = 0;
    // A source whose details were shown may be gone.
    app.pane = view === "sources" && app.sources.current === null ? "list" : pane;
    if (story !== null) app.reading.resume(story);
  }

  /** Nothing that was here is there any more. */
  forget(): void {
    this.#places = [{ view: this.#app.view, story: null, pane: "list" }];
    this.#at = 0;
  }

  get #here(): Place {
    return this.#places[this.#at]!;
  }

  /** The story that is selected here without having been opened; one whose menu is open is not selected by that. */
  get #passed(): ArticleId | null {
    const { view, ticker, saved, search } = this.#app;
    const list = view === "live" ? ticker : view === "saved" ? saved : view === "search" ? search : null;
    return list !== null && view === this.#here.view && list.selected !== this.#here.story ? list.selected : null;
  }

  /** The place is left as it stands now: what was passed last is where the reader comes back to. */
  #leave(): void {
    const { view, story } = this.#here;
    if (view !== this.#app.view) return;
    const left: Place = { view, story: this.#passed ?? story, pane: this.#app.pane };
    const isFurther = this.#passed !== null && story !== null;
    this.#places = this.#places.toSpliced(isFurther ? this.#at + 1 : this.#at, isFurther ? 0 : 1, left);
    if (isFurther) this.#at += 1;
  }

  /** Selects the story in its list; where it does not stand there any more nothing is selected, and what is done is done with the story shown. */
  #select(view: View, id: ArticleId): void {
    const { ticker, saved, search } = this.#app;
    if (view === "live" && ticker.indexOf(id) >= 0) ticker.reveal(id);
    else if (view === "live") ticker.select(null);
    else if (view === "saved") saved.selected = saved.shown.some((item) => item.id === id) ? id : null;
    else if (view === "search") search.selected = search.hit(id) === undefined ? null : id;
  }
}
