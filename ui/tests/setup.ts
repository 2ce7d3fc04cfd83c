import { afterEach, vi } from "vitest";

// The page has a constructable sheet and modal dialogs; the test DOM draws nothing and needs only their names.
if (typeof CSSStyleSheet === "undefined" || !("replaceSync" in CSSStyleSheet.prototype)) {
  vi.stubGlobal("CSSStyleSheet", class { replaceSync() {} });
}

afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});
