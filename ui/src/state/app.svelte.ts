import { sentence, type ArticleId, type Backend, type FeedId, type FirstPicture, type Notice, type Settings, type TickerPage } from "../api/backend";
import { t } from "../i18n/words";
import { Exporting } from "./exporting.svelte";
import { Scopes } from "./scopes";
import { Search } from "./search.svelte";
import { dialogLeft, dialogOpened, nextDialog, type Dialog } from "./dialogs";
import { ActivityLog } from "./activity.svelte";
import { Finding } from "./finding.svelte";
import { Follow } from "./follow.svelte";
import { takeHanded } from "./handed";
import { hear } from "./hearing";
import { Importing } from "./importing.svelte";
import { Look } from "./look.svelte";
import { KeptFilters } from "./kept_filters";
import { Layout } from "./layout.svelte";
import { Listening, type Speaker } from "./listening.svelte";
import { Listing } from "./listing.svelte";
import { Library } from "./library.svelte";
import { Hiding } from "./hiding";
import { Many } from "./many";
import { Older } from "./older.svelte";
import { Packing } from "./packing.svelte";
import { PageSaving } from "./page_saving.svelte";
import { Palette } from "./palette.svelte";
import { Publisher } from "./publisher.svelte";
import { Readdress } from "./readdress.svelte";
import { Reading } from "./reading.svelte";
import { Saved, type SavedOrder } from "./saved.svelte";
import { Deleting } from "./deleting.svelte";
import { Following } from "./following";
import { Muting } from "./muting.svelte";
import { Notifying } from "./notifying.svelte";
import { Sources } from "./sources.svelte";
import { Bagging } from "./bagging.svelte";
import { Beginning } from "./beginning";
import { Changes } from "./changes.svelte";
import { Talk } from "./talk.svelte";
import { step, type Move } from "./stepping";
import { Snippets } from "./snippets.svelte";
import { Stories } from "./stories";
import { TakingOut } from "./taking_out";
import { Telling } from "./telling";
import { LeftLive } from "./left.svelte";
import { LivePlace } from "./live_place";
import { PAGE, type Selection } from "./rows.svelte";
import { Ticker } from "./ticker.svelte";
import { Toasts } from "./toasts.svelte";
import { Trail } from "./trail.svelte";
import { Turns } from "./turns";
import { Undoing } from "./undoing";
import { Versions } from "./versions.svelte";
import { Zoom } from "./zoom.svelte";
import type { Memory } from "./memory";

/** The views of the rail. */
export type View = "live" | "saved" | "sources" | "activity" | "search";
/** A menu at a place of the window, about one story. */
export interface StoryMenu {
  id: ArticleId;
  x: number;
  y: number;
}

/** What the window hands in: the moment, and a small memory that survives a restart. */
export interface Surroundings extends Memory {
  now(): number;
  /** The system's languages, best first. */
  languages: readonly string[];
  /** Puts text on the clipboard; false where that was refused. */
  copy(text: string): Promise<boolean>;
  /** The voices of the web view, where it has any. */
  speech?: Speaker | null;
}

const SKIPPED = "welcome-skipped";
const OPEN_STORY = "open-story";
const SAVED_ORDER = "saved-order";
/** A source with fewer stories than this is rare: each of its stories stands for itself. */
const RARE = 20;
/** The language that the page speaks, for what the program says outside of it. */
const SPOKEN = "spoken";

