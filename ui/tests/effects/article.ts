import { vi } from "vitest";
import { calls, opens, type Effect, type Stage } from "./support";

/** Somebody speaks, and the player is at the second of three sentences. */
const listens = async (stage: Stage) => {
  stage.fake.spokenLanguages = ["en"];
  await stage.app.listening.start();
  await opens("Offshore wind")(stage);
  stage.app.listening.toggle();
  stage.app.listening.begin(["One.", "Two.", "Three."], "en", 1);
};

export const article: Record<string, Effect> = {
  text: { before: opens("Central bank"), look: calls(/^fullStory$/) },
  changes: { before: opens("Late goal"), look: ({ app }) => app.changes.open },
  images: {
    before: async (stage) => {
      await stage.app.library.set({ images: "never" });
      await opens("Glacier survey")(stage);
    },
    look: ({ app }) => app.reading.page?.hidden_images,
  },
  markdown: { before: opens("Offshore wind"), look: ({ fake }) => fake.opened.filter((one) => one.startsWith("copied # Offshore wind")).length },
  publisher: { before: opens("Offshore wind"), look: ({ app }) => app.publisher.feed },
  print: { before: opens("Offshore wind"), look: calls(/^print$/) },
  find: { before: opens("Offshore wind"), look: ({ app }) => app.finding.open },
  "find-next": { before: opens("Offshore wind"), look: ({ app }) => app.finding.asked },
  "find-previous": { before: opens("Offshore wind"), look: ({ app }) => app.finding.asked },
  listen: {
    before: async (stage) => {
      await listens(stage);
      stage.app.listening.close();
    },
    look: ({ app }) => app.listening.open,
  },
  "listen-next": { before: listens, look: ({ app }) => app.listening.at },
  "listen-previous": { before: listens, look: ({ app }) => app.listening.at },
  focus: { before: opens("Offshore wind"), look: ({ app }) => app.aside },
  list: { before: opens("Offshore wind"), look: ({ app }) => app.aside },
  paragraph: { before: opens("Offshore wind"), look: ({ page }) => vi.mocked(page.paragraph).mock.calls.length },
  "paragraph-back": { before: opens("Offshore wind"), look: ({ page }) => vi.mocked(page.paragraph).mock.calls.length },
  larger: { look: ({ app }) => app.look.style.size },
  smaller: { look: ({ app }) => app.look.style.size },
};
