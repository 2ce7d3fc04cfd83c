import type { ArticleId } from "../api/backend";
import type { App, View } from "./app.svelte";
import { PAGE, WINDOW } from "./rows.svelte";
import { sameSources, type Sources } from "./scopes";

/** So many places are kept. */
export const PLACES = 50;

/** Where the reader was: a view, the story that stood there, and the pane of a narrow window. */
interface Place {
  view: View;
  story: ArticleId | null;
  pane: App["pane"];
  /** Of Live, once it was left: whose stories it showed, and how far down the story stood among them. */
  live?: { sources: Sources; depth: number };
}

/**
 * The way through the window: views, what Live was made to show, stories that were opened on purpose, and the story that stood
 * where a view was left. What is only passed by key is no place of its own. Whether only the unread stories are shown is no
 * part of a place: it stays as it is.
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
    else this.#keep({ ...this.#here, live: this.#live });
    const pane = story === null ? "list" : "article";
    const isFirst = view === this.#here.view && this.#here.story === null;
    this.#goOn({ view, story, pane }, isFirst ? this.#at : this.#at + 1);
  }

  /** Live is about to show the stories of others. */
  toSources(sources: Sources): void {
    const { view, pane, scopes } = this.#app;
    if (view !== "live" || this.#here.view !== "live" || sameSources(sources, scopes.shown)) return;
    this.#leave();
    this.#goOn({ view, story: null, pane }, this.#at + 1);
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
    const { view, story, pane, live } = this.#here;
    const elsewhere = live !== undefined && !sameSources(live.sources, app.scopes.shown);
    if (elsewhere) void this.#showAgain(live, this.#here);
    else if (story !== null) this.#select(view, story);
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
    // What stays selected while Live shows the stories of others does not stand there.
    if (list === ticker && ticker.indexOf(ticker.selected) < 0) return null;
    return list !== null && view === this.#here.view && list.selected !== this.#here.story ? list.selected : null;
  }

  /** What Live shows, for a place in it that is left. */
  get #live(): Place["live"] {
    const { view, scopes, ticker } = this.#app;
    if (view !== "live") return undefined;
    const sources = scopes.shown;
    const known = this.#here.live;
    // Where the story is not in memory, as while the list is still read, it stands where it stood.
    const before = known !== undefined && sameSources(known.sources, sources) ? known.depth : 0;
    return { sources, depth: ticker.position(this.#passed ?? this.#here.story) || before };
  }

  #keep(here: Place): void {
    this.#places = this.#places.with(this.#at, here);
  }

  /** A place behind the first `kept` ones; what was ahead is gone. */
  #goOn(place: Place, kept: number): void {
    this.#places = [...this.#places.slice(0, kept), place].slice(-PLACES);
    this.#at = this.#places.length - 1;
  }

  /** Shows whose stories Live showed, as far down as the story stood, and selects it; where those are gone, everything. */
  async #showAgain({ sources, depth }: NonNullable<Place["live"]>, place: Place): Promise<void> {
    const { ticker, scopes } = this.#app;
    ticker.select(null);
    await ticker.show(scopes.follows(sources) ? scopes.withUnread(sources) : { unread: ticker.unread }, depth + PAGE <= WINDOW ? depth + PAGE : PAGE);
    if (place.story !== null && place === this.#here && this.#app.view === "live" && ticker.selected === null) this.#select("live", place.story);
  }

  /** The place is left as it stands now: what was passed last is where the reader comes back to. */
  #leave(): void {
    const { view, story } = this.#here;
    if (view !== this.#app.view) return;
    const left: Place = { view, story: this.#passed ?? story, pane: this.#app.pane, live: this.#live };
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
