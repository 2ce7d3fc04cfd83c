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

/** Bringing along what was saved in another app: a list, taken at once, whose pages are fetched behind. */
export class Importing {
  working = $state(false);
  result = $state.raw<ImportedSaved | null>(null);
  problem = $state("");
  #app: App;
  #before: Promise<void> = Promise.resolve();

  constructor(app: App) {
    this.#app = app;
  }

  /** The dialog opens: what came of a list that the reader has seen is gone. */
  opened(): void {
    if (this.working) return;
    this.result = null;
    this.problem = "";
  }

  /** A file that was dropped on the window: sources where it is OPML, else a list of saved articles. */
  async takeFile(bytes: Uint8Array): Promise<void> {
    if (isOpml(bytes)) return this.#app.beginning.takeLists([bytes]);
    if (isZip(bytes)) return this.#app.bagging.take(bytes);
    this.#app.show("import-saved");
    await this.take(bytes);
  }

  /** Saves every page of a list, after the one under way. Where the dialog was closed meanwhile, the outcome is said in one line. */
  take(bytes: Uint8Array): Promise<void> {
    this.#before = this.#before.then(() => this.#take(bytes));
    return this.#before;
  }

  async #take(bytes: Uint8Array): Promise<void> {
    this.working = true;
    this.result = null;
    this.problem = "";
    try {
      this.result = await this.#app.backend.importSaved(bytes);
    } catch (error) {
      this.problem = sentence(error);
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
    this.#app.toasts.show(t("import-saved-added", { count: added }), "saved", added > 0 ? "import_saved" : undefined);
  }
}
