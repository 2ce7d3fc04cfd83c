import { t } from "../i18n/words";
import { host } from "../text/names";
import type { App } from "./app.svelte";

/** Following: by a typed address, from the first screen, and from lists. */
export class Beginning {
  #app: App;

  constructor(app: App) {
    this.#app = app;
  }

  /** Follows the source of a story whose feed is gone, by the address of the story's site. */
  async followSourceOf(url: string): Promise<void> {
    this.#app.show("follow");
    this.#app.follow.address = host(url);
  }

  /** Opens the dialog with an address that was pasted or dropped. Nothing is asked yet. */
  followAddress(address: string): void {
    this.#app.show("follow");
    this.#app.follow.address = address;
  }

  /** Looks at the typed address, then follows what was chosen there; closes the dialog when done. */
  async followTyped(): Promise<void> {
    const known = this.#app.follow.stage === "found" ? this.#app.follow.chosenSource?.followed : null;
    if (known != null) {
      this.#app.show(null);
      this.#app.leaveWelcome();
      return this.#app.showSource(known);
    }
    const done = await this.#app.follow.advance();
    if (done === null) return;
    if (!done.late) this.#app.show(null);
    this.#app.leaveWelcome();
    const { title } = done.feed;
    if (done.already) this.#app.toasts.show(t("follow-already", { title }), "source");
    else this.#app.toasts.show(t("follow-done", { title, count: done.stories }), "source", "follow");
    await this.#app.changed();
    if (done.notify) await this.#app.notifying.source(done.feed, true, true);
  }

  /** Begins with what was chosen on the first screen: the packs, then the typed address. */
  async begin(): Promise<void> {
    const typed = this.#app.follow.address.trim() !== "";
    if (this.#app.follow.chosen.size > 0) {
      if (!typed) return this.takePacks();
      if ((await this.#app.follow.takePacks()) === null) return;
    }
    if (!typed) return;
    this.#app.dialog = "follow";
    await this.followTyped();
  }

  async takePacks(): Promise<void> {
    const { dialog } = this.#app;
    if ((await this.#app.follow.takePacks()) === null) return;
    await this.#app.turns.since(dialog);
    // What it brought may have been told at the end of a dialog of the first screen.
    if (this.#app.follow.result !== null) this.#app.show("imported");
    else this.#app.turns.closed();
  }

  /** Shows what is in lists of sources before anything of them is followed. */
  async takeLists(files: readonly Uint8Array[]): Promise<void> {
    const { dialog } = this.#app;
    if (await this.#app.listing.open(files)) {
      await this.#app.turns.since(dialog);
      // Other lists may have been looked at meanwhile.
      if (this.#app.listing.previews.length > 0) return this.#app.show("list");
    } else if (this.#app.welcome) this.#app.follow.problem = this.#app.listing.problem;
    else this.#app.toasts.show(this.#app.listing.problem, "problem");
    this.#app.turns.closed();
  }

  /** Follows what was chosen of the lists. */
  async importLists(): Promise<void> {
    const result = await this.#app.listing.take();
    if (result === null) return;
    if (this.#app.dialog === "list" || this.#app.welcome) {
      this.#app.follow.result = result;
      this.#app.show("imported");
    } else this.#app.toasts.show(t("import-added", { count: result.added }), "source", result.added > 0 ? "import" : undefined);
    await this.#app.changed();
  }

  /** The reader has seen what an import brought. */
  importSeen(): void {
    this.#app.follow.result = null;
    this.#app.show(null);
    this.#app.leaveWelcome();
  }

  async cancelImport(): Promise<void> {
    await this.#app.attempt(() => this.#app.listing.cancel());
  }
}
