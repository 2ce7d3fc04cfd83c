/* How often a source can be checked, in words. */
import type { FeedInterval } from "../api/backend";
import { t } from "../i18n/words";

export function intervals(): { value: FeedInterval; label: string }[] {
  return [
    { value: "auto", label: t("interval-auto") },
    { value: "15m", label: t("interval-15m") },
    { value: "1h", label: t("interval-1h") },
    { value: "6h", label: t("interval-6h") },
    { value: "daily", label: t("interval-daily") },
    { value: "paused", label: t("interval-paused") },
  ];
}
