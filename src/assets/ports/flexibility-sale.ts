import type { ColumnBlock } from "../../model/block.ts";

/** A flexibility product that the site sells, as other products see it. */
export interface FlexibilitySale {
  /** MW per interval; its asset is the product. */
  readonly soldMw: ColumnBlock;
  /** Names of the assets behind it. */
  readonly backedBy: readonly string[];
  /** 1 where it is called, else 0, one value per interval. */
  readonly called: Float64Array;
}
