/**
 * What a file may ask of its reader. A text beyond one of these limits is refused with the place, so time and memory
 * stay proportional to the text whatever stands in it. Each limit is far above what files of markets, sites and
 * utilities have.
 */

/**
 * Characters of a field of a table, of an element of XML. A cell of Excel holds no more (Microsoft, "Excel
 * specifications and limits").
 */
export const MOST_FIELD_CHARACTERS = 32_767;
/** Fields of a row: the columns of an Excel sheet. */
export const MOST_FIELDS = 16_384;
/** Characters of a row. */
export const MOST_ROW_CHARACTERS = 1 << 20;
/** Levels of JSON and of XML within one another. A plan's result has 10, a rate 5, an ENTSO-E document 6. */
export const MOST_LEVELS = 100;
/** Attributes of an element of XML. */
export const MOST_ATTRIBUTES = 100;
/** Faults of one file listed one by one; the others are counted. */
export const MOST_FAULTS = 100;
/** Characters of what one fault says was given, was wanted, and mends it, each. */
export const MOST_FAULT_CHARACTERS = 2_000;
/** Notices of one file; the others are counted. */
export const MOST_NOTICES = 100;
/** Names listed in a message or notice. */
export const MOST_NAMES = 40;

/** `a, b, c`, of more than `MOST_NAMES` the first with their number. */
export function namesListed(names: readonly string[]): string {
  if (names.length <= MOST_NAMES) return names.join(", ");
  return `${names.slice(0, MOST_NAMES).join(", ")}, ... (${names.length} in all)`;
}

/** The first `MOST_NOTICES`, and how many there are beside them. */
export function noticesListed(notices: readonly string[]): readonly string[] {
  if (notices.length <= MOST_NOTICES) return notices;
  return [...notices.slice(0, MOST_NOTICES), `${notices.length - MOST_NOTICES} more notices are not listed.`];
}
