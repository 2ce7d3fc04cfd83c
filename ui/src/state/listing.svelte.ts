import { sentence, type Backend, type Imported, type ListFeed, type ListPreview } from "../api/backend";
import { treeOf, wayTo } from "../text/folders";
import { LongWork } from "./long_work.svelte";

type Listed = ListFeed & { list: number };

/** A folder of the previewed lists, with the list that each of its sources stands in. */
export interface ListedFolder {
  path: string | null;
  /** Its own name, without those of the folders around it. */
  name: string | null;
  level: number;
  /** The sources in it, those of folders under it left out. */
  feeds: Listed[];
  /** All that it holds. */
  all: Listed[];
}

/** Subscription lists before they are taken: what is in them, and what of it is wanted. */
export class Listing extends LongWork<Imported> {
  previews = $state.raw<ListPreview[]>([]);
  /** Sources that are not wanted, as `list/place`. */
  leftOut = $state.raw<ReadonlySet<string>>(new Set());
  #backend: Backend;

  constructor(backend: Backend) {
    super(() => backend.cancelImport());
    this.#backend = backend;
  }

  /** The tree of folders of all lists; those of the same path are one, sources outside of any come first. */
  readonly folders: ListedFolder[] = $derived.by(() => {
    const listed = this.previews.flatMap((preview) => preview.folders.map(({ name, feeds }) => ({ path: name, feeds: feeds.map((feed) => ({ ...feed, list: preview.list })) })));
    const none: ListedFolder = { path: null, name: null, level: 1, feeds: [], all: [] };
    const folders: ListedFolder[] = treeOf(listed.flatMap(({ path }) => path ?? [])).map((branch) => ({ ...branch, feeds: [], all: [] }));
    const byPath = new Map(folders.map((folder) => [folder.path, folder]));
    for (const { path, feeds } of listed) {
      (byPath.get(path) ?? none).feeds.push(...feeds);
      for (const one of path === null ? [] : wayTo(path)) byPath.get(one)!.all.push(...feeds);
    }
    none.all = none.feeds;
    return [none, ...folders].filter((folder) => folder.all.length > 0);
  });

  /** Entries that cannot be taken. */
  get broken() {
    return this.previews.flatMap((preview) => preview.broken);
  }

  readonly counts = $derived.by(() => {
    let fresh = 0;
    let already = 0;
    for (const folder of this.folders) for (const feed of folder.feeds) feed.state === "new" ? (fresh += 1) : (already += 1);
    return { fresh, already, chosen: fresh - this.leftOut.size };
  });

  isChosen(feed: Listed): boolean {
    return feed.state === "new" && !this.leftOut.has(`${feed.list}/${feed.place}`);
  }

  /** Takes sources into the choice, or out of it. */
  choose(feeds: readonly Listed[], wanted: boolean): void {
    const next = new Set(this.leftOut);
    for (const feed of feeds) {
      if (feed.state !== "new") continue;
      if (wanted) next.delete(`${feed.list}/${feed.place}`);
      else next.add(`${feed.list}/${feed.place}`);
    }
    this.leftOut = next;
  }

  chooseAll(wanted: boolean): void {
    this.choose(this.folders.flatMap((folder) => folder.feeds), wanted);
  }

  /** Looks into files; false where none of them is a list. Nothing is followed. */
  async open(files: readonly Uint8Array[]): Promise<boolean> {
    this.close();
    const previews: ListPreview[] = [];
    this.problem = "";
    for (const bytes of files) {
      try {
        previews.push(await this.#backend.previewOpml(bytes));
      } catch (error) {
        this.problem = sentence(error);
      }
    }
    this.previews = previews;
    return previews.length > 0;
  }

  /** Follows what was chosen. What was followed until it is ended early stays, and one undo takes it back. */
  take(): Promise<Imported | null> {
    const of = (list: number) => [...this.leftOut].filter((key) => key.startsWith(`${list}/`)).map((key) => Number(key.split("/")[1]));
    return this.run(() => this.#backend.importLists(this.previews.map(({ list }) => ({ list, left_out: of(list) }))));
  }

  /** The lists are forgotten. */
  close(): void {
    if (this.previews.length > 0) void this.#backend.forgetLists().catch(() => undefined);
    this.previews = [];
    this.leftOut = new Set();
    this.problem = "";
  }
}
