/* The library of the backend in memory: plain records, and how they are made. It decides nothing. */
import type { ArticlePage, Feed, SaveState, ShownText, Stored, TickerRow, TroubleAction } from "../backend";
import duskUrl from "./dusk.svg?url";
import { arrivals, body, fillers, publishers, stories, type Publisher, type Story } from "./stories";

/** One article as the backend in memory keeps it. */
export interface Item {
  row: TickerRow;
  state: SaveState | null;
  savedAt: number | null;
  missing: number;
  bytes: number;
  reason: string | null;
  /** The text of the publisher's page: it is here, or one sentence why it is not; null where nobody has looked. */
  full: "found" | { note: string } | null;
  tags: string[];
  /** True once its comments were fetched. */
  talked: boolean;
  /** How far the reader was in it, 0 to 1. */
  position: number | null;
}

const MINUTE = 60_000;
const PACK_SIZE = 38;

/** A timestamp as the wire has it: whole seconds, UTC. */
export const stamp = (millis: number): string => new Date(Math.floor(millis / 1000) * 1000).toISOString().replace(".000Z", "Z");

/** Words that describe a script's direction. */
export const direction = (language: string) => (/^(ar|fa|he|ur)\b/.test(language) ? "rtl" : "ltr") as "rtl" | "ltr";

const helps: Record<string, TroubleAction> = { gone: "unfollow", not_found: "find_address", dns: "find_address", forbidden: "open_site", sign_in: "add_sign_in", challenge: "open_site", not_a_feed: "choose", tls: "details" };

/** A feed record for a publisher. */
export function feedOf(publisher: Publisher, id: number, now: number): Feed {
  const trouble = publisher.trouble;
  return {
    id: String(id),
    title: publisher.title,
    url: `https://${publisher.host}/feed.xml`,
    home_url: `https://${publisher.host}/`,
    icon: null,
    folder: publisher.folder,
    language: publisher.language,
    unread: 0,
    articles: 0,
    newest: null,
    last_checked: stamp(now),
    next_check: stamp(now + 15 * MINUTE),
    repairs: publisher.repairs ?? [],
    text_mode: "auto",
    truncated: publisher.beginnings ?? null,
    own_title: null,
    has_older: publisher.older ?? false,
    quiet_since: null,
    signed_in: null,
    settings: { interval: "auto", images: "inherit", direction: "auto", in_live: true, keep_days: null, keep_most: null },
    trouble: trouble ? { code: trouble[0], message: trouble[1], since: stamp(now - 29 * 60 * MINUTE), failures: 4, action: helps[trouble[0]] ?? "try_now", shown: true } : null,
  };
}

/** Feeds enough that the foot of the list counts 38 sources. */
export function allFeeds(now: number): Feed[] {
  const more = Array.from({ length: PACK_SIZE - publishers.length }, (_, n): Publisher => {
    const number = n + 1;
    return { title: `Field Notes ${number}`, host: `field-notes-${number}.example`, folder: "Werkstatt", language: "en" };
  });
  return [...publishers, ...more].map((publisher, index) => feedOf(publisher, index + 1, now));
}

/** One article record. */
export function itemOf(id: number, story: Story, feed: Feed, now: number): Item {
  const time = stamp(now - story.ago * MINUTE);
  const saved = story.saved ?? false;
  const stored: Stored = story.stored ?? "text";
  return {
    row: {
      id: String(id),
      time,
      title: story.title,
      feed_id: feed.id,
      feed_title: feed.title,
      url: `${feed.home_url}story/${id}`,
      read: story.read ?? false,
      saved,
      language: feed.language,
      direction: direction(feed.language ?? "en"),
      published: time,
      first_seen: time,
      edited_at: story.edited === undefined ? null : stamp(now - story.edited * MINUTE),
      stored,
      hidden: false,
    },
    state: saved ? "complete" : null,
    savedAt: saved ? now - Math.max(1, story.ago - 1) * MINUTE : null,
    missing: 0,
    bytes: saved ? 2_480_000 : 0,
    reason: null,
    full: story.full ?? null,
    tags: story.tags ?? [],
    talked: false,
    position: null,
  };
}

/** The library that pictures show: 46 stories today, and older days down to 1,204. */
export function fullLibrary(feeds: Feed[], now: number, total: number): Item[] {
  const feed = (title: string) => feeds.find((one) => one.title === title) ?? feeds[0]!;
  const today = new Date(now);
  const midnight = new Date(today.getFullYear(), today.getMonth(), today.getDate()).getTime();
  const sinceMidnight = Math.floor((now - midnight) / MINUTE);
  const list: Story[] = [...stories.filter((story) => story.ago < sinceMidnight)];
  const rest = Math.max(0, 46 - list.length);
  for (let n = 0; n < rest; n++) {
    const [by, title] = fillers[n % fillers.length]!;
    const ago = 400 + Math.floor(((sinceMidnight - 405) / (rest + 1)) * (n + 1));
    list.push({ by, title, ago: Math.min(ago, sinceMidnight - 1), read: n % 2 === 0 || n > 28 });
  }
  let ago = sinceMidnight + 42;
  while (list.length < total) {
    const n = list.length;
    const [by, title] = fillers[(n * 7) % fillers.length]!;
    list.push({ by, title, ago, read: true, stored: n % 5 === 0 ? "full" : "text" });
    ago += 11 + ((n * 13) % 29);
  }
  const items = list.map((story, index) => itemOf(list.length - index, story, feed(story.by), now));
  return [...items, ...savedLibrary(feed, list.length + 1, now)];
}

