// The window as assistive technology is told of it: Chromium's accessibility tree in short lines, and what has to hold in it.

/** Roles that say nothing by themselves and are left out where they have no name. */
const silent = new Set(["none", "generic", "InlineTextBox", "LineBreak", "StaticText", "ListMarker", "LayoutTable", "LayoutTableRow", "LayoutTableCell"]);
/** How many of a long list's rows are written down, and when a list is long. All of them are looked at. */
const ROWS = 6;
const LONG = 14;
/** How much of a text is written down. */
const LONGEST = 120;
/** What is said of a control besides its name, and how. */
const states = {
  focused: (value) => (value ? "focused" : null),
  disabled: (value) => (value ? "disabled" : null),
  checked: (value) => `checked=${value}`,
  pressed: (value) => `pressed=${value}`,
  selected: (value) => (value ? "selected" : null),
  expanded: (value) => (value ? "expanded" : "collapsed"),
  hasPopup: (value) => (value === "false" ? null : `popup=${value}`),
  level: (value) => `level=${value}`,
  modal: (value) => (value ? "modal" : null),
  multiselectable: (value) => (value ? "multiselectable" : null),
  live: (value) => (value === "off" ? null : `live=${value}`),
};
/** Focusable, and nothing to operate: the page itself. */
const pages = new Set(["RootWebArea", "WebArea"]);

/** The whole tree as Chromium holds it. */
export async function fullTree(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  return nodes;
}

/** A name without the marks of direction, and without the space that Chromium puts before a sign that stands in a box of its own. */
const text = (node) => (node.name?.value ?? "").replace(/[\u2066-\u2069\u200e\u200f]/g, "").replace(/\s+([.,] )/g, "$1").replace(/\s+/g, " ").trim();
const short = (words) => (words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words);
const properties = (node) => Object.fromEntries((node.properties ?? []).map((property) => [property.name, property.value.value]));

const time = String.raw`(\d\d:\d\d|(Mon|Tue|Wed|Thu|Fri|Sat|Sun)|\d{1,2} \w{3,4}( \d{4})?)`;
const kept = "(stored with images|text stored|headline only)";
const saving = String.raw`(Saved, with images|Saved, \d+ images? missing|Saving…|Waiting for connection|Could not be saved\. .+)`;
/** What an option is called, by the name of its list: headline, source, time, states. */
const optionNames = new Map([
  [/^Stories, /, new RegExp(String.raw`^(You were here \d\d:\d\d\. )?(.+\. .+, ${time}(, unread)?(, saved)?, ${kept}|\d+ more from .+, press .+)$`)],
  [/^Saved stories, /, new RegExp(String.raw`^.+\. .+, ${time}(, unread)?(, tagged .+)?, ${saving}$`)],
  [/^Search results/, new RegExp(String.raw`^.+\. .+, ${time}(, unread)?(, saved)?(, ${kept})?$`)],
]);

/** What breaks a rule: a control without a name, and a story in a list that is not called as every story is. */
export function brokenRules(nodes) {
  const found = [];
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const listOf = (node) => (node === undefined ? undefined : node.role?.value === "listbox" ? text(node) : listOf(byId.get(node.parentId)));
  for (const node of nodes) {
    if (node.ignored || pages.has(node.role?.value)) continue;
    const name = text(node);
    if (properties(node).focusable && name === "") found.push(`a ${node.role?.value} that can have the focus has no name`);
    if (node.role?.value !== "option") continue;
    const list = listOf(node) ?? "";
    for (const [which, form] of optionNames) if (which.test(list) && !form.test(name)) found.push(`an option is called ${JSON.stringify(name)}, which is not headline, source, time, states`);
  }
  return found;
}

/** The tree in lines: role, name, states, indented by depth. Of a long list the first rows. */
export function lines(nodes) {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const out = [];
  const walk = (node, depth, above) => {
    const role = node.role?.value ?? "";
    const name = text(node);
    const shown = !node.ignored && !(silent.has(role) && (role !== "StaticText" || name === "" || above.includes(name)));
    let next = depth;
    if (shown) {
      const has = properties(node);
      const said = Object.entries(states)
        .filter(([key]) => key in has)
        .map(([key, say]) => say(has[key]))
        .filter((one) => one !== null);
      const value = node.value?.value !== undefined && String(node.value.value) !== name ? ` value=${JSON.stringify(String(node.value.value))}` : "";
      const description = (node.description?.value ?? "") !== "" && node.description.value !== name ? ` description=${JSON.stringify(node.description.value)}` : "";
      out.push(`${"  ".repeat(depth)}${role === "StaticText" ? "text" : role}${name === "" ? "" : ` ${JSON.stringify(short(name))}`}${said.length > 0 ? ` [${said.join(" ")}]` : ""}${value}${description}`);
      next = depth + 1;
    }
    const children = (node.childIds ?? []).map((id) => byId.get(id)).filter((child) => child !== undefined);
    // A text that its parent's name already says is not said twice.
    const names = shown ? `${above} ${name}` : above;
    const list = shown && ["listbox", "treegrid", "grid", "rowgroup", "list", "group"].includes(role);
    const whole = list && children.length > LONG ? children.slice(0, ROWS) : children;
    for (const child of whole) walk(child, next, names);
    if (whole.length < children.length) out.push(`${"  ".repeat(next)}… and ${children.length - whole.length} more`);
  };
  const root = nodes.find((node) => node.parentId === undefined);
  if (root) walk(root, 0, "");
  return out;
}

/** The least number of lines that are worth a reference. */
const WORTH = 8;

/**
 * The same lines, where a part of the window that an earlier state showed in the same words is named by that state alone. `known` holds
 * what was written so far, part by part, and is added to.
 */
export function withoutRepetition(lines, state, known) {
  const out = [];
  const depth = (line) => line.length - line.trimStart().length;
  for (let at = 0; at < lines.length; at++) {
    let end = at + 1;
    while (end < lines.length && depth(lines[end]) > depth(lines[at])) end += 1;
    const part = lines.slice(at, end).map((line) => line.slice(depth(lines[at]))).join("\n");
    const before = end - at >= WORTH ? known.get(part) : undefined;
    if (end - at >= WORTH && before === undefined) known.set(part, state);
    out.push(lines[at]);
    if (before === undefined || before === state) continue;
    out.push(`${" ".repeat(depth(lines[at]) + 2)}… as in ${before}`);
    at = end - 1;
  }
  return out;
}

/** The first line in which two trees differ, in words. */
export function firstDifference(before, now) {
  if (before === "") return "the tree of this state was not looked at yet (BLESS=1 writes it)";
  const [old, fresh] = [before.split("\n"), now.split("\n")];
  const at = fresh.findIndex((line, index) => line !== old[index]);
  const place = at < 0 ? fresh.length - 1 : at;
  return `line ${place + 1} was ${JSON.stringify(old[place]?.trim() ?? "")} and is ${JSON.stringify(fresh[place]?.trim() ?? "")}`;
}
