import { mount } from "svelte";
import { connect } from "./api/connect";
import { learn } from "./i18n/languages";
import { copyText } from "./parts/clipboard";
import Root from "./Root.svelte";
import { App } from "./state/app.svelte";
import "./styles/base.css";
import "./ticker/row.css";

// The first picture is drawn before the settings are read: it speaks the language of the last time.
const LANGUAGE = "language";
const backend = await connect();
await learn(localStorage.getItem(LANGUAGE), navigator.languages);
const app = new App(backend, {
  now: Date.now,
  languages: navigator.languages,
  recall: (key) => localStorage.getItem(key),
  remember: (key, value) => localStorage.setItem(key, value),
  copy: copyText,
});
const remember = (language: string | null) => (language === null ? localStorage.removeItem(LANGUAGE) : localStorage.setItem(LANGUAGE, language));
mount(Root, { target: document.getElementById("app")!, props: { app, remember } });
await app.start();
