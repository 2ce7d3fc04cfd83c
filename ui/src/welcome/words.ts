/* The bundled packs in the reader's language. */
import type { Pack } from "../api/backend";
import { t } from "../i18n/words";

const known: Record<string, () => { title: string; about: string }> = {
  world: () => ({ title: t("pack-world"), about: t("pack-world-about") }),
  europe: () => ({ title: t("pack-europe"), about: t("pack-europe-about") }),
  maghreb: () => ({ title: t("pack-maghreb"), about: t("pack-maghreb-about") }),
  spain: () => ({ title: t("pack-spain"), about: t("pack-spain-about") }),
  france: () => ({ title: t("pack-france"), about: t("pack-france-about") }),
  germany: () => ({ title: t("pack-germany"), about: t("pack-germany-about") }),
  technology: () => ({ title: t("pack-technology"), about: t("pack-technology-about") }),
  science: () => ({ title: t("pack-science"), about: t("pack-science-about") }),
  business: () => ({ title: t("pack-business"), about: t("pack-business-about") }),
  sport: () => ({ title: t("pack-sport"), about: t("pack-sport-about") }),
  culture: () => ({ title: t("pack-culture"), about: t("pack-culture-about") }),
  arabic: () => ({ title: t("pack-arabic"), about: t("pack-arabic-about") }),
  portuguese: () => ({ title: t("pack-portuguese"), about: t("pack-portuguese-about") }),
  japan: () => ({ title: t("pack-japan"), about: t("pack-japan-about") }),
  chinese: () => ({ title: t("pack-chinese"), about: t("pack-chinese-about") }),
};

/** What a pack is called and what is in it; in its own words where it is none of ours. */
export function packWords(pack: Pack): { title: string; about: string } {
  return known[pack.id]?.() ?? { title: pack.title, about: pack.description };
}
