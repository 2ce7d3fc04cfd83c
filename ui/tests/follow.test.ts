/* Promises about following an address: a look first, a choice, and then exactly that. */
import { cleanup, fireEvent, render } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, describe, expect, test } from "vitest";
import Window from "../src/App.svelte";
import { open, settle } from "./support";

afterEach(cleanup);

async function dialog(address: string, options = {}) {
  const it = await open(options);
  const { container } = render(Window, { app: it.app });
  it.app.show("follow");
  it.app.follow.address = address;
  await tick();
  const box = () => container.querySelector("dialog")!;
  const button = (name: string) => [...box().querySelectorAll("button")].find((one) => one.textContent?.trim() === name)!;
  const press = async (name: string) => {
    await fireEvent.click(button(name));
    await settle();
    await tick();
  };
  const enter = async () => {
    await fireEvent.submit(box().querySelector("form")!);
    await settle();
    await tick();
  };
  return { ...it, container, box, button, press, enter, calls: () => it.fake.calls.filter((call) => /look|follow/i.test(call) && call !== "lookIcon") };
}

describe("an address on the clipboard", () => {
  test("is_offered_and_stands_in_the_field_when_it_is_taken_and_nobody_is_asked", async () => {
    const { app, fake } = await open();
    fake.clipboard = "https://tidetables.test/fog?from=mail";
    const { container } = render(Window, { app });
    app.show("follow");
    await settle();
    await tick();
    const offer = container.querySelector<HTMLButtonElement>('dialog ul[aria-label="From the clipboard"] button')!;
    expect(offer.textContent).toContain("tidetables.test/fog?from=mail");
    expect(app.follow.address).toBe("");
    offer.click();
    await settle();
    await tick();
    expect([app.follow.address, app.follow.stage, fake.calls.includes("lookAt")]).toEqual([fake.clipboard, "typing", false]);
    expect(container.querySelector('dialog ul[aria-label="From the clipboard"]')).toBeNull();
    expect(document.activeElement?.getAttribute("aria-label")).toBe("Site or feed address");
  });

  test("is_read_for_that_dialog_only_and_not_where_one_is_typed_already", async () => {
    const { app, fake } = await open();
    fake.clipboard = "https://tidetables.test/";
    for (const dialog of ["settings", "help", "save-page", "packs"] as const) app.show(dialog);
    expect(fake.calls).not.toContain("clipboardAddress");
    app.beginning.followAddress("https://harborpost.example/");
    await settle();
    expect(app.follow.address).toBe("https://harborpost.example/");
    expect(fake.calls).not.toContain("clipboardAddress");
    app.show(null);
    fake.failNext("clipboardAddress");
    app.show("follow");
    await settle();
    expect([app.follow.clipped, app.toasts.current]).toEqual([null, null]);
  });
});

