import type { ArticleId, FeedId } from "../api/backend";
import { matched, type Range } from "../text/matching";
import type { App } from "./app.svelte";

/** Results at once. */
export const RESULTS = 12;
const SHARE = { stories: 5, saved: 3, sources: 4, commands: RESULTS } as const;

/** A command as the palette finds it. */
export interface Findable {
  id: string;
  title: string;
}

/** One thing that was found. */
export type Found = { label: string; ranges: Range[] } & (
  | { section: "stories" | "saved"; id: ArticleId; time: string }
  | { section: "sources"; id: FeedId; folder?: undefined }
  | { section: "sources"; id: string; folder: string }
  | { section: "commands"; id: string }
);
export type Section = Found["section"];

/** The command palette: what was typed, what that finds, and which of it is chosen. */
export class Palette {
  text = $state("");
  /** The index of the chosen result. */
  at = $state(0);
  readonly found: Found[] = $derived.by(() => this.#find());
  #app: App;
  /** What can be done now, handed in when the palette opens. */
  #commands: readonly Findable[] = $state.raw([]);
  /** Commands by use, the last one first. */
  #recent: string[] = [];

  constructor(app: App) {
    this.#app = app;
  }

  /** Begins anew, with the commands that make sense now. */
  opened(commands: readonly Findable[]): void {
    this.text = "";
    this.at = 0;
    this.#commands = commands;
    void this.#app.saved.refresh();
  }

  type(text: string): void {
    this.text = text;
    this.at = 0;
  }

  /** Chooses the next result, round and round. */
  step(by: 1 | -1): void {
    const count = this.found.length;
    if (count > 0) this.at = (this.at + by + count) % count;
  }

  /** Goes to what was found; a command is for the caller to run. */
  pick(found: Found): void {
    this.#app.show(null);
    if (found.section === "commands") this.#recent = [found.id, ...this.#recent.filter((id) => id !== found.id)];
    else if (found.section === "sources") {
      this.#app.go("live");
      this.#app.scope(found.folder === undefined ? { feed: found.id } : { folder: found.folder });
    } else {
      this.#app.go(found.section === "saved" ? "saved" : "live");
      this.#app.open(found.id);
    }
  }

  #find(): Found[] {
    const [, prefix, rest] = /^([>@?])?\s*(.*)$/s.exec(this.text)!;
    const wanted = rest!.trim();
    if (prefix === ">" || prefix === "?") return this.#foundCommands(wanted).slice(0, RESULTS);
    if (prefix === "@") return this.#foundSources(wanted).slice(0, RESULTS);
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
    return best(this.#app.ticker.rows, (row) => row.title, wanted, (row, ranges) => ({ section: "stories", id: row.id, label: row.title, time: row.time, ranges }));
  }

  #foundSaved(wanted: string): Found[] {
    return best(this.#app.saved.items, (item) => item.title, wanted, (item, ranges) => ({ section: "saved", id: item.id, label: item.title, time: item.saved_at, ranges }));
  }

  #foundSources(wanted: string): Found[] {
    const folders = best(this.#app.sources.folderNames, (name) => name, wanted, (name, ranges): Found => ({ section: "sources", id: `folder ${name}`, folder: name, label: name, ranges }));
    return [...folders, ...best(this.#app.sources.byName, (feed) => feed.title, wanted, (feed, ranges): Found => ({ section: "sources", id: feed.id, label: feed.title, ranges }))];
  }

  #foundCommands(wanted: string): Found[] {
    const used = (id: string) => (this.#recent.includes(id) ? this.#recent.length - this.#recent.indexOf(id) : 0);
    const recentFirst = this.#commands.toSorted((a, b) => used(b.id) - used(a.id));
    return best(recentFirst, (command) => command.title, wanted, (command, ranges) => ({ section: "commands", id: command.id, label: command.title, ranges }));
  }
}

/** The entries that match, the better ones first and otherwise in their order. */
function best<T>(list: readonly T[], text: (one: T) => string, wanted: string, found: (one: T, ranges: Range[]) => Found): Found[] {
  return list
    .flatMap((one) => {
      const match = matched(text(one), wanted);
      return match ? [{ rank: match.rank, found: found(one, match.ranges) }] : [];
    })
    .sort((a, b) => b.rank - a.rank)
    .map((one) => one.found);
}
