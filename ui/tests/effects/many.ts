import { calls, type Effect, type Stage } from "./support";

const marked = ({ app }: Stage) => app.ticker.marked.ids.size;
const some = ({ app }: Stage) => app.ticker.extend(3);

export const many: Record<string, Effect> = {
  select: { look: marked },
  "extend-down": { look: marked },
  "extend-up": { look: marked },
  "select-all": { look: marked },
  "mark-read": { before: some, look: calls(/^markRead$/) },
  "mark-unread": { before: some, look: calls(/^markUnread$/) },
  "save-many": { before: some, look: calls(/^saveArticle$/) },
  "mark-all": { look: calls(/^markAllRead$/) },
  "mark-older": { look: calls(/^markAllRead$/) },
  clear: { before: some, look: marked },
};
