import { mount } from "svelte";
import { connect } from "./api/connect";
import { learn } from "./i18n/languages";
import { copyText } from "./parts/clipboard";
import { speech } from "./article/speech";
import Root from "./Root.svelte";
import { App } from "./state/app.svelte";
import { system } from "./system";
import "./styles/base.css";
import "./ticker/row.css";

const LANGUAGE = "language";

// Nothing is awaited while this module itself is evaluated: what is fetched later may stand on it, and would wait for it for ever.
async function begin(): Promise<void> {
  document.documentElement.dataset.system = system;
  // What the window remembers belongs to the profile. The first picture is drawn before the settings are read: it speaks the
  // language of the last time.
  const backend = await connect();
  const begun = backend.firstPicture();
  const memory = new Map<string, string>(Object.entries(await begun.then(({ remembered }) => remembered, () => ({}))));
  function remember(name: string, value: string) {
    if (memory.get(name) === value) return;
    memory.set(name, value);
    // Where the library can only be read, it is remembered as long as the window is open.
    void backend.remember(name, value).catch(() => undefined);
  }
  await learn(memory.get(LANGUAGE) || null, navigator.languages);
  const app = new App(backend, {
    now: Date.now,
    languages: navigator.languages,
    recall: (name) => memory.get(name) ?? null,
    remember,
    copy: copyText,
    speech: speech(),
  });
  mount(Root, { target: document.getElementById("app")!, props: { app, remember: (language: string | null) => remember(LANGUAGE, language ?? "") } });
  await app.start(begun);
}
void begin();