/** The window: which view is shown, and the actions that concern more than one region. */
export class App {
  readonly library: Library;
  readonly look: Look;
  readonly finding = new Finding();
  readonly talk: Talk;
  readonly changes: Changes;
  readonly bagging: Bagging;
  readonly deleting: Deleting;
  readonly ticker: Ticker;
  readonly reading: Reading;
  readonly saved: Saved;
  readonly sources: Sources;
  readonly following: Following;
  readonly scopes: Scopes;
  readonly readdress: Readdress;
  readonly muting: Muting;
  readonly notifying: Notifying;
  readonly publisher: Publisher;
  readonly activity: ActivityLog;
  readonly search: Search;
  readonly keptFilters: KeptFilters;
  readonly follow: Follow;
  readonly beginning: Beginning;
  readonly takingOut: TakingOut;
  readonly undoing: Undoing;
  readonly turns = new Turns(this);
  readonly listing: Listing;
  readonly listening: Listening;
  readonly zoom: Zoom;
  readonly stories: Stories;
  readonly many: Many;
  readonly hiding: Hiding;
  readonly snippets: Snippets;
  readonly palette: Palette;
  readonly left: LeftLive;
  readonly place: LivePlace;
  readonly packing: Packing;
  readonly exporting: Exporting;
  readonly importing: Importing;
  readonly pageSaving: PageSaving;
  readonly older: Older;
  readonly toasts: Toasts;
  readonly versions: Versions;
  readonly layout: Layout;
  readonly trail = new Trail(this);

  view = $state<View>("live");
  /** Below 720 px one pane is shown: the list, or the article (or details) pushed over it. */
  pane = $state<"list" | "article">("list");
  /** What gives way to the story: the list, or the rail too. */
  aside = $state<"shown" | "no-list" | "story-only">("shown");
  dialog = $state<Dialog | null>(null);
  /** The menu of a story, while it is open. */
  menu = $state.raw<StoryMenu | null>(null);
  /** The menu of the app is open. */
  appMenu = $state(false);
  /** A command that was chosen in the menu bar, until the page does it. */
  chosen = $state<string | null>(null);
  welcome = $state(false);
  ready = $state(false);
  /** The section of the settings that is open. */
  section = $state("appearance");
  /** Why a setting could not be kept. */
  settingsProblem = $state("");
  /** Read out politely, once. */
  announcement = $state("");
  /** The current minute; ticks only while the window can be seen. */
  minute = $state(0);
  /** True while the focus is in the ticker: only then are arrivals read out. */
  tickerFocused = false;

  readonly backend: Backend;
  #around: Surroundings;
  /** The list of scopes is open over Live. */
  #choosing = false;
  #waitsForNotice = false;
  /** How many stories the sources of the first rows have, until all sources are known. */
  #stories: FirstPicture["stories"] = {};

