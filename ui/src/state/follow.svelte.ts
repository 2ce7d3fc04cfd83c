import { isFailure, sentence, type Backend, type ErrorCode, type Feed, type FollowAs, type Found, type FoundSource, type Imported, type Pack, type PackFeed } from "../api/backend";
import { t } from "../i18n/words";
import { host } from "../text/names";
import type { Memory } from "./memory";
import { baseOf } from "../text/tags";

function mainLanguages(pack: Pack): string[] {
  const counts = new Map<string, number>();
  for (const feed of pack.feeds) {
    const language = feed.language.split("-")[0]!;
    counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count * 3 >= pack.feeds.length).map(([language]) => language);
}

/** Packs that are offered for words. */
const SUGGESTED = 6;
const LAST_FOLDER = "follow-folder";

/** How the dialog stands: an address is typed; it is looked at; the reader has to agree first; something was found; it is being followed. */
export type FollowStage = "typing" | "looking" | "asking" | "found" | "following";

/** What following needs to know. */
export interface Around extends Memory {
  /** The system's languages, best first. */
  languages: readonly string[];
  /** The reader's folders. */
  folders(): readonly string[];
}

/** What came of following. `late` is true where the reader gave up meanwhile: it is followed all the same, and that has to be said. */
export interface FollowDone {
  feed: Feed;
  already: boolean;
  stories: number;
  late: boolean;
  /** It is to be told of; who gave up does not wait for that. */
  notify: boolean;
}

/** How much a source publishes, in words; empty where that cannot be told. */
function volumeWords(source: FoundSource): string {
  const perDay = source.per_day;
  if (perDay === null) return "";
  if (perDay >= 1) return t("look-per-day", { count: Math.round(perDay) });
  if (perDay * 7 >= 1) return t("look-per-week", { count: Math.round(perDay * 7) });
  return perDay > 0 ? t("look-per-month", { count: Math.max(1, Math.round(perDay * 30)) }) : t("look-quiet");
}

/** Whether it gives whole stories, in words; empty where that cannot be told. */
function wholeWords(source: FoundSource): string {
  return source.whole === null ? "" : t(source.whole ? "look-whole" : "look-summary");
}

/** What a source is like, in a few words; its host where that cannot be told. */
export function sourceWords(source: FoundSource): string {
  return [volumeWords(source), wholeWords(source)].filter((one) => one !== "").join(t("list-comma")) || host(source.url);
}

/** Following something new: an address that is looked at first, a pack, or a list. */
export class Follow {
  address = $state("");
  stage = $state<FollowStage>("typing");
  found = $state.raw<Found | null>(null);
  /** The chosen source of what was found, counted from 0. */
  pick = $state(0);
  /** The folder it goes into; null = none. */
  folder = $state<string | null>(null);
  /** The name of a new folder, while one is written; null = one of those that are there. */
  newFolder = $state<string | null>(null);
  /** The reader's own name for it; empty = the publisher's. */
  ownTitle = $state("");
  textMode = $state<FollowAs["text_mode"]>("auto");
  inLive = $state(true);
  /** The reader wants to be told of its stories. */
  notify = $state(false);
  /** An address that lay on the clipboard when the dialog opened. */
  clipped = $state<string | null>(null);
  problem = $state("");
  /** What kind of problem that is; null where the reader only has to type. */
  cause = $state<ErrorCode | null>(null);
  packs = $state.raw<Pack[]>([]);
  /** Only packs with feeds in one of these languages are shown; none = in all. */
  languages = $state.raw<ReadonlySet<string>>(new Set());
  /** Only packs about this region and those about the world are shown; empty = about all. */
  region = $state("");
  /** Ids of chosen packs. */
  chosen = $state.raw<ReadonlySet<string>>(new Set());
  working = $state(false);
  result = $state.raw<Imported | null>(null);
  #backend: Backend;
  #around: Around;
  /** Icons of what was found by their place; null = asked for, and not there. */
  #icons = $state.raw<ReadonlyMap<number, string | null>>(new Map());
  #preselected = false;
  #attempt = 0;
  /** The private address that the reader agreed to. */
  #agreed: string | null = null;

