/* The languages of the window: which there are, which one is meant, and fetching its words when they are needed. */
import { FluentResource } from "@fluent/bundle";
import words from "./en.ftl?raw";
import program from "./said/en.ftl?raw";
import { recognise } from "./said";
import { speak } from "./words";
import { baseOf } from "../text/tags";

/** The languages, each by its own name. The first one is for everybody whose language is not here. */
export const languages = [
  { tag: "en", name: "English" },
  { tag: "fr", name: "Français" },
  { tag: "es", name: "Español" },
  { tag: "ar", name: "العربية" },
  { tag: "de", name: "Deutsch" },
  { tag: "pt", name: "Português" },
  { tag: "ja", name: "日本語" },
  { tag: "zh", name: "简体中文" },
] as const;

type Fetch = () => Promise<FluentResource>;
type File = Promise<{ default: string }>;
/** The words of the window and those for what the program says. */
const text = async (...files: File[]) => new FluentResource((await Promise.all(files)).map((file) => file.default).join("\n"));
/** Everybody needs the English words: for what another language lacks, and to recognise what the program says. */
const english = new FluentResource(`${words}\n${program}`);
const sources = new Map<string, Fetch>([
  ["en", async () => english],
  ["fr", () => text(import("./fr.ftl?raw"), import("./said/fr.ftl?raw"))],
  ["es", () => text(import("./es.ftl?raw"), import("./said/es.ftl?raw"))],
  ["ar", () => text(import("./ar.ftl?raw"), import("./said/ar.ftl?raw"))],
  ["de", () => text(import("./de.ftl?raw"), import("./said/de.ftl?raw"))],
  ["pt", () => text(import("./pt.ftl?raw"), import("./said/pt.ftl?raw"))],
  ["ja", () => text(import("./ja.ftl?raw"), import("./said/ja.ftl?raw"))],
  ["zh", () => text(import("./zh.ftl?raw"), import("./said/zh.ftl?raw"))],
]);
let spoken = "";

/** Adds a language that is there for checking only. */
export function teach(tag: string, fetch: Fetch): void {
  sources.set(tag, fetch);
}

/**
 * The language that is meant, and the locale for its dates and numbers. `wish` is the reader's setting (null = as the
 * system is set), `system` are the system's languages, best first. `fr-CA` gets French as in Canada; English read in
 * Germany is `en-DE`.
 */
export function choose(wish: string | null, system: readonly string[]): { language: string; locale: string } {
  const known = (tag: string) => (sources.has(tag) ? tag : sources.has(baseOf(tag)) && isWritten(tag) ? baseOf(tag) : null);
  const meant = (wish === null ? system : [wish, ...system]).find((tag) => known(tag) !== null) ?? "en";
  const language = known(meant)!;
  const regional = [meant, ...system].find((tag) => baseOf(tag) === language && region(tag) !== null);
  const place = regional ? region(regional) : system[0] ? (likelyRegion(system[0]) ?? null) : null;
  const locale = place === null || language.includes("-") ? language : `${language}-${place}`;
  return { language, locale: isWritten(locale) ? locale : language };
}

/** Fetches the words of the language that is meant and speaks it. True where the language changed. */
export async function learn(wish: string | null, system: readonly string[]): Promise<boolean> {
  const { language, locale } = choose(wish, system);
  if (locale === spoken) return false;
  speak(locale, await sources.get(language)!(), language === "en" ? null : english);
  recognise(program);
  spoken = locale;
  return true;
}

/** False for Chinese in traditional characters: the words are in simplified ones. */
function isWritten(tag: string): boolean {
  try {
    return baseOf(tag) !== "zh" || new Intl.Locale(tag).maximize().script === "Hans";
  } catch {
    return false;
  }
}
function region(tag: string): string | null {
  try {
    return new Intl.Locale(tag).region ?? null;
  } catch {
    return null;
  }
}
function likelyRegion(tag: string): string | undefined {
  try {
    return new Intl.Locale(tag).maximize().region;
  } catch {
    return undefined;
  }
}
