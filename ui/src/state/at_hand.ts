import type { TickerRow } from "../api/backend";
import type { App } from "./app.svelte";

/** What is known of a story in every list. */
export type StoryAtHand = Pick<TickerRow, "id" | "title" | "feed_id" | "feed_title">;

/** The story that actions concern, with its source; null where nothing is selected, or its source is followed no more. */
export function storyAtHand(app: App): StoryAtHand | null {
  const id = app.current;
  if (app.view === "live") return app.ticker.rows[app.ticker.indexOf(id)] ?? null;
  const hit = app.view === "search" ? app.search.hit(id) : undefined;
  const found = hit ? { id: hit.id, title: hit.title, feed_id: hit.feed, feed_title: hit.source } : app.view === "saved" ? app.saved.items.find((item) => item.id === id) : undefined;
  return found !== undefined && app.sources.feeds.some((feed) => feed.id === found.feed_id) ? found : null;
}
