import type { App } from "./app.svelte";

/** Takes what the system handed over. It is shown where the reader decides; nothing is fetched or changed by it. */
export async function takeHanded(app: App): Promise<void> {
  const handed = await app.backend.handed();
  if (handed === null) return;
  if (handed.kind === "file") return app.importing.takeFile(await app.backend.handedFile());
  if (handed.kind === "address") {
    app.show("follow");
    app.follow.address = handed.address;
    return;
  }
  if (handed.kind === "closing") return app.show("close");
  if (handed.kind === "command") {
    app.chosen = handed.id;
    return;
  }
  app.show(null);
  if (app.welcome) return;
  if (handed.kind === "story") return app.trail.openElsewhere(handed.id);
  if (handed.kind === "search") {
    app.go("search");
    app.search.type(handed.words);
  } else if (handed.view === "settings") app.show("settings");
  else app.go(handed.view);
}