  constructor(backend: Backend, around: Around) {
    this.#backend = backend;
    this.#around = around;
  }

  /** Offers the address that lies on the clipboard, unless something is typed. Nobody is asked for it. */
  async offerClipped(): Promise<void> {
    this.clipped = null;
    await Promise.resolve();
    // Who opened the dialog with an address has put it into the field by now.
    if (this.address !== "") return;
    // A clipboard that cannot be read is no reason for a word.
    this.clipped = await this.#backend.clipboardAddress().catch(() => null);
  }

  /** The reader takes what was offered: it stands in the field, and still nobody is asked. */
  takeClipped(): void {
    this.retype();
    this.address = this.clipped ?? "";
    this.clipped = null;
  }

  /** The host that a look will contact. */
  get host(): string {
    return host(this.address);
  }

  /** True while what is typed are words, not an address. */
  get isWords(): boolean {
    const typed = this.address.trim();
    return typed !== "" && !/[.:/]/.test(typed) && !/^localhost$/i.test(typed);
  }

  /** Sources of the packs that the typed words name. Nobody is asked for them. */
  readonly suggested: PackFeed[] = $derived.by(() => {
    if (!this.isWords) return [];
    const words = this.address.trim().toLocaleLowerCase().split(/\s+/);
    const found = new Map<string, PackFeed>();
    for (const pack of this.packs) {
      for (const feed of pack.feeds) {
        const text = `${feed.title} ${feed.url} ${pack.title}`.toLocaleLowerCase();
        if (words.every((word) => text.includes(word))) found.set(feed.url, feed);
      }
    }
    return [...found.values()].slice(0, SUGGESTED);
  });

  /** The chosen source of what was found. */
  get chosenSource(): FoundSource | null {
    return this.found?.sources[this.pick] ?? null;
  }

  /** The icon of the chosen source, once its site gave it. */
  get chosenIcon(): string | null {
    return this.#icons.get(this.pick) ?? null;
  }

