import { afterEach, vi } from "vitest";
import { learn } from "../src/i18n/languages";
import { fetchLater } from "../src/later.svelte";

// The page has a constructable sheet and modal dialogs; the test DOM draws nothing and needs only their names.
if (typeof CSSStyleSheet === "undefined" || !("replaceSync" in CSSStyleSheet.prototype)) {
  vi.stubGlobal("CSSStyleSheet", class { replaceSync() {} });
}

await learn(null, ["en-US"]);
// What the window fetches after its first picture is here already.
await fetchLater();

afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});
