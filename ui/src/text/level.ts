/* Keeps lines level where the web view does not. */
import { system } from "../system";

/** A vowel mark of the Arabic script, or what is written like one, with nothing of its word behind it. */
const ENDS_IN_MARK = /([\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed])(?=\s|$)/gu;
/** Has no width and joins nothing; typefaces of the script have it, so it stays in the same run. */
const NON_JOINER = "\u200c";

/**
 * A text as it is drawn. WebKitGTK moves a whole line up or down by as much as its last mark stands above or below its usual
 * place: with something behind the mark the line stays where it belongs. A line can end behind any word.
 */
export function level(text: string, on = system === "linux"): string {
  return on ? text.replace(ENDS_IN_MARK, `$1${NON_JOINER}`) : text;
}

/** The same for all texts under a root, but for code. */
export function levelAll(root: Node, on = system === "linux"): void {
  if (!on || root.textContent!.search(ENDS_IN_MARK) < 0) return;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
    const data = level(node.data, on);
    if (data !== node.data && !node.parentElement?.closest("pre, code")) node.data = data;
  }
}
