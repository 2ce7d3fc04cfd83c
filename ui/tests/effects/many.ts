import { calls, type Effect } from "./support";

export const many: Record<string, Effect> = {
  "mark-all": { look: calls(/^markAllRead$/) },
};
