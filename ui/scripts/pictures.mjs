// Draws the states of the window from the built page and the backend in memory, under the same content policy as the
// program. `npm run build && npm run pictures -- FOLDER [name…]`. It needs a Chromium (`CHROMIUM`, or /usr/bin/chromium).
import { createReadStream, existsSync, mkdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { tmpdir } from "node:os";
import { chromium } from "playwright-core";

const dist = new URL("../dist/", import.meta.url).pathname;

const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".woff2": "font/woff2", ".woff": "font/woff" };
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types article svelte-trusted-html";
const server = createServer((request, response) => {
  const path = normalize(new URL(request.url, "http://localhost").pathname);
  const file = join(dist, path === "/" ? "index.html" : path);
  if (!existsSync(file) || !statSync(file).isFile()) return void response.writeHead(404).end();
  response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream", "content-security-policy": policy });
  createReadStream(file).pipe(response);
});

const option = (page, text) => page.getByRole("option", { name: text }).first();
const openWind = async (page) => {
  await option(page, "Offshore wind").click();
  await page.mouse.move(700, 880);
  await page.waitForTimeout(300);
};
const pending = async (page) => {
  await option(page, "Central bank").hover();
  await page.evaluate(() => {
    for (let n = 0; n < 4; n++) globalThis.stopPressFake.push(0);
  });
  await page.waitForTimeout(300);
};
const nav = (page, name) => page.getByRole("navigation").getByRole("button", { name }).click();

/** Rules for notifications, which are on. */
const rules = (page) =>
  page.evaluate(async () => {
    const fake = globalThis.stopPressFake;
    const settings = await fake.settings();
    await fake.changeSettings({ notify: { ...settings.notify, on: true } });
    await fake.addNotifyRule({ kind: "source", feed: "1", text: "", matching: "any" });
    await fake.addNotifyRule({ kind: "folder", feed: null, text: "World", matching: "any" });
    await fake.addNotifyRule({ kind: "words", feed: null, text: "ferry, storm", matching: "any" });
  });

const bringIn = async (page) => (await page.getByRole("button", { name: "More", exact: true }).first().click(), await page.getByRole("menuitem", { name: /Bring in/ }).click());

