import { collate, languageName, t } from "../i18n/words";
import type { App } from "./app.svelte";
import type { Selection } from "./rows.svelte";

/** What Live can show, and what it is called: everything, a folder, a source, a language, or what is muted. */
export class Scopes {
  #app: App;

  constructor(app: App) {
    this.#app = app;
  }

  /** What the chips choose, in their order: everything, the unread stories, and each folder that is in no other. */
  get chips(): Selection[] {
    return [{}, { unread: true }, ...this.#app.sources.tree.filter(({ level }) => level === 1).map(({ path }) => ({ folder: path }))];
  }

  /** Languages of the sources in Live, in the reader's alphabet: their first part, as `pt` for `pt-BR`. */
  get languages(): string[] {
    const all = new Set(this.#app.sources.feeds.filter(({ settings }) => settings.in_live).flatMap(({ language }) => baseOf(language)));
    return [...all].sort((a, b) => collate(languageName(a), languageName(b)));
  }

  /** The languages that there is a choice of: none where all sources speak one; the one that is shown stays. */
  get choices(): string[] {
    const { languages } = this;
    const { language } = this.#app.ticker;
    if (language !== undefined && !languages.includes(language)) return [...languages, language];
    return languages.length > 1 || language !== undefined ? languages : [];
  }

  /** What Live shows, in a few words. */
  get title(): string {
    const { muted, folder, feed, language } = this.#app.ticker;
    if (muted) return t("scope-muted");
    if (language !== undefined) return languageName(language);
    return folder ?? this.#app.sources.feeds.find((one) => one.id === feed)?.title ?? t("all-sources");
  }

  /** True where what is shown of Live is followed no more. */
  get gone(): boolean {
    const { folder, feed, language } = this.#app.ticker;
    const { sources } = this.#app;
    if (language !== undefined) return !this.languages.includes(language);
    return (folder !== undefined && !sources.folderPaths.includes(folder)) || (feed !== undefined && !sources.feeds.some((one) => one.id === feed));
  }
}

/** The language of a source without its region or script; none where it says nothing that names one. */
function baseOf(tag: string | null): string[] {
  const base = tag?.split("-")[0]!.toLowerCase() ?? "";
  return /^[a-z]{2,3}$/.test(base) && !["mul", "und", "zxx"].includes(base) ? [base] : [];
}
