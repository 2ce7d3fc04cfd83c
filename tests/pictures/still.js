// Runs before the page: what would differ between two looks at the same state stands still.
(() => {
  // Nothing is left of the state before.
  localStorage.clear();
  // One moment: Monday 23 November 2026, 14:41 in London.
  const moment = Date.parse("2026-11-23T14:41:00Z");
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...given) {
      super(...(given.length === 0 ? [moment] : given));
    }
    static now() {
      return moment;
    }
  };
  // What is to happen in a second or later (a message goes, a minute passes) does not.
  const later = globalThis.setTimeout;
  globalThis.setTimeout = (run, delay = 0, ...given) => (delay >= 1000 ? 0 : later(run, delay, ...given));
  Object.defineProperty(navigator, "languages", { get: () => ["en-GB"] });
  Object.defineProperty(navigator, "language", { get: () => "en-GB" });
  // Which voices there are is a matter of the system.
  Object.defineProperty(globalThis, "speechSynthesis", { value: undefined });

  // No motion, no blinking, no scroll bars that fade; also inside the story.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("*, *::before, *::after { animation: none !important; transition: none !important; scroll-behavior: auto !important; caret-color: transparent !important; scrollbar-width: none !important }");
  document.adoptedStyleSheets = [sheet];
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, options);
    later(() => (root.adoptedStyleSheets = [...root.adoptedStyleSheets.filter((one) => one !== sheet), sheet]), 0);
    return root;
  };

  // Han characters are drawn with what the system has, so what is written with them is not in the pictures.
  Object.defineProperty(globalThis, "stopPressFake", {
    configurable: true,
    set(fake) {
      const japanese = (text) => /[\u3040-\u30ff\u3400-\u9fff]/.test(text ?? "");
      fake.items = fake.items.filter((item) => !japanese(item.row.feed_title) && !japanese(item.row.title));
      fake.feedList = fake.feedList.filter((feed) => !japanese(feed.title));
      const packs = fake.packs.bind(fake);
      fake.packs = async () => (await packs()).map((pack) => ({ ...pack, feeds: pack.feeds.filter((feed) => !japanese(feed.title)) }));
      Object.defineProperty(globalThis, "stopPressFake", { value: fake });
    },
  });
})();