const wide = { width: 1440, height: 900 };
/** The states by name: the address that begins them, the size of the window, and what is done then. */
export const pictures = {
  live: {
    open: "?theme=light",
    go: async (page) => {
      await openWind(page);
      await page.mouse.move(460, 24);
      await page.mouse.move(300, 24);
      await pending(page);
      await page.mouse.move(300, 24);
    },
  },
  "live-dark": {
    open: "?theme=dark",
    go: async (page) => {
      await pending(page);
      await option(page, "Offshore wind").click();
      await page.keyboard.press("k");
      await page.keyboard.press("j");
      await page.waitForTimeout(400);
      await option(page, "Night train").hover();
      await page.waitForTimeout(200);
    },
  },
  arabic: { open: "?theme=light", go: async (page) => (await option(page, "مباحثات").click(), await page.waitForTimeout(400)) },
  compact: { open: "?theme=light&density=compact", go: openWind },
  wire: { open: "?theme=light&density=wire", go: openWind },
  saved: {
    open: "?theme=light&offline",
    go: async (page) => {
      await nav(page, "Saved");
      await option(page, "The engineer").click();
      await page.waitForTimeout(500);
    },
  },
  "saved-order": {
    open: "?theme=light",
    go: async (page) => {
      await nav(page, "Saved");
      await page.getByRole("button", { name: /Order of saved/ }).click();
    },
  },
  "saved-dark": {
    open: "?theme=dark",
    go: async (page) => {
      await nav(page, "Saved");
      await option(page, "Nine recipes").click();
      await page.waitForTimeout(300);
      await page.keyboard.press("t");
      await page.keyboard.type("kitchen,slow");
    },
  },
  "saved-selected": {
    open: "?theme=light",
    go: async (page) => {
      await nav(page, "Saved");
      await option(page, "Offshore wind").click({ modifiers: ["Control"] });
      await option(page, "Mapping the night").click({ modifiers: ["Shift"] });
      await page.mouse.move(700, 880);
    },
  },
  "saved-tag": {
    open: "?theme=dark",
    go: async (page) => {
      await nav(page, "Saved");
      await option(page, "Offshore wind").click({ modifiers: ["Control"] });
      await option(page, "The engineer").click({ modifiers: ["Shift"] });
      await page.keyboard.press("t");
      await page.keyboard.type("for later");
    },
  },
  "save-page": {
    open: "?theme=light",
    go: async (page) => {
      await nav(page, "Saved");
      await page.getByRole("button", { name: "Save a page" }).click();
      await page.getByRole("textbox", { name: "Address of the page" }).fill("tidetables.example/a-year-of-fog");
    },
  },
  "page-saved": {
    open: "?theme=light",
    go: async (page) => {
      await nav(page, "Saved");
      await page.keyboard.press("Shift+S");
      await page.getByRole("textbox", { name: "Address of the page" }).fill("tidetables.example/gone");
      await page.keyboard.press("Enter");
    },
  },
  note: { open: "?theme=light", go: async (page) => (await option(page, "Night train").click(), await page.mouse.move(700, 880)) },
  fetching: {
    open: "?theme=light",
    go: async (page) => {
      await option(page, "Central bank").click();
      await page.evaluate(() => void globalThis.stopPressFake.holdNext("fullStory"));
      await page.getByRole("button", { name: "Full story" }).click();
    },
  },
  "hidden-images": {
    open: "?theme=dark&images=never",
    go: async (page) => {
      await option(page, "Glacier survey").click();
      await page.getByRole("button", { name: "Show images" }).waitFor();
      // The click brought a row into view that stands low: the list is at its top again before it is looked at.
      await page.mouse.move(300, 500);
      await page.mouse.wheel(0, -5000);
      await page.locator("[role=option][aria-posinset='1']").waitFor();
      await page.mouse.move(700, 880);
    },
  },
  pack: { open: "?theme=light", go: async (page) => (await openWind(page), await page.keyboard.press("p")) },
  packing: {
    open: "?theme=dark",
    go: async (page) => {
      await page.keyboard.press("p");
      await page.getByRole("button", { name: "Start packing" }).click();
      await page.waitForTimeout(180);
    },
  },
  packed: {
    open: "?theme=light",
    go: async (page) => {
      await page.keyboard.press("p");
      await page.getByRole("button", { name: "Start packing" }).click();
      await page.clock.runFor(6000);
      await page.getByRole("button", { name: "Done" }).waitFor();
    },
  },
  "settings-reading": { open: "?theme=light", go: async (page) => (await nav(page, "Settings"), await page.getByRole("button", { name: "Reading" }).click()) },
  sources: { open: "?theme=light", go: async (page) => (await nav(page, "Sources"), await page.getByRole("row", { name: /La Gazette/ }).click()) },
  welcome: {
    open: "?theme=light&view=welcome",
    go: async (page) => {
      await page.getByRole("checkbox").first().click();
      await page.getByRole("textbox").fill("tidetables.example");
    },
  },
  imported: { open: "?theme=light&view=welcome", go: async (page) => (await page.getByRole("checkbox").first().click(), await page.getByRole("button", { name: /Follow/ }).click()) },
  settings: { open: "?theme=light", go: async (page) => (await openWind(page), await nav(page, "Settings")) },
  "settings-general": { open: "?theme=light", go: async (page) => (await nav(page, "Settings"), await page.getByRole("button", { name: "General" }).click()) },
  "settings-keyboard": { open: "?theme=dark", go: async (page) => (await nav(page, "Settings"), await page.getByRole("button", { name: "Keyboard" }).click()) },
  "settings-privacy": { open: "?theme=light", go: async (page) => (await nav(page, "Settings"), await page.getByRole("button", { name: "Privacy" }).click()) },
  "settings-live": { open: "?theme=light", go: async (page) => (await nav(page, "Settings"), await page.locator("dialog").getByRole("button", { name: "Live" }).click()) },
  "settings-saved": { open: "?theme=dark", go: async (page) => (await nav(page, "Settings"), await page.locator("dialog").getByRole("button", { name: "Saved" }).click()) },
  "settings-sources": { open: "?theme=light", go: async (page) => (await nav(page, "Settings"), await page.locator("dialog").getByRole("button", { name: "Sources" }).click()) },
  "settings-accessibility": { open: "?theme=dark", go: async (page) => (await nav(page, "Settings"), await page.locator("dialog").getByRole("button", { name: "Accessibility" }).click()) },
  "sources-dark": { open: "?theme=dark", go: async (page) => (await nav(page, "Sources"), await page.getByRole("row", { name: /La Gazette/ }).click()) },
  "settings-notifications": { open: "?theme=light", go: async (page) => (await rules(page), await nav(page, "Settings"), await page.locator("dialog").getByRole("button", { name: "Notifications" }).click()) },
  "settings-notifications-dark": { open: "?theme=dark", go: async (page) => (await rules(page), await nav(page, "Settings"), await page.locator("dialog").getByRole("button", { name: "Notifications" }).click()) },
  "settings-notifications-arabic": { open: "?theme=light&lang=ar", go: async (page) => (await rules(page), await page.keyboard.press("Control+,"), await page.locator("dialog").getByRole("button", { name: "الإشعارات" }).click()) },
  "settings-background": { open: "?theme=light", go: async (page) => (await nav(page, "Settings"), await page.locator("dialog").getByRole("button", { name: "Background" }).click()) },
  "settings-background-dark": { open: "?theme=dark", go: async (page) => (await nav(page, "Settings"), await page.locator("dialog").getByRole("button", { name: "Background" }).click()) },
  "settings-background-arabic": { open: "?theme=light&lang=ar", go: async (page) => (await page.keyboard.press("Control+,"), await page.locator("dialog").getByRole("button", { name: "الخلفية" }).click()) },
  "close-ask": {
    open: "?theme=light",
    go: (page) =>
      page.evaluate(() => {
        globalThis.stopPressFake.waiting = { kind: "closing" };
        globalThis.stopPressFake.notify({ kind: "handed" });
      }),
  },
  "app-menu": { open: "?theme=light", go: (page) => page.keyboard.press("F10") },
  "notify-ask": { open: "?theme=light", go: async (page) => (await nav(page, "Sources"), await page.getByRole("row", { name: /World/ }).first().hover(), await page.getByRole("button", { name: /^Notify me about World/ }).click()) },
  "settings-search": {
    open: "?theme=light",
    go: async (page) => (await nav(page, "Settings"), await page.getByRole("searchbox", { name: "Search settings" }).fill("mess"), await page.getByRole("button", { name: /Messages stay/ }).click()),
  },
  packs: { open: "?theme=light", go: async (page) => (await nav(page, "Sources"), await page.getByRole("button", { name: "Browse packs" }).first().click(), await page.getByRole("checkbox").nth(1).click()) },
  "long-words": { open: "?theme=light&lang=en-XA", go: async (page) => (await page.getByRole("option").nth(2).click(), await page.waitForTimeout(300)) },
  "long-settings": { open: "?theme=light&lang=en-XA", go: async (page) => page.keyboard.press("Control+,") },
  "ar-live": { open: "?theme=light&lang=ar", go: async (page) => (await page.getByRole("option").nth(1).click(), await page.waitForTimeout(400)) },
  "ar-saved": { open: "?theme=dark&lang=ar", go: async (page) => (await page.keyboard.press("g"), await page.keyboard.press("s"), await page.waitForTimeout(400), await page.getByRole("option").nth(1).click()) },
  "ar-sources": { open: "?theme=light&lang=ar", go: async (page) => (await page.keyboard.press("g"), await page.keyboard.press("o"), await page.getByRole("row", { name: /La Gazette/ }).click()) },
  "ar-settings": { open: "?theme=light&lang=ar", go: async (page) => page.keyboard.press("Control+,") },
  "ar-welcome": { open: "?theme=light&lang=ar&view=welcome", go: async (page) => page.getByRole("checkbox").nth(1).click() },
  "fr-live": { open: "?theme=light&lang=fr", go: async (page) => (await page.getByRole("option").nth(2).click(), await page.waitForTimeout(300)) },
  "es-settings": { open: "?theme=dark&lang=es", go: async (page) => page.keyboard.press("Control+,") },
  "sources-marked": {
    open: "?theme=dark",
    go: async (page) => {
      await nav(page, "Sources");
      for (const name of [/The Meridian/, /Tundra Log/, /Windward/]) await page.getByRole("row", { name }).click({ modifiers: ["ControlOrMeta"] });
    },
  },
  about: { open: "?theme=dark", go: async (page) => (await nav(page, "Settings"), await page.getByRole("button", { name: "About" }).click()) },
  help: { open: "?theme=light", go: async (page) => (await openWind(page), await page.keyboard.press("?")) },
  toast: { open: "?theme=light", go: async (page) => (await openWind(page), await page.getByRole("button", { name: "Mark all as read" }).click()) },
  empty: { open: "?theme=light&empty", go: async (page) => page.getByRole("button", { name: "Skip, start empty" }).click() },
  publisher: { open: "?theme=light", go: async (page) => (await openWind(page), await page.keyboard.press("Shift+V")) },
  "publisher-source": { open: "?theme=dark", go: async (page) => (await nav(page, "Sources"), await page.getByRole("row", { name: /The Harbor Post/ }).click(), await page.getByRole("button", { name: /Where else/ }).click()) },
  "import-saved": { open: "?theme=light", go: async (page) => (await nav(page, "Saved"), await bringIn(page)) },
  "imported-saved": {
    open: "?theme=dark",
    go: async (page) => {
      await nav(page, "Saved");
      await bringIn(page);
      const list = ["https://harbor.example/fog", "https://harbor.example/rain", "ftp://harbor.example/old"].join("\n");
      await page.locator("dialog input[type=file]").setInputFiles({ name: "list.csv", mimeType: "text/csv", buffer: Buffer.from(list) });
      await page.getByRole("button", { name: "Done" }).waitFor();
    },
  },
  offline: { open: "?theme=light&offline", go: openWind },
  checking: { open: "?theme=light", go: async (page) => (await page.keyboard.press("r"), await page.waitForTimeout(150)) },
  palette: { open: "?theme=light", go: async (page) => (await openWind(page), await page.keyboard.press("Control+k"), await page.keyboard.type("wind")) },
  "palette-dark": { open: "?theme=dark", go: async (page) => (await openWind(page), await page.keyboard.press("Control+k"), await page.keyboard.type(">s")) },
  menu: { open: "?theme=light", go: async (page) => option(page, "Night train").click({ button: "right" }) },
  scope: { open: "?theme=light", go: async (page) => page.getByRole("button", { name: /Stories of/ }).click() },
  selected: {
    open: "?theme=light",
    go: async (page) => {
      await openWind(page);
      await option(page, "Central bank").click({ modifiers: ["Control"] });
      await option(page, "Night train").click({ modifiers: ["Shift"] });
      await page.mouse.move(700, 880);
    },
  },
  burst: {
    open: "?theme=light",
    left: "2026-11-23T08:14:00Z",
    go: async (page) => {
      await page.evaluate(() => {
        for (let n = 0; n < 15; n++) globalThis.stopPressFake.push(71 + n / 4, `Goal number ${n} of a long evening`, "The Harbor Post");
      });
      await page.waitForTimeout(300);
      await page.keyboard.press(".");
      await openWind(page);
    },
  },
  "live-arabic": {
    open: "?theme=light&lang=ar",
    left: "2026-11-23T12:45:00Z",
    go: async (page) => {
      await page.evaluate(() => {
        for (let n = 0; n < 15; n++) globalThis.stopPressFake.push(71 + n / 4, `Goal number ${n} of a long evening`, "The Harbor Post");
      });
      await page.waitForTimeout(300);
      await page.keyboard.press(".");
      await option(page, "Night train").click({ modifiers: ["Control"] });
      await option(page, "Chipmaker").click({ button: "right" });
    },
  },
  "palette-arabic": { open: "?theme=sepia&lang=ar", go: async (page) => (await page.keyboard.press("Control+k"), await page.keyboard.type("wind")) },
  "help-arabic": { open: "?theme=light&lang=ar", go: async (page) => page.keyboard.press("?") },
  wheel: {
    open: "?theme=light",
    go: async (page) => {
      await page.mouse.move(700, 880);
      await page.mouse.move(300, 500);
      await page.mouse.wheel(0, 1700);
      await page.waitForTimeout(300);
    },
  },
  "narrow-list": { open: "?theme=light", size: { width: 400, height: 860 }, go: pending },
  "narrow-article": { open: "?theme=light", size: { width: 400, height: 860 }, go: async (page) => option(page, "Offshore wind").click() },
  "narrow-offline": { open: "?theme=light&offline", size: { width: 400, height: 860 }, go: async () => undefined },
  "sign-in-first": { open: "?theme=light&offline&sign-in", go: async () => undefined },
  "narrow-saved": { open: "?theme=light", size: { width: 400, height: 860 }, go: async (page) => nav(page, "Saved") },
  "narrow-note": { open: "?theme=dark", size: { width: 400, height: 860 }, go: async (page) => option(page, "Night train").click() },
  "narrow-tags": {
    open: "?theme=light",
    size: { width: 400, height: 860 },
    go: async (page) => (await nav(page, "Saved"), await option(page, "The engineer").click()),
  },
  "narrow-settings": { open: "?theme=light", size: { width: 400, height: 860 }, go: async (page) => (await nav(page, "Settings"), await page.getByRole("button", { name: "Reading" }).click()) },
  "narrow-fetching": {
    open: "?theme=light",
    size: { width: 400, height: 860 },
    go: async (page) => {
      await option(page, "Central bank").click();
      await page.evaluate(() => void globalThis.stopPressFake.holdNext("fullStory"));
      await page.getByRole("button", { name: "Full story" }).click();
    },
  },
  "narrow-pack": { open: "?theme=dark", size: { width: 400, height: 860 }, go: async (page) => page.getByRole("button", { name: "Pack for offline" }).click() },
  "narrow-sources": { open: "?theme=light", size: { width: 400, height: 860 }, go: async (page) => nav(page, "Sources") },
  medium: { open: "?theme=light", size: { width: 1000, height: 760 }, go: async (page) => (await pending(page), await openWind(page)) },
  end: {
    open: "?theme=light",
    go: async (page) => {
      await openWind(page);
      await page.locator("#article [data-scrolls]").evaluate((element) => element.scrollTo(0, 1e6));
    },
  },
  days: {
    open: "?theme=light",
    go: async (page) => {
      await page.getByRole("listbox").evaluate((element) => element.scrollTo(0, 2300));
      await page.waitForTimeout(300);
    },
  },
};

