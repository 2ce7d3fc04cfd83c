import { invoke } from "@tauri-apps/api/core";
import type { Backend } from "./backend";
import { onNotice } from "./events";

/** The backend of the program: each method is one IPC command. */
export const commands: Backend = {
  ticker: (query) => invoke("ticker", { query }),
  tickerRows: (ids) => invoke("ticker_rows", { ids }),
  article: (id) => invoke("article", { id }),
  markRead: (ids) => invoke("mark_read", { ids }),
  markUnread: (ids) => invoke("mark_unread", { ids }),
  markAllRead: (query) => invoke("mark_all_read", { query }),
  saveArticle: (id) => invoke("save_article", { id }),
  unsaveArticle: (id) => invoke("unsave_article", { id }),
  retrySave: (id) => invoke("retry_save", { id }),
  saved: () => invoke("saved"),
  feeds: () => invoke("feeds"),
  follow: (url, pick) => invoke("follow", { url, pick }),
  unfollow: (feed) => invoke("unfollow", { feed }),
  packs: () => invoke("packs"),
  followPack: (id) => invoke("follow_pack", { id }),
  importOpml: (bytes) => invoke("import_opml", bytes),
  sync: (feed) => invoke("sync", { feed }),
  cancelSync: () => invoke("cancel_sync"),
  status: () => invoke("status"),
  settings: () => invoke("settings"),
  setSettings: (settings) => invoke("set_settings", { settings }),
  about: () => invoke("about"),
  diagnostics: () => invoke("diagnostics"),
  openLink: (id, link, contentKey) => invoke("open_link", { id, link, contentKey }),
  openOriginal: (id) => invoke("open_original", { id }),
  openComments: (id) => invoke("open_comments", { id }),
  openHome: (feed) => invoke("open_home", { feed }),
  undo: () => invoke("undo"),
  windowState: (visible) => invoke("window_state", { visible }),
  firstRowsPainted: () => invoke("first_rows_painted"),
  onNotice,
};
