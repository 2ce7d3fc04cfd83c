/* Choosing files from the disk, without a button that stands there for it. */

/** The kinds of files that lists of sources come in, as an input names them. */
export const LISTS = ".opml,.xml,text/xml,application/xml,text/x-opml";

/** The bytes of files, in their order. */
export const bytesOf = (files: Iterable<File>): Promise<Uint8Array[]> => Promise.all([...files].map(async (file) => new Uint8Array(await file.arrayBuffer())));

/** Lets the reader choose files of these kinds, and hands them over together; where none is chosen nothing comes. */
export function chooseFiles(accept: string, chosen: (files: Uint8Array[]) => void): void {
  const input = document.createElement("input");
  Object.assign(input, { type: "file", multiple: true, hidden: true, accept });
  // WebKit forgets an input that stands nowhere.
  document.body.append(input);
  input.addEventListener("cancel", () => input.remove());
  input.addEventListener("change", () => {
    input.remove();
    if (input.files?.length) void bytesOf(input.files).then(chosen);
  });
  input.click();
}