const searchFor = (words, theme, then = async () => undefined) => ({
  open: `?theme=${theme}`,
  go: async (page) => (await page.keyboard.press("/"), await page.getByRole("searchbox").fill(words), await page.waitForTimeout(400), await then(page)),
});
pictures["search"] = searchFor("wind", "light", async (page) => (await page.keyboard.press("ArrowDown"), await page.waitForTimeout(500)));
pictures["search-filter"] = searchFor("wind is:unread", "light", async (page) => page.getByRole("button", { name: "Filter", exact: true }).click());
pictures["muted"] = {
  open: "?theme=light",
  go: async (page) => {
    await openWind(page);
    await option(page, "Central bank").click({ button: "right" });
    await page.getByRole("menuitem", { name: /Mute words/ }).click();
    await page.getByRole("radio", { name: "Source" }).click();
    await page.getByRole("button", { name: "Mute", exact: true }).click();
    await page.getByRole("button", { name: /Muted today/ }).click();
  },
};
pictures["story-more"] = { open: "?theme=light", go: async (page) => (await openWind(page), await page.locator("#article").getByRole("button", { name: "More", exact: true }).click()) };
pictures["search-dark"] = searchFor("wind is:unread source:meridian", "dark");
pictures["search-empty"] = searchFor("offshor wnid", "light");
pictures["search-start"] = searchFor("", "dark");
pictures["ar-search"] = { open: "?theme=light&lang=ar", go: searchFor("wind in:saved", "light").go };
pictures["narrow-search"] = { ...searchFor("wind is:unread", "light"), size: { width: 400, height: 860 } };
const activity = async (page) => (await page.keyboard.press("g"), await page.keyboard.press("a"), await page.waitForTimeout(300));
pictures["activity"] = { open: "?theme=light", go: activity };
pictures["activity-dark"] = { open: "?theme=dark", go: activity };
pictures["ar-activity"] = { open: "?theme=light&lang=ar", go: activity };

