import { vi } from "vitest";
import { standOnFold } from "../support";
import { opens, type Effect, type Stage } from "./support";

const selected = ({ app }: Stage) => app.ticker.selected;
const waiting: Effect = { before: ({ fake }) => fake.push(), look: ({ app }) => app.ticker.waiting };
const pages: Effect = { before: opens("Night train"), look: ({ page }) => vi.mocked(page.pageArticle).mock.calls.length };

export const move: Record<string, Effect> = {
  next: { look: selected },
  previous: { look: selected },
  "next-unread": { look: selected },
  "previous-unread": { look: selected },
  unfold: { before: ({ app }) => standOnFold(app), look: ({ app }) => app.ticker.hidden.size },
  page: pages,
  "page-back": pages,
  "show-new": waiting,
  first: waiting,
  last: { look: selected },
  "screen-down": { look: selected },
  "screen-up": { look: selected },
};
