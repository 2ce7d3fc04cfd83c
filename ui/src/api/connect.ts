import type { Backend } from "./backend";

/**
 * The backend that is there: the program's, or in a plain browser the one in memory, which the address steers
 * (`?view=saved&theme=dark&offline`). The second is a chunk of its own and never loaded inside the program.
 */
export async function connect(): Promise<Backend> {
  if ("__TAURI_INTERNALS__" in globalThis) return (await import("./commands")).commands;
  const { fakeFromAddress } = await import("./fake/backend");
  return fakeFromAddress(new URLSearchParams(location.search));
}
