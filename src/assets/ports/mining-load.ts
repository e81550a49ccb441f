import type { ColumnBlock } from "../../model/block.ts";

/** A mining fleet as other assets see it. */
export interface MiningLoad {
  /** Power at the site bus above standby, MW, by segment of the fleet. */
  readonly aboveStandbyMw: readonly ColumnBlock[];
  /** Power at the site bus of the whole fleet awake, MW. */
  readonly fullMw: number;
  /** Price of power above which the whole fleet sleeps, USD/MWh per interval. */
  readonly strikeUsdPerMwh: Float64Array;
}
