/* Promises about the menu of an image. */
import { cleanup, render } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, expect, test, vi } from "vitest";
import Window from "../src/App.svelte";
import { open, settle } from "./support";

const KEY = "a".repeat(64);
afterEach(cleanup);

/** A story with an image in it, which has loaded unless it is broken. */
async function story(size = 800) {
  const it = await open();
  it.app.open("1");
  await settle();
  it.app.reading.page = { ...it.app.reading.page!, image: null, html: `<p>Text</p><p><img src="media://localhost/${KEY}" alt="The harbour"></p>`, content_key: "with an image" };
  const { container } = render(Window, { app: it.app });
  await settle();
  await tick();
  const root = [...container.querySelectorAll("#article *")].find((one) => one.shadowRoot?.querySelector("img"))!.shadowRoot!;
  const image = root.querySelector("img")!;
  for (const side of ["naturalWidth", "naturalHeight"]) Object.defineProperty(image, side, { value: size });
  const ask = async (button = 2) => {
    image.dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, composed: true, cancelable: true, button }));
    await tick();
    return [...container.querySelectorAll<HTMLElement>("[role=menu] [role=menuitem]")];
  };
  return { ...it, image, ask, said: () => it.app.toasts.current?.text };
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
