/** Lengths of European market time units in minutes. */
const UNITS = [15, 30, 60];

/**
 * The market time unit of a row that has start and end: a clock change between them makes the local difference an hour
 * longer or shorter. NaN if no unit matches.
 */
export function marketTimeUnit(wallMinutes: number): number {
  return [wallMinutes, wallMinutes + 60, wallMinutes - 60].find((minutes) => UNITS.includes(minutes)) ?? Number.NaN;
}
