/* Promises about buttons that show no words: each has a name, says it under the pointer, and says its key where it has one. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { parse } from "svelte/compiler";
import { describe, expect, test } from "vitest";
import { commands } from "../src/commands/registry";

const src = join(import.meta.dirname, "../src");
function walk(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? walk(path) : [path];
  });
}

interface Node {
  type: string;
  name?: string;
  start: number;
  end: number;
  [key: string]: unknown;
}
/** A button without words: where it stands, and its attributes as they are written. */
interface WordlessButton {
  where: string;
  name: string;
  attributes: Map<string, string>;
}

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "type" in value;
const isTag = (node: Node) => node.name !== undefined && (node.type === "RegularElement" || node.type === "Component");

/** Every node below one, itself first. */
function* below(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const one of value) yield* below(one);
  if (!isNode(value)) return;
  yield value;
  for (const [key, child] of Object.entries(value)) if (key !== "parent" && typeof child === "object") yield* below(child);
}

/** True where something in here is read as words: a text, or a value that is drawn. What is hidden from everybody but the eye is none. */
function hasWords(nodes: Node[]): boolean {
  return nodes.some((node) => {
    if (node.type === "Text") return String(node.data).trim() !== "";
    if (node.type === "ExpressionTag" || node.type === "RenderTag" || node.type === "HtmlTag") return true;
    // An icon is a component that is given nothing to say.
    if (node.type === "Component" && !isNode(node.fragment)) return false;
    return ["fragment", "consequent", "alternate", "body", "fallback"].some((part) => isNode(node[part]) && hasWords((node[part] as { nodes?: Node[] }).nodes ?? []));
  });
}

/** The buttons without words of a file. A part that draws one hands its name on. */
function wordless(path: string): WordlessButton[] {
  const text = readFileSync(path, "utf8");
  const found: WordlessButton[] = [];
  for (const node of below(parse(text, { modern: true }).fragment)) {
    if (!isTag(node) || (node.name !== "button" && node.name !== "IconButton")) continue;
    const { nodes } = node.fragment as { nodes: Node[] };
    if (node.name === "button" && hasWords(nodes)) continue;
    const attributes = new Map<string, string>();
    for (const attribute of node.attributes as Node[]) {
      const written = text.slice(attribute.start, attribute.end);
      const value = written.startsWith("{") ? written : written.slice(written.indexOf("=") + 1);
      attributes.set(attribute.name ?? written, value.replace(/^\{|\}$/g, ""));
    }
    found.push({ where: `${relative(src, path)}:${text.slice(0, node.start).split("\n").length}`, name: node.name!, attributes });
  }
  return found;
}

/** What is called, without who calls it: `() => void app.show("help")` is `show("help")`. */
const called = (code: string) => {
  const body = code.slice(code.indexOf("=>") + 2).trim().replace(/^\(?void /, "");
  return code.includes("=>") && /^[\w.]+\([^(]*\)$/.test(body) ? body.replace(/^app\./, "").replaceAll("'", '"') : null;
};

const files = walk(src).filter((path) => path.endsWith(".svelte"));
const buttons = files.flatMap(wordless);
const byCall = new Map(commands.flatMap((command) => {
  const call = called(command.run.toString());
  return call === null || command.keys.length === 0 ? [] : [[call, command.id] as const];
}));

describe("a button without words", () => {
  test("is_found_by_this_test_wherever_it_stands", () => {
    expect(buttons.length).toBeGreaterThan(50);
    expect(byCall.get('show("follow")')).toBe("follow");
    expect(byCall.get("finding.step(1)")).toBe("find-next");
  });

  test("has_a_name_and_says_it_under_the_pointer", () => {
    const silent = buttons.filter(({ name, attributes }) => {
      if (name === "IconButton") return !attributes.has("label");
      // The words of a switch stand beside it.
      if (attributes.has("aria-labelledby")) return false;
      // What is for the pointer alone needs no other name.
      if (attributes.get("tabindex") === '"-1"') return !attributes.has("title");
      const label = attributes.get("aria-label");
      const title = attributes.get("title");
      return label === undefined || title === undefined || !title.includes(label.replace(/^"|"$/g, ""));
    });
    expect(silent.map(({ where }) => where)).toEqual([]);
  });

  test("says_its_key_where_a_command_does_the_same", () => {
    const mute = buttons.flatMap(({ where, name, attributes }) => {
      const id = byCall.get(called(attributes.get("onclick") ?? "") ?? "");
      if (id === undefined) return [];
      const keys = (name === "IconButton" ? attributes.get("keys") : attributes.get("title")) ?? "";
      return keys.includes(`"${id}"`) ? [] : [`${where} says no key of "${id}"`];
    });
    expect(mute).toEqual([]);
  });
});
