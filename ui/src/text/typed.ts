/* What the reader types as a list in one field. Pure. */

/** Commas as people write them, in Latin, Arabic, Chinese and Japanese. */
const COMMA = /[,،、，]/;

/** True where a comma was typed: what stands before it is whole. */
export const hasComma = (typed: string): boolean => COMMA.test(typed);

/** What stands between commas, without blanks around it and without empty ones. */
export const between = (typed: string): string[] => typed.split(COMMA).map((part) => part.trim().replace(/\s+/g, " ")).filter((part) => part !== "");
