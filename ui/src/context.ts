import { getContext, setContext } from "svelte";
import type { App } from "./state/app.svelte";

const KEY = Symbol("app");

/** Gives the window's state to every part below. */
export function provideApp(app: App): void {
  setContext(KEY, app);
}

/** The window's state. */
export function useApp(): App {
  return getContext<App>(KEY);
}
