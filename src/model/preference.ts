import type { ColumnBlock } from "./block.ts";

/** Weight of each wish, per MWh, the first wish first. */
export const tieBreakWeight = {
  /** The batteries work as little as they can: per MWh charged and per MWh discharged. */
  lessCycling: 1,
  lessImport: 0.1,
  /** As little as can be of what sun and wind give is spilled. */
  lessSpilled: 0.01,
  /** Work that may wait is done early: times the share of its window (of the day) gone by. */
  earlierWork: 2e-3,
  /** Mining takes what nothing else of the same worth wants, the more efficient fleet before the other: times J/TH. */
  lessMiningPerJPerTh: 2e-5,
  /** Batteries are filled early and emptied late: energy in store is wanted, per MWh and hour. */
  fullerStore: 1e-4,
} as const;

/**
 * What a site would rather have less of: `weight` per MWh of a power (per MWh and hour of an energy), for all intervals
 * or one for each of the block.
 */
export interface Preference {
  readonly columns: ColumnBlock;
  readonly weight: number | Float64Array;
}