/** The dialog for following, with what stands at an address. */
const following = (address, look, more = {}, then = async () => undefined) => ({
  open: `?${look}`,
  ...more,
  go: async (page) => {
    await page.keyboard.press("a");
    await page.getByRole("textbox").fill(address);
    await then(page);
    await page.keyboard.press("Enter");
    await page.waitForTimeout(300);
  },
});
pictures["add"] = following("two.harborpost.test", "theme=light");
pictures["add-dark"] = following("broken.tidetables.test", "theme=dark");
pictures["add-known"] = following("harborpost.example", "theme=light");
pictures["add-quiet"] = following("quiet.tidetables.test", "theme=sepia");
pictures["add-offline"] = following("tidetables.test", "theme=light&offline");
pictures["add-looking"] = following("tidetables.test", "theme=dark", {}, (page) => page.evaluate(() => void globalThis.stopPressFake.holdNext("lookAt")));
pictures["add-folder"] = { open: "?theme=light", go: async (page) => (await following("tidetables.test", "").go(page), await page.getByRole("button", { name: /Folder/ }).click()) };
pictures["add-words"] = { open: "?theme=light", go: async (page) => (await page.keyboard.press("a"), await page.getByRole("textbox").fill("world")) };
pictures["add-arabic"] = following("two.harborpost.test", "theme=light&lang=ar");
pictures["add-long"] = following("two.harborpost.test", "theme=light&lang=en-XA");
pictures["narrow-add"] = following("two.harborpost.test", "theme=light", { size: { width: 400, height: 860 } });

