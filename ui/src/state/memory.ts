/** The small memory of the window that survives a restart: at most 64 names, with 4 KiB each. */
export interface Memory {
  recall(key: string): string | null;
  remember(key: string, value: string): void;
}
