import { mount } from "svelte";
import { connect } from "./api/connect";
import AppView from "./App.svelte";
import { copyText } from "./parts/clipboard";
import { App } from "./state/app.svelte";
import "./styles/base.css";
import "./ticker/row.css";

const app = new App(await connect(), {
  now: Date.now,
  recall: (key) => localStorage.getItem(key),
  remember: (key, value) => localStorage.setItem(key, value),
  copy: copyText,
});
mount(AppView, { target: document.getElementById("app")!, props: { app } });
await app.start();
