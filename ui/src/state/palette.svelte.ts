import type { ArticleId, PackFeed, SearchResults } from "../api/backend";
import { languageTitle } from "../i18n/words";
import { matched, type Range } from "../text/matching";
import type { App } from "./app.svelte";
import type { Memory } from "./memory";
import type { Selection } from "./rows.svelte";

/** Results at once. */
export const RESULTS = 12;
/** What only further words name comes behind every title. */
const BEHIND = 1000;
const RECENT = "palette-recent";
/** So many used commands are remembered. */
const REMEMBERED = 24;
const SHARE = { stories: 5, saved: 3, sources: 4, commands: RESULTS } as const;

/** A command as the palette finds it. */
export interface Findable {
  id: string;
  title: string;
  /** Further words for it, which are not shown. */
  words?: string;
}

/** One thing that was found. */
export type Found = { label: string; ranges: Range[] } & (
  | { section: "stories" | "saved"; id: ArticleId; time: string }
  // A source, a folder or a language: what Live shows then.
  | { section: "sources"; id: string; scope: Selection; pack?: undefined }
  // A tag: what Saved shows then.
  | { section: "tags"; id: string; tag: string }
  // One of the packs that is not followed.
  | { section: "sources"; id: string; scope?: undefined; pack: PackFeed }
  | { section: "commands"; id: string }
);
export type Section = Found["section"];

/** The command palette: what was typed, what that finds, and which of it is chosen. */
export class Palette {
  text = $state("");
  /** The index of the chosen result. */
  at = $state(0);
  /** Only folders and tags are looked through. */
  readonly topics: boolean = $derived(this.text.startsWith("#"));
  readonly found: Found[] = $derived.by(() => this.#find());
  #app: App;
  /** What can be done now, handed in when the palette opens. */
  #commands: readonly Findable[] = $state.raw([]);
  /** What the library found for the words of `wanted`. */
  #answer = $state.raw<{ wanted: string; results: Pick<SearchResults, "stories" | "saved"> } | null>(null);
  #asking = false;
  /** Commands by use, the last one first. */
  #recent: string[];
  #memory: Memory;

  constructor(app: App, memory: Memory) {
    this.#app = app;
    this.#memory = memory;
    this.#recent = (memory.recall(RECENT) ?? "").split(" ").filter((id) => id !== "");
  }

  /** Begins anew, with the commands that make sense now. */
  opened(commands: readonly Findable[]): void {
    this.text = "";
    this.at = 0;
    this.#commands = commands;
    this.#answer = null;
    void this.#app.saved.refresh();
    if (this.#app.follow.packs.length === 0) void this.#app.follow.loadPacks();
  }

  type(text: string): void {
    this.text = text;
    this.at = 0;
    void this.#ask();
  }

  /** Chooses the next result, round and round. */
  step(by: 1 | -1): void {
    const count = this.found.length;
    if (count > 0) this.at = (this.at + by + count) % count;
  }

  /** Goes to what was found; a command is for the caller to run. */
  pick(found: Found): void {
    this.#app.show(null);
    if (found.section === "commands") this.#used(found.id);
    else if (found.section === "sources" && found.pack !== undefined) this.#app.beginning.followAddress(found.pack.url);
    else if (found.section === "sources") {
      this.#app.scopes.pick(found.scope);
      this.#app.go("live");
    } else if (found.section === "tags") {
      this.#app.go("saved");
      this.#app.saved.search = "";
      this.#app.saved.filter = `tag ${found.tag}`;
    } else {
      this.#app.go(found.section === "saved" ? "saved" : "live");
      (found.section === "saved" ? this.#app.saved : this.#app.ticker).reveal(found.id);
      this.#app.open(found.id);
    }
  }

  #used(command: string): void {
    this.#recent = [command, ...this.#recent.filter((id) => id !== command)].slice(0, REMEMBERED);
    this.#memory.remember(RECENT, this.#recent.join(" "));
  }

  /** Asks the library for stories, one question at a time: of what is typed meanwhile only the last is asked. */
  async #ask(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    for (let wanted = this.#storyWords(); wanted !== "" && wanted !== this.#answer?.wanted; wanted = this.#storyWords()) {
      // Where the library cannot answer, what is loaded is found all the same.
      const results = await this.#app.backend.search(wanted, SHARE.stories + SHARE.saved).catch(() => ({ stories: [], saved: [] }));
      if (wanted === this.#storyWords()) this.#hear(wanted, results);
    }
    this.#asking = false;
  }

  /** What was chosen stays chosen, wherever it stands now. */
  #hear(wanted: string, results: Pick<SearchResults, "stories" | "saved">): void {
    const chosen = this.found[this.at];
    this.#answer = { wanted, results };
    const place = this.found.findIndex((one) => one.section === chosen?.section && one.id === chosen.id);
    this.at = Math.max(place, 0);
  }