const gazette = async (page) => (await page.keyboard.press("g"), await page.keyboard.press("o"), await page.getByRole("row", { name: /La Gazette/ }).click(), await page.waitForTimeout(300));
const elsewhere = async (page) => (await gazette(page), await page.locator(".note button").click(), await page.waitForTimeout(300));
pictures["find-address"] = { open: "?theme=light", go: elsewhere };
pictures["ar-find-address"] = { open: "?theme=dark&lang=ar", go: elsewhere };
pictures["narrow-find-address"] = { open: "?theme=light", size: { width: 400, height: 860 }, go: elsewhere };
pictures["change-address"] = { open: "?theme=dark", go: async (page) => (await gazette(page), await page.getByRole("button", { name: "Change address" }).click(), await page.getByRole("textbox").last().fill("tidetables.test"), await page.keyboard.press("Enter"), await page.waitForTimeout(300)) };

const opml = (outlines) => ({ name: "list.opml", mimeType: "text/x-opml", buffer: Buffer.from(`<opml>${outlines}</opml>`) });
const entry = (title, host) => `<outline text="${title}" xmlUrl="https://${host}/feed.xml"/>`;
const ownList = opml(`${entry("Rain and shine", "rain.test")}<outline text="World">${entry("The Harbor Post", "harborpost.example")}${entry("Fog signals of the northern coast", "fog.test")}</outline><outline text="Weather">${entry("Rain again", "rain.test")}${entry("مرصد الأمطار", "matar.test")}</outline>`);
const listing = (page) => page.locator("input[type=file]").first().setInputFiles(ownList);
pictures["list"] = { open: "?theme=light", go: async (page) => (await page.keyboard.press("g"), await page.keyboard.press("o"), await page.waitForTimeout(200), await listing(page), await page.waitForTimeout(300)) };
pictures["ar-list"] = { open: "?theme=dark&lang=ar", go: pictures["list"].go };
pictures["narrow-list-preview"] = { open: "?theme=light", size: { width: 400, height: 860 }, go: pictures["list"].go };

