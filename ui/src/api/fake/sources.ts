/* The backend in memory, sources: their names, folders and settings. */
import type { Changed, Feed, FeedId, FeedSettings } from "../backend";
import { Keeping } from "./keeping";
import { failure } from "./shelf";

/** Commands about followed sources. */
export class Sources extends Keeping {
  private publishers = new Map<FeedId, string>();

  async renameFeed(id: FeedId, title: string): Promise<Feed> {
    this.called("renameFeed");
    const feed = this.source(id);
    if (!this.publishers.has(id)) this.publishers.set(id, feed.title);
    this.revise("rename_feed", [feed], { own_title: title.trim() || null, title: title.trim() || this.publishers.get(id)! });
    return { ...feed };
  }

  async moveFeeds(ids: FeedId[], folder: string | null): Promise<Changed> {
    this.called("moveFeeds");
    const wanted = new Set(ids);
    return this.put("move_feeds", this.feedList.filter((feed) => wanted.has(feed.id)), folder?.trim() || null);
  }

  async renameFolder(from: string, to: string): Promise<Changed> {
    this.called("renameFolder");
    if (!to.trim()) throw failure("bad_request", "A folder needs a name. Nothing was changed.");
    return this.put("rename_folder", this.folder(from), to.trim());
  }

  async deleteFolder(name: string): Promise<Changed> {
    this.called("deleteFolder");
    return this.put("delete_folder", this.folder(name), null);
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

  private folder(name: string): Feed[] {
    const inside = this.feedList.filter((feed) => feed.folder === name);
    if (inside.length === 0) throw failure("not_found", "this folder is not in the library");
    return inside;
  }

  private put(action: string, feeds: Feed[], folder: string | null): Changed {
    const moved = feeds.filter((feed) => feed.folder !== folder);
    this.revise(action, moved, { folder });
    return { changed: moved.length };
  }

  /** Changes records where they stand, and remembers what they were. */
  private revise(action: string, feeds: Feed[], change: Partial<Feed>): void {
    const before = feeds.map((feed) => ({ feed, was: Object.fromEntries(Object.keys(change).map((key) => [key, feed[key as keyof Feed]])) }));
    const retitle = (feed: Feed) => this.items.filter((item) => item.row.feed_id === feed.id).forEach((item) => void (item.row = { ...item.row, feed_title: feed.title }));
    for (const feed of feeds) {
      Object.assign(feed, change);
      if (change.title !== undefined) retitle(feed);
    }
    if (feeds.length > 0) {
      this.remember(action, feeds.length, null, () => {
        for (const { feed, was } of before) {
          Object.assign(feed, was);
          if (change.title !== undefined) retitle(feed);
        }
      });
    }
    this.changed();
  }
}
