import type { PlanInput } from "../../plan-input/index.ts";

/** A site to start from. */
export interface Starter {
  /** What kind of site it is, in a line. */
  readonly about: string;
  /** What to change first, a line each. */
  readonly next: readonly string[];
  /** The site as JSON. */
  readonly site: PlanInput;
}

/** Illustrative day-ahead prices of a summer day with an evening peak, USD/MWh by local hour; not of any market. */
const DAY_USD_PER_MWH = [
  24, 22, 21, 20, 21, 24, 29, 33, 34, 32, 30, 29, 30, 34, 41, 52, 68, 96, 142, 118, 74, 48, 35, 28,
] as const;

/** The same day `days` times, later days a little more expensive. */
export function pricesOfDays(days: number): number[] {
  return Array.from({ length: days }, (_, day) => DAY_USD_PER_MWH.map((usd) => usd + 2 * day)).flat();
}
