/* The focus of a reader who uses keys: never nowhere, and never under something else. */

/** The three places that F6 goes round. */
const REGIONS = "nav.rail, #stories, #article";
/** A row that is just drawn is hidden until it was measured, which is a few frames later where the machine is busy. */
const MOST_FRAMES = 20;
/** A view may have to be fetched first, which takes some tenths of a second there. */
const MOST_FRAMES_OF_A_VIEW = 60;
const STOPS = "[aria-current=page], [role=option][tabindex='0'], [role=row][tabindex='0'], [data-scrolls]";

/** The regions on screen. */
export function regionsOf(root: HTMLElement): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(REGIONS)].filter((region) => region.offsetParent !== null);
}

/** Where the focus stands in a region: on the row or view that is chosen, on the text, else on the region itself. */
export function stopOf(region: HTMLElement): HTMLElement {
  return region.querySelector<HTMLElement>(STOPS) ?? region;
}

/**
 * Where what had the focus is gone (another view, a row that was removed, a dialog whose button is no more), the focus goes to
 * the region it was in, else to the list. Readers who use the pointer are left alone. Returns how to end it.
 */
export function keepFocus(root: HTMLElement): () => void {
  let byKey = false;
  let frame = 0;
  let region: HTMLElement | null = null;
  /** The region that got the focus because it had nothing to stop at yet. */
  let waiting: HTMLElement | null = null;
  /** How often a stop that is there did not take the focus since the last key. */
  let refused = 0;
  /** How often there was no list to land on since the last key. */
  let awaited = 0;
  /**
   * The last key was Tab and the focus has not come to rest since: the reader looks for it. After other keys, and where a row
   * goes by itself later, the list stays where it is read.
   */
  let tabbed = false;

  const lost = () => {
    const at = document.activeElement;
    return at === null || at === document.body || (at === waiting && stopOf(waiting) !== waiting);
  };
  const land = () => {
    if (!byKey || !lost() || document.querySelector("dialog[open]") !== null) {
      tabbed = false;
      return;
    }
    // A view that is fetched yet has no list to land on; one that never gets one (the welcome) is not waited for long.
    if (root.querySelector("#stories") === null && ++awaited < MOST_FRAMES_OF_A_VIEW) return look();
    const there = regionsOf(root);
    const next = there.find((one) => one === region) ?? there.find((one) => one.id === "stories") ?? there[0];
    if (!next) return;
    const stop = stopOf(next);
    stop.focus({ preventScroll: !tabbed });
    const landed = document.activeElement === stop;
    waiting = stop === next || !landed ? next : null;
    if (landed) tabbed = false;
    if (!landed && ++refused < MOST_FRAMES) look();
  };
  // What takes the focus by itself (a dialog, a field, a row that was asked for) does so within two frames. That what had it
  // is gone is not known before the next one.
  const look = () => {
    if (!byKey || frame !== 0) return;
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        frame = 0;
        land();
      });
    });
  };
  const key = (event: KeyboardEvent) => {
    byKey = true;
    refused = awaited = 0;
    tabbed = event.key === "Tab";
    if (tabbed) setTimeout(() => document.activeElement?.scrollIntoView({ block: "nearest", inline: "nearest" }), 0);
    look();
  };
  const pointer = () => (byKey = false);
  const entered = (event: FocusEvent) => {
    if (event.target instanceof Element) region = event.target.closest<HTMLElement>(REGIONS);
    if (event.target !== waiting) waiting = null;
  };

  const changes = new MutationObserver(look);
  changes.observe(root, { childList: true, subtree: true, attributeFilter: ["disabled", "hidden", "tabindex"] });
  window.addEventListener("keydown", key, true);
  window.addEventListener("pointerdown", pointer, true);
  root.addEventListener("focusin", entered);
  return () => {
    cancelAnimationFrame(frame);
    changes.disconnect();
    window.removeEventListener("keydown", key, true);
    window.removeEventListener("pointerdown", pointer, true);
    root.removeEventListener("focusin", entered);
  };
}
