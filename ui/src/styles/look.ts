/* Dresses the page in what the reader chose: theme, motion, and how articles are set. It writes attributes and custom
   properties of the root element and nothing else. */
import type { ReadingFont, ReadingStyle, Settings, Theme } from "../api/backend";
import { twelveHours } from "../i18n/hours.svelte";

/** What the system asks for. */
export interface Wishes {
  dark: boolean;
  contrast: boolean;
}

const DARK: readonly Theme[] = ["dark", "oled", "hc-dark"];

/** The theme to draw: the reader's or the system's, in high contrast of the same scheme where the system asks for more. */
export function themeOf(theme: Theme, system: Wishes): Exclude<Theme, "system"> {
  const chosen = theme === "system" ? (system.dark ? "dark" : "light") : theme;
  if (!system.contrast) return chosen;
  return DARK.includes(chosen) ? "hc-dark" : "hc-light";
}

const faces: Record<ReadingFont, string> = { serif: "var(--f-read)", sans: "var(--f-ui)", system: "var(--f-system)" };

/** The longest line in pixels: a character of running text is a little over half of its size wide. */
export function measureOf(style: ReadingStyle): number {
  return Math.round(style.measure * style.size * 0.536);
}

/** Dresses `root` and keeps it so while the system changes its mind. The answer ends that. */
export function dress(root: HTMLElement, settings: Settings): () => void {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const contrast = matchMedia("(prefers-contrast: more)");
  const theme = () => (root.dataset.theme = themeOf(settings.theme, { dark: dark.matches, contrast: contrast.matches }));
  theme();
  root.dataset.motion = settings.motion;
  root.dataset.accent = settings.accent;
  root.dataset.headlines = settings.headlines;
  // The column of times is as wide as the longest of them.
  root.dataset.clock = twelveHours() ? "12" : "24";
  const { reading } = settings;
  root.style.setProperty("--f-text", faces[reading.font]);
  root.style.setProperty("--text-size", `${reading.size}px`);
  root.style.setProperty("--text-leading", String(reading.leading / 100));
  root.style.setProperty("--text-gap", `${reading.paragraphs / 100}em`);
  root.style.setProperty("--measure", `${measureOf(reading)}px`);
  dark.addEventListener("change", theme);
  contrast.addEventListener("change", theme);
  return () => {
    dark.removeEventListener("change", theme);
    contrast.removeEventListener("change", theme);
  };
}