/** One look at a story in each theme, and how articles can be set. */
const story = (theme, name) => ({ open: `?theme=${theme}`, go: async (page) => (await option(page, name).click(), await page.mouse.move(700, 880), await page.waitForTimeout(300)) });
for (const theme of ["sepia", "oled", "hc-light", "hc-dark"]) pictures[`theme-${theme}`] = story(theme, "Offshore wind");
pictures["look"] = {
  open: "?theme=light",
  go: async (page) => (await openWind(page), await page.getByRole("button", { name: "Look of articles" }).click(), await page.waitForTimeout(200)),
};
pictures["look-dark"] = {
  open: "?theme=dark",
  go: async (page) => {
    await openWind(page);
    await page.keyboard.press("Shift+>");
    await page.keyboard.press("Shift+>");
    await page.getByRole("button", { name: "Look of articles" }).click();
    await page.getByRole("radio", { name: "Inter" }).click();
    await page.getByRole("radio", { name: "74" }).click();
  },
};
pictures["narrow-look"] = {
  open: "?theme=sepia",
  size: { width: 400, height: 860 },
  go: async (page) => (await option(page, "Offshore wind").click(), await page.getByRole("button", { name: "Look of articles" }).click()),
};
pictures["japanese"] = story("light", "北極圏");
const inArticle = async (page, headline, then) => (await option(page, headline).click(), await page.mouse.move(700, 880), await page.waitForTimeout(400), await then(page));
pictures["code"] = { open: "?theme=light", go: (page) => inArticle(page, "Commission publishes", async () => page.locator("#article [data-scrolls]").evaluate((element) => element.scrollTo(0, 260))) };
pictures["code-dark"] = { open: "?theme=dark", go: (page) => inArticle(page, "Commission publishes", async () => page.locator("#article [data-scrolls]").evaluate((element) => element.scrollTo(0, 560))) };
pictures["note-card"] = { open: "?theme=light", go: (page) => inArticle(page, "Commission publishes", async () => page.locator("#article sup a").first().click()) };
pictures["find"] = {
  open: "?theme=light",
  go: (page) => inArticle(page, "Offshore wind", async () => (await page.keyboard.press("Control+f"), await page.getByRole("searchbox", { name: "Find in article" }).fill("the"), await page.keyboard.press("Enter"))),
};
// Paused at the first sentence, so that it is the same one at every look.
const listening = async (page) => (await page.keyboard.press("l"), await page.locator(".bar[role=group]").waitFor(), await page.keyboard.press("l"));
const listen = (headline) => (page) => inArticle(page, headline, () => listening(page));
pictures["listen"] = { open: "?theme=light&voices=en", go: listen("Offshore wind") };
pictures["listen-dark"] = { open: "?theme=dark&voices=en", go: listen("Offshore wind") };
pictures["listen-arabic"] = { open: "?theme=sepia&lang=ar&voices=en,fr,ar", go: async (page) => (await page.getByRole("option").nth(1).click(), await page.waitForTimeout(400), await listening(page)) };
pictures["listen-narrow"] = { open: "?theme=light&voices=en", size: { width: 400, height: 860 }, go: async (page) => (await option(page, "Offshore wind").click(), await page.waitForTimeout(400), await listening(page)) };
pictures["gallery"] = {
  open: "?theme=light",
  go: (page) => inArticle(page, "Glacier survey", async () => page.locator("#article img").nth(1).click()),
};
pictures["image-menu"] = {
  open: "?theme=light",
  go: (page) => inArticle(page, "Glacier survey", () => page.locator("#article .text img").nth(1).click({ button: "right" })),
};
pictures["gallery-dark"] = {
  open: "?theme=dark",
  go: (page) => inArticle(page, "Glacier survey", async () => (await page.locator("#article img").nth(1).click(), await page.keyboard.press("ArrowRight"), await page.keyboard.press("+"))),
};
pictures["selected-text"] = {
  open: "?theme=sepia",
  go: (page) => inArticle(page, "Night train", async () => (await page.locator("#article .text p").first().dblclick({ position: { x: 120, y: 14 } }), await page.waitForTimeout(300))),
};
pictures["continued"] = {
  open: "?theme=light",
  go: (page) =>
    inArticle(page, "Commission publishes", async () => {
      await page.locator("#article [data-scrolls]").evaluate((element) => element.scrollTo(0, 500));
      await page.waitForTimeout(300);
      await option(page, "Night train").click();
      await page.waitForTimeout(300);
      await option(page, "Commission publishes").click();
    }),
};
pictures["comments"] = { open: "?theme=light", go: (page) => inArticle(page, "Night train", async () => (await page.keyboard.press("c"), await page.waitForTimeout(300))) };
pictures["comments-dark"] = { open: "?theme=dark", go: (page) => inArticle(page, "Night train", async () => (await page.keyboard.press("c"), await page.waitForTimeout(300))) };
pictures["comments-offline"] = { open: "?theme=light&offline", go: (page) => inArticle(page, "Night train", async () => (await page.keyboard.press("c"), await page.waitForTimeout(300))) };
pictures["narrow-comments"] = { open: "?theme=sepia", size: { width: 400, height: 860 }, go: (page) => inArticle(page, "Night train", async () => (await page.keyboard.press("c"), await page.waitForTimeout(300))) };
pictures["story-only"] = { open: "?theme=oled", go: (page) => inArticle(page, "Offshore wind", async () => (await page.keyboard.press("f"), await page.mouse.move(900, 500))) };
pictures["paper"] = { open: "?theme=dark", go: (page) => inArticle(page, "Commission publishes", async () => page.emulateMedia({ media: "print" })) };
pictures["share"] = { open: "?theme=light", go: (page) => inArticle(page, "Offshore wind", async () => (await page.waitForTimeout(600), await page.getByRole("button", { name: "Share" }).click())) };
pictures["narrow-code"] = { open: "?theme=dark", size: { width: 400, height: 860 }, go: (page) => inArticle(page, "Commission publishes", async () => page.locator("#article [data-scrolls]").evaluate((element) => element.scrollTo(0, 500))) };

