import type { Memory } from "./memory";

const RECENT = "search-recent";
/** So many searches are remembered. */
const REMEMBERED = 8;
/** So much room has what is remembered under one name, in bytes. */
const ROOM = 4_096;

/** What was looked for last, newest first; it outlives a restart until the reader forgets it. */
export class Recent {
  all = $state.raw<readonly string[]>([]);
  #memory: Memory;

  constructor(memory: Memory) {
    this.#memory = memory;
    this.all = read(memory.recall(RECENT));
  }

  /** Where there is no room for all of it, the oldest go; what has none by itself pushes nothing out. */
  add(words: string): void {
    if (written([words]).length <= ROOM) this.#keep([words, ...this.all.filter((one) => one !== words)].slice(0, REMEMBERED));
  }

  /** Forgets these words, or all of them; returns how to take that back. */
  forget(words?: string): () => void {
    const before = this.all;
    this.#keep(words === undefined ? [] : before.filter((one) => one !== words));
    // What was looked for since stays in front.
    return () => this.#keep([...new Set([...this.all.filter((one) => !before.includes(one)), ...before])].slice(0, REMEMBERED));
  }

  #keep(all: readonly string[]): void {
    const fit = all.findLastIndex((_, last) => written(all.slice(0, last + 1)).length <= ROOM);
    this.all = all.slice(0, fit + 1);
    this.#memory.remember(RECENT, this.all.length === 0 ? "" : new TextDecoder().decode(written(this.all)));
  }
}

const written = (all: readonly string[]): Uint8Array => new TextEncoder().encode(JSON.stringify(all));

function read(kept: string | null): string[] {
  try {
    const all: unknown = JSON.parse(kept || "[]");
    const some = Array.isArray(all) ? all.filter((one) => typeof one === "string" && one !== "") : [];
    return [...new Set(some)].slice(0, REMEMBERED);
  } catch {
    return [];
  }
}
