// The second frame begins when the first is on the screen.
addEventListener("load", () => requestAnimationFrame(() => requestAnimationFrame(() => { document.title = "painted"; })));
