/* Tags of languages. Pure. */

/** The language of a tag without its region or script, in small letters. Publishers write `en-GB`, `EN` and `en_GB`, as the store knows. */
export function baseOf(tag: string): string {
  return tag.trim().split(/[-_]/)[0]!.toLowerCase();
}
