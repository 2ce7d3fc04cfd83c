import type { Backend } from "./backend";
import { commands } from "./commands";

/**
 * The backend that is there: the program's, or in a plain browser the one in memory, which the address steers
 * (`?view=saved&theme=dark&offline`). The second is a chunk of its own and never loaded inside the program, and so are the
 * languages that are there for checking only (`?lang=en-XA`).
 */
export async function connect(): Promise<Backend> {
  if ("__TAURI_INTERNALS__" in globalThis) return commands;
  const query = new URLSearchParams(location.search);
  if (/^(en-XA|ar-XB)$/.test(query.get("lang") ?? "")) (await import("../i18n/pseudo")).teachPseudo();
  const { fakeFromAddress } = await import("./fake/backend");
  return fakeFromAddress(query);
}
