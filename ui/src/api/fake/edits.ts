/* What publishers changed, for the backend in memory. */
import type { Edit } from "../backend";

/** The one edit of a story: its headline had another ending, and the text two sentences less. */
export function editOf(title: string, at: string): Edit {
  const cut = title.lastIndexOf(" ");
  const [kept, last] = [title.slice(0, cut + 1), title.slice(cut + 1)];
  return {
    at,
    title: [
      { kind: "same", text: kept },
      { kind: "removed", text: "match" },
      { kind: "added", text: last },
    ],
    paragraphs: [
      [
        { kind: "same", text: "The goal came in the " },
        { kind: "removed", text: "89th" },
        { kind: "added", text: "93rd" },
        { kind: "same", text: " minute." },
      ],
      [{ kind: "added", text: "The league has confirmed the result." }],
    ],
  };
}
