/** Lengths of European market time units, minutes. */
const UNITS = [15, 30, 60];

/**
 * The market time unit of a row with both its ends: on the wall a clock change between them shows an hour more or less.
 * NaN: none.
 */
export function marketTimeUnit(wallMinutes: number): number {
  return [wallMinutes, wallMinutes + 60, wallMinutes - 60].find((minutes) => UNITS.includes(minutes)) ?? Number.NaN;
}
