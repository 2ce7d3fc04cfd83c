/* What a folder is: a path of names with `/` between them, as `model/folder.rs` says. "In a folder" means in it or in one under
   it, everywhere. */

/** A folder of a tree: its path, its own name, and how many stand around it and itself. */
export interface Branch {
  path: string;
  name: string;
  level: number;
}

/** Whether a folder is this one or one under it. */
export function isWithin(folder: string | null | undefined, outer: string): boolean {
  return folder !== null && folder !== undefined && (folder === outer || folder.startsWith(`${outer}/`));
}

/** The folder that this one is in; null = in no other. */
export function parentOf(path: string): string | null {
  const at = path.lastIndexOf("/");
  return at > 0 && at < path.length - 1 ? path.slice(0, at) : null;
}

/** The name of a folder without those before it. */
export function nameOf(path: string): string {
  const outer = parentOf(path);
  return outer === null ? path : path.slice(outer.length + 1);
}

/** A folder and those it is in, the outermost first. */
export function wayTo(path: string): string[] {
  const outer = parentOf(path);
  return outer === null ? [path] : [...wayTo(outer), path];
}

/** A path as the program keeps it: no blanks around names, none of them empty. */
export function tidy(path: string): string {
  return path
    .split("/")
    .map((name) => name.trim())
    .filter((name) => name !== "")
    .join("/");
}

/** Where a folder within `from` is when that has become `to`, or has gone (null); null = in no folder then. */
export function moved(folder: string, from: string, to: string | null): string | null {
  return tidy(`${to ?? ""}${folder.slice(from.length)}`) || null;
}

/** The folders as a tree, from top to bottom: those that only hold others too, each above what is in it, in the order given. */
export function treeOf(paths: Iterable<string>): Branch[] {
  const inside = new Map<string | null, Set<string>>();
  for (const path of paths) {
    for (const one of wayTo(path)) {
      const outer = parentOf(one);
      const known = inside.get(outer) ?? new Set();
      inside.set(outer, known.add(one));
    }
  }
  const from = (outer: string | null, level: number): Branch[] => [...(inside.get(outer) ?? [])].flatMap((path) => [{ path, name: nameOf(path), level }, ...from(path, level + 1)]);
  return from(null, 1);
}
