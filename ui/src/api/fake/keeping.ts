/* The backend in memory, keeping: saved stories, their tags, saved pages, and packing for offline. */
import type { ArticleId, CleanedUp, Feed, ImportedSaved, Packed, SaveOutcome, SaveState, Storage } from "../backend";
import { feedOf, itemOf, stamp, type Item } from "./library";
import { failure, newerFirst, Shelf } from "./shelf";

/** Commands about what stays readable without a connection. */
export class Keeping extends Shelf {
  private packCancelled = false;
  private imageBytes = 412_000_000;

  async saveArticle(id: ArticleId) {
    this.called("saveArticle");
    const item = this.item(id);
    if (!item.row.saved) {
      this.setSave(item, this.offline ? "waiting" : "complete");
      this.journal("save_article", 1, id, () => this.setSave(item, null));
    }
    this.changed();
    return { id, state: item.state };
  }

  async unsaveArticle(id: ArticleId) {
    this.called("unsaveArticle");
    const item = this.item(id);
    const { state, savedAt, bytes } = item;
    this.setSave(item, null);
    this.journal("unsave_article", 1, id, () => {
      this.setSave(item, state);
      Object.assign(item, { savedAt, bytes });
    });
    this.changed();
    return { id, state: null };
  }

  async retrySave(id: ArticleId) {
    this.called("retrySave");
    const item = this.item(id);
    item.state = this.offline ? "waiting" : "complete";
    if (!this.offline) Object.assign(item, { missing: 0, reason: null });
    this.changed();
    return { id, state: item.state };
  }

  async saved() {
    this.called("saved");
    const kept = this.items.filter((item) => item.row.saved).sort((a, b) => (b.savedAt ?? 0) - (a.savedAt ?? 0));
    return kept.map(({ row, state, savedAt, missing, bytes, reason, tags }) => ({
      id: row.id,
      title: row.title,
      url: row.url,
      feed_id: row.feed_id,
      feed_title: row.feed_title,
      icon: null,
      saved_at: stamp(savedAt ?? this.clock()),
      published: row.published,
      words: 180 + (Number(row.id) * 137) % 1600,
      state: state ?? ("complete" as SaveState),
      reason,
      missing_images: missing,
      bytes,
      read: row.read,
      language: row.language,
      direction: row.direction,
      tags,
    }));
  }

  /** Any page: an address with `gone` in it has no page any more. */
  async savePage(url: string): Promise<SaveOutcome> {
    this.called("savePage");
    await this.waits("savePage");
    const address = /^https?:\/\//i.test(url) ? url : `https://${url}`;
    const host = URL.canParse(address) ? new URL(address).host : "";
    if (!host.includes(".")) throw failure("bad_request", `“${url}” is not an address that can be asked.`);
    const known = this.items.find((item) => item.row.url === address);
    const item = known ?? this.page(address, host);
    if (!item.row.saved) {
      this.setSave(item, this.offline ? "waiting" : address.includes("gone") ? "failed" : "complete");
      if (item.state === "failed") item.reason = `There is nothing at this address of ${host} right now. Some sites do this for a few hours.`;
      this.journal("save_article", 1, item.row.id, () => this.setSave(item, null));
    }
    this.changed();
    return { id: item.row.id, state: item.state };
  }

  /** Every line that is an address; text without any is no list. */
  async importSaved(bytes: Uint8Array): Promise<ImportedSaved> {
    this.called("importSaved");
    const lines = new TextDecoder().decode(bytes).split(/[\r\n]+/).map((line) => line.trim());
    const urls = [...new Set(lines.filter((line) => URL.canParse(line) && /^https?:/.test(line)))];
    if (urls.length === 0) throw failure("bad_request", "This file is not a list of saved articles. Nothing was changed.");
    const added = urls.filter((url) => !this.items.some((item) => item.row.url === url && item.row.saved));
    const taken = added.map((url) => this.items.find((item) => item.row.url === url) ?? this.page(url, new URL(url).host));
    for (const item of taken) this.setSave(item, this.offline ? "waiting" : "saving");
    if (taken.length > 0) this.journal("import_saved", taken.length, null, () => taken.forEach((item) => this.setSave(item, null)));
    this.changed();
    const failed = lines.flatMap((line, index) => (line.startsWith("ftp:") ? [{ url: `entry ${index + 1}`, reason: "only http and https can be saved" }] : []));
    return { kind: "a table", added: taken.length, already: urls.length - taken.length, failed };
  }

