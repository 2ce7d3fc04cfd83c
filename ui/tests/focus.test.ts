import { afterEach, beforeEach, expect, test } from "vitest";
import { keepFocus } from "../src/focus";

let root: HTMLElement;
let end: () => void;

const frames = async (count: number) => {
  for (let n = 0; n < count; n++) await new Promise((resolve) => requestAnimationFrame(resolve));
};

beforeEach(() => {
  root = document.createElement("div");
  document.body.append(root);
  root.innerHTML = `<section id="stories" tabindex="-1"></section>`;
  // There is no layout here: everything in the window is on screen.
  Object.defineProperty(root.firstElementChild!, "offsetParent", { value: root });
  end = keepFocus(root);
  window.dispatchEvent(new KeyboardEvent("keydown", { key: "s" }));
});

afterEach(() => {
  end();
  root.remove();
});

/** A row of a list that cannot take the focus while it is hidden. */
function hiddenRow(): { row: HTMLElement; show: () => void } {
  const row = document.createElement("div");
  row.setAttribute("role", "option");
  row.tabIndex = 0;
  let hidden = true;
  const focus = row.focus.bind(row);
  row.focus = (options) => {
    if (!hidden) focus(options);
  };
  return { row, show: () => (hidden = false) };
}

test("where what had the focus is gone the list has it", async () => {
  await frames(4);
  expect(document.activeElement?.id).toBe("stories");
});

test("a row that comes hidden has the focus as soon as it is shown", async () => {
  await frames(4);
  const { row, show } = hiddenRow();
  root.querySelector("#stories")!.append(row);
  await frames(6);
  expect(document.activeElement?.id).toBe("stories");
  show();
  await frames(6);
  expect(document.activeElement).toBe(row);
});

test("a stop that never takes the focus is given up", async () => {
  await frames(4);
  const { row, show } = hiddenRow();
  root.querySelector("#stories")!.append(row);
  await frames(80);
  show();
  await frames(10);
  expect(document.activeElement?.id).toBe("stories");
});

test("where the focus lands is brought into view after Tab and stays where it is read after other keys", async () => {
  await frames(4);
  const asked = new Set<string>();
  const stories = root.querySelector<HTMLElement>("#stories")!;
  let key = "";
  const focus = stories.focus.bind(stories);
  stories.focus = (options) => {
    asked.add(`${key}: ${options?.preventScroll ? "stays" : "is brought into view"}`);
    focus(options);
  };
  for (key of ["s", "Tab"]) {
    stories.blur();
    window.dispatchEvent(new KeyboardEvent("keydown", { key }));
    await frames(4);
  }
  // What had the focus goes by itself later: nobody looks for it.
  key = "later";
  stories.blur();
  root.append(document.createElement("p"));
  await frames(4);
  expect([...asked]).toEqual(["s: stays", "Tab: is brought into view", "later: stays"]);
});

test("a view that is fetched yet is waited for, and nothing else has the focus meanwhile", async () => {
  await frames(4);
  const stories = root.querySelector<HTMLElement>("#stories")!;
  const rail = document.createElement("nav");
  rail.className = "rail";
  rail.tabIndex = -1;
  Object.defineProperty(rail, "offsetParent", { value: root });
  root.prepend(rail);
  stories.remove();
  (document.activeElement as HTMLElement | null)?.blur();
  window.dispatchEvent(new KeyboardEvent("keydown", { key: "w" }));
  await frames(10);
  expect(document.activeElement).toBe(document.body);
  root.append(stories);
  await frames(6);
  expect(document.activeElement?.id).toBe("stories");
});
