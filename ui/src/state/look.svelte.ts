import type { ReadingStyle, Settings } from "../api/backend";
import { usualSettings } from "../api/usual";
import type { Library } from "./library.svelte";

/** Sizes that a reader can choose, in CSS pixels. */
export const SIZES = { least: 15, most: 28 };
/** Distances of lines, in hundredths of the size. */
export const LEADINGS = { least: 140, most: 200, step: 5 };
/** Longest lines, in characters. */
export const MEASURES = [58, 66, 74];
/** Room between paragraphs, in hundredths of the size. */
export const GAPS = { least: 50, most: 150 };
/** A slider that is being drawn along is written once it rests. */
export const RESTS_AFTER = 300;

/** What the section Appearance chooses. */
type Appearance = Pick<Settings, "theme" | "accent" | "density" | "headlines" | "reading">;

function appearanceOf({ theme, accent, density, headlines, reading }: Settings): Appearance {
  return { theme, accent, density, headlines, reading };
}

type Attempt = (action: () => Promise<unknown>, back?: () => void) => Promise<void>;

/** How articles and the window look: shown at once, kept a moment later. */
export class Look {
  /** What was reset, as it was before, while that can be taken back. */
  before = $state.raw<Partial<Appearance> | null>(null);

  #library: Library;
  #attempt: Attempt;
  #sayReset: (what: "type" | "appearance", back: () => Promise<void>) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(library: Library, attempt: Attempt, sayReset: (what: "type" | "appearance", back: () => Promise<void>) => void) {
    this.#library = library;
    this.#attempt = attempt;
    this.#sayReset = sayReset;
  }

  get style(): ReadingStyle {
    return this.#library.settings.reading;
  }

  /** True where the style is the one that nobody has chosen. */
  get usual(): boolean {
    const { font, size, leading, measure, paragraphs } = this.style;
    const plain = usualSettings.reading;
    return font === plain.font && size === plain.size && leading === plain.leading && measure === plain.measure && paragraphs === plain.paragraphs;
  }

  /** True where theme, accent, density and headlines are so, too. */
  get allUsual(): boolean {
    const { theme, accent, density, headlines } = this.#library.settings;
    return this.usual && theme === usualSettings.theme && accent === usualSettings.accent && density === usualSettings.density && headlines === usualSettings.headlines;
  }

  /** Changes how articles are set, within what is allowed. */
  set(change: Partial<ReadingStyle>): void {
    this.before = null;
    this.#show({ ...this.style, ...change });
  }

  /** One pixel larger or smaller. */
  resize(by: 1 | -1): void {
    this.set({ size: this.style.size + by });
  }

  /** Sets articles as usual. */
  reset(): void {
    const before = { reading: this.style };
    this.#show({ ...usualSettings.reading });
    this.#wasReset("type", before);
  }

  /** Everything that the section Appearance chooses is as usual. */
  resetAll(): void {
    const before = appearanceOf(this.#library.settings);
    this.#keep(appearanceOf(usualSettings));
    this.#wasReset("appearance", before);
  }

  /** Takes a reset back. */
  takeBack(): void {
    if (this.before !== null) this.#back(this.before);
  }

  #wasReset(what: "type" | "appearance", before: Partial<Appearance>): void {
    this.before = before;
    this.#sayReset(what, async () => this.#back(before));
  }

  #back(before: Partial<Appearance>): void {
    this.#keep(before);
    this.before = null;
  }

  /** Theme, density, motion and the like: one choice, kept at once. */
  choose(change: Partial<Pick<Settings, "theme" | "accent" | "density" | "headlines" | "motion">>): void {
    this.before = null;
    void this.#attempt(() => this.#library.set(change));
  }

  /** Keeps several at once; a style that was still to be written is overtaken. */
  #keep(change: Partial<Appearance>): void {
    clearTimeout(this.#timer);
    void this.#attempt(() => this.#library.set(change));
  }

  #show(wanted: ReadingStyle): void {
    const within = (value: number, { least, most }: { least: number; most: number }) => Math.min(most, Math.max(least, Math.round(value)));
    const reading = { ...wanted, size: within(wanted.size, SIZES), leading: within(wanted.leading, LEADINGS), paragraphs: within(wanted.paragraphs, GAPS) };
    this.#library.draft({ reading });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      void this.#attempt(
        () => this.#library.set({ reading: this.style }),
        () => void this.#library.loadSettings().catch(() => undefined),
      );
    }, RESTS_AFTER);
  }
}