  async setTags(id: ArticleId, tags: string[]): Promise<string[]> {
    this.called("setTags");
    await this.waits("setTags");
    const item = this.item(id);
    if (!item.row.saved) throw failure("not_found", "this saved article is not in the library");
    const before = item.tags;
    item.tags = [...new Set(tags.map((tag) => tag.trim()).filter(Boolean))].sort();
    if (before.join("\n") !== item.tags.join("\n")) this.journal("set_tags", 1, id, () => (item.tags = before));
    this.changed();
    return [...item.tags];
  }

  /** Packs one story after the other; a story of which only the headline is here has no text to pack. */
  async pack(newest = 200, budgetMb = 200): Promise<Packed> {
    this.called("pack");
    await this.waits("pack");
    if (this.offline) throw failure("offline", "There is no connection, so nothing can be packed. What is here can be read.");
    this.packCancelled = false;
    const wanted = this.live().filter((item) => !item.row.read).slice(0, newest);
    const packed: Packed = { articles: 0, complete: 0, failed: [], bytes: 0, cancelled: false, budget_reached: false };
    for (const [index, item] of wanted.entries()) {
      if (this.packCancelled || packed.bytes >= budgetMb * 1_000_000) break;
      const { id, title, stored, feed_title } = item.row;
      const reason = stored === "headline" ? "There is no text, only the headline." : feed_title === "Abendkurier" ? "2 pictures could not be fetched." : null;
      packed.bytes += 900_000;
      packed.articles += stored === "headline" ? 0 : 1;
      if (reason === null) {
        packed.complete += 1;
        item.row = { ...item.row, stored: "full" };
      } else packed.failed.push({ id, title, reason });
      this.notify({ kind: "pack_progress", done: index + 1, total: wanted.length });
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    packed.cancelled = this.packCancelled;
    packed.budget_reached = !packed.cancelled && packed.bytes >= budgetMb * 1_000_000;
    this.changed();
    return packed;
  }

  async storage(): Promise<Storage> {
    this.called("storage");
    const kept = this.items.filter((item) => item.row.saved);
    const saved = kept.reduce((sum, item) => sum + item.bytes, 0);
    return {
      saved_articles: kept.length,
      saved_bytes: saved,
      images_bytes: this.imageBytes,
      budget_bytes: this.chosen.cache_mb * 1_048_576,
      texts_bytes: 9_400_000,
      library_bytes: saved + 31_000_000,
      free_bytes: 84_000_000_000,
    };
  }

  async cleanUp(): Promise<CleanedUp> {
    this.called("cleanUp");
    const bytes = this.imageBytes;
    this.imageBytes = 0;
    const gone = new Set(this.feedList.flatMap((feed) => this.overdue(feed)));
    this.items = this.items.filter((item) => !gone.has(item));
    if (gone.size > 0) this.changed();
    return { bytes, articles: gone.size };
  }

  /** Stories of a source that are older, or more, than the reader keeps; saved ones are never among them. */
  private overdue(feed: Feed): Item[] {
    const days = feed.settings.keep_days ?? this.chosen.keep_days;
    const oldest = days === 0 ? "" : stamp(this.clock() - days * 86_400_000);
    const most = Math.max(20, feed.settings.keep_most ?? Infinity);
    const own = this.items.filter((item) => item.row.feed_id === feed.id);
    return own.filter((item, place) => place >= 20 && !item.row.saved && (place >= most || item.row.first_seen < oldest));
  }

  async cancelPack(): Promise<void> {
    this.called("cancelPack");
    this.packCancelled = true;
  }

  /** A story that was saved by its address and belongs to no source. */
  private page(url: string, host: string): Item {
    const from: Feed = { ...feedOf({ title: host, host, folder: null, language: "en" }, 0, this.clock()) };
    const item = itemOf(this.nextId++, { by: host, title: `A page of ${host}`, ago: 0 }, from, this.clock());
    item.row.url = url;
    this.items.push(item);
    this.items.sort(newerFirst);
    return item;
  }
}