  /** Asks for the icon of the chosen source, once; its letter stands for it until then, and where there is none. */
  async askForIcon(): Promise<void> {
    const { found, pick, chosenSource: source } = this;
    if (found === null || source === null || source.followed !== null || source.problem !== null || this.#icons.has(pick)) return;
    this.#icons = new Map(this.#icons).set(pick, null);
    const icon = await this.#backend.lookIcon(found.look, pick).catch(() => null);
    if (this.found === found) this.#icons = new Map(this.#icons).set(pick, icon);
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

  /** The regions that packs are about. */
  get packRegions(): string[] {
    return [...new Set(this.packs.map((pack) => pack.region).filter((region) => region !== ""))];
  }

  /** The packs of the chosen languages and region; a chosen pack never leaves the screen. */
  get shownPacks(): Pack[] {
    const speaks = (pack: Pack) => this.languages.size === 0 || mainLanguages(pack).some((language) => this.languages.has(language));
    const isAbout = (pack: Pack) => this.region === "" || pack.region === "" || pack.region === this.region;
    return this.packs.filter((pack) => this.chosen.has(pack.id) || (speaks(pack) && isAbout(pack)));
  }

  /** Picks a language, or no longer; empty = all of them. */
  toggleLanguage(language: string): void {
    const next = new Set(language === "" ? [] : this.languages);
    if (language !== "" && !next.delete(language)) next.add(language);
    this.languages = next;
  }

  async loadPacks(): Promise<void> {
    try {
      this.packs = await this.#backend.packs();
      this.#preselect();
    } catch (error) {
      this.#refuse(sentence(error));
    }
  }

  /** The first time, the packs of the system's languages; then the reader chooses. */
  #preselect(): void {
    if (this.#preselected) return;
    this.#preselected = true;
    const known = this.packLanguages;
    this.languages = new Set(this.#around.languages.map(baseOf).filter((language) => known.includes(language)));
  }

  toggle(pack: string): void {
    const next = new Set(this.chosen);
    if (!next.delete(pack)) next.add(pack);
    this.chosen = next;
  }

  /** Enter: looks at what is typed; then follows what was chosen. Null where the reader has to choose, wait or correct. */
  async advance(): Promise<FollowDone | null> {
    if (this.stage === "looking" || this.stage === "following") return null;
    if (this.stage === "found") return this.#follow();
    await this.#look();
    return null;
  }

  /** A source of the packs was chosen for the words. */
  async take(feed: PackFeed): Promise<void> {
    this.retype();
    this.address = feed.url;
    await this.#look();
  }

  async #look(): Promise<void> {
    const address = this.address.trim();
    if (address === "") return this.#refuse(t("follow-empty"));
    if (this.isWords) return this.#refuse(this.suggested.length > 0 ? t("follow-choose-word") : t("follow-no-word"));
    const attempt = ++this.#attempt;
    // Pressing again where the window asked is agreeing, for this address only.
    if (this.stage === "asking") this.#agreed = address;
    const askFirst = this.#agreed !== address;
    this.#refuse("");
    this.stage = "looking";
    try {
      const found = await this.#backend.lookAt(address, askFirst);
      if (attempt !== this.#attempt) return;
      this.found = found;
      this.pick = 0;
      this.#icons = new Map();
      this.ownTitle = "";
      this.textMode = "auto";
      this.inLive = true;
      this.notify = false;
      const last = this.#around.recall(LAST_FOLDER);
      this.folder = last !== null && this.#around.folders().includes(last) ? last : null;
      this.newFolder = null;
      this.stage = "found";
    } catch (error) {
      if (attempt !== this.#attempt) return;
      this.#refuse(sentence(error), isFailure(error) ? error.code : "internal");
      this.stage = askFirst && this.cause === "private_address" ? "asking" : "typing";
    }
  }

  async #follow(): Promise<FollowDone | null> {
    const { found, chosenSource: source } = this;
    if (found === null || source === null || source.problem !== null) return null;
    const attempt = ++this.#attempt;
    const folder = (this.newFolder ?? this.folder)?.trim() || null;
    const { notify } = this;
    this.#refuse("");
    this.stage = "following";
    try {
      const answer = await this.#backend.followFound(found.look, this.pick, { folder, own_title: this.ownTitle.trim() || null, text_mode: this.textMode, in_live: this.inLive });
      const late = attempt !== this.#attempt;
      if (answer.outcome === "candidates" || (late && answer.already)) return null;
      this.#around.remember(LAST_FOLDER, folder ?? "");
      if (!late) this.reset();
      return { feed: answer.feed, already: answer.already, stories: answer.new_articles, late, notify: notify && !late };
    } catch (error) {
      if (attempt !== this.#attempt) return null;
      this.#refuse(sentence(error), isFailure(error) ? error.code : "internal");
      // A look that is gone is made again.
      this.stage = this.cause === "bad_request" ? "typing" : "found";
      return null;
    }
  }

  #refuse(problem: string, cause: ErrorCode | null = null): void {
    this.problem = problem;
    this.cause = cause;
  }

  /** One step back; false where there is none, and the dialog may close. */
  back(): boolean {
    if (this.stage === "typing" || this.stage === "following") return false;
    this.retype();
    return true;
  }

  /** The reader types another address, or gives up. A look under way ends, and an answer that still comes is not heard. */
  retype(): void {
    this.#attempt += 1;
    if (this.stage === "looking" || this.stage === "found") void this.#backend.endLook().catch(() => undefined);
    this.stage = "typing";
    this.found = null;
    this.#refuse("");
  }

  reset(): void {
    this.retype();
    this.address = "";
    this.chosen = new Set();
  }

  /** Follows the chosen packs, one after the other. */
  async takePacks(): Promise<Imported | null> {
    return this.#import(async () => {
      const sum: Imported = { added: 0, already: 0, failed: [], cancelled: false };
      for (const id of this.chosen) {
        const one = await this.#backend.followPack(id);
        sum.added += one.added;
        sum.already += one.already;
        sum.failed.push(...one.failed);
      }
      return sum;
    });
  }

  async #import(work: () => Promise<Imported>): Promise<Imported | null> {
    this.working = true;
    this.#refuse("");
    try {
      this.result = await work();
      this.chosen = new Set();
      return this.result;
    } catch (error) {
      this.#refuse(sentence(error));
      return null;
    } finally {
      this.working = false;
    }
  }
}