describe("an address is looked at before it is followed", () => {
  test("enter_looks_and_shows_what_would_be_followed_and_enter_again_follows_it", async () => {
    const { app, box, enter, calls } = await dialog("tidetables.test");
    await enter();
    expect(calls()).toEqual(["lookAt"]);
    expect(box().textContent).toContain("1 feed found");
    const preview = box().querySelector("section")!;
    expect(preview.textContent).toContain("Tidetables");
    expect(preview.textContent).toContain("English, last story 9 minutes ago, about 14 a day, full text");
    expect([...preview.querySelectorAll("li .h")].map((one) => one.textContent)).toHaveLength(5);
    expect(preview.querySelector("time")!.textContent).toMatch(/^\d\d:\d\d$/);
    await enter();
    expect(app.dialog).toBeNull();
    expect(app.toasts.current).toMatchObject({ text: "Following Tidetables, 5 stories added", undo: "follow" });
    await app.undoing.undo("follow");
    await settle();
    expect(app.sources.feeds.some((feed) => feed.title === "Tidetables")).toBe(false);
  });

  test("its_icon_stands_in_the_preview_once_its_site_gave_it_and_its_letter_until_then", async () => {
    const { fake, box, enter, app } = await dialog("two.tidetables.test");
    fake.foundIcon = "media:tide";
    const release = fake.holdNext("lookIcon");
    await enter();
    const square = () => box().querySelector("section .fav")!;
    expect([square().tagName, square().textContent]).toEqual(["SPAN", "T"]);
    release();
    await settle();
    await tick();
    expect([square().tagName, square().getAttribute("src")]).toEqual(["IMG", "media:tide"]);
    // Each site is asked once, and only for the source that is looked at.
    const asked = () => fake.calls.filter((call) => call === "lookIcon").length;
    expect(asked()).toBe(1);
    app.follow.pick = 1;
    await settle();
    app.follow.pick = 0;
    await settle();
    expect(asked()).toBe(2);
  });

  test("no_site_is_asked_for_the_icon_of_what_is_followed_and_one_that_fails_leaves_the_letter", async () => {
    const followed = await dialog("harborpost.example");
    await followed.enter();
    expect(followed.fake.calls).not.toContain("lookIcon");
    cleanup();
    const { fake, box, enter, app } = await dialog("tidetables.test");
    fake.failNext("lookIcon");
    await enter();
    expect([box().querySelector("section .fav")!.tagName, app.follow.problem, app.follow.stage]).toEqual(["SPAN", "", "found"]);
  });

  test("of_several_the_first_is_chosen_and_comments_stand_last", async () => {
    const { app, box, enter } = await dialog("two.tidetables.test");
    await enter();
    const options = [...box().querySelectorAll("[role=radiogroup] label")].map((one) => one.textContent?.replace(/\s+/g, " ").trim());
    expect(options).toEqual(["All storiesabout 14 a day, full text", "Energy deskabout 3 a week, beginnings only", "Commentsabout 40 a day, beginnings only"]);
    expect([app.follow.pick, app.follow.stage]).toEqual([0, "found"]);
    app.follow.pick = 1;
    await tick();
    expect(box().querySelectorAll("section li")).toHaveLength(4);
    await enter();
    expect((await app.backend.feeds()).at(-1)?.url).toBe("https://two.tidetables.test/energy.xml");
  });

  test("a_feed_that_cannot_be_read_says_why_and_cannot_be_chosen", async () => {
    const { box, enter } = await dialog("broken.tidetables.test");
    await enter();
    const old = [...box().querySelectorAll("label")].at(-1)!;
    expect(old.textContent).toContain("There is nothing at this address");
    expect(old.querySelector("input")!.disabled).toBe(true);
  });

  test("it_is_followed_into_a_folder_by_the_readers_name_in_full_and_aside_of_live", async () => {
    const { app, enter, box } = await dialog("tidetables.test");
    await enter();
    app.follow.newFolder = "  Evenings ";
    app.follow.ownTitle = "The tide";
    app.follow.textMode = "full";
    await fireEvent.click(box().querySelector("[role=switch]")!);
    await enter();
    const feed = (await app.backend.feeds()).at(-1)!;
    expect([feed.title, feed.folder, feed.text_mode, feed.settings.in_live]).toEqual(["The tide", "Evenings", "full", false]);
    app.show("follow");
    app.follow.address = "windward-two.test";
    await app.beginning.followTyped();
    // The last folder is offered again, the rest begins anew.
    expect([app.follow.folder, app.follow.ownTitle, app.follow.textMode, app.follow.inLive]).toEqual(["Evenings", "", "auto", true]);
  });

  test("what_is_followed_already_is_said_and_shown", async () => {
    const { app, box, enter, button, press, calls } = await dialog("harborpost.example");
    await enter();
    expect(box().querySelector("[role=status]")!.textContent).toBe("You already follow The Harbor Post");
    expect(button("Follow")).toBeUndefined();
    await press("Show it");
    expect([app.dialog, app.view, app.sources.current?.title]).toEqual([null, "sources", "The Harbor Post"]);
    expect(calls()).not.toContain("followFound");
  });
});

describe("a look that leads nowhere", () => {
  test("says_its_cause_and_the_one_thing_that_helps", async () => {
    const { box, enter, button, app, fake } = await dialog("tidetables.test", { offline: true });
    await enter();
    expect(box().querySelector("[role=status]")!.textContent).toContain("There is no way to tidetables.test");
    expect(box().querySelector("input")!.getAttribute("aria-invalid")).toBe("true");
    expect(button("Try again")).toBeDefined();
    fake.setOffline(false);
    await enter();
    expect([app.follow.stage, app.follow.problem]).toEqual(["found", ""]);
  });

  test("typing_on_takes_the_problem_away", async () => {
    const { app, box, enter, button } = await dialog("tidetables.test", { offline: true });
    await enter();
    await fireEvent.input(box().querySelector("input")!, { target: { value: "tidetables.te" } });
    expect([app.follow.problem, app.follow.cause]).toEqual(["", null]);
    expect(button("Look")).toBeDefined();
  });

  test("an_address_inside_the_readers_own_network_is_asked_about_once", async () => {
    const { app, enter, press, calls } = await dialog("192.168.1.2/feed");
    await enter();
    expect(app.follow.stage).toBe("asking");
    await press("Look all the same");
    expect([app.follow.stage, calls()]).toEqual(["found", ["lookAt", "lookAt"]]);
  });
});

