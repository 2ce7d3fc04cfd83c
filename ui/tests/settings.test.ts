/* Promises about the settings: each of them changes something, and the search finds it. */
import { cleanup, render } from "@testing-library/svelte";
import { tick } from "svelte";
import { room } from "../src/text/dates";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Settings } from "../src/api/backend";
import { usualSettings } from "../src/api/usual";
import { keyListener } from "../src/commands/keys";
import { learn } from "../src/i18n/languages";
import { mirrored, teachPseudo } from "../src/i18n/pseudo";
import { t } from "../src/i18n/words";
import Root from "../src/Root.svelte";
import { found, sections } from "../src/settings/sections";
import { page } from "./effects/support";
import { atTop, ids, open, pass, settle, standOnFold } from "./support";

afterEach(async () => {
  cleanup();
  await learn(null, ["en-US"]);
});

async function draw(memory?: Map<string, string>) {
  const it = await open({}, memory);
  const { container } = render(Root, { app: it.app, remember: () => undefined });
  await tick();
  return { ...it, container };
}
const nowhere = page();
const press = (key: string) => new KeyboardEvent("keydown", { key, code: `Key${key.toUpperCase()}`, cancelable: true });
const root = document.documentElement;

/** For every setting: a choice that is not the usual one, and what is different then. */
const effects: Record<keyof Settings, () => Promise<void>> = {
  theme: async () => {
    const { app } = await draw();
    await app.choose({ theme: "sepia" });
    await settle();
    expect(root.dataset.theme).toBe("sepia");
  },
  accent: async () => {
    const { app } = await draw();
    await app.choose({ accent: "green" });
    await settle();
    expect(root.dataset.accent).toBe("green");
  },
  headlines: async () => {
    const { app } = await draw();
    await app.choose({ headlines: "sans" });
    await settle();
    expect(root.dataset.headlines).toBe("sans");
  },
  density: async () => {
    const { app, container } = await draw();
    app.section = "appearance";
    app.show("settings");
    await settle();
    const rows = () => container.querySelectorAll("dialog .row.wire").length;
    expect(rows()).toBe(0);
    await app.choose({ density: "wire" });
    await settle();
    expect(rows()).toBeGreaterThan(0);
  },
  check_interval: async () => {
    // How the schedule follows is promised where the schedule is, in the reader's tests.
    const { app, fake } = await draw();
    await app.choose({ check_interval: "manual" });
    expect((await fake.settings()).check_interval).toBe("manual");
  },
  filters: async () => {
    const { app, container } = await draw();
    app.go("search");
    await app.choose({ filters: ["is:unread harbour"] });
    await settle();
    expect([...container.querySelectorAll(".search .chip")].map((chip) => chip.textContent?.trim())).toEqual(["is:unread harbour"]);
  },
  cache_mb: async () => {
    // What goes when the room is used up is promised by the reader's own tests.
    const { app, fake } = await draw();
    await app.choose({ cache_mb: 4096 });
    expect((await fake.settings()).cache_mb).toBe(4096);
  },
  proxy: async () => {
    // That requests go that way is promised by the reader's own tests.
    const { app, fake, container } = await draw();
    app.section = "sources";
    app.show("settings");
    await settle();
    await app.choose({ proxy: "direct" });
    await settle();
    expect((await fake.settings()).proxy).toBe("direct");
    const address = container.ownerDocument.querySelector(`input[aria-label="${t("proxy-address")}"]`);
    expect(address).toBeNull();
    await app.choose({ proxy: "socks5h://127.0.0.1:1080" });
    await settle();
    expect(container.ownerDocument.querySelector<HTMLInputElement>(`input[aria-label="${t("proxy-address")}"]`)?.value).toBe("socks5h://127.0.0.1:1080");
  },
  look_for_versions: async () => {
    // That nobody is asked before, and once a day then, is promised by the reader's own tests.
    const { app, fake } = await draw();
    fake.newest = "9.9.9";
    await app.versions.watch();
    expect(app.versions.found).toBeNull();
    await app.choose({ look_for_versions: true });
    await app.versions.watch();
    expect(app.versions.found).toBe("9.9.9");
  },
  keep_days: async () => {
    const { app, fake } = await draw();
    const by = app.ticker.rows[0]!.feed_title;
    const old = fake.push(40 * 1440, "Old", by);
    for (let count = 0; count < 20; count++) fake.push(count, undefined, by);
    await fake.cleanUp();
    expect(await fake.tickerRows([old])).toHaveLength(1);
    await app.choose({ keep_days: 30 });
    expect((await fake.cleanUp()).articles).toBeGreaterThan(0);
    expect(await fake.tickerRows([old])).toEqual([]);
  },
  notify: async () => {
    // What is told, and when, is promised by the reader's own tests.
    const { app, container } = await draw();
    app.section = "notifications";
    app.show("settings");
    await settle();
    const menus = () => container.querySelectorAll("dialog [data-setting=notify-quiet] [aria-haspopup]").length;
    expect(menus()).toBe(2);
    await app.notifying.choose({ quiet: false });
    await settle();
    expect(menus()).toBe(0);
  },
  on_close: async () => {
    // What closing does is promised by the tests of the window.
    const { app, fake, container } = await draw();
    app.section = "background";
    app.show("settings");
    await settle();
    await pass(10);
    const choices = () => container.querySelectorAll("dialog [data-setting=on-close] [role=radio]").length;
    expect(choices()).toBe(3);
    await app.choose({ on_close: "background" });
    expect((await fake.settings()).on_close).toBe("background");
    fake.system = { ...fake.system, tray: false };
    await app.notifying.look();
    await settle();
    expect([choices(), container.querySelector("dialog [data-setting=on-close]")?.textContent]).toEqual([0, expect.stringContaining(t("on-close-no-tray"))]);
  },
  start_at_login: async () => {
    // The file that desktops read is promised by the tests of the window.
    const { app, fake } = await draw();
    await app.choose({ start_at_login: true });
    expect((await fake.settings()).start_at_login).toBe(true);
    expect(found(t("start-at-login"), { ...fake.system, start_at_login: false })).toEqual([]);
  },
  badge: async () => {
    // The number is promised by the tests of the window.
    const { app, fake } = await draw();
    await app.choose({ badge: true });
    expect((await fake.settings()).badge).toBe(true);
  },
  spare: async () => {
    // How the schedule follows is promised by the reader's own tests.
    const { app, fake, container } = await draw();
    fake.system = { ...fake.system, metered: true };
    app.section = "background";
    app.show("settings");
    await settle();
    await pass(10);
    expect(container.querySelector("dialog [data-setting=spare]")?.textContent).toContain(t("spare-metered"));
    await app.choose({ spare: false });
    expect((await fake.settings()).spare).toBe(false);
  },
  images: async () => {
    const { app } = await draw();
    await app.choose({ images: "never" });
    app.open(app.ticker.rows.find((row) => row.title.startsWith("Glacier survey"))!.id);
    await settle();
    expect(app.reading.page?.hidden_images).toBeGreaterThan(0);
  },
  reading: async () => {
    const { app } = await draw();
    await app.choose({ reading: { ...usualSettings.reading, size: 24 } });
    await settle();
    expect(root.style.getPropertyValue("--text-size")).toBe("24px");
  },
  mark_read: async () => {
    const { app } = await draw();
    const unread = () => app.ticker.rows.filter((row) => !row.read).map((row) => row.id);
    const [first, second] = unread();
    await app.choose({ mark_read: "never" });
    app.open(first!);
    await settle();
    expect(unread()).toContain(first);
    await app.choose({ mark_read: "open" });
    app.ticker.select(second!);
    app.reading.glance(second!);
    await pass(10_000);
    expect(unread()).toContain(second);
    app.open(second!);
    await settle();
    expect(unread()).not.toContain(second);
  },
  auto_show: async () => {
    const { app, fake } = await draw();
    atTop(app);
    await app.choose({ auto_show: false });
    fake.push();
    await pass(30_000);
    expect(app.ticker.waiting).toBe(1);
  },
  fold: async () => {
    // That nothing moves under the eye then is promised in `folds.test.ts`.
    const { app } = await draw();
    await standOnFold(app);
    expect(app.ticker.stops.some((stop) => stop.fold !== undefined)).toBe(true);
    await app.choose({ fold: false });
    expect(app.ticker.stops.some((stop) => stop.fold !== undefined)).toBe(false);
  },
  snippets: async () => {
    // What stands there is promised in `snippets.test.ts`.
    const { app, container } = await draw();
    // The row that is stood on is always drawn.
    app.ticker.select(app.ticker.rows[0]!.id);
    await settle();
    expect(container.querySelector(".row .words")).toBe(null);
    await app.choose({ snippets: true });
    await settle();
    expect(container.querySelector(".row .words")).not.toBe(null);
  },
  announce: async () => {
    const { app, fake } = await draw();
    app.tickerFocused = true;
    app.ticker.pointerOver(true);
    await app.choose({ announce: false });
    fake.push();
    await settle();
    expect(app.announcement).toBe("");
    await app.choose({ announce: true });
    fake.push();
    await settle();
    expect(app.announcement).toBe("2 new stories");
  },
  single_keys: async () => {
    const { app } = await draw();
    const listen = keyListener(app, nowhere);
    listen(press("j"));
    const first = app.ticker.selected;
    expect(first).not.toBeNull();
    await app.choose({ single_keys: false });
    listen(press("j"));
    expect(app.ticker.selected).toBe(first);
  },
  keys: async () => {
    const { app } = await draw();
    await app.choose({ keys: { next: ["w"] } });
    const listen = keyListener(app, nowhere);
    listen(press("j"));
    expect(app.ticker.selected).toBeNull();
    listen(press("w"));
    expect(app.ticker.selected).toBe(ids(app)[0]);
  },
  language: async () => {
    teachPseudo();
    const { app, container } = await draw();
    await app.choose({ language: "ar-XB" });
    await vi.waitFor(() => expect([root.dir, container.querySelector("nav")?.textContent]).toEqual(["rtl", expect.stringContaining(mirrored("Saved"))]));
    await app.choose({ language: null });
    await vi.waitFor(() => expect([root.dir, container.querySelector("nav")?.textContent]).toEqual(["ltr", expect.stringContaining("Saved")]));
  },
  hours: async () => {
    // That every time in the window follows is promised in `hours.test.ts`.
    const { app, container } = await draw();
    await app.choose({ hours: "24" });
    await settle();
    expect(container.querySelector(".now time")?.textContent).toBe("14:41");
    await app.choose({ hours: "12" });
    await settle();
    expect(container.querySelector(".now time")?.textContent).toMatch(/^2:41\sPM$/);
  },
  motion: async () => {
    const { app } = await draw();
    await app.choose({ motion: "reduced" });
    await settle();
    expect(root.dataset.motion).toBe("reduced");
  },
  toasts: async () => {
    const { app } = await draw();
    await app.choose({ toasts: "stay" });
    await app.many.markAllRead();
    await pass(10 * 60_000);
    expect(app.toasts.current).not.toBeNull();
    await app.choose({ toasts: "short" });
    app.toasts.resume();
    await pass(10_000);
    expect(app.toasts.current).toBeNull();
  },
};

