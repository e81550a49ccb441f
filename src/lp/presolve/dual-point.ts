import { minusColumn } from "../../sparse/column-matrix.ts";
import type { Reduction } from "./reduction.ts";

/**
 * What undoing the steps completes, one stage after the other: the prices of that stage and with them the basis where
 * there is one, or a Farkas ray (then `cost` is and stays zero). Rows that have not come back have y = 0.
 * NB: prices go by their own signs, the basis by its statuses; an interior point's prices are not those of its basis.
 */
export interface DualPoint {
  readonly y: Float64Array;
  /** The costs of the stage; the program's own (in the terms of `min`) in the end. */
  readonly cost: Float64Array;
  readonly isRay: boolean;
  readonly basis: { readonly col: Uint8Array; readonly row: Uint8Array } | undefined;
}

/** cost_j - sum_i a_ij y_i over the rows that are back. */
export function reducedCostOf({ lp }: Reduction, { y, cost }: DualPoint, j: number): number {
  return minusColumn(lp, j, y, cost[j]);
}
