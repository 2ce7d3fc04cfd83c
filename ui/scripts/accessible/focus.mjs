// The stops of the Tab key in one state: each can be seen, none is a trap.

/** Where the focus is, and what is wrong with how it shows. Runs in the page. */
function lookAtFocus() {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  if (element === null || element === document.body || element === document.documentElement) return null;
  globalThis.seenStops ??= new Map();
  if (!globalThis.seenStops.has(element)) globalThis.seenStops.set(element, globalThis.seenStops.size + 1);
  const stop = globalThis.seenStops.get(element);
  const what = `${element.tagName.toLowerCase()}.${element.className} ${JSON.stringify((element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 40))}`;
  const faults = [];

  // The ring: on the element itself, or on the field around it.
  const ringOf = (one) => {
    const style = getComputedStyle(one);
    return style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2 ? { one, style } : null;
  };
  const ring = ringOf(element) ?? (element.closest(".field, [data-ring]") ? ringOf(element.closest(".field, [data-ring]")) : null) ?? (element.parentElement ? ringOf(element.parentElement) : null) ?? (element.nextElementSibling ? ringOf(element.nextElementSibling) : null);
  const line = element.parentElement && /rgb\([\d, ]+\) 0px -2px 0px 0px inset/.test(getComputedStyle(element.parentElement).boxShadow);
  const region = element.matches("[tabindex='-1'], [role=region], .scroll") && element.getBoundingClientRect().height > 200;
  if (ring === null) {
    if (!region && !line) faults.push(`${what} shows no ring of 2 px`);
  } else {
    const rgb = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const light = ([r, g, b]) => [r, g, b].map((one) => one / 255).map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4)).reduce((sum, one, at) => sum + one * [0.2126, 0.7152, 0.0722][at], 0);
    const inside = Number.parseFloat(ring.style.outlineOffset) < 0;
    let ground = inside ? ring.one : (ring.one.parentElement ?? ring.one.getRootNode().host);
    let colour = [255, 255, 255];
    while (ground) {
      const [r, g, b, a = 1] = rgb(getComputedStyle(ground).backgroundColor);
      if (a === 1) {
        colour = [r, g, b];
        break;
      }
      ground = ground.parentElement ?? ground.getRootNode().host;
    }
    const [high, low] = [light(rgb(ring.style.outlineColor)), light(colour)].sort((a, b) => b - a);
    const contrast = (high + 0.05) / (low + 0.05);
    if (contrast < 3) faults.push(`the ring of ${what} has a contrast of ${contrast.toFixed(2)} to what it lies on`);
  }

  // Wholly or partly in view, and under nothing: WCAG 2.4.11.
  const box = element.getBoundingClientRect();
  const width = Math.min(box.right, innerWidth) - Math.max(box.left, 0);
  const height = Math.min(box.bottom, innerHeight) - Math.max(box.top, 0);
  if (box.width > 1 && (width <= 0 || height <= 0)) faults.push(`${what} has the focus outside the window`);
  else if (box.width > 1) {
    const inset = (at, size) => at + Math.min(6, size / 2);
    const xs = [inset(Math.max(box.left, 0), width), Math.max(box.left, 0) + width / 2, Math.max(box.left, 0) + width - Math.min(6, width / 2)];
    const ys = [inset(Math.max(box.top, 0), height), Math.max(box.top, 0) + height / 2, Math.max(box.top, 0) + height - Math.min(6, height / 2)];
    const above = (x, y) => {
      let over = document.elementFromPoint(x, y);
      while (over?.shadowRoot?.elementFromPoint(x, y) && over.shadowRoot.elementFromPoint(x, y) !== over) over = over.shadowRoot.elementFromPoint(x, y);
      const inside = (one, other) => one === other || one.contains(other) || (other.getRootNode().host && inside(one, other.getRootNode().host));
      return over !== null && (inside(element, over) || over.contains(element) || (over.shadowRoot?.contains(element) ?? false) || [...(element.labels ?? [])].some((label) => label.contains(over)) || element.parentElement?.matches("label") && element.parentElement.contains(over));
    };
    if (!xs.some((x) => ys.some((y) => above(x, y)))) faults.push(`${what} has the focus and lies under ${document.elementFromPoint(xs[1], ys[1])?.className}`);
  }
  return { stop, faults };
}

/** Most stops that a state may have. */
const MOST = 150;

/** Frames within which the window brings what has the focus into view. */
const FRAMES = 30;

/** Looks at the focus once the window has had the time to bring it into view: what is wrong then stays wrong. */
async function settledFocus(page) {
  let now = await page.evaluate(lookAtFocus);
  for (let frame = 0; frame < FRAMES && now?.faults.length > 0; frame++) {
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
    now = await page.evaluate(lookAtFocus);
  }
  return now;
}

/** Walks through a state with the Tab key and answers with what is wrong, and how many stops there were. */
export async function walk(page) {
  const faults = new Set();
  const seen = new Set();
  let last = 0;
  let stuck = 0;
  let outside = 0;
  for (let n = 0; n < MOST; n++) {
    await page.keyboard.press("Tab");
    const now = await settledFocus(page);
    if (now === null) {
      // The page's end: the browser's own controls would be next.
      outside += 1;
      if (outside > 1 && seen.size > 0) break;
      continue;
    }
    for (const fault of now.faults) faults.add(fault);
    stuck = now.stop === last ? stuck + 1 : 0;
    if (stuck === 3) {
      if (seen.size > 1) faults.add("the Tab key does not leave one control");
      break;
    }
    if (seen.has(now.stop) && now.stop === 1) break;
    last = now.stop;
    seen.add(now.stop);
  }
  return { faults: [...faults], stops: seen.size };
}
