/** The first letters of what is wanted, typed into a list; a pause begins anew. */
export class Typeahead {
  #typed = "";
  #at = Number.NEGATIVE_INFINITY;

  /** The index of the label that begins with what was typed, from the one after `current`; null where none does. */
  key(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "timeStamp">, labels: readonly string[], current: number): number | null {
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return null;
    this.#typed = event.timeStamp - this.#at > 700 ? event.key : this.#typed + event.key;
    this.#at = event.timeStamp;
    const wanted = this.#typed.toLocaleLowerCase();
    // A further letter stays where it still fits; the same letter again goes on.
    const from = wanted.length > 1 ? current : current + 1;
    for (let n = 0; n < labels.length; n++) {
      const at = (Math.max(0, from) + n) % labels.length;
      if (labels[at]!.toLocaleLowerCase().startsWith(wanted)) return at;
    }
    return null;
  }
}