describe("one step back", () => {
  test("ends_a_look_under_way_and_its_answer_is_not_heard", async () => {
    const { app, fake, enter, press, box } = await dialog("slow.test");
    fake.holdNext("lookAt");
    await enter();
    expect(app.follow.stage).toBe("looking");
    expect(box().querySelector("[role=status]")!.textContent).toBe("Looking for feeds on slow.test");
    await press("Cancel");
    expect(fake.calls).toContain("endLook");
    expect([app.dialog, app.follow.stage, app.follow.problem, app.follow.address]).toEqual(["follow", "typing", "", "slow.test"]);
    await press("Cancel");
    expect(app.dialog).toBeNull();
  });

  test("from_what_was_found_leads_to_the_address_and_then_out", async () => {
    const { app, enter, box } = await dialog("two.tidetables.test");
    await enter();
    const escape = () => fireEvent(box(), new Event("cancel", { cancelable: true }));
    await escape();
    expect([app.dialog, app.follow.stage, app.follow.found]).toEqual(["follow", "typing", null]);
    await escape();
    expect(app.dialog).toBeNull();
  });

  test("what_was_followed_after_giving_up_is_said_to_be_followed", async () => {
    const { app, fake, enter } = await dialog("slow.test");
    await enter();
    const release = fake.holdNext("followFound");
    const asked = app.beginning.followTyped();
    app.show(null);
    release();
    await asked;
    expect(app.toasts.current).toMatchObject({ text: "Following Slow, 5 stories added", undo: "follow" });
  });

  test("a_look_that_is_gone_is_made_again", async () => {
    const { app, fake, enter } = await dialog("slow.test");
    await enter();
    await fake.lookAt("other.test", false);
    await enter();
    expect([app.follow.stage, app.follow.problem]).toEqual(["typing", "What was found at this address is no longer here. Look again."]);
  });
});

describe("a source that is to be told of", () => {
  const wanted = (box: HTMLElement) => fireEvent.click([...box.querySelectorAll("button[role=switch]")].find((one) => one.closest("div, label")!.textContent!.includes("Notify me about new stories"))!);

  test("is_told_of_from_the_start_and_one_undo_takes_both_back", async () => {
    const { app, fake, box, enter } = await dialog("tidetables.test");
    await app.notifying.choose({ on: true });
    await enter();
    expect(app.follow.notify).toBe(false);
    await wanted(box());
    await enter();
    const id = app.sources.feeds.find((feed) => feed.title === "Tidetables")!.id;
    expect(app.notifying.rules.map((rule) => rule.feed_id)).toEqual([id]);
    expect(app.toasts.current).toMatchObject({ text: "Following Tidetables, 5 stories added", undo: "follow" });
    await app.undoing.undo();
    await settle();
    expect([app.sources.feeds.some((feed) => feed.id === id), await fake.notifyRules()]).toEqual([false, []]);
  });

  test("is_asked_for_where_notifications_are_off_and_followed_whatever_the_answer", async () => {
    const { app, fake, box, enter } = await dialog("tidetables.test");
    await enter();
    await wanted(box());
    await enter();
    expect(app.dialog).toBe("notify");
    app.notifying.decline();
    await settle();
    expect([app.dialog, await fake.notifyRules(), app.sources.feeds.some((feed) => feed.title === "Tidetables")]).toEqual([null, [], true]);
  });

  test("is_not_told_of_where_nothing_was_asked", async () => {
    const { app, fake, enter } = await dialog("tidetables.test");
    await app.notifying.choose({ on: true });
    await enter();
    await enter();
    expect([app.dialog, await fake.notifyRules()]).toEqual([null, []]);
  });
});

describe("words instead of an address", () => {
  test("name_sources_of_the_packs_and_nobody_is_asked", async () => {
    const { app, box, enter, press, calls } = await dialog("harbor post");
    await settle();
    await tick();
    const offered = [...box().querySelectorAll("ul button")];
    expect(offered.map((one) => one.textContent)).toEqual(["The Harbor Postharborpost.example"]);
    await enter();
    expect([app.follow.problem, calls()]).toEqual(["Choose one of these, or type an address", []]);
    await press("The Harbor Postharborpost.example");
    expect([app.follow.address, app.follow.stage]).toEqual(["https://harborpost.example/feed.xml", "found"]);
    app.follow.retype();
    app.follow.address = "nonsense";
    await enter();
    expect(app.follow.problem).toBe("No pack has this. Type the address of a site.");
  });
});

describe("an address that comes from elsewhere", () => {
  test("pasted_or_dropped_it_stands_in_the_dialog_and_is_not_asked", async () => {
    const { app, fake } = await open();
    render(Window, { app });
    const bring = async (kind: "paste" | "drop") => {
      const event = new Event(kind, { bubbles: true, cancelable: true });
      const data = { files: [], types: ["text/uri-list"], getData: () => "https://tidetables.test/fog" };
      Object.defineProperty(event, kind === "drop" ? "dataTransfer" : "clipboardData", { value: data });
      (kind === "drop" ? window : document).dispatchEvent(event);
      await settle();
    };
    for (const kind of ["paste", "drop"] as const) {
      await bring(kind);
      expect([app.dialog, app.follow.address, app.follow.stage]).toEqual(["follow", "https://tidetables.test/fog", "typing"]);
      app.show(null);
    }
    expect(fake.calls.some((call) => /look|follow/i.test(call))).toBe(false);
  });
});
