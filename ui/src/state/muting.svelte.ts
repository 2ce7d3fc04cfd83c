import type { Mute, MuteKind, NewMute } from "../api/backend";
import { sentence } from "../api/backend";
import { t } from "../i18n/words";
import type { App } from "./app.svelte";
import type { StoryAtHand } from "./at_hand";

/** For how many days a mute holds; "0" = until it is removed. */
export const muteDays = ["7", "30", "0"] as const;
export type MuteDays = (typeof muteDays)[number];

/** Muting: what is asked for in its dialog, how many stories that takes out, and the mutes that hold. */
export class Muting {
  row = $state.raw<StoryAtHand | null>(null);
  authors = $state.raw<string[]>([]);
  kind = $state<MuteKind>("words");
  text = $state("");
  days = $state<MuteDays>("7");
  /** Stories that would leave Live; null where nothing can be counted. */
  count = $state<number | null>(null);
  problem = $state("");
  list = $state.raw<Mute[]>([]);
  #app: App;
  #asked = 0;
  /** What is offered to be muted as words. */
  #words = "";

  constructor(app: App) {
    this.#app = app;
  }

  get wish(): NewMute {
    return { kind: this.kind, text: this.text, feed: this.kind === "source" ? (this.row?.feed_id ?? null) : null, days: this.days === "0" ? null : Number(this.days) };
  }

  /** Opens the dialog for a story: with its headline, with words of its text, or with its source. */
  ask(row: StoryAtHand, words = row.title, kind: MuteKind = "words"): void {
    const { page } = this.#app.reading;
    this.#begin(row, page?.id === row.id ? page.authors : [], words, kind);
  }

  /** Opens the dialog for no story: what is muted is typed. It leads back to the settings. */
  askNew(): void {
    this.#begin(null, [], "");
  }

  #begin(row: StoryAtHand | null, authors: string[], words: string, kind: MuteKind = "words"): void {
    this.row = row;
    this.#words = words;
    this.authors = authors;
    this.problem = "";
    this.days = "7";
    this.pick(kind);
    this.#app.show("mute");
  }

  /** Closes the dialog, back to where it was asked for. */
  close(): void {
    this.#app.show(this.row === null ? "settings" : null);
  }

  /** What the mute can go by: the writer of a story where it has one, and its source where that is followed. */
  get kinds(): MuteKind[] {
    const { row } = this;
    if (row === null) return ["words", "author"];
    const sourced = this.#app.sources.feeds.some((feed) => feed.id === row.feed_id);
    return ["words", ...(sourced ? (["source"] as const) : []), ...(this.authors.length > 0 ? (["author"] as const) : [])];
  }

  /** What the mute goes by; its text begins as the story has it. */
  pick(kind: MuteKind): void {
    this.kind = kind;
    this.text = kind === "words" ? this.#words : kind === "author" ? (this.authors[0] ?? "") : "";
    void this.recount();
  }

  /** Counts again; a late answer never replaces a newer one. */
  async recount(): Promise<void> {
    const asked = ++this.#asked;
    const count = await this.#app.backend.muteMatches(this.wish).catch(() => null);
    if (asked === this.#asked) this.count = count;
  }

  async mute(): Promise<void> {
    try {
      await this.#app.backend.mute(this.wish);
    } catch (error) {
      this.problem = sentence(error);
      return;
    }
    this.close();
    this.#app.toasts.show(t("muted-now"), "read", "mute");
    await this.#app.attempt(() => this.#again());
  }

  async remove(mute: Mute): Promise<void> {
    await this.#app.attempt(async () => {
      await this.#app.backend.unmute(mute.id);
      this.#app.toasts.show(t("unmuted-now"), "read", "unmute");
      await this.#again();
    });
  }

  async refresh(): Promise<void> {
    this.list = await this.#app.backend.mutes().catch(() => this.list);
  }

  async #again(): Promise<void> {
    await this.#app.ticker.reload();
    await this.#app.changed();
  }
}