describe("each setting", () => {
  test("has_an_effect_that_is_looked_at_here", () => {
    expect(Object.keys(effects).sort()).toEqual(Object.keys(usualSettings).sort());
  });
  test.each(Object.entries(effects))("%s_changes_something", async (_name, effect) => effect());
});

describe("the dialog", () => {
  test("every_setting_of_every_section_stands_where_the_search_says", async () => {
    const { app, container } = await draw();
    app.show("settings");
    for (const section of sections()) {
      if (section.key === "appearance") continue;
      app.section = section.key;
      await settle();
      await pass(10);
      const there = [...container.querySelectorAll("[data-setting]")].map((one) => one.getAttribute("data-setting"));
      expect(there, section.key).toEqual(section.settings.map((one) => one.id));
    }
  });

  test("the_search_finds_settings_by_any_of_their_words", () => {
    const hits = (search: string) => found(search).map((hit) => hit.setting?.id ?? hit.section.key);
    expect(hits("language")).toEqual(["language"]);
    expect(hits("MESSAGES")).toEqual(["toasts"]);
    expect(hits("keyboard")).toEqual(["keyboard"]);
    expect([hits("fold bursts"), hits("announce"), hits("time format")]).toEqual([["fold"], ["announce"], ["hours"]]);
    expect(hits("nothing like this")).toEqual([]);
  });

  test("the_search_knows_further_words_and_puts_titles_before_them", () => {
    const hits = (search: string) => found(search).map((hit) => hit.setting?.id ?? hit.section.key);
    expect([hits("dark"), hits("tray"), hits("batt"), hits("sepia")]).toEqual([["theme"], ["on-close"], ["spare"], ["theme"]]);
    expect(hits("font")).toEqual(["font", "headlines", "size"].filter((id) => hits("font").includes(id)));
    expect(hits("number").indexOf("badge")).toBe(0);
    // "Export" is in no title of the sources, but "Import" is.
    expect(hits("import")[0]).toBe("opml");
  });

  test("no_section_stays_open_beside_a_search_that_finds_nothing_or_something_elsewhere", async () => {
    const { app, container } = await draw();
    app.section = "appearance";
    app.show("settings");
    await settle();
    const field = container.querySelector<HTMLInputElement>("dialog input[type=search]")!;
    const open = () => container.querySelector("dialog .mid h2")?.textContent ?? container.querySelector("dialog .mid")!.textContent!.trim();
    const type = async (text: string) => {
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      await settle();
    };
    await type("proxy");
    expect(open()).toBe("Sources");
    await type("nothing like this");
    expect(open()).toBe("No setting of that name");
    expect(container.querySelector("dialog aside")).toBeNull();
    await type("sepia");
    expect(open()).toBe("Appearance");
    await type("");
    expect(open()).toBe("Appearance");
  });

  test("a_refused_choice_is_said_and_taken_back", async () => {
    const { app, fake } = await draw();
    fake.failNext("changeSettings");
    await app.choose({ toasts: "long" });
    expect([app.library.settings.toasts, app.settingsProblem !== ""]).toEqual(["short", true]);
  });
});

