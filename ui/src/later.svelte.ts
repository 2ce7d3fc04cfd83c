/* What the first picture does not need. It is fetched as soon as the first rows are painted, so that no key waits for it, and
   until then stands empty: a key that comes earlier shows its view or dialog a moment later. */

let article = $state.raw<typeof import("./article/Article.svelte") | null>(null);
let rest = $state.raw<typeof import("./rest") | null>(null);
let asked: Promise<unknown> | null = null;

/** The parts that are here by now. */
export const later = {
  get Article() {
    return article?.default ?? null;
  },
  get rest() {
    return rest;
  },
};

/** Fetches everything that is not here yet, the article's pane first; asked again where that failed. */
export function fetchLater(): Promise<unknown> {
  asked ??= Promise.all([import("./article/Article.svelte").then((found) => (article = found)), import("./rest").then((found) => (rest = found))]).catch((error: unknown) => {
    asked = null;
    throw error;
  });
  return asked;
}
