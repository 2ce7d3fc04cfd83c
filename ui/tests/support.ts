import { vi } from "vitest";
import type { ArticleId } from "../src/api/backend";
import { Fake } from "../src/api/fake/backend";
import type { FakeOptions } from "../src/api/fake/shelf";
import { App } from "../src/state/app.svelte";

/** Monday 23 November 2026, 14:41. */
export const NOW = new Date("2026-11-23T14:41:00Z");

/** The window's state over a backend in memory, at a fixed moment, with its own small memory. */
export async function open(options: FakeOptions = {}, memory = new Map<string, string>(), languages: readonly string[] = []): Promise<{ app: App; fake: Fake }> {
  vi.useFakeTimers({ now: NOW });
  const fake = new Fake({ now: Date.now, articles: 400, ...options });
  const app = new App(fake, { now: Date.now, languages, recall: (key) => memory.get(key) ?? null, remember: (key, value) => void memory.set(key, value), copy: async (text) => Boolean(fake.opened.push(`copied ${text}`)) });
  await app.start();
  await settle();
  return { app, fake };
}

/** Lets every answer arrive, without time passing. */
export async function settle(): Promise<void> {
  for (let n = 0; n < 30; n++) await Promise.resolve();
}

/** Lets time pass. */
export async function pass(millis: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(millis);
  await settle();
}

/** The list stands at its top with twelve rows in view. */
export function atTop(app: App): void {
  app.ticker.viewed(0, 11, 0);
}

/** The list is scrolled: rows 40 to 52 are in view. */
export function scrolled(app: App): void {
  app.ticker.viewed(40, 52, 2500);
}

export const ids = (app: App): ArticleId[] => app.ticker.rows.map((row) => row.id);

/** Eight stories of one source arrive at once, are let in and fold; the reader stands on their line. */
export async function standOnFold(app: App): Promise<void> {
  const rows = app.ticker.rows.slice(0, 8).map((row) => ({ ...row, feed_id: "1", feed_title: "The Harbor Post", time: app.ticker.rows[0]!.time }));
  app.ticker.rows = [...rows, ...app.ticker.rows.slice(8)];
  app.ticker.hidden = new Set(rows.slice(1).map((row) => row.id));
  app.ticker.onFold = rows[1]!.id;
}

/** A shadow root with this body, as an article has one. */
export function rooted(build: (text: HTMLElement) => void): ShadowRoot {
  const root = document.body.appendChild(document.createElement("div")).attachShadow({ mode: "open" });
  const text = document.createElement("div");
  text.className = "text";
  build(text);
  root.append(text);
  return root;
}
/** An element in `parent`, with these words and attributes. */
export function put(parent: Element, tag: string, words = "", attributes: Record<string, string> = {}): HTMLElement {
  const element = document.createElement(tag);
  element.append(words);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  parent.append(element);
  return element;
}

/** The view of sources, and its source of a title as it is now. */
export async function listOfSources() {
  const it = await open();
  it.app.go("sources");
  await settle();
  const of = (title: string) => it.app.sources.feeds.find((feed) => feed.title === title)!;
  return { ...it, of };
}
