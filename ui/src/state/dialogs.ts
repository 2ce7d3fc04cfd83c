import type { App } from "./app.svelte";

/** What can lie over the window. */
export type Dialog = "palette" | "settings" | "help" | "follow" | "packs" | "list" | "imported" | "import-saved" | "save-page" | "pack" | "export" | "name" | "address" | "sign-in" | "mute" | "close" | "notify" | "tag" | "image";

/** What lies over the window when this is asked for: what the packs of the first screen brought is told in the end, however the typed address went. */
export function nextDialog(app: App, wanted: Dialog | null): Dialog | null {
  return wanted === null && app.welcome && app.dialog === "follow" && app.follow.result !== null ? "imported" : wanted;
}

/** The dialog that is open makes room: what it had begun ends. */
export function dialogLeft(app: App, next: Dialog | null): void {
  if (app.dialog === "follow") app.follow.retype();
  if (app.dialog === "address") app.readdress.retype();
  if (app.dialog === "list" && next !== "list") app.listing.close();
}

/** A dialog begins anew, or the last one was closed. */
export function dialogOpened(app: App, dialog: Dialog | null): void {
  if (dialog === "packs" || dialog === "follow") {
    app.follow.reset();
    void app.follow.loadPacks();
  }
  if (dialog === "follow") void app.follow.offerClipped();
  if (dialog === "import-saved") app.importing.opened();
  if (dialog === "save-page") app.pageSaving.reset();
  if (dialog === "pack") app.packing.opened();
  if (dialog === "export") app.exporting.openedOver(app.takingOut.exportChoices);
  if (dialog === null) {
    app.follow.retype();
    app.ticker.settled();
    app.turns.closed();
  }
}
