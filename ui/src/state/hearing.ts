import type { Notice } from "../api/backend";
import type { App } from "./app.svelte";
import { takeHanded } from "./handed";

/** What the program tells without being asked goes to whom it concerns. */
export function hear(app: App, notice: Notice): void {
  if (notice.kind === "library_changed") void app.changed();
  else if (notice.kind === "handed") void app.attempt(() => takeHanded(app));
  else if (notice.kind === "pack_progress") app.packing.notice(notice.done, notice.total);
  else if (notice.kind === "import_progress") app.listing.notice(notice.done, notice.total);
  else if (notice.kind === "export_progress") {
    app.exporting.notice(notice.done, notice.total);
    app.bagging.notice(notice.done, notice.total);
  } else {
    app.library.notice(notice);
    if (notice.kind === "sync_ended") void app.versions.watch();
  }
}
