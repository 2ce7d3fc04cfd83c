// Runs once in the page, before the first story: whatever the page does from now on that no reader's page does is written
// down. A page that was loaded anew has no watch.
if (window.stoppressWatch) return false;
const log = [], refused = [];
const say = (what) => log.length < 100 && log.push(String(what).slice(0, 160));
const watch = { log, refused };
const record = (owner, name) => {
  owner[name] = (...given) => say(`${name}(${given.map((one) => String(one).slice(0, 60)).join(", ")})`);
};
for (const name of ["alert", "confirm", "prompt", "print", "eval", "open", "close"]) record(window, name);
for (const name of ["open", "write", "writeln"]) record(document, name);
record(navigator, "sendBeacon");
for (const name of ["pushState", "replaceState"]) record(history, name);
for (const name of ["WebSocket", "EventSource", "Worker", "SharedWorker", "Function"]) {
  const real = window[name];
  if (real) window[name] = new Proxy(real, { construct: (target, given) => (say(`new ${name}(${given[0]})`), new target(...given)) });
}
const fetched = window.fetch;
window.fetch = (address, ...rest) => {
  const url = String(address?.url ?? address);
  // The page's own calls of commands go to ipc:, and no command is called `status` by an address alone.
  if (!/^(ipc:|http:\/\/ipc\.localhost)/.test(url)) say(`fetch(${url})`);
  return fetched(address, ...rest);
};
Object.defineProperty(window, "pwned", { set: (value) => say(`pwned = ${value}`), get: () => undefined });
addEventListener("error", (event) => {
  // A resource that fails is no code; code that fails is.
  if (event instanceof ErrorEvent && !/^ResizeObserver/.test(event.message)) say(`threw ${event.message}`);
}, true);
addEventListener("unhandledrejection", (event) => say(`rejected ${event.reason?.message ?? event.reason}`));
document.addEventListener("securitypolicyviolation", (event) => refused.push(event.effectiveDirective));
watch.title = document.title;
watch.address = location.href;
watch.scripts = document.scripts.length;
Object.defineProperty(window, "stoppressWatch", { value: watch });
watch.globals = new Set(Object.getOwnPropertyNames(window));
return true;
