import type { Desktop, Feed, NewNotifyRule, NotifyRule, NotifySettings, WordsMatch } from "../api/backend";
import { sentence } from "../api/backend";
import { t } from "../i18n/words";
import type { App } from "./app.svelte";

const HOUR = 3_600_000;

/** What the reader wants to be told of while the window is not looked at. The first rule asks whether notifications may be
 * shown at all. */
export class Notifying {
  rules = $state.raw<NotifyRule[]>([]);
  /** What the system can do; null until it was asked. */
  desktop = $state.raw<Desktop | null>(null);
  /** The rule that waits for the answer of the open dialog. */
  asked = $state.raw<NewNotifyRule | null>(null);
  /** What is done once the reader agrees. */
  #then: () => Promise<void> = async () => {};
  /** The words that are being typed in the settings. */
  words = $state("");
  matching = $state<WordsMatch>("any");
  problem = $state("");
  #app: App;

  constructor(app: App) {
    this.#app = app;
  }

  get settings(): NotifySettings {
    return this.#app.library.settings.notify;
  }

  /** Until when nothing is shown, while it is paused. */
  get pausedUntil(): string | null {
    const until = this.settings.paused_until;
    return until !== null && Date.parse(until) > this.#app.minute ? until : null;
  }

  async refresh(): Promise<void> {
    this.rules = await this.#app.backend.notifyRules().catch(() => this.rules);
  }

  /** Asks the system what it can do. */
  async look(): Promise<void> {
    this.desktop = await this.#app.backend.desktop().catch(() => this.desktop);
  }

  ofSource(feed: Feed): NotifyRule | undefined {
    return this.rules.find((rule) => rule.kind === "source" && rule.feed_id === feed.id);
  }

  ofFolder(name: string): NotifyRule | undefined {
    return this.rules.find((rule) => rule.kind === "folder" && rule.text === name);
  }

  /** `quietly` leaves the word that stands, and its Undo, where the reader is not asked. */
  async source(feed: Feed, on: boolean, quietly = false): Promise<void> {
    const rule = this.ofSource(feed);
    const wanted = { kind: "source" as const, feed: feed.id, text: feed.title, matching: "any" as const };
    const silent = quietly && this.settings.on;
    if (on) await this.want(wanted, () => this.#add(wanted, silent));
    else if (rule) await this.remove(rule);
  }

  async folder(name: string, on: boolean): Promise<void> {
    const rule = this.ofFolder(name);
    if (on) await this.want({ kind: "folder", feed: null, text: name, matching: "any" });
    else if (rule) await this.remove(rule);
  }

  /** The words that were typed in the settings. */
  async addWords(): Promise<void> {
    if (this.words.trim() === "") return;
    await this.want({ kind: "words", feed: null, text: this.words, matching: this.matching });
  }

  /** Makes a rule, or with `make` several; where notifications are off, the reader is asked first. */
  async want(rule: NewNotifyRule, make = () => this.#add(rule)): Promise<void> {
    this.problem = "";
    if (this.settings.on) return make();
    this.asked = rule;
    this.#then = make;
    this.#app.show("notify");
  }

  /** The reader agrees to see notifications. */
  async agree(): Promise<void> {
    const rule = this.asked;
    this.asked = null;
    this.#back(rule);
    await this.choose({ on: true });
    if (rule !== null && this.settings.on) await this.#then();
  }

  /** The reader does not: no rule is made. */
  decline(): void {
    const rule = this.asked;
    this.asked = null;
    this.#back(rule);
  }

  async remove(rule: NotifyRule): Promise<void> {
    await this.#app.attempt(async () => {
      await this.#app.backend.removeNotifyRule(rule.id);
      await this.refresh();
      this.#app.toasts.show(t("notify-removed", { what: rule.text }), "source", "unnotify");
    });
  }

  /** Keeps some of the choices. */
  async choose(change: Partial<NotifySettings>): Promise<void> {
    await this.#app.choose({ notify: { ...this.settings, ...change } });
  }

  /** Shows nothing for an hour, or until eight in the morning. */
  async pause(how: "hour" | "tomorrow" | "over"): Promise<void> {
    const morning = new Date(this.#app.now);
    morning.setDate(morning.getDate() + 1);
    morning.setHours(8, 0, 0, 0);
    const until = how === "hour" ? this.#app.now + HOUR : morning.getTime();
    await this.choose({ paused_until: how === "over" ? null : `${new Date(until).toISOString().slice(0, 19)}Z` });
  }

  /** Where the question came up: the settings, or the view under it. */
  #back(rule: NewNotifyRule | null): void {
    this.#app.show(rule?.kind === "words" ? "settings" : null);
  }

  async #add(rule: NewNotifyRule, quietly = false): Promise<void> {
    let made: NotifyRule;
    try {
      made = await this.#app.backend.addNotifyRule(rule);
    } catch (error) {
      this.problem = sentence(error);
      if (rule.kind !== "words") this.#app.toasts.show(this.problem, "problem");
      return;
    }
    if (rule.kind === "words") this.words = "";
    await this.refresh();
    if (!quietly) this.#app.toasts.show(t("notify-added", { what: made.text }), "source", "notify");
  }
}

