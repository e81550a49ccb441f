/**
 * Limits on the size of files. A text beyond one of them is refused with its place, so time and memory stay
 * proportional to the length of any text. Each limit is far above what files of markets, sites and utilities need.
 */

/**
 * Characters of a table field or of the text of an XML element. An Excel cell has at most as many (Microsoft, "Excel
 * specifications and limits").
 */
export const MAX_FIELD_CHARACTERS = 32_767;
/** Fields of a row: the columns of an Excel sheet. */
export const MAX_FIELDS = 16_384;
/** Characters of a row. */
export const MAX_ROW_CHARACTERS = 1 << 20;
/** Nesting levels of JSON and of XML. A plan's result has 10, a utility rate 5, an ENTSO-E document 6. */
export const MAX_LEVELS = 100;
/** Attributes of an XML element. */
export const MAX_ATTRIBUTES = 100;
/** Faults of one file that are listed; the others are counted. */
export const MAX_FAULTS = 100;
/** Characters of each part of a fault: what was given, what was wanted, how to fix it. */
export const MAX_FAULT_CHARACTERS = 2_000;
/** Notices of one file that are listed; the others are counted. */
export const MAX_NOTICES = 100;
/** Names that are listed in a message or notice. */
export const MAX_NAMES = 40;

/** `a, b, c`; if there are more than `MAX_NAMES`, the first ones and the total. */
export function namesListed(names: readonly string[]): string {
  if (names.length <= MAX_NAMES) return names.join(", ");
  return `${names.slice(0, MAX_NAMES).join(", ")}, ... (${names.length} in all)`;
}

/** The first `MAX_NOTICES`, and the number of the others. */
export function noticesListed(notices: readonly string[]): readonly string[] {
  if (notices.length <= MAX_NOTICES) return notices;
  return [...notices.slice(0, MAX_NOTICES), `${notices.length - MAX_NOTICES} more notices are not listed.`];
}
