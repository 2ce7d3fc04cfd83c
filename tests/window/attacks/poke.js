// Does to the text of a story, or to a comment on it, what a hand can do to it, once the story with the mark `arguments[0]`
// stands there, drawn. `arguments[1]` selects the elements among which the text's host is.
// Returns null until then; afterwards where the mouse may click for real.
if (!window.stoppressWatch) return { lost: true };
const headline = document.querySelector("#article h1")?.textContent ?? "";
const host = [...document.querySelectorAll(arguments[1])].find((element) => element.shadowRoot);
const root = host?.shadowRoot, text = root?.firstElementChild;
if (!headline.startsWith(arguments[0]) || !text || text.stoppressSeen) return null;
text.stoppressSeen = true;

const elements = [];
const gather = (from) => {
  for (const element of from.querySelectorAll("*")) {
    if (elements.length === 120) return;
    elements.push(element);
    if (element.shadowRoot) gather(element.shadowRoot);
  }
};
gather(root);
// A key that means nothing to the window itself.
// No hand reaches what an earlier event took off the page: a link there would lead on without asking anybody.
const attempt = (act, element) => { try { if (element.isConnected) act(); } catch { /* not that kind of element */ } };
const about = { bubbles: true, cancelable: true, composed: true };
const event = (name) => (/^key/.test(name) ? new KeyboardEvent(name, { ...about, key: "Shift", code: "ShiftLeft" }) : new Event(name, about));
for (const element of elements) {
  for (const name of element.getAttributeNames()) if (/^on[a-z]+$/i.test(name)) attempt(() => element.dispatchEvent(event(name.slice(2).toLowerCase())), element);
  for (const name of ["mouseover", "mousemove", "mousedown", "mouseup", "dblclick", "contextmenu"]) attempt(() => element.dispatchEvent(new MouseEvent(name, about)), element);
  attempt(() => element.dispatchEvent(new PointerEvent("pointerenter", about)), element);
  attempt(() => element.dispatchEvent(new DragEvent("dragstart", about)), element);
}
const pressed = "a, area, button, input, summary, label, select, option, form, details, svg *, math *, [tabindex], [contenteditable], [autofocus], [onclick]";
const press = elements.filter((element) => element.matches(pressed));
for (const element of press) {
  if (element.localName === "details") attempt(() => (element.open = !element.open), element);
  if (element.localName === "form") attempt(() => element.requestSubmit(), element);
  attempt(() => element.focus({ preventScroll: true }), element);
  // A file chooser would be a window of the system, which no test can close.
  if (element.type === "file" || element.type === "color") continue;
  attempt(() => element.dispatchEvent(new MouseEvent("auxclick", { ...about, button: 1 })), element);
  attempt(() => element.dispatchEvent(new KeyboardEvent("keydown", { ...about, key: "Enter", code: "Enter" })), element);
  attempt(() => (element.click ? element.click() : element.dispatchEvent(new MouseEvent("click", about))), element);
}
const places = [];
const targets = [...press, ...elements].filter((element) => !element.matches("select, option, input[type=file], input[type=color], input[type=date]"));
targets[0]?.scrollIntoView({ block: "center" });
for (const element of targets) {
  if (places.length === 2) break;
  const box = element.getBoundingClientRect();
  const x = Math.round(box.x + Math.min(box.width, 200) / 2), y = Math.round(box.y + Math.min(box.height, 60) / 2);
  if (box.width < 2 || box.height < 2 || y < 60 || y > innerHeight - 60 || x > innerWidth - 20) continue;
  if (document.elementFromPoint(x, y) === host && !places.some(([a, b]) => a === x && b === y)) places.push([x, y]);
}
return { places, elements: elements.length };
