import { minusColumn } from "../../sparse/column-matrix.ts";
import type { Reduction } from "./reduction.ts";

/**
 * The dual solution that postsolve completes step by step: prices, together with the basis if there is one, or a Farkas
 * ray (then `cost` is zero throughout). Rows that are not restored yet have y = 0.
 * NB: prices are restored by their own signs and the basis by its statuses, because the prices of an interior point are
 * not those of its basis.
 */
export interface DualPoint {
  readonly y: Float64Array;
  /** The costs at this step of postsolve; in the end those of the program, as of a minimum. */
  readonly cost: Float64Array;
  readonly isRay: boolean;
  readonly basis: { readonly col: Uint8Array; readonly row: Uint8Array } | undefined;
}

/** cost_j - sum_i a_ij y_i over the rows restored so far. */
export function reducedCostOf({ lp }: Reduction, { y, cost }: DualPoint, j: number): number {
  return minusColumn(lp, j, y, cost[j]);
}
