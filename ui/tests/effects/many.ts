import { settle } from "../support";
import { calls, type Effect, type Stage } from "./support";

const marked = ({ app }: Stage) => app.ticker.marked.ids.size;
const some = ({ app }: Stage) => app.ticker.extend(3);
const someSaved = async ({ app }: Stage) => {
  app.go("saved");
  await settle();
  app.saved.extend(3);
};

export const many: Record<string, Effect> = {
  select: { look: marked },
  "extend-down": { look: marked },
  "extend-up": { look: marked },
  "select-all": { look: marked },
  "mark-read": { before: some, look: calls(/^markRead$/) },
  "mark-unread": { before: some, look: calls(/^markUnread$/) },
  "save-many": { before: some, look: calls(/^saveArticle$/) },
  "unsave-many": { before: someSaved, look: calls(/^unsaveArticle$/) },
  "tag-many": { before: someSaved, look: ({ app }) => app.dialog },
  "hide-many": { before: some, look: calls(/^hide$/) },
  "mark-all": { look: calls(/^markAllRead$/) },
  "mark-older": { look: calls(/^markAllRead$/) },
  clear: { before: some, look: marked },
};
