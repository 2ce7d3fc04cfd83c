/* Promises about how articles look: chosen at once, kept a moment later, and never outside what can be read. */
import { cleanup, render } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, describe, expect, test } from "vitest";
import Window from "../src/App.svelte";
import { usualSettings } from "../src/api/usual";
import { RESTS_AFTER } from "../src/state/look.svelte";
import { dress, measureOf } from "../src/styles/look";
import { voice } from "../src/text/scripts";
import { open, pass, settle } from "./support";

afterEach(cleanup);

describe("the style of articles", () => {
  test("a_change_shows_at_once_and_is_kept_when_the_slider_rests", async () => {
    const { app, fake } = await open();
    for (const leading of [170, 175, 180]) app.look.set({ leading });
    expect(app.library.settings.reading.leading).toBe(180);
    expect(fake.calls).not.toContain("changeSettings");
    await pass(RESTS_AFTER + 10);
    expect(fake.calls.filter((call) => call === "changeSettings")).toHaveLength(1);
    expect((await fake.settings()).reading.leading).toBe(180);
  });

  test("size_and_leading_stay_within_what_can_be_read", async () => {
    const { app } = await open();
    for (let n = 0; n < 20; n++) app.look.resize(1);
    expect(app.look.style.size).toBe(28);
    for (let n = 0; n < 20; n++) app.look.resize(-1);
    app.look.set({ leading: 900 });
    expect([app.look.style.size, app.look.style.leading]).toEqual([15, 200]);
  });

  test("a_reset_can_be_taken_back_until_the_next_change", async () => {
    const { app } = await open();
    app.look.set({ size: 24, font: "sans" });
    app.look.reset();
    expect(app.look.usual).toBe(true);
    app.look.takeBack();
    expect(app.look.style).toMatchObject({ size: 24, font: "sans" });
    app.look.reset();
    app.look.set({ size: 20 });
    app.look.takeBack();
    expect(app.look.style.size).toBe(20);
  });

  test("what_cannot_be_kept_is_taken_back_on_screen", async () => {
    const { app, fake } = await open();
    fake.failNext("changeSettings", "profile", "the disk is full");
    app.look.set({ size: 26 });
    await pass(RESTS_AFTER + 10);
    expect(app.toasts.current?.text).toBe("the disk is full");
    expect(app.look.style.size).toBe(usualSettings.reading.size);
  });
});

describe("the dressed page", () => {
  test("it_carries_theme_motion_and_type", () => {
    const root = document.createElement("div");
    const stop = dress(root, { ...usualSettings, theme: "oled", motion: "reduced", reading: { font: "sans", size: 22, leading: 180, measure: 58, paragraphs: 120 } });
    expect(root.dataset).toMatchObject({ theme: "oled", motion: "reduced" });
    expect(root.style.getPropertyValue("--text-gap")).toBe("1.2em");
    expect(["--f-text", "--text-size", "--text-leading", "--measure"].map((name) => root.style.getPropertyValue(name))).toEqual(["var(--f-ui)", "22px", "1.8", `${measureOf({ font: "sans", size: 22, leading: 180, measure: 58, paragraphs: 120 })}px`]);
    stop();
  });

  test("the_usual_measure_is_the_one_of_the_drawings", () => {
    expect(measureOf(usualSettings.reading)).toBe(672);
  });
});

describe("the language to set a text in", () => {
  test.each([
    ["en", "Offshore wind carried a third of the grid", "en"],
    [null, "Offshore wind carried a third of the grid", null],
    ["en", "مباحثات المناخ تقترب من اتفاق على تمويل خسائر الجفاف", "ar"],
    ["fa", "مباحثات المناخ تقترب من اتفاق على تمويل خسائر الجفاف", "fa"],
    [null, "北極圏の観測網、海氷の変化を初めて通年で記録", "ja"],
    [null, "北极观测网首次记录全年海冰变化", "zh"],
    ["zh-Hant", "北極觀測網首次記錄全年海冰變化", "zh-Hant"],
    [null, "북극 관측망이 해빙 변화를 기록했다", "ko"],
    [null, "רשת התצפיות בקוטב רשמה שנה שלמה", "he"],
    ["de", "Der Artikel nennt 北極圏 einmal", "de"],
    ["en", "", "en"],
  ])("%s and %s give %s", (language, text, expected) => {
    expect(voice(language, text)).toBe(expected);
  });
});

describe("the panel for the look", () => {
  async function draw() {
    const it = await open();
    const { container } = render(Window, { app: it.app });
    it.app.open(it.app.ticker.rows[2]!.id);
    await settle();
    await pass(10);
    const button = container.querySelector<HTMLButtonElement>("#article [aria-haspopup=dialog][aria-label='Look of articles']")!;
    button.click();
    await tick();
    return { ...it, container, button, panel: () => container.querySelector<HTMLElement>("#article [role=dialog]") };
  }
  const named = (root: Element, name: string) => [...root.querySelectorAll<HTMLElement>("button")].find((one) => (one.getAttribute("aria-label") ?? one.textContent?.trim()) === name)!;

  test("each_control_changes_what_it_names", async () => {
    const { app, panel } = await draw();
    named(panel()!, "Larger text").click();
    named(panel()!, "Inter").click();
    named(panel()!, "74").click();
    panel()!.querySelectorAll<HTMLElement>("[role=radiogroup][aria-label=Theme] [role=radio]")[2]!.click();
    const slider = panel()!.querySelector<HTMLInputElement>("input[type=range]")!;
    slider.value = "190";
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    const gap = panel()!.querySelectorAll<HTMLInputElement>("input[type=range]")[1]!;
    gap.value = "120";
    gap.dispatchEvent(new Event("input", { bubbles: true }));
    await pass(RESTS_AFTER + 10);
    expect(app.library.settings).toMatchObject({ theme: "sepia", reading: { size: 20, font: "sans", measure: 74, leading: 190, paragraphs: 120 } });
    named(panel()!, "Reset the type").click();
    await tick();
    expect(app.look.usual).toBe(true);
    named(panel()!, "Take the reset back").click();
    expect(app.look.style.size).toBe(20);
  });

  test("escape_closes_it_and_the_focus_returns", async () => {
    const { panel, button } = await draw();
    panel()!.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true }));
    await tick();
    expect(panel()).toBeNull();
    expect(document.activeElement).toBe(button);
  });
});
