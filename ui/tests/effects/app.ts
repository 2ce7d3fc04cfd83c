import { vi } from "vitest";
import { calls, opens, type Effect, type Stage } from "./support";

const dialog: Effect = { look: ({ app }) => app.dialog };
const regions = ({ page }: Stage) => vi.mocked(page.nextRegion).mock.calls.length;

export const app: Record<string, Effect> = {
  palette: dialog,
  follow: dialog,
  packs: dialog,
  "import-opml": { look: ({ page }) => vi.mocked(page.chooseLists).mock.calls.length },
  "save-page": dialog,
  pack: dialog,
  export: dialog,
  "export-feeds": { look: calls(/^exportFeeds$/) },
  "import-saved": dialog,
  sync: { look: calls(/^sync$/) },
  region: { look: regions },
  "region-back": { look: regions },
  menu: { look: ({ app }) => app.appMenu },
  settings: dialog,
  "zoom-in": { look: ({ app }) => app.zoom.factor },
  "zoom-out": { look: ({ app }) => app.zoom.factor },
  "zoom-reset": { before: ({ app }) => app.zoomBy(1), look: ({ app }) => app.zoom.factor },
  undo: { look: calls(/^undo$/) },
  redo: { look: calls(/^redo$/) },
  toast: { before: ({ app }) => app.toasts.show("Saved", "saved"), look: ({ page }) => vi.mocked(page.focusToast).mock.calls.length },
  help: dialog,
  "print-keys": { before: ({ app }) => app.show("help"), look: calls(/^print$/) },
  quit: { look: calls(/^quit$/) },
  back: { before: opens("Night train"), look: ({ app }) => app.pane },
};
