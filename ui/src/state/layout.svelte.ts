import type { Memory } from "./memory";

/** Widths of the list of stories, in CSS pixels. */
export const NARROWEST = 280;
export const WIDEST = 520;
/** The two layouts in which list and article stand side by side, with the usual width of the list. */
export const usualWidths = { wide: 400, medium: 344 } as const;
export type Layouts = keyof typeof usualWidths;

/** From this width of the window on its layout is the wide one. */
const WIDE = 1240;
/** What the rail and the article take at least, as `App.svelte` lays them out. */
const BESIDES = { wide: 68 + 360, medium: 64 + 320 } as const;

const keyOf = (layout: Layouts) => `list-width-${layout}`;

/** How the window is divided: the width of the list in either layout. */
export class Layout {
  widths = $state.raw<Record<Layouts, number>>({ ...usualWidths });
  #memory: Memory;

  constructor(memory: Memory) {
    this.#memory = memory;
    const kept = (layout: Layouts) => clamp(Number(memory.recall(keyOf(layout)) ?? usualWidths[layout]), usualWidths[layout]);
    this.widths = { wide: kept("wide"), medium: kept("medium") };
  }

  /** The layout of a window of this width, how wide its list is in it, and how wide it can be; 0 where that is not known yet. */
  at(window: number): { layout: Layouts; width: number; most: number } {
    const layout = window >= WIDE ? "wide" : "medium";
    const most = window === 0 ? WIDEST : clamp(window - BESIDES[layout], WIDEST);
    return { layout, width: Math.min(this.widths[layout], most), most };
  }

  /** Gives the list this width, within its bounds. While it is still being dragged, it is shown and not kept. */
  resize(layout: Layouts, width: number, keep = true): void {
    this.widths = { ...this.widths, [layout]: clamp(width, usualWidths[layout]) };
    if (keep) this.#memory.remember(keyOf(layout), String(this.widths[layout]));
  }

  reset(layout: Layouts): void {
    this.resize(layout, usualWidths[layout]);
  }
}

function clamp(width: number, usual: number): number {
  return Number.isFinite(width) ? Math.round(Math.min(WIDEST, Math.max(NARROWEST, width))) : usual;
}
