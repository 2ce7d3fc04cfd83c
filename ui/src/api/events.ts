import { listen } from "@tauri-apps/api/event";
import type { Notice } from "./backend";

/** The one event that the program sends. */
export const NOTICE = "notice";

/** Subscribes to notices; the answer ends the subscription. */
export function onNotice(listener: (notice: Notice) => void): Promise<() => void> {
  return listen<Notice>(NOTICE, (event) => listener(event.payload));
}
