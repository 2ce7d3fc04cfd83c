// What has happened since the last look. `arguments[0]` says whether the cleaner stands: then nothing but its elements and
// attributes may be in the body, whatever they would or would not have done.
const watch = window.stoppressWatch;
if (!watch) return { lost: true };
document.activeElement?.shadowRoot?.activeElement?.blur();
if (document.activeElement?.shadowRoot) document.activeElement.blur();
// A frame that was clicked holds the keyboard; the next story is opened by key.
window.focus();
const happened = watch.log.splice(0);
const refused = watch.refused.splice(0);
const roots = [...document.querySelectorAll("#article *")].map((element) => element.shadowRoot).filter(Boolean);
const inside = roots.flatMap((root) => [...root.querySelectorAll("*")]);
for (const name of Object.getOwnPropertyNames(window)) {
  if (watch.globals.has(name)) continue;
  watch.globals.add(name);
  happened.push(/^\d+$/.test(name) ? `a frame stands in the page` : `the global ${name} is new`);
}
if (document.title !== watch.title) happened.push(`the title is ${document.title}`), (document.title = watch.title);
if (document.scripts.length !== watch.scripts) happened.push(`${document.scripts.length} scripts`), (watch.scripts = document.scripts.length);
for (const script of document.scripts) {
  if (!script.src || script.stoppressSeen || new URL(script.src).origin === location.origin) continue;
  script.stoppressSeen = true;
  happened.push(`the script ${script.src}`);
}
if (!document.querySelector("nav") || !document.querySelector("#article")) return { happened: [...happened, "the page is gone"], lost: true };
const remains = [], clobbered = [];
for (const element of inside) {
  for (const name of [element.id, element.getAttribute("name")]) {
    if (name && window[name] === element) clobbered.push(name);
    if (name && document[name] === element) clobbered.push(name);
  }
}
if (clobbered.length) happened.push(`elements became globals: ${clobbered.join(", ")}`);
const tags = new Set("a abbr address article aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr".split(" "));
// What the cleaner lets through and what the window itself adds: regions round tables, late images, focus for code.
const attributes = new Set("lang dir title href src alt width height colspan rowspan datetime loading decoding draggable class tabindex role aria-label aria-hidden data-count open id start reversed value type scope headers".split(" "));
let strange = 0;
for (const element of inside) {
  if (element.closest(".missing") || element.matches(".code > button.wrap, .moving > button.play")) continue;
  const foreign = element.namespaceURI !== "http://www.w3.org/1999/xhtml" || !tags.has(element.localName);
  if (foreign) strange++;
  if (!arguments[0]) continue;
  if (foreign) remains.push(`<${element.localName}>`);
  if (element.shadowRoot) remains.push("a root in the root");
  for (const name of element.getAttributeNames()) {
    const value = element.getAttribute(name);
    if (!attributes.has(name)) remains.push(`${element.localName}[${name}]`);
    if (name === "href" && !value.startsWith("#")) remains.push(`href=${value}`);
    if (name === "src" && !/^media:\/\/localhost\/[0-9a-f]{64}$/.test(value)) remains.push(`src=${value}`);
    if (name === "id" && document.getElementById(value)) remains.push(`id=${value} is one of the page`);
  }
}
return { happened, refused, strange, remains: [...new Set(remains)].slice(0, 8), address: location.href === watch.address ? null : location.href };