const dialogs = (page) => page.locator("dialog, [role=dialog]");
pictures["mute"] = { open: "?theme=light", go: async (page) => (await openWind(page), await page.keyboard.press("Control+k"), await page.keyboard.type(">mute"), await page.keyboard.press("Enter"), await dialogs(page).getByRole("textbox").waitFor()) };
pictures["export"] = { open: "?theme=light", go: async (page) => (await nav(page, "Saved"), await page.keyboard.press("Control+s"), await dialogs(page).first().waitFor()) };
const follow = (address) => async (page) => (await page.keyboard.press("a"), await page.getByRole("textbox").fill(address), await page.keyboard.press("Enter"), await page.waitForTimeout(300));
pictures["add-private"] = { open: "?theme=light", go: follow("192.168.0.4/feed.xml") };
pictures["add-failed"] = { open: "?theme=light", go: follow("nowhere") };
pictures["add-empty"] = { open: "?theme=light", go: async (page) => page.keyboard.press("a") };
pictures["folder-menu"] = {
  open: "?theme=light",
  go: async (page) => (await nav(page, "Sources"), await page.getByRole("row", { name: /La Gazette/ }).click(), await page.locator("#article").getByRole("button", { name: /Folder/ }).click()),
};
pictures["new-folder"] = { open: "?theme=light", go: async (page) => (await pictures["folder-menu"].go(page), await page.getByRole("menuitemradio", { name: "New folder…" }).click()) };
pictures["saved-empty"] = { open: "?theme=light&empty", go: async (page) => (await page.getByRole("button", { name: "Skip, start empty" }).click(), await nav(page, "Saved")) };
pictures["sources-empty"] = { open: "?theme=light&empty", go: async (page) => (await page.getByRole("button", { name: "Skip, start empty" }).click(), await nav(page, "Sources")) };

