/* The window as a whole. */
import { plain, type Command } from "./command";

export const app: Command[] = [
  { id: "palette", title: "cmd-palette", group: "app", keys: ["$mod+k"], when: plain, run: (app) => app.show("palette") },
  { id: "follow", title: "cmd-follow", words: "words-cmd-follow", group: "app", keys: ["a", "$mod+n"], when: plain, run: (app) => app.show("follow") },
  { id: "packs", title: "browse-packs", words: "words-packs", group: "app", keys: [], when: plain, run: (app) => app.show("packs") },
  { id: "import-opml", title: "import-opml", words: "words-opml", group: "app", keys: [], when: plain, run: (_app, page) => page.chooseLists() },
  { id: "save-page", title: "cmd-save-page", words: "words-cmd-save-page", group: "app", keys: ["Shift+S"], when: plain, run: (app) => app.show("save-page") },
  { id: "pack", title: "cmd-pack", words: "words-cmd-pack-now", group: "app", keys: ["p"], when: (app) => plain(app) && app.library.status.feeds > 0, run: (app) => app.show("pack") },
  { id: "export", title: "cmd-export", words: "words-cmd-export", group: "app", keys: ["$mod+s"], when: (app) => plain(app) && app.takingOut.exportChoices.length > 0, run: (app) => app.show("export") },
  { id: "export-feeds", title: "cmd-export-feeds", words: "words-opml", group: "app", keys: [], when: (app) => plain(app) && app.library.status.feeds > 0, run: (app) => void app.takingOut.exportFeeds() },
  { id: "import-saved", title: "cmd-import-saved", words: "words-cmd-import-saved", group: "app", keys: [], when: plain, run: (app) => app.show("import-saved") },
  { id: "sync", title: "cmd-sync", words: "words-cmd-sync", group: "app", keys: ["r", "$mod+r", "F5"], when: plain, run: (app) => void app.sync() },
  { id: "region", title: "cmd-region", group: "app", keys: ["F6"], when: plain, run: (_app, page) => page.nextRegion(1) },
  { id: "region-back", title: "cmd-region-back", group: "app", keys: ["Shift+F6"], when: plain, run: (_app, page) => page.nextRegion(-1) },
  { id: "menu", title: "cmd-menu", group: "app", keys: ["F10"], when: plain, run: (app) => void (app.appMenu = !app.appMenu) },
  { id: "settings", title: "cmd-settings", words: "words-cmd-settings", group: "app", keys: ["$mod+,"], when: plain, run: (app) => app.show("settings") },
  { id: "zoom-in", title: "cmd-zoom-in", group: "app", keys: ["$mod++", "$mod+="], run: (app) => void app.zoomBy(1) },
  { id: "zoom-out", title: "cmd-zoom-out", group: "app", keys: ["$mod+-"], run: (app) => void app.zoomBy(-1) },
  { id: "zoom-reset", title: "cmd-zoom-reset", group: "app", keys: ["$mod+0"], run: (app) => void app.zoomBy(0) },
  { id: "undo", title: "cmd-undo", words: "words-cmd-undo", group: "app", keys: ["$mod+z"], when: (app) => plain(app) || (app.dialog === "settings" && (app.toasts.undo ?? app.toasts.back) !== undefined), run: (app) => void app.undoing.undo() },
  { id: "redo", title: "cmd-redo", words: "words-cmd-redo", group: "app", keys: ["$mod+Shift+z", "$mod+y"], when: plain, run: (app) => void app.undoing.redo() },
  { id: "toast", title: "cmd-toast", group: "app", keys: ["F8", "$mod+Shift+U"], when: (app) => (plain(app) || app.dialog === "settings") && app.toasts.current !== null, run: (_app, page) => page.focusToast() },
  { id: "help", title: "cmd-help", words: "words-cmd-help", group: "app", keys: ["?", "F1"], when: plain, run: (app) => app.show("help") },
  { id: "print-keys", title: "cmd-print-keys", group: "app", keys: ["$mod+p"], before: true, when: (app) => app.dialog === "help", run: (app) => void app.stories.print() },
  { id: "quit", title: "cmd-quit", words: "words-cmd-quit", group: "app", keys: ["$mod+q"], run: (app) => void app.attempt(() => app.backend.quit()) },
  {
    id: "back",
    title: "cmd-back",
    group: "app",
    keys: ["Escape"],
    when: (app) => plain(app) && (app.finding.open || app.pane === "article" || app.toasts.current !== null || app.reading.way !== null || app.aside !== "shown"),
    run: (app) => {
      if (app.finding.open) app.finding.close();
      else if (app.toasts.current) app.toasts.dismiss();
      else if (app.reading.way !== null) app.reading.way = null;
      else if (app.aside !== "shown") app.aside = "shown";
      else app.pane = "list";
    },
  },
];
