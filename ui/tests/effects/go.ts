import type { Effect } from "./support";

export const go: Record<string, Effect> = {
  "go-live": { before: ({ app }) => app.go("saved"), look: ({ app }) => app.view },
  "go-saved": { look: ({ app }) => app.view },
  "go-sources": { look: ({ app }) => app.view },
};