function savedLibrary(feed: (title: string) => Feed, firstId: number, now: number): Item[] {
  const unfollowed: Feed = { ...feed("Windward") };
  const rows: [by: string, title: string, hours: number, read: boolean, state: SaveState, missing: number, reason: string | null, tags?: string[]][] = [
    ["The Harbor Post", "Harbour pilots ask for a second wind gauge", 0.04, true, "waiting", 0, null, ["local"]],
    ["Windward", "The engineer who listens to wind", 3.6, true, "partial", 2, null, ["energy"]],
    ["صحيفة الأفق", "ذاكرة المدن الساحلية في أرشيف من الصور", 5, false, "complete", 0, null],
    ["Abendkurier", "Was ein Leuchtturmwärter über Nebelhornreichweiten weiß", 50, false, "complete", 0, null, ["long reads"]],
    ["The Meridian", "A short history of the timetable", 70, true, "complete", 0, null],
    ["La Gazette du Phare", "Nine recipes from a lighthouse kitchen", 95, true, "failed", 0, "There is nothing at this address of gazette-du-phare.example right now. Some sites do this for a few hours."],
    ["Tundra Log", "Mapping the night sky from a rooftop", 500, false, "complete", 0, null, ["science"]],
    ["Ledger and Loom", "The library that lends out seeds", 620, true, "complete", 0, null],
  ];
  for (let n = 0; n < 76; n++) {
    const [by, title] = fillers[(n * 3) % fillers.length]!;
    rows.push([by, title, 700 + n * 41, n % 7 !== 0, "complete", 0, null]);
  }
  return rows.map(([by, title, hours, read, state, missing, reason, tags], index) => {
    const from = by === "Windward" ? unfollowed : feed(by);
    const item = itemOf(firstId + index, { by, title, ago: hours * 60 + 200_000, read, saved: true, stored: "full", tags }, from, now);
    item.savedAt = now - hours * 60 * MINUTE;
    return { ...item, state, missing, reason, bytes: state === "complete" ? 2_480_000 : 40_000 };
  });
}

/** The nth story that arrives while the window is open. */
export function arrival(id: number, n: number, feeds: Feed[], now: number, ago = 0): Item {
  const [by, title] = arrivals[n % arrivals.length]!;
  const feed = feeds.find((one) => one.title === by) ?? feeds[0]!;
  return itemOf(id, { by, title: n < arrivals.length ? title : `${title}, part ${Math.floor(n / arrivals.length) + 1}`, ago }, feed, now);
}

/** The words of a body, and behind them as many more as make up its length. */
function wordsOf(html: string, length: number): string {
  const own = html.replace(/<\/(p|h2|li|tr|figure)>/g, "\n\n").replace(/<[^>]*>/g, "").replace(/\n{3,}/g, "\n\n").trim();
  const more = Math.max(0, length - own.split(/\s+/).length);
  return more === 0 ? own : `${own}\n\n${Array.from({ length: more }, () => "word").join(" ")}`;
}

/** True where the publisher offers its comments as a feed: some do. */
export const hasTalk = (item: Item): boolean => (body(item.row.title, item.row.language ?? "en").comments ?? 0) > 0;

/** The page of an article record, in the text that is asked for where it is here, else in the one that its source's mode chooses. */
export function pageOf(item: Item, feed: Feed | undefined, followed: boolean, asked: ShownText | undefined, hides: boolean): ArticlePage {
  const { row } = item;
  const content = body(row.title, row.language ?? "en");
  const wantsFull = asked === undefined ? feed?.text_mode === "full" || (feed?.text_mode !== "feed" && feed?.truncated === true) : asked === "full";
  const shown: ShownText = item.full === "found" && wantsFull ? "full" : "feed";
  const short = item.full === "found" && shown === "feed";
  const html = short ? content.html.split("\n").slice(0, 1).join("\n") : content.html;
  const image = row.title.startsWith("Offshore wind") ? duskUrl : null;
  const images = (html.match(/<img/g)?.length ?? 0) + (image === null ? 0 : 1);
  return {
    id: row.id,
    title: row.title,
    url: row.url,
    share_url: row.url,
    feed_id: row.feed_id,
    feed_title: row.feed_title,
    icon: null,
    followed,
    authors: content.authors,
    time: row.time,
    published: row.published,
    updated: null,
    edited_at: row.edited_at,
    language: row.language,
    direction: row.direction,
    summary: content.summary,
    html: hides ? html.replace(/<figure><img.*?<\/figure>|<p><img[^>]*><\/p>|<img[^>]*>/g, "") : html,
    text: wordsOf(html, short ? 60 : content.words),
    image: hides ? null : image,
    image_caption: image === null ? null : "Turbines off Vesterhavn in the last light before the record night.",
    image_credit: image === null ? null : "Ida Brandt",
    enclosures: [],
    categories: [],
    comments_url: content.comments === null ? null : `${row.url}#comments`,
    comments_count: content.comments,
    has_comment_feed: hasTalk(item),
    read: row.read,
    saved: row.saved,
    save_state: item.state,
    missing_images: item.missing,
    shown,
    has_other: item.full === "found",
    wants_full: false,
    full_note: item.full !== null && item.full !== "found" ? item.full.note : null,
    hidden_images: hides ? images : 0,
    position: item.position,
    tags: [...item.tags],
    content_key: shown === "full" ? `content-${row.id}-full` : `content-${row.id}`,
  };
}
