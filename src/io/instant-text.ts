/** Instants in files: ISO-8601 with an offset, with `T` or a blank between day and time, as gridstatus and pandas write them. */
const INSTANT = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)$/;

/** UTC milliseconds, or NaN where the text is no such instant or names no real day. */
export function instantOf(given: string): number {
  const text = given.trim();
  // NB: engines read 30 February as 2 March.
  const isDay = new Date(text.slice(0, 10)).getUTCDate() === Number(text.slice(8, 10));
  return isDay && INSTANT.test(text) ? Date.parse(text.replace(" ", "T").replace(/([+-]\d\d)(\d\d)$/, "$1:$2")) : Number.NaN;
}
