/* Promises about new versions: who brings them is said, and nothing is installed before the reader says so. */
import { cleanup, render } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, expect, test } from "vitest";
import { t } from "../src/i18n/words";
import Root from "../src/Root.svelte";
import { open, settle } from "./support";

afterEach(cleanup);

async function about(by: "itself" | "packages", newest: string | null = null) {
  const it = await open();
  it.fake.updatedBy = by;
  it.fake.newest = newest;
  const { container } = render(Root, { app: it.app, remember: () => undefined });
  it.app.section = "about";
  it.app.show("settings");
  await tick();
  await settle();
  const part = () => container.querySelector('[data-setting="versions"]')!;
  const button = (label: string) => [...part().querySelectorAll("button")].find((one) => one.textContent?.trim() === label);
  return { ...it, part, button };
}

test("where_the_systems_packages_bring_new_versions_that_is_said_and_nothing_is_offered", async () => {
  const { part, fake, app } = await about("packages", "9.9.9");
  expect(part().textContent).toContain(t("versions-by-packages"));
  expect(part().querySelectorAll("button")).toHaveLength(0);
  await app.choose({ look_for_versions: true });
  await app.versions.watch();
  expect([app.versions.found, fake.newest]).toEqual([null, "9.9.9"]);
});

test("a_new_version_is_named_and_installed_only_when_the_reader_says_so", async () => {
  const { part, button, fake } = await about("itself", "9.9.9");
  button(t("look-now"))!.click();
  await settle();
  expect(part().textContent).toContain(t("version-there", { version: "9.9.9" }));
  expect(fake.newest).toBe("9.9.9");
  button(t("version-install"))!.click();
  await settle();
  expect([fake.newest, part().querySelector("[role=status]")?.textContent]).toEqual([null, t("version-installed", { version: "9.9.9" })]);
  button(t("look-now"))!.click();
  await settle();
  expect(part().querySelector("[role=status]")?.textContent).toBe(t("version-newest"));
});

test("what_is_wrong_with_a_new_version_is_said_where_it_was_wanted", async () => {
  const { part, button, fake } = await about("itself", "9.9.9");
  button(t("look-now"))!.click();
  await settle();
  fake.newest = null;
  button(t("version-install"))!.click();
  await settle();
  expect(part().querySelector("[role=status]")?.textContent).toContain("Nothing was installed.");
});

test("a_version_that_was_found_by_itself_is_said_once", async () => {
  const { app, fake } = await open();
  fake.newest = "9.9.9";
  await app.choose({ look_for_versions: true });
  await app.versions.watch();
  expect(app.toasts.current?.text).toBe(t("version-there", { version: "9.9.9" }));
  app.toasts.dismiss();
  await app.versions.watch();
  expect(app.toasts.current).toBeNull();
});
