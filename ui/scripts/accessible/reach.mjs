// What has to hold however the window is set: nothing sticks out at 400 %, wider text is not cut, targets are large enough.
// The functions run in the page; each answers with sentences, one for each fault.

/** The elements that reach beyond the window and that no ancestor clips or scrolls. */
export function sticksOut() {
  const clips = (element) => element.parentElement !== null && ((!element.parentElement.matches("html, body, .app, dialog") && getComputedStyle(element.parentElement).overflowX !== "visible") || clips(element.parentElement));
  return [...document.querySelectorAll("body *")]
    .filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 1 && box.height > 1 && (box.right > innerWidth + 1 || box.left < -1) && !clips(element) && getComputedStyle(element).visibility !== "hidden";
    })
    .slice(0, 3)
    .map((element) => `${element.tagName.toLowerCase()}.${element.className} sticks out, ${Math.round(element.getBoundingClientRect().left)} to ${Math.round(element.getBoundingClientRect().right)}`);
}

/** Regions that scroll sideways, but for what may: tables, code, and rows of one line of choices, which move in one direction only. */
export function scrollsSideways() {
  const may = "table, pre, .scroll, .chips, nav ul";
  const roots = [document, ...[...document.querySelectorAll("*")].map((element) => element.shadowRoot).filter(Boolean)];
  return roots
    .flatMap((root) => [...root.querySelectorAll("*")])
    .filter((element) => /auto|scroll/.test(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1 && !element.matches(may) && !element.querySelector(":scope > table, :scope > pre"))
    .map((element) => `${element.tagName.toLowerCase()}#${element.id}.${element.className} scrolls sideways, ${element.scrollWidth} in ${element.clientWidth}`);
}

/** WCAG 1.4.12: lines, letters, words and paragraphs apart as far as a reader may set them. */
export function spreadText() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("*:not(svg, svg *) { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }");
  const roots = [document, ...[...document.querySelectorAll("*")].map((element) => element.shadowRoot).filter(Boolean)];
  for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

/** Texts that are cut without a sign of it: no ellipsis, no clamp, no scrolling. */
export function cutTexts() {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
    if (text.data.trim() === "") continue;
    const holder = text.parentElement;
    if (holder.closest(".sr, .skip, [inert], [aria-hidden=true], svg, dialog:not([open])") || !holder.checkVisibility({ visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const box = range.getBoundingClientRect();
    if (box.width === 0) continue;
    for (let element = holder; element !== null && element !== document.body; element = element.parentElement) {
      const style = getComputedStyle(element);
      const scrolls = /auto|scroll/.test(style.overflowX + style.overflowY);
      if (scrolls) break;
      const told = style.textOverflow === "ellipsis" || style.webkitLineClamp !== "none";
      if (told) break;
      if (!/hidden|clip/.test(style.overflowX + style.overflowY)) continue;
      const edge = element.getBoundingClientRect();
      // Two pixels: the descent of a line that is lower than its font.
      if (box.right > edge.right + 2 || box.left < edge.left - 2 || box.bottom > edge.bottom + 2 || box.top < edge.top - 2) found.push(`"${text.data.trim().slice(0, 40)}" is cut by ${element.tagName.toLowerCase()}.${element.className}`);
    }
    // A control that is too small for its words lets them run over its neighbours.
    const control = holder.closest("button, [role=radio], [role=tab], [role=menuitem]");
    if (control !== null && control.querySelector("*:not(svg, svg *)") === null) {
      const edge = control.getBoundingClientRect();
      if (box.right > edge.right + 2 || box.left < edge.left - 2 || box.bottom > edge.bottom + 4 || box.top < edge.top - 4) found.push(`"${text.data.trim().slice(0, 40)}" runs out of its ${control.tagName.toLowerCase()}.${control.className}`);
    }
  }
  return [...new Set(found)].slice(0, 5);
}

/** WCAG 2.5.8: what can be hit is 24 by 24, or has that much room about it. Links in text may be as high as the text, and a
 * separator may be narrow: the width that it sets is set by its keys too. */
export function smallTargets() {
  const roots = [document, ...[...document.querySelectorAll("*")].map((element) => element.shadowRoot).filter(Boolean)];
  // What lies under an open menu cannot be hit.
  const top = [...document.querySelectorAll("dialog[open], [role=menu]")].filter((one) => one.checkVisibility()).at(-1);
  const all = roots
    .flatMap((root) => [...root.querySelectorAll("button, input:not([type=hidden]), select, textarea, summary, a[href], [role=button], [role=option], [role=row][tabindex], [role=radio], [role=checkbox], [role=switch], [role=menuitem], [role=menuitemradio], [role=slider], [role=tab]")])
    .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !element.closest(".sr, [inert]") && (top === undefined || top.contains(element)))
    .map((element) => ({ element, box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 1 && box.height > 1 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth);
  const inText = (element) => element.matches("a") && getComputedStyle(element).display === "inline";
  const found = [];
  for (const { element, box } of all) {
    if ((box.width >= 23.5 && box.height >= 23.5) || inText(element) || (element.labels?.length > 0 && [...element.labels].some((label) => label.getBoundingClientRect().height >= 23.5))) continue;
    const x = box.x + box.width / 2;
    const y = box.y + box.height / 2;
    const crowded = all.some(({ element: other, box: theirs }) => {
      if (other === element || other.contains(element) || element.contains(other)) return false;
      const dx = Math.max(theirs.left - x, 0, x - theirs.right);
      const dy = Math.max(theirs.top - y, 0, y - theirs.bottom);
      return Math.hypot(dx, dy) < 12;
    });
    if (crowded) found.push(`${element.tagName.toLowerCase()}.${element.className} "${(element.getAttribute("aria-label") ?? element.textContent).trim().slice(0, 30)}" is ${Math.round(box.width)} by ${Math.round(box.height)} and has neighbours`);
  }
  return [...new Set(found)].slice(0, 5);
}

/** What moves where the reader asked for no motion. */
export function movements() {
  return document.getAnimations({ subtree: true }).filter((one) => one.playState === "running").map((one) => `${one.effect?.target?.className ?? "something"} moves (${one.animationName ?? one.transitionProperty ?? "script"})`);
}

/** What is chosen has to be told by the system's own colours where only those are drawn. */
export function withoutForcedColours() {
  if (!matchMedia("(forced-colors: active)").matches) return ["the colours are not forced"];
  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.cssText = "forced-color-adjust: none; background: Highlight";
  const highlight = getComputedStyle(probe).backgroundColor;
  probe.remove();
  return [...document.querySelectorAll("[aria-selected=true], [aria-current=page], [aria-current=true], [aria-pressed=true]")]
    .filter((element) => element.checkVisibility() && getComputedStyle(element).backgroundColor !== highlight)
    .map((element) => `${element.tagName.toLowerCase()}.${element.className} is chosen and does not show it`);
}
