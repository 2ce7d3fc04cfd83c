/* Promises about the menu of an image. */
import { cleanup, render } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, expect, test, vi } from "vitest";
import Window from "../src/App.svelte";
import { open, settle } from "./support";

const KEY = "a".repeat(64);
afterEach(cleanup);

const sized = (image: HTMLImageElement, size: number) => {
  for (const side of ["naturalWidth", "naturalHeight"]) Object.defineProperty(image, side, { value: size });
  image.dispatchEvent(new Event("load"));
};

/** A story with an image in it and an icon over it, which have loaded unless they are broken. */
async function story(size = 800) {
  const it = await open();
  it.app.open("1");
  await settle();
  it.app.reading.page = { ...it.app.reading.page!, image: null, icon: `media://localhost/${"b".repeat(64)}`, html: `<p>Text</p><p><img src="media://localhost/${KEY}" alt="The harbour"></p>`, content_key: "with an image" };
  const { container } = render(Window, { app: it.app });
  await settle();
  await tick();
  const root = [...container.querySelectorAll("#article *")].find((one) => one.shadowRoot?.querySelector("img"))!.shadowRoot!;
  const image = root.querySelector("img")!;
  const icon = container.querySelector<HTMLImageElement>("#article .fav")!;
  for (const one of [image, icon]) sized(one, size);
  const ask = async (button = 2, of = image) => {
    of.dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, composed: true, cancelable: true, button }));
    await tick();
    return [...container.querySelectorAll<HTMLElement>("[role=menu] [role=menuitem]")];
  };
  return { ...it, container, root, image, icon, ask, said: () => it.app.toasts.current?.text };
}

test("an_image_is_written_into_a_file_and_its_address_copied_from_its_menu", async () => {
  const { app, fake, ask, said } = await story();
  const items = await ask();
  expect(items.map((item) => item.textContent!.trim())).toEqual(["Enlarge image", "Save image", "Copy image address"]);
  const write = vi.spyOn(fake, "exportImage");
  items[1]!.click();
  await settle();
  expect(write).toHaveBeenCalledWith("1", KEY);
  expect(said()).toMatch(/^The image is in .+, in .+$/);
  (await ask(0))[2]!.click();
  await settle();
  expect(fake.opened.at(-1)).toBe(`copied https://images.harborpost.test/${KEY}`);
  (await ask())[0]!.click();
  await settle();
  expect(app.dialog).toBe("image");
});

test("an_image_that_is_missing_has_no_menu", async () => {
  const { ask } = await story(0);
  expect(await ask()).toEqual([]);
});

test("the_icon_of_the_source_has_none_and_an_image_of_a_comment_is_not_one_of_the_gallery", async () => {
  const { container, root, icon, ask } = await story();
  expect(await ask(2, icon)).toEqual([]);
  const comments = container.querySelector("#article .sheet")!.appendChild(document.createElement("div")).attachShadow({ mode: "open" });
  comments.append(root.querySelector("img")!.cloneNode());
  const image = comments.querySelector("img")!;
  sized(image, 800);
  expect((await ask(2, image)).map((item) => item.textContent!.trim())).toEqual(["Save image", "Copy image address"]);
});

test("the_lead_image_has_one_as_those_in_the_text", async () => {
  const { app, fake, container, ask } = await story();
  app.reading.page = { ...app.reading.page!, image: `media://localhost/${"c".repeat(64)}` };
  await tick();
  const image = container.querySelector<HTMLImageElement>(".hero img")!;
  sized(image, 800);
  const write = vi.spyOn(fake, "exportImage");
  (await ask(2, image))[1]!.click();
  await settle();
  expect(write).toHaveBeenCalledWith("1", "c".repeat(64));
  (await ask(0, image))[0]!.click();
  await vi.waitFor(() => expect(container.querySelector("dialog")).not.toBeNull());
  container.querySelector<HTMLButtonElement>("dialog [aria-label='Close']")!.click();
  await settle();
  await tick();
  expect([app.dialog, document.activeElement]).toEqual([null, image.parentElement]);
});

test("an_image_in_the_gallery_is_that_of_its_story_where_another_was_opened_behind_it", async () => {
  const { app, fake, container, ask } = await story();
  (await ask())[0]!.click();
  await settle();
  await vi.waitFor(() => expect(container.querySelector("dialog img")).not.toBeNull());
  await app.trail.openElsewhere("2");
  await settle();
  await tick();
  const write = vi.spyOn(fake, "exportImage");
  container.querySelector<HTMLButtonElement>("dialog [aria-label^='Save image']")!.click();
  await settle();
  expect(write).toHaveBeenCalledWith("1", KEY);
});

test("the_focus_returns_to_the_image_from_its_menu_and_from_a_dialog", async () => {
  const { app, root, image, ask } = await story();
  const at = () => root.activeElement;
  image.focus();
  expect(at()).toBe(image);
  const [first] = await ask(0);
  expect(at()).toBeNull();
  first!.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  await tick();
  expect(at()).toBe(image);
  app.show("mute");
  await settle();
  await tick();
  document.querySelector<HTMLElement>("dialog button")!.focus();
  app.show(null);
  await tick();
  expect(at()).toBe(image);
});
