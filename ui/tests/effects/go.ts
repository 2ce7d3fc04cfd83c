import { vi } from "vitest";
import type { Effect, Stage } from "./support";

export const go: Record<string, Effect> = {
  "go-live": { before: ({ app }) => app.go("saved"), look: ({ app }) => app.view },
  "go-saved": { look: ({ app }) => app.view },
  "go-unread": { look: ({ app }) => app.ticker.unread },
  ...Object.fromEntries(
    [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => [
      `chip-${number}`,
      {
        before: async ({ app }: Stage) => {
          app.sources.feeds = app.sources.feeds.map((feed, index) => ({ ...feed, folder: `Folder ${index % 7}` }));
          if (number === 1) await app.ticker.show({ unread: true });
        },
        look: ({ app }: Stage) => `${app.ticker.unread} ${app.ticker.folder}`,
      },
    ]),
  ),
  "go-search": { look: ({ app }) => app.view },
  "go-activity": { look: ({ app }) => app.view },
  scope: { before: ({ app }) => app.go("saved"), look: ({ app, page }) => [app.view, vi.mocked(page.chooseScope).mock.calls.length] },
  "place-back": { before: ({ app }) => app.go("saved"), look: ({ app }) => app.view },
  "place-forward": {
    before: ({ app }) => {
      app.go("saved");
      app.trail.step(-1);
    },
    look: ({ app }) => app.view,
  },
  "go-sources": { look: ({ app }) => app.view },
};
