/* The sections of the settings, and where each setting stands: what the search of the settings looks through. */
import type { Desktop } from "../api/backend";
import { t } from "../i18n/words";

export type Section = "general" | "reading" | "appearance" | "live" | "sources" | "notifications" | "background" | "saved" | "keyboard" | "privacy" | "accessibility" | "about";

/** A section and the words it is found by: its title, and its settings by id. */
export interface SectionWords {
  key: Section;
  title: string;
  settings: { id: string; label: string; /** Further words that it is found by. */ words: string }[];
}

/** Every section with its settings, but for what the system cannot do, in the reader's language. */
export function sections(can: Desktop | null = null): SectionWords[] {
  const one = (id: string, label: string, words?: string) => ({ id, label, words: words === undefined ? "" : t(words) });
  const where = (there: boolean | undefined, id: string, label: string, words?: string) => (there === false ? [] : [one(id, label, words)]);
  return [
    { key: "general", title: t("general"), settings: [one("language", t("language"), "words-language"), one("hours", t("hours"), "words-hours")] },
    { key: "reading", title: t("reading"), settings: [one("mark-read", t("mark-read"), "words-mark-read"), one("images", t("images"), "words-images"), one("listen", t("listen"), "words-listen")] },
    {
      key: "appearance",
      title: t("appearance"),
      settings: [one("theme", t("theme"), "words-theme"), one("accent", t("accent"), "words-accent"), one("density", t("density"), "words-density"), one("headlines", t("headlines"), "words-headlines"), one("font", t("reading-font"), "words-font"), one("size", t("text-size"), "words-size"), one("leading", t("leading"), "words-leading"), one("measure", t("measure"), "words-measure"), one("paragraphs", t("paragraphs"))],
    },
    { key: "live", title: t("live"), settings: [one("auto-show", t("auto-show"), "words-auto-show"), one("fold", t("fold"), "words-fold"), one("snippets", t("snippets"), "words-snippets"), one("mutes", t("muted"), "words-mutes")] },
    { key: "sources", title: t("sources"), settings: [one("interval", t("check-interval"), "words-interval"), one("proxy", t("proxy"), "words-proxy"), one("packs", t("browse-packs"), "words-packs"), one("opml", t("import-opml"), "words-opml"), one("opml-out", t("export-opml"), "words-opml")] },
    {
      key: "notifications",
      title: t("notifications"),
      settings: [one("notify-on", t("notify-on"), "words-notify-on"), one("notify-when", t("notify-when")), one("notify-quiet", t("notify-quiet"), "words-notify-quiet"), one("notify-pause", t("notify-pause")), one("notify-private", t("notify-private")), one("notify-rules", t("notify-rules")), one("notify-words", t("notify-words"))],
    },
    { key: "background", title: t("background"), settings: [one("on-close", t("on-close"), "words-on-close"), ...where(can?.start_at_login, "start-at-login", t("start-at-login"), "words-start-at-login"), ...where(can?.badge, "badge", t("badge")), one("spare", t("spare"), "words-spare")] },
    { key: "saved", title: t("saved-and-storage"), settings: [one("storage", t("stored-here"), "words-storage"), one("cache", t("cache-budget"), "words-cache"), one("keep", t("keep-for"), "words-keep"), one("bag", t("bag"), "words-bag"), one("pack", t("pack-offline"), "words-pack"), one("delete", t("delete-everything"), "words-delete")] },
    { key: "keyboard", title: t("keyboard"), settings: [one("single-keys", t("single-keys"), "words-single-keys"), one("key-preset", t("key-preset"), "words-key-preset"), one("keys", t("shortcuts"), "words-keys")] },
    { key: "privacy", title: t("privacy-and-network"), settings: [one("contacted", t("what-is-contacted"), "words-contacted")] },
    { key: "accessibility", title: t("accessibility"), settings: [one("motion", t("motion"), "words-motion"), one("toasts", t("messages-stay"), "words-toasts"), one("announce", t("announce"), "words-announce")] },
    { key: "about", title: t("about"), settings: [one("version", t("version"), "words-version"), one("data-folder", t("data-folder"), "words-data-folder"), one("log", t("log-file"), "words-log"), one("versions", t("look-for-versions"), "words-versions"), one("diagnostics", t("copy-diagnostics"), "words-diagnostics")] },
  ];
}

/** What the search found: a section, or one of its settings. */
export interface Hit {
  section: SectionWords;
  setting: { id: string; label: string } | null;
}

/**
 * Sections and settings whose words hold every word of the search, upper and lower case and accents alike; what only its
 * further words say comes behind the others.
 */
export function found(search: string, can: Desktop | null = null): Hit[] {
  const fold = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();
  const words = fold(search).split(/\s+/).filter(Boolean);
  const has = (text: string) => words.every((word) => fold(text).includes(word));
  const titles: Hit[] = [];
  const behind: Hit[] = [];
  for (const section of sections(can)) {
    if (has(section.title)) titles.push({ section, setting: null });
    else
      for (const setting of section.settings) {
        const title = `${setting.label} ${section.title}`;
        if (has(title)) titles.push({ section, setting });
        else if (has(`${title} ${setting.words}`)) behind.push({ section, setting });
      }
  }
  return [...titles, ...behind];
}