  constructor(backend: Backend, around: Surroundings) {
    this.backend = backend;
    this.#around = around;
    this.minute = around.now();
    this.library = new Library(backend, around.now);
    this.talk = new Talk(backend);
    this.changes = new Changes(backend);
    this.bagging = new Bagging(this);
    this.deleting = new Deleting(this);
    this.versions = new Versions(this);
    this.toasts = new Toasts(() => this.library.settings.toasts);
    this.left = new LeftLive(around);
    this.place = new LivePlace(around);
    this.look = new Look(this.library, (action, back) => this.attempt(action, back), (what, back) => this.toasts.show(t(what === "type" ? "look-was-reset" : "appearance-was-reset"), "read", undefined, 1, back));
    const telling = new Telling({ now: around.now, wanted: () => this.tickerFocused && this.library.settings.announce });
    this.ticker = new Ticker(backend, {
      now: around.now,
      busy: () => this.dialog !== null || this.menu !== null || this.appMenu || this.#choosing,
      autoShow: () => this.library.settings.auto_show,
      rare: (feed) => (this.sources.feeds.find((one) => one.id === feed)?.articles ?? this.#stories[feed] ?? RARE) < RARE,
      folds: () => this.library.settings.fold,
      announce: (count) => void (telling.begin() && (this.announcement = t("new-announced", { count }))),
      stood: (place) => this.place.moved(place),
    });
    this.reading = new Reading(backend, {
      now: around.now,
      read: (id, how) => {
        const rule = this.library.settings.mark_read;
        if (rule === "glance" || (rule === "open" && how === "opened")) void this.stories.seen(id);
      },
      opened: (id) => {
        around.remember(OPEN_STORY, id);
        this.finding.close();
      },
    });
    this.stories = new Stories(this);
    this.beginning = new Beginning(this);
    this.takingOut = new TakingOut(this);
    this.undoing = new Undoing(this);
    this.many = new Many(this);
    this.hiding = new Hiding(this);
    this.snippets = new Snippets(this);
    this.older = new Older(this);
    this.palette = new Palette(this, around);
    this.layout = new Layout(around);
    this.packing = new Packing(backend);
    this.exporting = new Exporting(backend);
    this.importing = new Importing(this);
    this.pageSaving = new PageSaving(backend);
    this.saved = new Saved(backend, around.recall(SAVED_ORDER));
    this.sources = new Sources(backend, () => this.library.status.sources);
    this.following = new Following(this, around);
    this.scopes = new Scopes(this);
    this.readdress = new Readdress(backend);
    this.muting = new Muting(this);
    this.notifying = new Notifying(this);
    this.publisher = new Publisher(this);
    this.activity = new ActivityLog(backend, this.saved);
    this.search = new Search(backend, around);
    this.keptFilters = new KeptFilters(this);
    this.listing = new Listing(backend);
    const system: Speaker = { languages: () => backend.voices(), say: (text, language, speed) => backend.say(text, language, speed), hush: () => backend.hush() };
    this.zoom = new Zoom(backend, around);
    this.listening = new Listening([...(around.speech ? [around.speech] : []), system], (key) => around.recall(key), (key, value) => around.remember(key, value));
    this.follow = new Follow(backend, {
      languages: around.languages,
      folders: () => this.sources.folderPaths,
      recall: (key) => around.recall(key),
      remember: (key, value) => around.remember(key, value),
    });
  }

  /** Puts text on the clipboard; false where that was refused. */
  copy(text: string): Promise<boolean> {
    return this.#around.copy(text);
  }

  /** The page speaks this language from now on. */
  speaks(locale: string): void {
    this.#around.remember(SPOKEN, locale);
  }

  get now(): number {
    return this.#around.now();
  }

  /** Takes what the first picture needs, and listens for changes. What was asked for `early` may have changed by then. */
  async start(early?: Promise<FirstPicture>): Promise<void> {
    void this.attempt(() => this.zoom.begin());
    const listening = this.backend.onNotice((notice) => this.notice(notice));
    await this.attempt(async () => {
      const first = await (early ?? this.backend.firstPicture());
      this.library.begin(first.settings, first.status);
      this.#stories = first.stories;
      // What was kept can be read without a source, too.
      this.welcome = this.library.status.feeds === 0 && this.library.status.saved === 0 && this.#around.recall(SKIPPED) === null;
      if (this.welcome) await this.follow.loadPacks();
      else await this.#openLive(first.ticker);
    });
    this.ready = true;
    if (!this.welcome) {
      // The folder chips and the story may follow a moment after the first rows.
      void this.attempt(() => this.sources.refresh());
      await this.attempt(() => this.#reopen());
    }
    await listening;
    if (early !== undefined) void this.changed();
    await this.attempt(() => takeHanded(this));
    void this.versions.watch();
    // Said until it is dismissed: whoever does not see it wonders why the window came up twice.
    if ((await this.backend.drawing().catch(() => null))?.news) this.library.health = t("drawing-news");
  }

  notice(notice: Notice): void {
    hear(this, notice);
  }

  /** Asks again for what is on screen. Calls that come meanwhile are answered by one more round. */
  async changed(): Promise<void> {
    if (this.#waitsForNotice) return;
    this.#waitsForNotice = true;
    await Promise.resolve();
    this.#waitsForNotice = false;
    await this.attempt(async () => {
      const asks: Promise<void>[] = [
        this.library.refresh().then(() => {
          if (this.view === "sources" || this.view === "activity" || this.sources.areOld) return this.following.refresh();
        }),
      ];
      if (!this.welcome) asks.push(this.ticker.changed(), this.reading.changed());
      if (this.view === "saved") asks.push(this.saved.refresh());
      if (this.view === "search") asks.push(this.search.refresh());
      if (this.view === "activity") asks.push(this.activity.refresh());
      await Promise.all(asks);
    });
    if (this.welcome && this.library.status.feeds > 0 && this.follow.result === null && !this.follow.working) this.leaveWelcome();
  }

  go(view: View): void {
    this.trail.to(view);
    if (view !== this.view) {
      this.saved.release();
      if (this.view === "live") this.left.leave();
      else if (view === "live") this.left.enter();
      this.ticker.marked.clear();
      this.saved.marked.clear();
      this.finding.close();
    }
    this.view = view;
    this.pane = "list";
    this.aside = "shown";
    if (this.current !== null) this.reading.resume(this.current);
    if (view === "search") this.search.asked += 1;
    if (view === "saved") void this.saved.refresh();
    if (view === "sources" || view === "activity") void this.following.refresh();
    if (view === "activity") void this.activity.refresh();
  }

  show(dialog: Dialog | null): void {
    const next = nextDialog(this, dialog);
    dialogLeft(this, next);
    this.dialog = next;
    dialogOpened(this, next);
  }

  /** What closing the window does from now on, and does it. */
  async closing(on_close: "background" | "quit"): Promise<void> {
    this.show(null);
    await this.choose({ on_close });
    // Also where the choice cannot be kept, the reader gets out.
    await this.attempt(() => (on_close === "quit" ? this.backend.quit() : this.backend.closeWindow()));
  }

  /** Keeps a choice of the settings; it shows at once. */
  async choose(change: Partial<Settings>): Promise<void> {
    this.settingsProblem = "";
    try {
      await this.library.set(change);
    } catch (error) {
      this.settingsProblem = sentence(error);
    }
  }

  // moving through stories

  /** The story that actions concern: the one selected in the list on screen. */
  get current(): ArticleId | null {
    if (this.menu !== null) return this.menu.id;
    if (this.view === "live") return this.ticker.selected;
    if (this.view === "saved") return this.saved.selected;
    if (this.view === "search") return this.search.selected;
    return null;
  }

  /** The story that actions are for: the selected one, else the one that is open. */
  get target(): ArticleId | null {
    return this.current ?? this.reading.id;
  }

  /** A click or Enter: open it, and it is read. */
  open(id: ArticleId): void {
    this.trail.to(this.view, id);
    if (this.view === "saved") this.saved.selected = id;
    else if (this.view === "search") {
      this.search.used();
      this.search.selected = id;
    } else this.ticker.select(id);
    this.pane = "article";
    void this.reading.open(id);
  }

  /** The selection moved by key: the story follows. */
  step(move: Move): void {
    step(this, move);
  }

  /** Pill, `.` or Home: let in what waits and go to the top. */
  async showNew(): Promise<void> {
    if (!(await this.ticker.showNew())) this.toasts.show(this.ticker.failure, "problem");
  }

  /** A chip or the scope button: another selection of stories. */
  scope(selection: Selection): void {
    this.menu = null;
    this.trail.toSources(selection);
    void this.ticker.show(selection);
  }

  /** The list of scopes was opened or closed: nothing moves behind it. */
  choosing(open: boolean): void {
    this.#choosing = open;
    if (!open) this.ticker.settled();
  }

  /** Opens the burst that the reader stands on; its first story is selected. */
  unfold(key = this.ticker.onFold): void {
    if (key === null) return;
    this.ticker.unfold(key);
    this.ticker.reveal(key);
    this.reading.glance(key);
  }

  openMenu(menu: StoryMenu): void {
    this.menu = menu;
  }

  closeMenu(): void {
    this.menu = null;
    this.ticker.settled();
  }

  // keeping

  orderSaved(order: SavedOrder): void {
    this.saved.order = order;
    this.#around.remember(SAVED_ORDER, order);
  }

  // actions on sources

  /** Shows a source among the sources, with its details. */
  showSource(feed: FeedId): void {
    this.go("sources");
    this.sources.filter = "all";
    this.sources.selected = feed;
    this.pane = "article";
  }

  async unfollow(feed: FeedId): Promise<void> {
    const title = this.sources.feeds.find((one) => one.id === feed)?.title ?? this.reading.page?.feed_title ?? "";
    await this.attempt(async () => {
      const { kept_saved } = await this.backend.unfollow(feed);
      if (this.reading.page?.feed_id === feed) this.reading.show({ followed: false });
      if (this.pane === "article" && this.view === "sources") this.pane = "list";
      this.toasts.show(t("unfollowed", { title, kept: kept_saved }), "source", "unfollow");
    });
  }

  async openHome(feed: FeedId): Promise<void> {
    await this.attempt(() => this.backend.openHome(feed));
  }

  /** Draws everything a step larger (1) or smaller (-1), or as usual (0). */
  async zoomBy(step: 1 | -1 | 0): Promise<void> {
    await this.attempt(() => (step === 0 ? this.zoom.reset() : this.zoom.step(step)));
    this.toasts.show(t("zoomed", { percent: Math.round(this.zoom.factor * 100) }), "read");
  }

  async sync(feed?: FeedId): Promise<void> {
    if (feed === undefined && this.library.progress !== null) return;
    await this.attempt(() => this.backend.sync(feed));
  }

  async cancelSync(): Promise<void> {
    await this.attempt(() => this.backend.cancelSync());
  }

  leaveWelcome(): void {
    if (!this.welcome) return;
    this.welcome = false;
    this.#around.remember(SKIPPED, "yes");
    void this.attempt(async () => {
      await Promise.all([this.ticker.load(), this.sources.refresh()]);
    });
  }

  /** Everything was deleted: the window stands where a new library begins. */
  async beginAgain(): Promise<void> {
    this.show(null);
    this.reading.close();
    this.go("live");
    this.trail.forget();
    this.search.recent.forget();
    this.welcome = true;
    await this.attempt(async () => {
      await Promise.all([this.library.loadSettings(), this.library.refresh(), this.sources.refresh(), this.saved.refresh(), this.follow.loadPacks()]);
    });
  }

  // what the window tells

  windowHidden(hidden: boolean): void {
    this.ticker.windowHidden(hidden);
    if (hidden) this.place.flush();
    if (this.view === "live" && !this.welcome) {
      if (hidden) this.left.leave();
      else this.left.enter();
    }
    this.reading.windowHidden(hidden);
    void this.attempt(() => this.backend.windowState(!hidden));
    if (!hidden) void this.changed();
  }

  /** Live as the reader left it a moment ago; after half an hour its top, where the line says how far they were. */
  async #openLive(first: TickerPage | null): Promise<void> {
    const { kept } = this.place;
    if (kept !== null && this.left.recent) await this.ticker.resume(kept);
    else await this.ticker.load(PAGE, first);
  }

  /** The story that was open before the window was closed, or before its web process crashed. */
  async #reopen(): Promise<void> {
    const id = this.#around.recall(OPEN_STORY);
    if (id === null || !/^\d+$/.test(id)) return;
    await this.reading.reopen(id);
    if (this.reading.id === id && this.ticker.indexOf(id) >= 0) this.ticker.select(id);
  }

  /** Runs an action; a failure becomes one sentence, and the action's own way back is taken. */
  async attempt(action: () => Promise<unknown>, back?: () => void): Promise<void> {
    try {
      await action();
    } catch (error) {
      back?.();
      this.toasts.problem(error);
    }
  }
}