  /** What is typed, in its two parts. */
  #typed(): { prefix: string | undefined; wanted: string } {
    const [, prefix, rest] = /^([>@#?])?\s*(.*)$/s.exec(this.text)!;
    return { prefix, wanted: rest!.trim() };
  }

  #storyWords(): string {
    const { prefix, wanted } = this.#typed();
    return prefix === undefined ? wanted : "";
  }

  #find(): Found[] {
    const { prefix, wanted } = this.#typed();
    if (prefix === ">") return this.#foundCommands(wanted).slice(0, RESULTS);
    if (prefix === "?") return this.#foundHelp(wanted).slice(0, RESULTS);
    if (prefix === "@") return this.#foundSources(wanted).slice(0, RESULTS);
    if (prefix === "#") return this.#foundTopics(wanted);
    if (wanted === "") return this.#foundCommands("").slice(0, RESULTS);
    const parts = [this.#foundStories(wanted), this.#foundSaved(wanted), this.#foundSources(wanted), this.#foundCommands(wanted)] as const;
    const shares = [SHARE.stories, SHARE.saved, SHARE.sources, SHARE.commands];
    const all = parts.flatMap((part, index) => part.slice(0, shares[index]));
    if (all.length <= RESULTS) return all;
    // Every section keeps something: the longest gives way.
    const kept = parts.map((part, index) => part.slice(0, shares[index]));
    while (kept.reduce((sum, part) => sum + part.length, 0) > RESULTS) kept.reduce((a, b) => (b.length >= a.length ? b : a)).pop();
    return kept.flat();
  }

  #foundStories(wanted: string): Found[] {
    const loaded = best(this.#app.ticker.rows, (row) => row.title, wanted, (row, ranges) => ({ section: "stories", id: row.id, label: row.title, time: row.time, ranges }));
    const { stories = [] } = this.#answered(wanted);
    return joined(loaded, stories.map(({ row }) => ({ section: "stories", id: row.id, label: row.title, time: row.time, ranges: matched(row.title, wanted)?.ranges ?? [] })));
  }

  #foundSaved(wanted: string): Found[] {
    const titles = best(this.#app.saved.items, (item) => item.title, wanted, (item, ranges) => ({ section: "saved", id: item.id, label: item.title, time: item.saved_at, ranges }));
    const { saved = [] } = this.#answered(wanted);
    return joined(titles, saved.map(({ article }) => ({ section: "saved", id: article.id, label: article.title, time: article.saved_at, ranges: matched(article.title, wanted)?.ranges ?? [] })));
  }

