import { isFailure, sentence, type Backend, type Candidate, type Feed, type Imported, type Pack } from "../api/backend";
import { t } from "../i18n/words";
import { host } from "../text/names";

function mainLanguages(pack: Pack): string[] {
  const counts = new Map<string, number>();
  for (const feed of pack.feeds) {
    const language = feed.language.split("-")[0]!;
    counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count * 3 >= pack.feeds.length).map(([language]) => language);
}

/** Following something new: an address (with a choice where a site offers several feeds), a pack, or a list. */
export class Follow {
  address = $state("");
  stage = $state<"typing" | "looking" | "choosing" | "asking">("typing");
  candidates = $state.raw<Candidate[]>([]);
  /** The chosen candidate, counted from 0. */
  pick = $state(0);
  problem = $state("");
  packs = $state.raw<Pack[]>([]);
  /** Only packs with feeds in this language are shown; empty = all. */
  packLanguage = $state("");
  /** Ids of chosen packs. */
  chosen = $state.raw<ReadonlySet<string>>(new Set());
  working = $state(false);
  result = $state.raw<Imported | null>(null);
  #backend: Backend;
  /** The system's languages, best first. */
  #languages: readonly string[];
  #preselected = false;
  #attempt = 0;
  /** The private address that the reader agreed to. */
  #agreed: string | null = null;

  constructor(backend: Backend, languages: readonly string[] = []) {
    this.#backend = backend;
    this.#languages = languages;
  }

  /** The host that pressing Follow will contact. */
  get host(): string {
    return host(this.address);
  }

  /** Feeds of the chosen packs. */
  get chosenFeeds(): number {
    return this.packs.filter((pack) => this.chosen.has(pack.id)).reduce((sum, pack) => sum + pack.feeds.length, 0);
  }

  /** The languages in which a pack has at least a third of its feeds, most packs first. */
  get packLanguages(): string[] {
    const counts = new Map<string, number>();
    for (const pack of this.packs) for (const language of mainLanguages(pack)) counts.set(language, (counts.get(language) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([language]) => language);
  }

  /** The packs of the chosen language; a chosen pack never leaves the screen. */
  get shownPacks(): Pack[] {
    if (this.packLanguage === "") return this.packs;
    return this.packs.filter((pack) => this.chosen.has(pack.id) || mainLanguages(pack).includes(this.packLanguage));
  }

  async loadPacks(): Promise<void> {
    try {
      this.packs = await this.#backend.packs();
      this.#preselect();
    } catch (error) {
      this.problem = sentence(error);
    }
  }

  /** The first time, the packs of the first of the system's languages that has any; then the reader chooses. */
  #preselect(): void {
    if (this.#preselected) return;
    this.#preselected = true;
    const known = this.packLanguages;
    this.packLanguage = this.#languages.map((tag) => tag.split("-")[0]!.toLowerCase()).find((language) => known.includes(language)) ?? "";
  }

  toggle(pack: string): void {
    const next = new Set(this.chosen);
    if (!next.delete(pack)) next.add(pack);
    this.chosen = next;
  }

  /**
   * Follows what was typed. The answer is the source, or null where the reader has to choose, wait or correct. `late` is
   * true where the reader gave up meanwhile: the source is followed all the same, and that has to be said.
   */
  async go(): Promise<{ feed: Feed; already: boolean; stories: number; late: boolean } | null> {
    const address = this.address.trim();
    if (address === "") {
      this.problem = t("follow-empty");
      return null;
    }
    const attempt = ++this.#attempt;
    const pick = this.stage === "choosing" ? this.pick + 1 : undefined;
    // Pressing again where the window asked is agreeing, for this address only.
    if (this.stage === "asking") this.#agreed = address;
    const askFirst = this.#agreed !== address;
    this.problem = "";
    this.stage = "looking";
    try {
      const answer = await this.#backend.follow(address, pick, askFirst);
      const late = attempt !== this.#attempt;
      if (late && (answer.outcome === "candidates" || answer.already)) return null;
      if (answer.outcome === "candidates") {
        this.candidates = answer.candidates;
        this.pick = 0;
        this.stage = "choosing";
        return null;
      }
      if (!late) this.reset();
      return { feed: answer.feed, already: answer.already, stories: answer.new_articles, late };
    } catch (error) {
      if (attempt !== this.#attempt) return null;
      this.problem = sentence(error);
      this.stage = askFirst && isFailure(error) && error.code === "private_address" ? "asking" : "typing";
      return null;
    }
  }

  /** The reader types another address, or gives up. An answer that still comes is not heard. */
  retype(): void {
    this.#attempt += 1;
    this.stage = "typing";
    this.candidates = [];
    this.problem = "";
  }

  reset(): void {
    this.retype();
    this.address = "";
    this.chosen = new Set();
  }

  /** Follows the chosen packs, one after the other. */
  async takePacks(): Promise<Imported | null> {
    return this.#import(async () => {
      const sum: Imported = { added: 0, already: 0, failed: [] };
      for (const id of this.chosen) {
        const one = await this.#backend.followPack(id);
        sum.added += one.added;
        sum.already += one.already;
        sum.failed.push(...one.failed);
      }
      return sum;
    });
  }

  /** Follows every entry of an OPML file. */
  async takeList(bytes: Uint8Array): Promise<Imported | null> {
    return this.#import(() => this.#backend.importOpml(bytes));
  }

  async #import(work: () => Promise<Imported>): Promise<Imported | null> {
    this.working = true;
    this.problem = "";
    try {
      this.result = await work();
      this.chosen = new Set();
      return this.result;
    } catch (error) {
      this.problem = sentence(error);
      return null;
    } finally {
      this.working = false;
    }
  }
}
