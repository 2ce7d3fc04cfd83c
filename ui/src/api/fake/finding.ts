/* The backend in memory, finding: what stands at an address, and following it. */
import type { Feed, FeedId, FollowAs, Followed, Found, FoundSource, Imported, ListChoice, ListFolder, ListPreview } from "../backend";
import { direction, feedOf, itemOf, stamp } from "./library";
import { failure, newerFirst } from "./shelf";
import { Sources } from "./sources";

const MINUTE = 60_000;
/** Headlines of every feed that is found, with their age in minutes. */
const headlines: [ago: number, title: string][] = [
  [9, "Offshore wind carried a third of the grid overnight"],
  [54, "Ferry timetable grows by two sailings before the holidays"],
  [146, "A harbour pilot on reading fog by ear"],
  [219, "Council publishes the flood map in plain language"],
  [300, "What the tide gauge at the old pier has measured since 1874"],
];

/** Commands that look at addresses. A host that begins with `two.` has two feeds and one of comments, `broken.` one that cannot
 * be read beside a sound one, `quiet.` one without news; one without a dot is none; `192.168.` is inside the own network. */
export class Finding extends Sources {
  private look: Found = { look: 0, sources: [] };
  private ended: (() => void) | null = null;
  private lists = new Map<number, ListPreview>();
  /** The icon that every site gives that is looked at. */
  foundIcon: string | null = null;
  private importCancelled = false;
  private listCount = 0;

