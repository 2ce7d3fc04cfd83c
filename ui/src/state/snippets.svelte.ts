import type { ArticleId, TickerRow } from "../api/backend";
import type { App } from "./app.svelte";

/** So many are held; beyond it those that were asked for first go. */
const HELD = 1000;

type Row = Pick<TickerRow, "id" | "edited_at">;
/** Its publisher's edit changes what a story begins with. */
const keyOf = (row: Row) => `${row.id} ${row.edited_at ?? ""}`;

/** The first words of the stories in view, where the reader wants them below the headlines. They are asked for as rows come into view. */
export class Snippets {
  #app: App;
  #texts = $state.raw<ReadonlyMap<string, string>>(new Map());

  constructor(app: App) {
    this.#app = app;
  }

  /** True where rows keep a line for them. */
  get shown(): boolean {
    const { density, snippets } = this.#app.library.settings;
    return snippets && density === "comfortable";
  }

  /** The line of a story: empty while it is asked for, and where it has none; null where rows have no such line. */
  of(row: Row): string | null {
    return this.shown ? (this.#texts.get(keyOf(row)) ?? "") : null;
  }

  /** These rows are in view, or will be soon. What cannot be read now is asked for with the next ones. */
  async see(rows: readonly Row[]): Promise<void> {
    const missing = this.shown ? rows.filter((row) => !this.#texts.has(keyOf(row))) : [];
    if (missing.length === 0) return;
    const keep = (found: Readonly<Record<ArticleId, string>> | null) => {
      const texts = new Map(this.#texts);
      for (const row of missing) {
        if (found === null) texts.delete(keyOf(row));
        else texts.set(keyOf(row), found[row.id] ?? "");
      }
      this.#texts = new Map([...texts].slice(-HELD));
    };
    // Asked for: the next look does not ask again.
    keep({});
    try {
      keep(await this.#app.backend.snippets(missing.map((row) => row.id)));
    } catch {
      keep(null);
    }
  }
}
