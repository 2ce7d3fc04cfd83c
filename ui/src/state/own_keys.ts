import type { Settings } from "../api/backend";
import type { App } from "./app.svelte";

/** Keeps other keys of the reader's, and says so with a way back to those before. */
export async function chooseKeys(app: App, keys: Settings["keys"], said: string): Promise<void> {
  const before = app.library.settings.keys;
  await app.choose({ keys });
  if (app.settingsProblem === "") app.toasts.show(said, "read", undefined, 1, () => app.choose({ keys: before }));
}
