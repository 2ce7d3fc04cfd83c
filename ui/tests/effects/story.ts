import { vi } from "vitest";
import { settle } from "../support";
import { calls, opens, type Effect, type Stage } from "./support";

const went = ({ fake }: Stage) => fake.opened.length;

export const story: Record<string, Effect> = {
  open: { look: ({ app }) => app.reading.id },
  original: { look: went },
  save: { look: calls(/^(un)?saveArticle$/) },
  read: { look: calls(/^mark(Un)?[rR]ead$/) },
  comments: { before: opens("Night train"), look: ({ app }) => app.talk.open },
  copy: { look: went },
  "copy-headline": { look: went },
  tags: { before: opens("Offshore wind"), look: ({ page }) => vi.mocked(page.focusTags).mock.calls.length },
  retry: {
    before: async ({ app }) => {
      app.go("saved");
      await settle();
      app.saved.selected = app.saved.items.find((item) => item.state === "failed")?.id ?? null;
    },
    look: calls(/^retrySave$/),
  },
  "only-source": { look: ({ app }) => app.ticker.feed },
  "load-older": {
    before: async ({ app }) => {
      app.scope({ feed: app.sources.feeds.find((feed) => feed.has_older)!.id });
      await settle();
    },
    look: calls(/^loadOlder$/),
  },
  hide: { look: calls(/^hide$/) },
  mute: { look: ({ app }) => [app.dialog, app.muting.text] },
  "mute-source": { look: ({ app }) => [app.dialog, app.muting.kind] },
  "go-source": { look: ({ app }) => app.sources.selected },
  order: { before: ({ app }) => app.go("saved"), look: ({ app }) => app.saved.order },
};
