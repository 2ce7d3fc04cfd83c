/* The images of an article as one gallery, in the order in which they stand. */

/** Smaller than this an image is an ornament. */
const LARGE = 120;

/** One image of the gallery. */
export interface Picture {
  src: string;
  alt: string;
  caption: string;
  /** The number of the link around it. */
  link: number | null;
}

/** An image that has loaded is offered to be enlarged, unless it is an ornament. */
export function offerToEnlarge(image: HTMLImageElement, name: (alt: string) => string): void {
  if (image.naturalWidth < LARGE && image.naturalHeight < LARGE) {
    image.classList.add("small");
    return;
  }
  image.classList.add("zoom");
  // A link keeps its own role: the pointer enlarges the image, Enter follows the link.
  if (image.closest("a")) return;
  image.tabIndex = 0;
  image.setAttribute("role", "button");
  image.setAttribute("aria-haspopup", "dialog");
  image.setAttribute("aria-label", name(image.alt));
}

/** The image that an event asks to enlarge, or null. */
export function enlargedBy(event: Event): HTMLImageElement | null {
  const first = event.composedPath()[0];
  return first instanceof HTMLImageElement && first.classList.contains("zoom") ? first : null;
}

/** The image that a menu is asked for, by the pointer over it or by a key on what holds it; null where there is none to be seen. */
export function imageBelow(event: Event): HTMLImageElement | null {
  const first = event.composedPath()[0];
  const image = first instanceof HTMLImageElement ? first : first instanceof HTMLElement ? first.querySelector<HTMLImageElement>(":scope > img") : null;
  return image !== null && image.naturalWidth > 0 && isOfStory(image) ? image : null;
}

/** What the story and its comments bring stands in roots of their own, but for the lead image; an icon beside them is the window's. */
const isOfStory = (image: HTMLImageElement) => image.classList.contains("zoom") || image.getRootNode() instanceof ShadowRoot;

/** The key by which the program knows an image. */
export function keyOf(src: string): string {
  return new URL(src, location.href).pathname.split("/").at(-1)!;
}

/** All images of the body but ornaments, and where `image` stands among them. */
export function galleryOf(root: ParentNode, image: HTMLImageElement | null): { pictures: Picture[]; at: number } {
  const images = [...root.querySelectorAll<HTMLImageElement>("img:not(.small)")];
  return { pictures: images.map(pictureOf), at: image === null ? -1 : images.indexOf(image) };
}

function pictureOf(image: HTMLImageElement): Picture {
  const caption = image.closest("figure")?.querySelector("figcaption")?.textContent?.replace(/\s+/g, " ").trim() ?? "";
  const link = /^#link-(\d+)$/.exec(image.closest("a")?.getAttribute("href") ?? "")?.[1];
  return { src: image.currentSrc || image.src, alt: image.alt, caption, link: link === undefined ? null : Number(link) };
}