  /** What the library found for these words; nothing while it has not answered. */
  #answered(wanted: string): Partial<Pick<SearchResults, "stories" | "saved">> {
    return this.#answer?.wanted === wanted ? this.#answer.results : {};
  }

  #foundFolders(wanted: string): Found[] {
    return best(this.#app.sources.folderPaths, (path) => path, wanted, (path, ranges): Found => ({ section: "sources", id: `folder ${path}`, scope: { folder: path }, label: path, ranges }));
  }

  /** What the reader put in order themselves: the folders of sources and the tags of saved stories. Both keep something. */
  #foundTopics(wanted: string): Found[] {
    const folders = this.#foundFolders(wanted);
    const tags = best(this.#app.saved.tags, (tag) => tag, wanted, (tag, ranges): Found => ({ section: "tags", id: tag, tag, label: tag, ranges }));
    const kept = folders.slice(0, Math.max(RESULTS / 2, RESULTS - tags.length));
    return [...kept, ...tags.slice(0, RESULTS - kept.length)];
  }

  #foundSources(wanted: string): Found[] {
    const folders = this.#foundFolders(wanted);
    const languages = best(this.#app.scopes.choices, languageTitle, wanted, (language, ranges): Found => ({ section: "sources", id: `language ${language}`, scope: { language }, label: languageTitle(language), ranges }));
    const followed = best(this.#app.sources.byName, (feed) => feed.title, wanted, (feed, ranges): Found => ({ section: "sources", id: feed.id, scope: { feed: feed.id }, label: feed.title, ranges }));
    return [...folders, ...followed, ...languages, ...this.#foundInPacks(wanted)];
  }

  /** Sources of the packs that are not followed, once something is typed. */
  #foundInPacks(wanted: string): Found[] {
    if (wanted === "") return [];
    const known = new Set(this.#app.sources.feeds.map((feed) => bare(feed.url)));
    const others = new Map(this.#app.follow.packs.flatMap((pack) => pack.feeds).filter((feed) => !known.has(bare(feed.url))).map((feed) => [feed.url, feed]));
    return best([...others.values()], (feed) => feed.title, wanted, (pack, ranges): Found => ({ section: "sources", id: `pack ${pack.url}`, pack, label: pack.title, ranges }));
  }

  /** Every command with its key; before anything is typed, the list of all keys first. */
  #foundHelp(wanted: string): Found[] {
    const all = this.#foundCommands(wanted);
    const first = all.find(({ id }) => wanted === "" && id === "help");
    return first === undefined ? all : [first, ...all.filter((one) => one !== first)];
  }

  #foundCommands(wanted: string): Found[] {
    const used = (id: string) => (this.#recent.includes(id) ? this.#recent.length - this.#recent.indexOf(id) : 0);
    const recentFirst = this.#commands.toSorted((a, b) => used(b.id) - used(a.id));
    return best(recentFirst, (command) => command.title, wanted, (command, ranges) => ({ section: "commands", id: command.id, label: command.title, ranges }), (command) => command.words);
  }
}

/** An address without what sites give it or not. */
function bare(url: string): string {
  return url.replace(/^https?:\/\/(www\.)?/i, "").replace(/\/$/, "");
}

/** What is here already, then what was found beside it. */
function joined(here: Found[], more: Found[]): Found[] {
  const known = new Set(here.map((one) => one.id));
  return [...here, ...more.filter((one) => !known.has(one.id))];
}

/** The entries that match, the better ones first and otherwise in their order; those that only further words name come last. */
function best<T>(list: readonly T[], text: (one: T) => string, wanted: string, found: (one: T, ranges: Range[]) => Found, further?: (one: T) => string | undefined): Found[] {
  return list
    .flatMap((one) => {
      const match = matched(text(one), wanted) ?? behind(text(one), further?.(one), wanted);
      return match ? [{ rank: match.rank, found: found(one, match.ranges) }] : [];
    })
    .sort((a, b) => b.rank - a.rank)
    .map((one) => one.found);
}

function behind(text: string, further: string | undefined, wanted: string): ReturnType<typeof matched> {
  const match = further ? matched(`${text} ${further}`, wanted) : null;
  return match && { rank: match.rank - BEHIND, ranges: match.ranges.filter(([, to]) => to <= text.length) };
}