/** Folders in folders, two of one name; North and Tech hold only others, and one is closed. */
const nested = async (page) => {
  await page.keyboard.press("g");
  await page.keyboard.press("o");
  await page.evaluate(async () => {
    const fake = globalThis.stopPressFake;
    const put = { "Atelier Nord": "Culture/North/Ice", Touchline: "Culture/News", "Tundra Log": "Science/North", Werkbank: "Tech/News" };
    for (const feed of await fake.feeds()) if (put[feed.title]) await fake.moveFeeds([feed.id], put[feed.title]);
  });
  await page.locator('[data-key="folder Tech/News"]').waitFor();
  await page.locator('[data-key="folder Culture/News"]').click();
};
pictures["sources-nested"] = { open: "?theme=light", go: nested };

/** Where the browser is. */
export const chromiumPath = process.env.CHROMIUM ?? "/usr/bin/chromium";

/**
 * Serves the page and starts a browser; `draw` brings one state on screen and hands the page in. `workers` states are looked at
 * at the same time; `context` is what Playwright is told besides; `report` hears of every problem. The answer is how many there were.
 */
export async function eachState(names, draw, { workers = 1, scale = 2, context: extra = {}, report = (name, text) => console.log(`${name}: ${text}`) } = {}) {
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const base = `http://127.0.0.1:${server.address().port}/`;
  const browser = await chromium.launch({ executablePath: chromiumPath, args: ["--no-sandbox"] });
  let problems = 0;
  const problem = (name, text) => {
    problems += 1;
    report(name, text);
  };
  const one = async (name, picture) => {
    const context = await browser.newContext({ viewport: picture.size ?? wide, deviceScaleFactor: scale, locale: "en-GB", timezoneId: "Europe/London", ...extra });
    // Nothing is judged by a clock: a busy machine takes its time.
    context.setDefaultTimeout(90_000);
    const page = await context.newPage();
    page.on("console", (message) => {
      if (message.type() === "error" && !message.text().includes("404")) problem(name, message.text());
    });
    page.on("pageerror", (error) => problem(name, error.stack));
    await page.clock.install({ time: new Date("2026-11-23T14:41:00Z") });
    /** Brings the state on screen; again, where something changed it. */
    const show = async () => {
      await page.goto(`${base}${picture.open}${picture.left ? `&left=${Date.parse(picture.left)}` : ""}`, { waitUntil: "networkidle" });
      // Keys are heard once the first view stands.
      await page.locator("main").first().waitFor();
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      await picture.go(page);
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      await page.waitForTimeout(350);
    };
    try {
      // Once more where a click went beside its row, which a busy machine moved.
      await show().catch(show);
    } catch (error) {
      problem(name, error.message.split("\n")[0]);
    }
    try {
      await draw(name, page, (text) => problem(name, text), show);
    } catch (error) {
      problem(name, error.message.split("\n")[0]);
    }
    await context.close();
  };
  const queue = Object.entries(pictures).filter(([name]) => names.length === 0 || names.includes(name));
  const work = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await one(...next);
  };
  await Promise.all(Array.from({ length: workers }, work));
  await browser.close();
  server.close();
  return problems;
}

if (process.argv[1] === import.meta.filename) {
  const [folder = join(tmpdir(), "stoppress-pictures"), ...only] = process.argv.slice(2);
  mkdirSync(folder, { recursive: true });
  const problems = await eachState(only, (name, page) => page.screenshot({ path: join(folder, `${name}.png`) }));
  console.log(`${folder}: ${problems} problems`);
  process.exitCode = problems > 0 ? 1 : 0;
}
