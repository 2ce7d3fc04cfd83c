/* Promises about giving a source another address: one button finds it, one confirmation takes it, one undo brings it back. */
import { cleanup, fireEvent, render } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, describe, expect, test } from "vitest";
import Window from "../src/App.svelte";
import { open, settle } from "./support";

afterEach(cleanup);

async function source(title: string) {
  const it = await open();
  const { container } = render(Window, { app: it.app });
  const of = (name: string) => it.app.sources.feeds.find((feed) => feed.title === name)!;
  it.app.showSource(of(title).id);
  await settle();
  await tick();
  const press = async (name: string, within: Element = container) => {
    [...within.querySelectorAll("button")].find((one) => one.textContent?.trim() === name || one.getAttribute("aria-label") === name)!.click();
    await settle();
    await tick();
  };
  const box = () => container.querySelector("dialog");
  const said = () => box()!.querySelector("[role=status]")!.textContent;
  return { ...it, container, of, press, box, said };
}

describe("a source in trouble", () => {
  test("has_the_one_button_that_helps", async () => {
    const { app, container, fake, of, press } = await source("Polar Station");
    await press("Sign in…", container.querySelector(".note")!);
    expect(app.dialog).toBe("sign-in");
    expect(fake.opened).toEqual([]);
    app.show(null);
    for (const [title, action] of [["Голос залива", "Try now"], ["Kunstkammer", "Unfollow"], ["La Gazette du Phare", "Find new address"]] as const) {
      app.showSource(of(title).id);
      await tick();
      expect([...container.querySelectorAll(".note button")].map((one) => one.textContent?.trim())).toEqual([action]);
    }
  });

  test("is_looked_for_shown_with_its_headlines_and_moved_on_one_confirmation", async () => {
    const { app, container, fake, of, press, box } = await source("La Gazette du Phare");
    await press("Find new address", container.querySelector(".note")!);
    expect(fake.calls.filter((call) => /address|look/i.test(call))).toEqual(["findAddress"]);
    expect([...box()!.querySelectorAll("[role=radiogroup] label")].map((one) => one.querySelector("bdi")!.textContent)).toEqual(["News", "Culture"]);
    expect(box()!.querySelectorAll("section li")).toHaveLength(5);
    expect(box()!.textContent).toContain("gazette-du-phare.example/news.xml");
    expect(of("La Gazette du Phare").url).toContain("/feed.xml");
    await press("Use this address", box()!);
    expect([app.dialog, of("La Gazette du Phare").url, of("La Gazette du Phare").trouble]).toEqual([null, "https://gazette-du-phare.example/news.xml", null]);
    expect(app.toasts.current).toMatchObject({ text: "La Gazette du Phare has a new address", undo: "change_address" });
    await app.undoing.undo("change_address");
    await settle();
    expect(of("La Gazette du Phare").url).toBe("https://gazette-du-phare.example/feed.xml");
  });

  test("that_is_not_found_says_so_and_can_be_looked_for_again", async () => {
    const { app, fake, press, box, said } = await source("La Gazette du Phare");
    fake.failNext("findAddress", "site", "No feed was found at gazette-du-phare.example under another address. Nothing was changed.");
    await app.following.findAddress(app.sources.current!.id);
    await tick();
    expect(said()).toContain("No feed was found");
    await press("Try again", box()!);
    expect(app.readdress.stage).toBe("found");
  });

  test("can_be_given_up_while_it_is_looked_for", async () => {
    const { app, fake, press, box, said } = await source("La Gazette du Phare");
    const release = fake.holdNext("findAddress");
    const looking = app.following.findAddress(app.sources.current!.id);
    await tick();
    expect(said()).toBe("Looking for La Gazette du Phare at gazette-du-phare.example");
    await press("Cancel", box()!);
    release();
    await looking;
    expect([app.dialog, app.readdress.found, fake.calls.includes("endLook")]).toEqual([null, null, true]);
  });
});

describe("an address typed by hand", () => {
  test("is_looked_at_before_it_is_taken", async () => {
    const { app, container, of, press, box } = await source("The Meridian");
    await press("Change address", container.querySelector(".kv")!);
    const input = box()!.querySelector("input")!;
    expect(input.value).toBe("https://meridian.example/feed.xml");
    await fireEvent.input(input, { target: { value: "meridian-two.test" } });
    await press("Look", box()!);
    expect(of("The Meridian").url).toBe("https://meridian.example/feed.xml");
    await press("Use this address", box()!);
    expect([app.dialog, of("The Meridian").url]).toEqual([null, "https://meridian-two.test/feed.xml"]);
  });

  test("that_another_source_has_cannot_be_taken", async () => {
    const { app, press, box, said } = await source("The Meridian");
    app.following.editAddress(app.sources.current!);
    await tick();
    app.readdress.address = "harborpost.example";
    await press("Look", box()!);
    expect(said()).toBe("You already follow The Harbor Post");
    expect([...box()!.querySelectorAll("button")].at(-1)!.disabled).toBe(true);
  });

  test("that_it_has_already_is_checked", async () => {
    const { app, fake, press, box, said } = await source("The Meridian");
    await app.following.findAddress(app.sources.current!.id);
    await tick();
    expect(said()).toBe("It answers again at its own address. Check it now.");
    await press("Check now", box()!);
    expect([app.dialog, fake.calls.at(-1)]).toEqual([null, "sync"]);
  });

  test("is_asked_about_where_it_is_inside_the_own_network", async () => {
    const { app, press, box } = await source("The Meridian");
    app.following.editAddress(app.sources.current!);
    await tick();
    app.readdress.address = "192.168.1.2/feed";
    await press("Look", box()!);
    expect(app.readdress.stage).toBe("asking");
    await press("Look all the same", box()!);
    expect(app.readdress.stage).toBe("found");
  });
});

describe("a source that its publisher has moved", () => {
  test("is_told_in_activity_with_a_way_back", async () => {
    const { app, container, fake } = await source("The Meridian");
    const [check] = await fake.feedChecks(app.sources.current!.id);
    app.go("activity");
    await settle();
    app.activity.answer = { ...app.activity.answer, recent: [{ ...check!, outcome: "moved" }, { ...check!, outcome: "merged" }, { ...check!, outcome: "moved" }] };
    await tick();
    const lines = [...container.querySelectorAll(".act li")].filter((one) => /Address updated|moved here/.test(one.textContent ?? ""));
    expect(lines).toHaveLength(3);
    expect(lines.map((line) => line.querySelector("button") !== null)).toEqual([true, true, false]);
    lines[1]!.querySelector("button")!.click();
    await settle();
    expect(fake.calls).toContain("undo");
  });
});
