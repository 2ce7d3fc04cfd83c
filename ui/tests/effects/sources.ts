import { settle } from "../support";
import { calls, type Effect, type Stage } from "./support";

/** The focus is on the first source of the tree. */
export const onSource = async ({ app }: Stage) => {
  app.go("sources");
  await settle();
  app.sources.stands = `feed ${app.sources.rows[0]!.id}`;
};
const marked = ({ app }: Stage) => app.sources.marked.size;

export const sources: Record<string, Effect> = {
  "mark-source": { before: onSource, look: marked },
  "mark-all-sources": { before: onSource, look: marked },
  "clear-sources": {
    before: async (stage) => {
      await onSource(stage);
      stage.app.sources.markAll();
    },
    look: marked,
  },
  "rename-source": { before: onSource, look: ({ app }) => app.dialog },
  "unfollow-source": { before: onSource, look: calls(/^unfollow$/) },
};