  async lookAt(url: string, askFirst: boolean): Promise<Found> {
    this.called("lookAt");
    if (askFirst && url.startsWith("192.168.")) throw failure("private_address", `${url} is inside your own network or this computer.`);
    const end = new Promise<boolean>((resolve) => (this.ended = () => resolve(true)));
    if (await Promise.race([this.waits("lookAt").then(() => false), end])) throw failure("bad_request", "The search was ended. Nothing was changed.");
    if (this.offline) throw failure("offline", `There is no way to ${url} from this network just now. Nothing was changed.`);
    const host = url.replace(/^https?:\/\//, "").replace(/\/.*$/, "");
    if (!host.includes(".")) throw failure("site", `${url} offers no feed that we could find. Nothing was changed.`);
    this.look = { look: this.look.look + 1, sources: this.sourcesAt(host) };
    return this.look;
  }

  async lookIcon(look: number, place: number): Promise<string | null> {
    this.called("lookIcon");
    await this.waits("lookIcon");
    if (look !== this.look.look || !this.look.sources[place]) throw failure("bad_request", "What was found at this address is no longer here. Look again.");
    return this.foundIcon;
  }

  async endLook(): Promise<void> {
    this.called("endLook");
    this.ended?.();
    this.look = { ...this.look, sources: [] };
  }

  async followFound(look: number, place: number, wish: FollowAs): Promise<Followed> {
    this.called("followFound");
    await this.waits("followFound");
    const source = look === this.look.look ? this.look.sources[place] : undefined;
    if (!source) throw failure("bad_request", "What was found at this address is no longer here. Look again.");
    if (source.problem !== null) throw failure("site", source.problem);
    const before = this.feedList.find((feed) => feed.id === source.followed || feed.url === source.url);
    if (before) return { outcome: "followed", feed: before, already: true, new_articles: 0 };
    return { outcome: "followed", feed: this.begin(source, wish), already: false, new_articles: source.latest.length };
  }

  /** A source in trouble has two other feeds at its site; one without answers where it is. */
  async findAddress(id: FeedId): Promise<Found> {
    this.called("findAddress");
    await this.waits("findAddress");
    const feed = this.source(id);
    const { host } = new URL(feed.url);
    if (feed.trouble?.code === "dns") throw failure("site", `No feed was found at ${host} under another address. Nothing was changed.`);
    const [all] = this.sourcesAt(host);
    const other = { ...all!, url: `https://${host}/news.xml`, title: "News", followed: null };
    const sources = feed.trouble === null ? [all!] : [other, { ...other, url: `https://${host}/culture.xml`, title: "Culture", per_day: 0.4 }];
    this.look = { look: this.look.look + 1, sources };
    return this.look;
  }

  async changeAddress(id: FeedId, look: number, place: number): Promise<Feed> {
    this.called("changeAddress");
    const feed = this.source(id);
    const source = look === this.look.look ? this.look.sources[place] : undefined;
    if (!source) throw failure("bad_request", "What was found at this address is no longer here. Look again.");
    if (source.followed !== null && source.followed !== id) throw failure("bad_request", "This address is followed already. Nothing was changed.");
    this.revise("change_address", [feed], { url: source.url, trouble: null });
    return { ...feed };
  }

  /** The outlines of a list, as far as a pattern reads them; `Old` cannot be taken. */
  async previewOpml(bytes: Uint8Array): Promise<ListPreview> {
    this.called("previewOpml");
    const text = new TextDecoder().decode(bytes);
    if (!text.includes("<opml")) throw failure("bad_request", "This file could not be taken in: this is not a subscription list (OPML). Nothing was changed.");
    const folders: ListFolder[] = [];
    const around: string[] = [];
    const seen = new Set<string>();
    let place = 0;
    for (const [tag] of text.matchAll(/<outline[^>]*>|<\/outline>/g)) {
      const of = (attribute: string) => new RegExp(`${attribute}="([^"]*)"`).exec(tag)?.[1];
      const url = of("xmlUrl");
      if (tag.startsWith("</")) around.pop();
      else if (url === undefined) around.push(of("text") ?? "");
      else {
        const { host } = new URL(url);
        const name = around.join("/") || null;
        const folder = folders.find((one) => one.name === name) ?? folders[folders.push({ name, feeds: [] }) - 1]!;
        const state = this.feedList.some((feed) => new URL(feed.url).host === host) ? "followed" : seen.has(host) ? "twice" : "new";
        seen.add(host);
        folder.feeds.push({ place: place++, title: of("text") ?? host, host, state });
      }
    }
    const preview = { list: ++this.listCount, title: "", folders, broken: [{ url: "ftp://old.example/feed", reason: "only http and https can be followed" }] };
    this.lists.set(preview.list, preview);
    return preview;
  }

  async importLists(choices: ListChoice[]): Promise<Imported> {
    this.called("importLists");
    this.importCancelled = false;
    const wanted: { title: string; host: string; folder: string | null }[] = [];
    let already = 0;
    for (const { list, left_out } of choices) {
      const preview = this.lists.get(list);
      if (!preview) throw failure("bad_request", "This list is no longer here. Choose its file again. Nothing was changed.");
      this.lists.delete(list);
      for (const folder of preview.folders) {
        for (const feed of folder.feeds) {
          if (feed.state !== "new") already += 1;
          else if (!left_out.includes(feed.place)) wanted.push({ title: feed.title, host: feed.host, folder: folder.name });
        }
      }
    }
    const begun: Feed[] = [];
    for (const [index, one] of wanted.entries()) {
      this.notify({ kind: "import_progress", done: index, total: wanted.length });
      if (index > 0) await this.waits("importLists");
      if (this.importCancelled) break;
      begun.push(feedOf({ ...one, language: "en" }, this.feedList.length + begun.length + 1, this.clock()));
    }
    this.feedList.push(...begun);
    this.journal("import", begun.length, null, () => begun.forEach((feed) => this.drop(feed.id)));
    this.changed();
    return { added: begun.length, already, failed: [{ url: "ftp://old.example/feed", reason: "only http and https can be followed" }], cancelled: begun.length < wanted.length };
  }

  async clipboardAddress(): Promise<string | null> {
    this.called("clipboardAddress");
    return this.clipboard;
  }

  async cancelImport(): Promise<void> {
    this.called("cancelImport");
    this.importCancelled = true;
  }

  async forgetLists(): Promise<void> {
    this.called("forgetLists");
    this.lists.clear();
  }

  /** Another process, the terminal say, follows a site. */
  followElsewhere(host: string): Feed {
    return this.begin(this.sourcesAt(host)[0]!, { folder: null, own_title: null, text_mode: "auto", in_live: true });
  }

  private begin(source: FoundSource, wish: FollowAs): Feed {
    const host = new URL(source.url).host;
    const feed = feedOf({ title: wish.own_title ?? source.publisher, host, folder: wish.folder, language: source.language ?? "en" }, this.feedList.length + 1, this.clock());
    Object.assign(feed, { url: source.url, own_title: wish.own_title, text_mode: wish.text_mode, settings: { ...feed.settings, in_live: wish.in_live } });
    this.feedList.push(feed);
    for (const story of source.latest) {
      const ago = story.time === null ? 0 : (this.clock() - Date.parse(story.time)) / MINUTE;
      this.items.push(itemOf(this.nextId++, { by: feed.title, title: story.title, ago }, feed, this.clock()));
    }
    this.items.sort(newerFirst);
    this.journal("follow", 1, null, () => this.drop(feed.id));
    this.changed();
    return feed;
  }

  private sourcesAt(host: string): FoundSource[] {
    const known = this.feedList.find((feed) => new URL(feed.url).host === host);
    const name = host.replace(/^(two|quiet|broken)\./, "").replace(/\..*$/, "");
    const publisher = known?.title ?? name.charAt(0).toUpperCase() + name.slice(1);
    const of = (path: string, title: string, perDay: number, from: number, change: Partial<FoundSource> = {}): FoundSource => {
      const language = known?.language ?? "en";
      const latest = headlines.slice(from).map(([ago, title]) => ({ title, time: stamp(this.clock() - ago * MINUTE), language, direction: direction(language) }));
      return { url: `https://${host}/${path}`, title, publisher, kind: "atom", home_url: `https://${host}/`, language, comments: false, articles: 25, newest: latest[0]?.time ?? null, per_day: perDay, whole: true, latest, followed: known?.id ?? null, problem: null, ...change };
    };
    const comments = of("comments.xml", "Comments", 40, 2, { comments: true, whole: false });
    if (host.startsWith("two.")) return [of("all.xml", "All stories", 14.2, 0), of("energy.xml", "Energy desk", 0.43, 1, { whole: false }), comments];
    if (host.startsWith("broken.")) return [of("all.xml", "All stories", 14.2, 0), { ...of("old.xml", "Archive", 0, 5), problem: `There is nothing at this address of ${host} right now. Some sites do this for a few hours.` }];
    if (host.startsWith("quiet.")) return [of("feed.xml", publisher, 0, 5, { articles: 0, per_day: null, whole: null, newest: null })];
    return [of("feed.xml", publisher, 14.2, 0)];
  }
}
