/* The backend in memory, sources: their names, folders and settings. */
import type { Activity, ArticleId, Changed, Check, Desktop, Feed, FeedId, FeedSettings, FeedStatistics, FeedVolume, MenuGroup, Mute, MuteId, NewMute, NewNotifyRule, NotifyRule, NotifyRuleId, Older, SearchOrder, SearchResults, SignIn, SnippetPart } from "../backend";
import { itemOf, stamp, type Item } from "./library";
import { holds, words } from "./muting";
import { Taking } from "./taking";
import { failure, newerFirst } from "./shelf";
import { isWithin, moved, parentOf, tidy } from "../../text/folders";

/** Stories on a page of older ones. */
const OLDER = 24;

/** Commands about followed sources. */
export class Sources extends Taking {
  private publishers = new Map<FeedId, string>();
  private muteCount = 0;
  private ruleCount = 0;
  private ruleList: NotifyRule[] = [];
  /** What stands in the menu bar. */
  bar: MenuGroup[] = [];
  /** What the system can do. */
  system: Desktop = { notifications: true, tray: true, start_at_login: true, badge: true, metered: false, saves_power: false };

  /** How many stories one answer looks through, the newest first; whoever wants more goes on below where it ended. */
  looksThrough = Infinity;

  /** Looks for words in headlines and source names; filters are the ones that the program knows. */
  async search(query: string, limit: number, _order?: SearchOrder, below?: ArticleId): Promise<SearchResults> {
    this.called("search");
    const newest = this.items.filter((item) => below === undefined || Number(item.row.id) < Number(below)).sort((a, b) => Number(b.row.id) - Number(a.row.id));
    const looked = newest.slice(0, this.looksThrough);
    const next = looked.length < newest.length ? looked.at(-1)!.row.id : null;
    const pieces = [...query.matchAll(/(?:([a-z]+):)?(?:"([^"]*)"|(\S+))/gi)].map((match) => ({ key: match[1]?.toLowerCase(), typed: match[2] ?? match[3] ?? "" })).map((piece) => ({ ...piece, text: piece.typed.toLowerCase() }));
    const filters = pieces.filter((piece) => piece.key !== undefined && ["source", "folder", "in", "is", "lang", "tag"].includes(piece.key));
    const words = pieces.filter((piece) => !filters.includes(piece)).map((piece) => piece.text);
    const folders = new Map(this.feedList.map((feed) => [feed.id, feed.folder?.toLowerCase()]));
    const holds = (item: Item) =>
      filters.every(({ key, text }) =>
        key === "source" ? item.row.feed_title.toLowerCase().includes(text)
        : key === "folder" ? isWithin(folders.get(item.row.feed_id), text)
        : key === "in" ? item.row.saved
        : key === "is" ? !item.row.read
        : key === "lang" ? item.row.language?.startsWith(text) === true
        : item.tags.includes(text),
      ) && words.every((word) => `${item.row.title} ${item.row.feed_title}`.toLowerCase().includes(word));
    const asked = words.length + filters.length > 0;
    const found = asked ? this.items.filter((item) => looked.includes(item) && holds(item)) : [];
    const live = new Set(this.live());
    const snippet = (title: string): SnippetPart[] => {
      const at = words.length > 0 ? title.toLowerCase().indexOf(words[0]!) : -1;
      const end = at + (words[0]?.length ?? 0);
      const parts = at < 0 ? [{ text: title, hit: false }] : [{ text: title.slice(0, at), hit: false }, { text: title.slice(at, end), hit: true }, { text: title.slice(end), hit: false }];
      return parts.filter((part) => part.text !== "");
    };
    const stories = found.filter((item) => live.has(item)).map((item) => ({ row: { ...item.row }, snippet: snippet(item.row.title), score: 0 }));
    const gone = new Set(found.filter((item) => item.row.saved && !live.has(item)).map((item) => item.row.id));
    const saved = (await this.saved()).filter((article) => gone.has(article.id)).map((article) => ({ article, snippet: snippet(article.title), score: 0 }));
    // Another spelling: a word of a headline with the same letters in another order.
    const letters = (word: string) => [...word].sort().join("");
    const known = found.length > 0 ? [] : this.items.flatMap((item) => item.row.title.toLowerCase().split(/[^\p{L}]+/u));
    const other = words.map((word) => known.find((one) => one === word || letters(one) === letters(word)) ?? word);
    const suggestion = next === null && found.length === 0 && other.join(" ") !== words.join(" ") ? other.join(" ") : null;
    const results = { stories: stories.slice(0, limit), saved: saved.slice(0, limit) };
    return { ...results, total_at_least: results.stories.length + results.saved.length, more: next !== null || stories.length > limit, next: asked ? next : null, suggestion, understood: filters.map(({ key, typed }) => `${key}:${typed}`), unindexed: 0 };
  }

  async activity(limit: number): Promise<Activity> {
    this.called("activity");
    const attention = this.feedList.flatMap((feed) => (feed.trouble?.shown ? [{ feed_id: feed.id, feed_title: feed.title, trouble: feed.trouble }] : []));
    const recent = this.feedList.flatMap((feed) => this.log(feed)).sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
    return { now: this.isSyncing ? { done: 0, total: this.feedList.length } : null, attention, recent: recent.slice(0, limit) };
  }

  /** One page from before the oldest story that is here; there is no other. */
  async loadOlder(id: FeedId): Promise<Older> {
    this.called("loadOlder");
    await this.waits("loadOlder");
    const feed = this.source(id);
    if (!feed.has_older) throw failure("not_found", "This source offers no older stories.");
    if (this.offline) throw failure("offline", "There is no connection. Nothing was changed.");
    const oldest = Math.min(this.clock(), ...this.live().filter((item) => item.row.feed_id === id).map((item) => Date.parse(item.row.time)));
    for (let n = OLDER; n > 0; n--) {
      const ago = (this.clock() - oldest) / 60_000 + n * 90;
      this.items.push(itemOf(this.nextId++, { by: feed.title, title: `From the archive, number ${n}`, ago, read: true }, feed, this.clock()));
    }
    this.items.sort(newerFirst);
    feed.has_older = false;
    this.changed();
    return { new_articles: OLDER, pages: 1, more: false };
  }

  async feedChecks(id: FeedId): Promise<Check[]> {
    this.called("feedChecks");
    return this.log(this.source(id));
  }

  async mutes(): Promise<Mute[]> {
    this.called("mutes");
    return this.muteList.filter((mute) => mute.until === null || Date.parse(mute.until) > this.clock());
  }

  async mute(wish: NewMute): Promise<Mute> {
    this.called("mute");
    const mute = this.muteOf(wish);
    this.setMutes("mute", [mute, ...this.muteList]);
    return mute;
  }

  async unmute(id: MuteId): Promise<void> {
    this.called("unmute");
    const others = this.muteList.filter((mute) => mute.id !== id);
    if (others.length === this.muteList.length) throw failure("not_found", "this mute is not in the library");
    this.setMutes("unmute", others);
  }

  async muteMatches(wish: NewMute): Promise<number> {
    this.called("muteMatches");
    const mute = this.muteOf(wish);
    return this.live().filter((item) => !item.row.saved && holds(mute, item)).slice(0, 5000).length;
  }

  private muteOf(wish: NewMute): Mute {
    if (wish.kind === "source" && wish.feed === null) throw failure("bad_request", "A mute of a source needs the source.");
    const text = wish.kind === "source" ? this.source(wish.feed!).title : wish.text.trim();
    if (words(text).length === 0) throw failure("bad_request", "There is no word in it that could be muted.");
    const until = wish.days === null ? null : stamp(this.clock() + wish.days * 86_400_000);
    return { id: String(++this.muteCount), kind: wish.kind, text, feed_id: wish.feed, created_at: stamp(this.clock()), until };
  }

  private setMutes(action: string, mutes: Mute[]): void {
    const before = this.muteList;
    this.muteList = mutes;
    this.journal(action, 1, null, () => void (this.muteList = before));
    this.changed();
  }

  async notifyRules(): Promise<NotifyRule[]> {
    this.called("notifyRules");
    // One whose source is not followed rests.
    return this.ruleList.filter((rule) => rule.feed_id === null || this.feedList.some((feed) => feed.id === rule.feed_id));
  }

  async addNotifyRule(wish: NewNotifyRule): Promise<NotifyRule> {
    this.called("addNotifyRule");
    const text = wish.kind === "source" ? this.source(wish.feed!).title : wish.text.trim();
    if (words(text).length === 0) throw failure("bad_request", "There is no word in it that could be looked for.");
    const known = this.ruleList.find((rule) => rule.kind === wish.kind && rule.feed_id === wish.feed && rule.text === text && rule.matching === wish.matching);
    if (known) return known;
    const rule = { id: String(++this.ruleCount), kind: wish.kind, feed_id: wish.feed, text, matching: wish.matching, created_at: stamp(this.clock()) };
    this.setRules("notify", [rule, ...this.ruleList]);
    return rule;
  }

  async removeNotifyRule(id: NotifyRuleId): Promise<void> {
    this.called("removeNotifyRule");
    this.setRules("unnotify", this.ruleList.filter((rule) => rule.id !== id));
  }

  async desktop(): Promise<Desktop> {
    this.called("desktop");
    return { ...this.system };
  }

  async menuBar(groups: MenuGroup[]): Promise<void> {
    this.called("menuBar");
    if (groups.length > 12 || groups.some((group) => group.lines.length > 64)) throw failure("bad_request", "These are no menus of the window.");
    this.bar = groups;
  }

  private setRules(action: string, rules: NotifyRule[]): void {
    const before = this.ruleList;
    this.ruleList = rules;
    this.journal(action, 1, null, () => void (this.ruleList = before));
    this.changed();
  }

  async feedStatistics(id: FeedId): Promise<FeedStatistics> {
    this.called("feedStatistics");
    const feed = this.source(id);
    const items = this.live().filter((item) => item.row.feed_id === id);
    const ago = (time: string) => Math.floor((this.clock() - Date.parse(time)) / 86_400_000);
    const days = Array.from({ length: 30 }, (_, n) => items.filter((item) => ago(item.row.time) === 29 - n).length);
    const perDay = days.reduce((sum, count) => sum + count, 0) / 30;
    const first = items.map((item) => item.row.first_seen).sort()[0] ?? null;
    const read = items.filter((item) => item.row.read).length;
    const saved = this.items.filter((item) => item.row.saved && item.row.feed_id === feed.id).length;
    return { days, per_day: perDay, per_week: perDay * 7, first_seen: first, newest: items[0]?.row.time ?? null, saved, read_share: items.length === 0 ? 0 : read / items.length };
  }

  async volumes(): Promise<FeedVolume[]> {
    this.called("volumes");
    const since = this.clock() - 30 * 86_400_000;
    const recent = this.live().filter((item) => Date.parse(item.row.time) > since);
    return this.feedList.map(({ id }) => ({ feed: id, per_week: (recent.filter((item) => item.row.feed_id === id).length / 30) * 7 }));
  }

  async renameFeed(id: FeedId, title: string): Promise<Feed> {
    this.called("renameFeed");
    const feed = this.source(id);
    if (!this.publishers.has(id)) this.publishers.set(id, feed.title);
    this.revise("rename_feed", [feed], { own_title: title.trim() || null, title: title.trim() || this.publishers.get(id)! });
    return { ...feed };
  }

  async signInTo(id: FeedId, user: string, password: string): Promise<SignIn> {
    this.called("signInTo");
    const feed = this.source(id);
    if (!user.trim() || user.includes(":") || !password) throw failure("bad_request", "A sign-in needs a name without a colon, and a password.");
    const site = new URL(feed.url).origin;
    for (const other of this.feedList) {
      if (new URL(other.url).origin !== site) continue;
      other.signed_in = user.trim();
      if (other.trouble?.code === "sign_in") other.trouble = null;
    }
    return { site, user: user.trim() };
  }

  async signOutOf(id: FeedId): Promise<void> {
    this.called("signOutOf");
    const site = new URL(this.source(id).url).origin;
    for (const other of this.feedList) if (new URL(other.url).origin === site) other.signed_in = null;
  }

  async moveFeeds(ids: FeedId[], folder: string | null): Promise<Changed> {
    this.called("moveFeeds");
    const wanted = new Set(ids);
    return this.put("move_feeds", this.feedList.filter((feed) => wanted.has(feed.id)), () => tidy(folder ?? "") || null);
  }

  async renameFolder(from: string, to: string): Promise<Changed> {
    this.called("renameFolder");
    if (!tidy(to)) throw failure("bad_request", "A folder needs a name. Nothing was changed.");
    return this.put("rename_folder", this.folder(from), (folder) => moved(folder!, from, to));
  }

  async deleteFolder(name: string): Promise<Changed> {
    this.called("deleteFolder");
    return this.put("delete_folder", this.folder(name), (folder) => moved(folder!, name, parentOf(name)));
  }

  async setFeedSettings(id: FeedId, settings: FeedSettings): Promise<Feed> {
    this.called("setFeedSettings");
    const feed = this.source(id);
    this.revise("set_feed_settings", [feed], { settings: { ...settings } });
    return { ...feed };
  }

  protected source(id: FeedId): Feed {
    const feed = this.feedList.find((one) => one.id === id);
    if (!feed) throw failure("not_found", "this feed is not in the library");
    return feed;
  }

  /** Ten checks, a quarter of an hour apart. */
  private log(feed: Feed): Check[] {
    return Array.from({ length: 10 }, (_, n): Check => {
      const failed = feed.trouble !== null;
      const fresh = failed ? 0 : (Number(feed.id) + n) % 4 === 0 ? 2 : 0;
      return {
        feed_id: feed.id,
        feed_title: feed.title,
        at: stamp(this.clock() - n * 15 * 60_000),
        outcome: failed ? "failed" : fresh > 0 ? "updated" : "unchanged",
        new_articles: fresh,
        millis: 180 + ((Number(feed.id) * 37 + n * 11) % 400),
        bytes: fresh > 0 ? 48_200 : 0,
        message: feed.trouble?.message ?? "",
        details: failed ? "" : fresh > 0 ? "200 OK\ncontent-type: application/rss+xml" : "304 Not Modified",
      };
    });
  }

  private folder(name: string): Feed[] {
    const inside = this.feedList.filter((feed) => isWithin(feed.folder, name));
    if (inside.length === 0) throw failure("not_found", "this folder is not in the library");
    return inside;
  }

  private put(action: string, feeds: Feed[], to: (folder: string | null) => string | null): Changed {
    const put = feeds.map((feed) => ({ feed, was: feed.folder, is: to(feed.folder) })).filter(({ was, is }) => was !== is);
    for (const { feed, is } of put) feed.folder = is;
    if (put.length > 0) this.journal(action, put.length, null, () => put.forEach(({ feed, was }) => void (feed.folder = was)));
    this.changed();
    return { changed: put.length };
  }

  /** Changes records where they stand, and remembers what they were. */
  protected revise(action: string, feeds: Feed[], change: Partial<Feed>): void {
    const before = feeds.map((feed) => ({ feed, was: Object.fromEntries(Object.keys(change).map((key) => [key, feed[key as keyof Feed]])) }));
    const retitle = (feed: Feed) => this.items.filter((item) => item.row.feed_id === feed.id).forEach((item) => void (item.row = { ...item.row, feed_title: feed.title }));
    for (const feed of feeds) {
      Object.assign(feed, change);
      if (change.title !== undefined) retitle(feed);
    }
    if (feeds.length > 0) {
      this.journal(action, feeds.length, null, () => {
        for (const { feed, was } of before) {
          Object.assign(feed, was);
          if (change.title !== undefined) retitle(feed);
        }
      });
    }
    this.changed();
  }
}
