import { sentence } from "../api/backend";
import { t } from "../i18n/words";
import type { App } from "./app.svelte";

/** New versions of the program, where it replaces itself. What may be installed, the program decides. */
export class Versions {
  /** The version that could be installed. */
  found = $state<string | null>(null);
  /** Something is under way. */
  busy = $state(false);
  /** What became of the last wish of the reader. */
  said = $state("");
  #app: App;

  constructor(app: App) {
    this.#app = app;
  }

  /** By itself, where the reader allows it; the program knows how long ago it was. A failure is no news to anybody. */
  async watch(): Promise<void> {
    if (!this.#app.library.settings.look_for_versions) return;
    const found = await this.#app.backend.lookForVersion(false).catch(() => null);
    if (found === null || found.version === this.found) return;
    this.found = found.version;
    this.#app.toasts.show(t("version-there", { version: found.version }), "source");
  }

  /** The reader wants to know. */
  async look(): Promise<void> {
    await this.#wait(async () => {
      this.found = (await this.#app.backend.lookForVersion(true))?.version ?? null;
      if (this.found === null) this.said = t("version-newest");
    });
  }

  async install(): Promise<void> {
    await this.#wait(async () => {
      const { version } = await this.#app.backend.installVersion();
      this.found = null;
      this.said = t("version-installed", { version });
    });
  }

  async #wait(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.said = "";
    try {
      await work();
    } catch (error) {
      this.said = sentence(error);
    }
    this.busy = false;
  }
}
