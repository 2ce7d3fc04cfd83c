import { collate, languageName, languageTitle, t } from "../i18n/words";
import { baseOf } from "../text/tags";
import type { App } from "./app.svelte";
import type { Selection } from "./rows.svelte";

/** Whose stories Live shows, whether read or not. */
export type Sources = Omit<Selection, "unread">;

/**
 * What Live can show, and what it is called: everything, a folder, a source, a language, or what is muted. Whether only the unread
 * stories of it are shown is a choice of its own.
 */
export class Scopes {
  #app: App;

  constructor(app: App) {
    this.#app = app;
  }

  /** What the chips choose, in their order: everything, the unread stories, and each folder that is in no other. */
  get chips(): Selection[] {
    return [{}, { unread: true }, ...this.#app.sources.tree.filter(({ level }) => level === 1).map(({ path }) => ({ folder: path }))];
  }

  /** True where a part of Live is shown: of its sources, or what is muted. */
  get narrow(): boolean {
    const { muted, folder, feed, language } = this.#app.ticker;
    return muted || (folder ?? feed ?? language) !== undefined;
  }

  /** True where nothing is left out. */
  get everything(): boolean {
    return !this.narrow && !this.#app.ticker.unread;
  }

  /** Whose stories Live shows now. */
  get shown(): Sources {
    const { muted, folder, feed, language } = this.#app.ticker;
    return { muted, folder, feed, language };
  }

  /** Shows other sources, wherever they are picked. */
  pick(scope: Sources): void {
    this.#app.scope(this.withUnread(scope));
  }

  /** These sources, and where only the unread stories are shown, it stays so. */
  withUnread(scope: Sources): Selection {
    return { ...scope, unread: this.#app.ticker.unread && !scope.muted };
  }

  /** Shows the unread stories alone of what Live shows, or all of them again. What is muted is neither. */
  showUnread(unread: boolean): void {
    const { muted, ...sources } = this.shown;
    this.#app.scope(muted ? { unread } : { ...sources, unread });
  }

  /** A chip was pressed: that of the unread stories is on or off, that of a folder chooses it, and the first one shows everything. */
  press(chip: Selection): void {
    if (chip.unread) this.showUnread(!this.#app.ticker.unread);
    else if (chip.folder !== undefined) this.pick(chip);
    else this.#app.scope({});
  }

  /** Languages of the sources in Live, in the reader's alphabet: their first part, as `pt` for `pt-BR`. */
  get languages(): string[] {
    const all = new Set(this.#app.sources.feeds.filter(({ settings }) => settings.in_live).flatMap(({ language }) => named(language)));
    return [...all].sort((a, b) => collate(languageName(a), languageName(b)));
  }

  /** The languages that there is a choice of: none where all sources speak one; the one that is shown stays. */
  get choices(): string[] {
    const { languages } = this;
    const { language } = this.#app.ticker;
    if (language !== undefined && !languages.includes(language)) return [...languages, language];
    return languages.length > 1 || language !== undefined ? languages : [];
  }

  /** What Live shows, in a few words: `Science`, `Science, unread only`. */
  get title(): string {
    const { sources } = this;
    return this.#app.ticker.unread ? t("scope-unread", { scope: sources }) : sources;
  }

  /** Whose stories Live shows. */
  get sources(): string {
    const { muted, folder, feed, language } = this.#app.ticker;
    if (muted) return t("scope-muted");
    if (language !== undefined) return languageTitle(language);
    return folder ?? this.#app.sources.feeds.find((one) => one.id === feed)?.title ?? t("all-sources");
  }

  /** True where what is shown of Live is followed no more. */
  get gone(): boolean {
    return !this.follows(this.shown);
  }

  /** True where there are still such sources. */
  follows({ folder, feed, language }: Sources): boolean {
    const { sources } = this.#app;
    if (language !== undefined) return this.languages.includes(language);
    return (folder === undefined || sources.folderPaths.includes(folder)) && (feed === undefined || sources.feeds.some((one) => one.id === feed));
  }
}

/** True where both are the same sources. */
export function sameSources(a: Sources, b: Sources): boolean {
  return (a.muted ?? false) === (b.muted ?? false) && a.folder === b.folder && a.feed === b.feed && a.language === b.language;
}

/** The language of a source without its region or script; none where it says nothing that names one. */
function named(tag: string | null): string[] {
  const base = baseOf(tag ?? "");
  return /^[a-z]{2,3}$/.test(base) && !["mul", "und", "zxx"].includes(base) ? [base] : [];
}
