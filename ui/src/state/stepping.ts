import { t } from "../i18n/words";
import type { App } from "./app.svelte";

/** Where a key moves the selection: so many stories on, to an end, or to the next or last unread one. */
export type Move = { by: number } | { to: "first" | "last" } | "unread" | "unread-back";

/** Moves the selection in the list on screen; the story follows. */
export function step(app: App, move: Move): void {
  const list = app.view === "saved" ? app.saved : app.view === "search" ? app.search : app.view === "live" ? app.ticker : null;
  if (list === null) return;
  if (move === "unread" && list === app.ticker) return void stepUnread(app);
  if (typeof move === "object" && "to" in move && move.to === "last" && list === app.ticker) return void stepLast(app);
  const id = move === "unread" || move === "unread-back" ? list.stepUnread(move === "unread" ? 1 : -1) : "by" in move ? list.step(move.by) : list.stepTo(move.to);
  if (id !== null) app.reading.glance(id);
}

/** The next unread story of Live, also where it is not in memory yet. */
async function stepUnread(app: App): Promise<void> {
  await app.attempt(async () => {
    const id = await app.ticker.findUnread();
    if (id !== null && app.view === "live") app.reading.glance(id);
  });
}

/** The end of Live, or as far towards it as one press goes; that is said. */
async function stepLast(app: App): Promise<void> {
  const { ticker } = app;
  const before = ticker.selected;
  if (!(await ticker.findLast()) || app.view !== "live") return;
  if (ticker.selected !== null && ticker.selected !== before) app.reading.glance(ticker.selected);
  if (ticker.failure !== "") app.toasts.show(ticker.failure, "problem");
  else if (ticker.moreBelow) app.toasts.show(t("end-farther", { place: ticker.above + ticker.rows.length, total: ticker.total }), "source");
}
