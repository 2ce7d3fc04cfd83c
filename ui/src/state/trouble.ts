import { isFailure, type FeedId, type Trouble } from "../api/backend";
import { t } from "../i18n/words";
import type { App } from "./app.svelte";

/** The source asked us to slow down: it is asked again by itself, and nobody has to do anything. */
export function waits(trouble: Trouble | null): boolean {
  return trouble?.code === "asked_to_wait";
}

/** The reader should see this trouble, and can do something about it. */
export function needsReader(trouble: Trouble | null): boolean {
  return trouble !== null && trouble.shown && !waits(trouble);
}

/** What the one button beside a trouble says; null where only waiting helps. */
export function troubleAction(trouble: Trouble): string | null {
  switch (trouble.action) {
    case "none":
      return null;
    case "unfollow":
      return t("unfollow");
    case "add_sign_in":
      return t("sign-in");
    case "open_site":
      return t("open-site");
    case "find_address":
      return t("find-address");
    case "choose":
      return t("choose-feed");
    case "details":
      return t("details");
    default:
      return t("try-now");
  }
}

/** Does the one thing that helps. */
export async function actOnTrouble(app: App, feed: FeedId, trouble: Trouble): Promise<void> {
  if (trouble.action === "unfollow") return app.unfollow(feed);
  if (trouble.action === "add_sign_in") return app.following.askSignIn(feed);
  if (trouble.action === "open_site") return app.openHome(feed);
  if (trouble.action === "find_address" || trouble.action === "choose") return app.following.findAddress(feed);
  // What the server said stands with the last checks.
  if (trouble.action === "details") return app.showSource(feed);
  return app.sync(feed);
}

/** The program found no room on the disk. What it says is English, see `i18n/said.ts`. */
export function needsRoom(error: unknown): boolean {
  return isFailure(error) && /\bno room left on the disk\b|\btoo little room on the disk\b|\bthe disk is full\b/.test(error.message);
}

/** Shows what takes room, and what can go. */
export function manageStorage(app: App): void {
  app.section = "saved";
  app.show("settings");
}
