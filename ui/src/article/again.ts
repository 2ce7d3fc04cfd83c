/* The button in the box of missing images that asks for them again. It stands there only while asking makes sense. */

/** Puts the button with these words into each box, or takes it out again where there are none. */
export function offerAgain(root: ParentNode, words: string | null): void {
  for (const box of root.querySelectorAll(".missing")) {
    const button = box.querySelector("button");
    if (words === null) button?.remove();
    else if (button === null) {
      const made = document.createElement("button");
      made.type = "button";
      made.className = "again";
      made.append(words);
      box.append(made);
    }
  }
}

/** True where the event was for such a button. */
export function asksAgain(event: Event): boolean {
  return event.composedPath().some((node) => node instanceof HTMLElement && node.classList.contains("again"));
}