test("the_section_that_is_opened_is_in_view_among_the_others", async () => {
  const shown = vi.spyOn(Element.prototype, "scrollIntoView");
  const { app } = await draw();
  app.section = "about";
  app.show("settings");
  await settle();
  await tick();
  expect(shown.mock.contexts.map((one) => (one as Element).textContent)).toContain(t("about"));
  shown.mockRestore();
});

test("chosen_room_is_written_in_the_same_units_wherever_it_stands", async () => {
  expect([256, 1024, 4096, 1500].map(room)).toEqual(["256 MB", "1 GB", "4 GB", "1,500 MB"]);
  const { app, container } = await draw();
  app.section = "saved";
  app.show("settings");
  await settle();
  expect(container.querySelector("[data-setting=storage] dd")?.textContent).toMatch(/ of 1 GB$/);
  expect([...container.querySelectorAll("[data-setting=cache] [role=radio]")].map((one) => one.textContent?.trim())).toEqual(["256 MB", "1 GB", "4 GB"]);
});

describe("what is put back to the usual", () => {
  const undo = () => window.dispatchEvent(new KeyboardEvent("keydown", { key: "z", code: "KeyZ", ctrlKey: true, bubbles: true, cancelable: true }));
  const button = (container: Element, words: string) => [...container.querySelectorAll<HTMLButtonElement>("dialog button")].find((one) => (one.getAttribute("aria-label") ?? one.textContent?.trim()) === words)!;
  async function section(name: string) {
    const it = await draw();
    await it.app.choose({ keys: { next: ["w"], previous: ["q"] } });
    it.app.section = name;
    it.app.show("settings");
    await settle();
    return it;
  }

  test("all_keys_come_back_by_the_key_for_undo_and_by_the_message_in_the_settings", async () => {
    const { app, container } = await section("keyboard");
    button(container, "Default").click();
    await settle();
    expect([app.library.settings.keys, container.querySelector("dialog [role=region]")?.textContent]).toEqual([{}, expect.stringContaining("The keys are now “Default”")]);
    undo();
    await settle();
    expect(app.library.settings.keys).toEqual({ next: ["w"], previous: ["q"] });
    button(container, "The usual keys for “Next story”").click();
    await settle();
    expect(app.library.settings.keys).toEqual({ previous: ["q"] });
    container.querySelector<HTMLElement>("dialog [role=region] button.undo")!.click();
    await settle();
    expect(app.library.settings.keys).toEqual({ next: ["w"], previous: ["q"] });
  });

  test("the_appearance_comes_back_by_the_key_for_undo_and_by_its_own_button", async () => {
    const { app, container, fake } = await section("appearance");
    const chosen = { theme: "sepia", accent: "purple", density: "wire", headlines: "sans" } as const;
    app.look.choose(chosen);
    app.look.set({ size: 24 });
    await settle();
    for (const back of [undo, () => button(container, "Take the reset back").click()]) {
      button(container, "Reset Appearance").click();
      await settle();
      expect([app.look.allUsual, app.toasts.current?.text]).toEqual([true, "Appearance is reset"]);
      expect(await fake.settings()).toMatchObject({ theme: "system", density: "comfortable", reading: usualSettings.reading });
      back();
      await settle();
      expect(app.library.settings).toMatchObject({ ...chosen, reading: { size: 24 } });
      expect([app.look.before, (await fake.settings()).reading.size]).toEqual([null, 24]);
    }
  });

  test("the_focus_returns_from_a_message_to_where_it_was_and_stays_in_the_settings", async () => {
    const { app, container } = await section("appearance");
    const message = (name: string) => container.querySelector<HTMLElement>(`dialog [role=region] button.${name}`)!;
    const reset = async () => {
      app.look.set({ size: 24 });
      await settle();
      button(container, "Reset Appearance").focus();
      button(container, "Reset Appearance").click();
      await settle();
      expect(document.activeElement).toBe(button(container, "Take the reset back"));
    };
    for (const way of ["undo", "close"]) {
      await reset();
      message(way).focus();
      message(way).click();
      await settle();
      expect(document.activeElement?.textContent?.trim()).toBe(way === "undo" ? "Reset Appearance" : "Take the reset back");
      app.look.takeBack();
      await settle();
    }
    // What had it is gone meanwhile.
    await reset();
    message("undo").focus();
    const gone = button(container, "Take the reset back");
    gone.remove();
    message("undo").click();
    await settle();
    expect(document.activeElement?.matches("dialog section")).toBe(true);
  });

  test("a_message_that_goes_leaves_the_focus_alone_where_it_is_elsewhere", async () => {
    const { app, container } = await section("appearance");
    app.look.set({ size: 24 });
    await settle();
    button(container, "Reset Appearance").click();
    await settle();
    const message = container.querySelector<HTMLElement>("dialog [role=region] button.close")!;
    const field = container.querySelector<HTMLElement>("dialog input[type=search]")!;
    message.focus();
    field.focus();
    app.toasts.dismiss();
    await settle();
    expect(document.activeElement).toBe(field);
  });

  test("the_sample_is_there_before_the_first_story_in_the_language_of_the_window_and_as_it_is_chosen", async () => {
    const { app, container } = await section("appearance");
    app.ticker.rows = [];
    app.reading.close();
    app.look.choose({ density: "wire" });
    await settle();
    const rows = () => [...container.querySelectorAll<HTMLElement>("dialog aside [role=option]")];
    expect(rows().map((row) => [row.classList.contains("wire"), row.querySelector(".h")!.getAttribute("lang")])).toEqual(Array(4).fill([true, "en"]));
    expect(container.querySelector("dialog aside .art")?.textContent).toContain("The record had been forecast");
  });

  test("nothing_that_the_settings_do_not_show_is_taken_back_in_them", async () => {
    const { app, fake } = await section("keyboard");
    undo();
    await settle();
    expect(fake.calls).not.toContain("undo");
    app.show(null);
    undo();
    await settle();
    expect(fake.calls).toContain("undo");
  });
});
