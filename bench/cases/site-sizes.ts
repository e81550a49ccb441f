import type { CaseSize } from "../bench-case.ts";

/** The horizons of the site cases; a quarter is three months of 730 hours. */
export const siteSizes: readonly CaseSize[] = [
  { label: "day", numIntervals: 24, from: "smoke" },
  { label: "week", numIntervals: 168, from: "default" },
  { label: "month", numIntervals: 744, from: "default" },
  { label: "quarter", numIntervals: 2190, from: "full" },
  { label: "year", numIntervals: 8760, from: "full" },
];

/** The year in quarter hours. */
export const quarterHourYear: CaseSize = { label: "year, 15 min", numIntervals: 35_040, stepHours: 0.25, from: "full" };
