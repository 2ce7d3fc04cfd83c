/* Images that could move stand still until they are asked: each gets a button that plays it and stops it again. */

/** Words of the button. */
export interface PlayWords {
  play: string;
  stop: string;
}

/** Puts a button on each image of `root` whose address is among those that could move, once. */
export function offerToPlay(root: ParentNode, addresses: readonly string[], words: PlayWords): void {
  const moving = new Set(addresses);
  for (const image of root.querySelectorAll<HTMLImageElement>("img")) {
    const address = image.getAttribute("src") ?? "";
    if (!moving.has(address) || image.parentElement?.classList.contains("moving")) continue;
    const box = document.createElement("span");
    box.className = "moving";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "play";
    button.append(words.play);
    image.replaceWith(box);
    box.append(image, button);
  }
}

/** Plays or stops the image of the button that was pressed. True where the event was for such a button. */
export function playOrStop(event: Event, words: PlayWords): boolean {
  const button = event.composedPath().find((node) => node instanceof HTMLElement && node.classList.contains("play"));
  const image = button instanceof HTMLElement ? button.parentElement?.querySelector("img") : null;
  if (!(button instanceof HTMLElement) || !image) return false;
  // Within a link the press is for the button.
  event.preventDefault();
  const still = image.src.replace(/\?play$/, "");
  const plays = still !== image.src;
  image.src = plays ? still : `${still}?play`;
  button.replaceChildren(plays ? words.play : words.stop);
  return true;
}
