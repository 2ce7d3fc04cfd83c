/* The sections of the settings, and where each setting stands: what the search of the settings looks through. */
import type { Desktop } from "../api/backend";
import { t } from "../i18n/words";

export type Section = "general" | "reading" | "appearance" | "live" | "sources" | "notifications" | "background" | "saved" | "keyboard" | "privacy" | "accessibility" | "about";

/** A section and the words it is found by: its title, and its settings by id. */
export interface SectionWords {
  key: Section;
  title: string;
  settings: { id: string; label: string }[];
}

/** Every section with its settings, but for what the system cannot do, in the reader's language. */
export function sections(can: Desktop | null = null): SectionWords[] {
  const one = (id: string, label: string) => ({ id, label });
  const where = (there: boolean | undefined, id: string, label: string) => (there === false ? [] : [one(id, label)]);
  return [
    { key: "general", title: t("general"), settings: [one("language", t("language"))] },
    { key: "reading", title: t("reading"), settings: [one("mark-read", t("mark-read")), one("images", t("images")), one("listen", t("listen"))] },
    {
      key: "appearance",
      title: t("appearance"),
      settings: [one("theme", t("theme")), one("accent", t("accent")), one("density", t("density")), one("headlines", t("headlines")), one("font", t("reading-font")), one("size", t("text-size")), one("leading", t("leading")), one("measure", t("measure")), one("paragraphs", t("paragraphs"))],
    },
    { key: "live", title: t("live"), settings: [one("auto-show", t("auto-show")), one("mutes", t("muted"))] },
    { key: "sources", title: t("sources"), settings: [one("interval", t("check-interval")), one("proxy", t("proxy")), one("packs", t("browse-packs")), one("opml", t("import-opml"))] },
    {
      key: "notifications",
      title: t("notifications"),
      settings: [one("notify-on", t("notify-on")), one("notify-when", t("notify-when")), one("notify-quiet", t("notify-quiet")), one("notify-pause", t("notify-pause")), one("notify-private", t("notify-private")), one("notify-rules", t("notify-rules")), one("notify-words", t("notify-words"))],
    },
    { key: "background", title: t("background"), settings: [one("on-close", t("on-close")), ...where(can?.start_at_login, "start-at-login", t("start-at-login")), ...where(can?.badge, "badge", t("badge")), one("spare", t("spare"))] },
    { key: "saved", title: t("saved-and-storage"), settings: [one("storage", t("stored-here")), one("cache", t("cache-budget")), one("keep", t("keep-for")), one("bag", t("bag")), one("pack", t("pack-offline")), one("delete", t("delete-everything"))] },
    { key: "keyboard", title: t("keyboard"), settings: [one("single-keys", t("single-keys")), one("keys", t("shortcuts"))] },
    { key: "privacy", title: t("privacy-and-network"), settings: [one("contacted", t("what-is-contacted"))] },
    { key: "accessibility", title: t("accessibility"), settings: [one("motion", t("motion")), one("toasts", t("messages-stay"))] },
    { key: "about", title: t("about"), settings: [one("version", t("version")), one("data-folder", t("data-folder")), one("log", t("log-file")), one("versions", t("look-for-versions")), one("diagnostics", t("copy-diagnostics"))] },
  ];
}

/** Sections and settings whose words hold every word of the search, upper and lower case and accents alike. */
export function found(search: string, can: Desktop | null = null): { section: SectionWords; setting: { id: string; label: string } | null }[] {
  const fold = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();
  const words = fold(search).split(/\s+/).filter(Boolean);
  const has = (text: string) => words.every((word) => fold(text).includes(word));
  return sections(can).flatMap((section) => [
    ...(has(section.title) ? [{ section, setting: null }] : []),
    ...section.settings.filter((setting) => has(`${setting.label} ${section.title}`) && !has(section.title)).map((setting) => ({ section, setting })),
  ]);
}
