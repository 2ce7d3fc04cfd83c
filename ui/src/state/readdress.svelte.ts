import { isFailure, sentence, type Backend, type ErrorCode, type Feed, type Found, type FoundSource } from "../api/backend";
import { host } from "../text/names";

/** A source's address is changed: looked for by the program or typed by hand, looked at, and confirmed once. */
export class Readdress {
  /** The source that gets another address. */
  feed = $state.raw<Feed | null>(null);
  address = $state("");
  /** The program looks for it, without an address being typed. */
  searches = $state(false);
  stage = $state<"typing" | "looking" | "asking" | "found" | "changing">("typing");
  found = $state.raw<Found | null>(null);
  pick = $state(0);
  problem = $state("");
  cause = $state<ErrorCode | null>(null);
  #backend: Backend;
  #attempt = 0;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  get chosen(): FoundSource | null {
    return this.found?.sources[this.pick] ?? null;
  }

  /** True where the source answers at the address that it has. */
  get answers(): boolean {
    return this.chosen !== null && this.chosen.followed === this.feed?.id;
  }

  /** The site that is asked. */
  get host(): string {
    return host(this.address);
  }

  /** For an address typed by hand, which begins with the one it has. */
  begin(feed: Feed): void {
    this.retype();
    this.feed = feed;
    this.address = feed.url;
    this.searches = false;
  }

  /** Looks where the source may be now. */
  async search(): Promise<void> {
    const { feed } = this;
    if (feed === null) return;
    this.retype();
    this.address = feed.url;
    this.searches = true;
    await this.#look(() => this.#backend.findAddress(feed.id));
  }

  /** Looks at the typed address. */
  async look(): Promise<void> {
    const address = this.address.trim();
    if (address === "" || this.stage === "looking") return;
    // Pressing again where the window asked is agreeing.
    const agreed = this.stage === "asking";
    this.searches = false;
    await this.#look(() => this.#backend.lookAt(address, !agreed));
  }

  async #look(ask: () => Promise<Found>): Promise<void> {
    const attempt = ++this.#attempt;
    this.#refuse("");
    this.stage = "looking";
    try {
      const found = await ask();
      if (attempt !== this.#attempt) return;
      this.found = found;
      this.pick = 0;
      this.stage = "found";
    } catch (error) {
      if (attempt !== this.#attempt) return;
      this.#refuse(sentence(error), isFailure(error) ? error.code : "internal");
      this.stage = this.cause === "private_address" ? "asking" : "typing";
    }
  }

  /** Takes the chosen address; null where that was refused. */
  async change(): Promise<Feed | null> {
    const { feed, found } = this;
    if (feed === null || found === null || this.stage !== "found") return null;
    this.#refuse("");
    this.stage = "changing";
    try {
      return await this.#backend.changeAddress(feed.id, found.look, this.pick);
    } catch (error) {
      this.#refuse(sentence(error), isFailure(error) ? error.code : "internal");
      this.stage = "found";
      return null;
    }
  }

  /** One step back; false where there is none, and the dialog may close. */
  back(): boolean {
    if (this.searches || this.stage === "typing" || this.stage === "changing") return false;
    this.retype();
    return true;
  }

  /** Another address is typed, or the reader gives up. A look under way ends, and an answer that still comes is not heard. */
  retype(): void {
    this.#attempt += 1;
    if (this.stage === "looking" || this.stage === "found") void this.#backend.endLook().catch(() => undefined);
    this.stage = "typing";
    this.found = null;
    this.#refuse("");
  }

  #refuse(problem: string, cause: ErrorCode | null = null): void {
    this.problem = problem;
    this.cause = cause;
  }
}
