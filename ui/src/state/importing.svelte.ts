import { sentence, type ImportedSaved } from "../api/backend";
import { t } from "../i18n/words";
import type { App } from "./app.svelte";

/** So much of a file tells what it is. */
const BEGINNING = 4_096;

/** True for a list of sources; zeros between the letters are those of UTF-16. */
export function isOpml(bytes: Uint8Array): boolean {
  const beginning = new TextDecoder("latin1").decode(bytes.subarray(0, BEGINNING)).replaceAll("\0", "");
  return /<opml[\s>]/i.test(beginning);
}

/** True for a file that Stop Press itself may have written. */
export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/** A file with the name that its owner gave it; empty where nobody knows it. */
export interface NamedFile {
  name: string;
  bytes: Uint8Array;
}

/** Bringing along what was saved in another app: a list, taken at once, whose pages are fetched behind. */
export class Importing {
  working = $state(false);
  result = $state.raw<ImportedSaved | null>(null);
  problem = $state("");
  #app: App;
  #before: Promise<void> = Promise.resolve();
  /** How many entries of the journal the result is. */
  #steps = 0;

  constructor(app: App) {
    this.#app = app;
  }

  /** The dialog opens: what came of a list that the reader has seen is gone. */
  opened(): void {
    if (this.working) return;
    this.result = null;
    this.problem = "";
  }

  /** A file that the system handed over. */
  takeFile(bytes: Uint8Array): Promise<void> {
    return this.takeFiles([{ name: "", bytes }]);
  }

  /** Files that were dropped on the window, one after the other: files with everything, lists of saved articles, and at last the
   * lists of sources, which the reader looks at before they are taken. No dialog comes over another that was opened meanwhile. */
  async takeFiles(files: readonly NamedFile[]): Promise<void> {
    const lists = files.filter(({ bytes }) => isOpml(bytes));
    const bags = files.filter(({ bytes }) => isZip(bytes));
    const saved = files.filter((file) => !lists.includes(file) && !bags.includes(file));
    if (bags.length > 0) await this.#app.bagging.take(...bags.map(({ bytes }) => bytes));
    if (saved.length > 0) {
      if (this.#app.dialog === null) this.#app.show("import-saved");
      await this.#queue(saved);
    }
    if (lists.length === 0) return;
    // What the other lists brought is said in one line: the dialog is needed for these.
    if (this.#app.dialog === "import-saved") this.close();
    await this.#app.turns.free();
    await this.#app.beginning.takeLists(lists.map(({ bytes }) => bytes));
  }

  /** Saves every page of a list, after the one under way. Where the dialog was closed meanwhile, the outcome is said in one line. */
  take(bytes: Uint8Array): Promise<void> {
    return this.#queue([{ name: "", bytes }]);
  }

  #queue(files: readonly NamedFile[]): Promise<void> {
    this.#before = this.#before.then(() => this.#take(files));
    return this.#before;
  }

  async #take(files: readonly NamedFile[]): Promise<void> {
    this.working = true;
    this.result = null;
    this.problem = "";
    this.#steps = 0;
    const all: ImportedSaved = { kind: "", added: 0, already: 0, failed: [] };
    let taken = 0;
    for (const { name, bytes } of files) {
      try {
        const one = await this.#app.backend.importSaved(bytes);
        taken += 1;
        all.kind = one.kind;
        all.added += one.added;
        all.already += one.already;
        all.failed.push(...one.failed);
        if (one.added > 0) this.#steps += 1;
      } catch (error) {
        this.problem = sentence(error);
        all.failed.push({ url: name, reason: this.problem });
      }
    }
    if (taken > 0) {
      this.result = all;
      this.problem = "";
    }
    this.working = false;
    await this.#app.changed();
    if (this.#app.dialog === "import-saved") return;
    if (this.problem !== "") this.#app.toasts.show(this.problem, "problem");
    else if (this.result !== null) this.#say(this.result);
  }

  /** The reader closes the dialog; what was added can be taken back from the line that says so. */
  close(): void {
    const { result } = this;
    this.#app.show(null);
    if (this.working || result === null) return;
    this.#say(result);
    this.result = null;
    if (result.added === 0) return;
    this.#app.leaveWelcome();
    this.#app.go("saved");
  }

  /** Puts the entries that could not be taken on the clipboard, one a line. */
  async copyFailed(): Promise<boolean> {
    return this.#app.copy((this.result?.failed ?? []).map((entry) => `${entry.url}: ${entry.reason}`).join("\n"));
  }

  #say({ added }: ImportedSaved): void {
    this.#app.toasts.show(t("import-saved-added", { count: added }), "saved", added > 0 ? "import_saved" : undefined, this.#steps);
  }
}
