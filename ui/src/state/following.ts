import { sentence, type Feed, type FeedId, type FeedSettings, type TextMode } from "../api/backend";
import { t } from "../i18n/words";
import { isWithin, moved, nameOf, parentOf, tidy } from "../text/folders";
import type { App } from "./app.svelte";
import { ManySources } from "./many_sources.svelte";
import type { Memory } from "./memory";
import { Quiet } from "./quiet.svelte";

/** What the reader does with followed sources: names, folders, settings, unfollowing. All of it can be taken back. */
export class Following {
  readonly quiet: Quiet;
  readonly many: ManySources;
  #app: App;

  constructor(app: App, memory: Memory) {
    this.#app = app;
    this.many = new ManySources(app);
    this.quiet = new Quiet(app, memory);
  }

  async setTextMode(id: FeedId, mode: TextMode): Promise<void> {
    const feed = this.#app.sources.feeds.find((one) => one.id === id);
    if (feed === undefined || feed.text_mode === mode) return;
    const show = (text_mode: TextMode, then = () => {}) => this.#shown([id], { text_mode }, () => this.#app.backend.setTextMode(id, text_mode).then(then));
    // It is not in the journal.
    await show(mode, () => this.#app.toasts.show(t("source-changed", { title: feed.title }), "source", undefined, 1, () => show(feed.text_mode)));
  }

  /** Changes some of a source's own settings. */
  async set(feed: Feed, change: Partial<FeedSettings>): Promise<void> {
    const settings = { ...feed.settings, ...change };
    if ((Object.keys(change) as (keyof FeedSettings)[]).every((key) => feed.settings[key] === change[key])) return;
    await this.#shown([feed.id], { settings }, async () => {
      await this.#app.backend.setFeedSettings(feed.id, settings);
      this.#app.toasts.show(t("source-changed", { title: feed.title }), "source", "set_feed_settings");
      if (change.in_live !== undefined) await this.#app.ticker.reload();
    });
  }

  /** Puts sources into a folder, or out of any with null. */
  async move(ids: readonly FeedId[], folder: string | null): Promise<void> {
    await this.#shown(ids, { folder }, async () => {
      const { changed } = await this.#app.backend.moveFeeds([...ids], folder);
      if (changed === 0) return;
      this.#app.sources.clearMarks();
      this.#app.toasts.show(folder === null ? t("moved-out", { count: changed }) : t("moved-to", { count: changed, folder }), "source", "move_feeds");
    });
  }

  /** Reads the sources again. Where Live shows a folder, a source or a language that is gone, it shows everything. */
  async refresh(): Promise<void> {
    const { scopes, sources, ticker } = this.#app;
    await sources.refresh();
    if (sources.failure === "" && scopes.gone) await ticker.show({ unread: ticker.unread });
  }

  /** Asks for a name; {@link named} takes it. */
  ask(naming: NonNullable<App["sources"]["naming"]>): void {
    this.#app.sources.naming = naming;
    this.#app.show("name");
  }

  /** The name that was asked for. An empty one gives a source the publisher's name back, and is none for a folder. A folder in
      another stays in that one. */
  async named(text: string): Promise<void> {
    const naming = this.#app.sources.naming;
    const name = naming?.what === "source" ? text.trim() : tidy(text);
    if (naming === null || (name === "" && naming.what !== "source")) return;
    this.#app.show(null);
    if (naming.what === "new-folder") return this.move(naming.feeds, name);
    if (naming.what === "folder") return this.#renameFolder(naming.name, tidy(`${parentOf(naming.name) ?? ""}/${name}`), t("renamed"));
    await this.#app.attempt(async () => {
      await this.#app.backend.renameFeed(naming.feed, name);
      this.#app.toasts.show(t("renamed"), "source", "rename_feed");
      await this.#app.changed();
    });
  }

  /** Whether a folder can be put into another, or with null out of any: not into itself, and not where it is. */
  canMoveFolder(path: string, outer: string | null): boolean {
    return outer !== parentOf(path) && !isWithin(outer, path);
  }

  /** Puts a folder with all it holds into another, or with null out of any. */
  async moveFolder(path: string, outer: string | null): Promise<void> {
    if (!this.canMoveFolder(path, outer)) return;
    const name = nameOf(path);
    await this.#renameFolder(path, tidy(`${outer ?? ""}/${name}`), outer === null ? t("folder-moved-out", { name }) : t("folder-moved-to", { name, folder: outer }));
  }

  async #renameFolder(from: string, to: string, said: string): Promise<void> {
    await this.#app.attempt(async () => {
      await this.#app.backend.renameFolder(from, to);
      await this.#folderMoved(from, to);
      this.#app.toasts.show(said, "source", "rename_folder");
      await this.#app.changed();
    });
  }

  /** What is shown of a folder, or of one under it, is shown where it is now. */
  async #folderMoved(from: string, to: string | null): Promise<void> {
    const { sources, ticker } = this.#app;
    sources.folderMoved(from, to);
    if (ticker.folder === undefined || !isWithin(ticker.folder, from)) return;
    const folder = moved(ticker.folder, from, to);
    if (folder !== null) await ticker.show({ folder, unread: ticker.unread });
  }

  /** Another address for a source, typed by hand. */
  editAddress(feed: Feed): void {
    this.#app.readdress.begin(feed);
    this.#app.show("address");
  }

  /** Looks where a source may be now. */
  async findAddress(id: FeedId): Promise<void> {
    const feed = this.#app.sources.feeds.find((one) => one.id === id);
    if (feed === undefined) return;
    this.#app.readdress.begin(feed);
    this.#app.show("address");
    await this.#app.readdress.search();
  }

  /** Enter in that dialog: looks at what is typed, then takes what was chosen. */
  async readdress(): Promise<void> {
    const change = this.#app.readdress;
    const { feed } = change;
    if (feed === null) return;
    if (change.answers) {
      this.#app.show(null);
      return this.#app.sync(feed.id);
    }
    if (change.stage === "found") {
      if ((await change.change()) === null) return;
      this.#app.show(null);
      this.#app.toasts.show(t("address-changed", { title: feed.title }), "source", "change_address");
      await this.refresh();
      return this.#app.changed();
    }
    if (change.searches) return change.search();
    return change.look();
  }

  /** Asks for a name and a password for the site of a source. */
  askSignIn(id: FeedId): void {
    const { sources } = this.#app;
    sources.signing = sources.feeds.find((feed) => feed.id === id) ?? null;
    if (sources.signing !== null) this.#app.show("sign-in");
  }

  /** Keeps them and checks the source. Null where that went well, else the sentence that says why not. */
  async signIn(user: string, password: string): Promise<string | null> {
    const feed = this.#app.sources.signing;
    if (feed === null) return null;
    try {
      await this.#app.backend.signInTo(feed.id, user, password);
    } catch (error) {
      return sentence(error);
    }
    this.#app.show(null);
    this.#app.toasts.show(t("signed-in"), "source");
    await this.#app.changed();
    void this.#app.sync(feed.id);
    return null;
  }

  /** Forgets both, here and in the keychain. */
  async signOut(): Promise<string | null> {
    const feed = this.#app.sources.signing;
    if (feed === null) return null;
    try {
      await this.#app.backend.signOutOf(feed.id);
    } catch (error) {
      return sentence(error);
    }
    this.#app.show(null);
    this.#app.toasts.show(t("signed-out"), "source");
    await this.#app.changed();
    return null;
  }

  /** The folder goes; its sources, and the folders in it, stay where it stood. */
  async deleteFolder(path: string): Promise<void> {
    await this.#app.attempt(async () => {
      const { changed } = await this.#app.backend.deleteFolder(path);
      await this.#folderMoved(path, parentOf(path));
      this.#app.toasts.show(t("folder-deleted", { folder: nameOf(path), count: changed }), "source", "delete_folder");
      await this.#app.changed();
    });
  }

  async #shown(ids: readonly FeedId[], change: Partial<Feed>, action: () => Promise<unknown>): Promise<void> {
    const back = this.#app.sources.show(ids, change);
    await this.#app.attempt(async () => {
      await action();
      await this.#app.changed();
    }, back);
  }
}
