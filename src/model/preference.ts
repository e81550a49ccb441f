import type { ColumnBlock } from "./block.ts";

/** Weight of each tie-break, per MWh, in the order of priority. */
export const tieBreakWeight = {
  /** Batteries cycle as little as possible: per MWh charged and per MWh discharged. */
  lessCycling: 1,
  lessImport: 0.1,
  /** Sun and wind are curtailed as little as possible. */
  lessSpilled: 0.01,
  /** Deferrable work is done early: times the share of its window (or of the day) that has passed. */
  earlierWork: 2e-3,
  /** Mining comes after other uses of equal worth, and the more efficient fleet first: times J/TH. */
  lessMiningPerJPerTh: 2e-5,
  /** Batteries are charged early and discharged late: a bonus on energy in store, per MWh and hour. */
  fullerStore: 1e-4,
} as const;

/**
 * A quantity of which less is better among schedules of equal cost. `weight` is per MWh of a power (per MWh and hour of
 * an energy), one for all intervals or one for each interval of the block.
 */
export interface Preference {
  readonly columns: ColumnBlock;
  readonly weight: number | Float64Array;
}
