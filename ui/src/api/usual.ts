import type { Settings } from "./generated/Settings";

/** The settings of a reader who has chosen nothing, as `Settings::default` in the model has them. */
export const usualSettings: Settings = {
  theme: "system",
  accent: "theme",
  density: "comfortable",
  headlines: "serif",
  check_interval: "15m",
  images: "opened",
  reading: { font: "serif", size: 19, leading: 163, measure: 66, paragraphs: 95 },
  mark_read: "glance",
  auto_show: true,
  single_keys: true,
  keys: {},
  filters: [],
  language: null,
  motion: "system",
  toasts: "short",
  cache_mb: 1024,
  proxy: "system",
  keep_days: 90,
  look_for_versions: false,
  notify: { on: false, when: "now", quiet: true, quiet_from: 1320, quiet_until: 420, quiet_weekends: false, private: false, paused_until: null },
  on_close: "ask",
  start_at_login: false,
  badge: false,
  spare: true,
};
