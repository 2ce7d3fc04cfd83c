import type { Backend } from "../api/backend";
import type { Memory } from "./memory";

/** What the content of the window is drawn at, as browsers have it; the web view goes from a half to four times. */
export const STEPS = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4];
const ZOOM = "zoom";

/** How large everything in the window is drawn: its texts, its signs and the room between them. Belongs to the profile. */
export class Zoom {
  factor = $state(1);
  #backend: Backend;
  #memory: Memory;

  constructor(backend: Backend, memory: Memory) {
    this.#backend = backend;
    this.#memory = memory;
  }

  /** As the window was left. */
  async begin(): Promise<void> {
    const left = Number(this.#memory.recall(ZOOM) ?? 1);
    if (STEPS.includes(left) && left !== 1) await this.#draw(left);
  }

  /** One step larger or smaller; at the end nothing changes. */
  async step(by: 1 | -1): Promise<void> {
    await this.#draw(STEPS[STEPS.indexOf(this.factor) + by] ?? this.factor);
  }

  async reset(): Promise<void> {
    await this.#draw(1);
  }

  async #draw(factor: number): Promise<void> {
    await this.#backend.zoom(factor);
    this.factor = factor;
    this.#memory.remember(ZOOM, String(factor));
  }
}
