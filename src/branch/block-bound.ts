/**
 * A bound beyond the linear one, by Lagrange. Let each block of pairs (those of one interval) have an equality row that its
 * columns stand in, a'x = b. Price every other row by the duals y of a node's optimum z, but for the valid rows of the
 * pairs, which the pairs imply. What is left falls apart into blocks, so no point that keeps the pairs costs less than
 *
 *     z + sum over blocks of  [ min { p'x : a'x = b, lower <= x <= upper, pairs kept }  -  sum_j min(d_j lower_j, d_j upper_j)
 *                               - sum over the valid rows of y_i ],           p = d + sum over the valid rows of y_i a_i
 *
 * with d the reduced costs (y of the block's own row is in both and cancels). A term is what the pairs of the block add to
 * the cost when the rest of the plan is paid for at the node's prices. So a hundred blocks that each cost a little more
 * are a hundred times that in the bound at once, where branching would have to combine their directions.
 */
import type { LinearProgram } from "../lp/linear-program.ts";
import type { OptimalSolution } from "../lp/solution.ts";
import { type RowWise, transpose } from "../sparse/transpose.ts";
import type { Block, ExclusivePairs } from "./exclusive-pairs.ts";
import { exclusiveKnapsack, type KnapsackPair } from "./exclusive-knapsack.ts";

interface LaidOut {
  readonly columns: Int32Array;
  readonly a: Float64Array;
  readonly b: number;
  /** By places in `columns`. */
  readonly pairs: readonly KnapsackPair[];
  readonly validRows: readonly number[];
}

export class BlockBound {
  private readonly blocks: readonly LaidOut[];
  private readonly byRows: RowWise;

  constructor(lp: LinearProgram, pairs: ExclusivePairs) {
    this.byRows = transpose(lp.numRows, lp.numCols, lp.colStart, lp.rowIndex, lp.value);
    this.blocks = pairs.blocks.flatMap((block) => this.layOut(lp, pairs, block));
  }

  /** How much more than its objective every point below a node costs that keeps the pairs; 0 where this cannot tell. */
  gain({ colLower, colUpper }: LinearProgram, { y, reducedCost }: OptimalSolution): number {
    let total = 0;
    for (const { columns, a, b, pairs, validRows } of this.blocks) {
      const price = Float64Array.from(columns, (j) => reducedCost[j]);
      const lower = Float64Array.from(columns, (j) => colLower[j]);
      const upper = Float64Array.from(columns, (j) => colUpper[j]);
      let linear = 0;
      for (let s = 0; s < price.length; s++) if (price[s] !== 0) linear += price[s] * (price[s] > 0 ? lower[s] : upper[s]);
      for (const i of validRows) {
        if (y[i] === 0) continue;
        linear += y[i];
        this.addRow(price, columns, i, y[i]);
      }
      const gain = exclusiveKnapsack({ price, a, b, lower, upper, pairs }) - linear;
      if (gain > 0 && gain < Infinity) total += gain;
    }
    return total;
  }

  private layOut(lp: LinearProgram, pairs: ExclusivePairs, { row, pairs: own, validRows }: Block): LaidOut[] {
    const { rowStart, colIndex, value } = this.byRows;
    const columns = colIndex.slice(rowStart[row], rowStart[row + 1]);
    const placed = own.flatMap((pair): KnapsackPair[] => {
      const sides = ([0, 1] as const).map((side) => pairs.columns(pair, side).filter((j) => lp.colUpper[j] > 0));
      if (sides.some((side) => side.length === 0)) return [];
      const places = sides.map((side) => side.map((j) => columns.indexOf(j))) as [number[], number[]];
      return places.flat().includes(-1) ? [] : [places]; // a pair less: the bound is the weaker, and holds
    });
    const a = value.slice(rowStart[row], rowStart[row + 1]);
    if (placed.length === 0 || a.includes(0) || lp.rowLower[row] !== lp.rowUpper[row]) return [];
    // A valid row that reaches beyond the block stays priced.
    const inside = validRows.filter((i) => lp.rowUpper[i] === 1 && this.columnsOf(i).every((j) => columns.includes(j)));
    return [{ columns, a, b: lp.rowLower[row], pairs: placed, validRows: inside }];
  }

  private columnsOf(i: number): Int32Array {
    return this.byRows.colIndex.subarray(this.byRows.rowStart[i], this.byRows.rowStart[i + 1]);
  }

  private addRow(price: Float64Array, columns: Int32Array, i: number, y: number): void {
    const { rowStart, value } = this.byRows;
    this.columnsOf(i).forEach((j, p) => {
      price[columns.indexOf(j)] += y * value[rowStart[i] + p];
    });
  }
}
