/**
 * Keys for the entries of a list whose own keys may repeat: each entry beside its key, where the second of the same has a
 * number. Lists are drawn by such keys, and two alike would stop the drawing.
 */
export function keyed<T>(entries: readonly T[], key: (entry: T) => string): { entry: T; key: string }[] {
  const seen = new Map<string, number>();
  return entries.map((entry) => {
    const own = key(entry);
    const before = seen.get(own) ?? 0;
    seen.set(own, before + 1);
    return { entry, key: before === 0 ? own : `${own} ${before + 1}` };
  });
}
