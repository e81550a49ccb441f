/**
 * A Lagrangian bound that is stronger than the LP relaxation. Each block of pairs (those of one interval) must have an
 * equality row that contains its columns, a'x = b. All other rows are priced with the duals y of a node's optimum z,
 * except the valid rows of the pairs, which the pairs imply. The rest separates into blocks, so every point that
 * satisfies the pairs costs at least
 *
 *     z + sum over blocks of [ min { p'x : a'x = b, lower <= x <= upper, pairs satisfied } - sum_j min(d_j lower_j, d_j
 *     upper_j)
 *                               - sum over the valid rows of y_i ], p = d + sum over the valid rows of y_i a_i
 *
 * with d the reduced costs (y of the block's own row occurs in both and cancels). Each term is the extra cost of the
 * pairs of one block if the rest of the plan is priced at the node. A hundred blocks with a small extra cost therefore
 * add up in the bound at once, while branching would have to combine their directions.
 *
 * Only blocks with a violated pair have a term above 0. In all other blocks, the optimum itself is a point of the inner
 * program, and by complementary slackness the term is 0.
 */
import type { LinearProgram } from "../lp/linear-program.ts";
import type { OptimalSolution } from "../lp/solution.ts";
import { type RowWise, transpose } from "../sparse/transpose.ts";
import type { Block, BrokenPair, ExclusivePairs } from "./exclusive-pairs.ts";
import { exclusiveKnapsack, type KnapsackPair } from "./exclusive-knapsack.ts";

export class BlockBound {
  private readonly lp: LinearProgram;
  private readonly pairs: ExclusivePairs;
  private byRows: RowWise | undefined;

  constructor(lp: LinearProgram, pairs: ExclusivePairs) {
    this.lp = lp;
    this.pairs = pairs;
  }

  /**
   * How much every point below a node that satisfies the pairs costs more than the node's objective. `broken` lists the
   * pairs that its optimum violates. Returns 0 if the bound does not improve.
   */
  gain(node: LinearProgram, optimum: OptimalSolution, broken: readonly BrokenPair[]): number {
    const isBroken = new Set(broken.map(({ pair }) => pair));
    let total = 0;
    for (const block of this.pairs.blocks) {
      if (!block.pairs.some((pair) => isBroken.has(pair))) continue;
      const term = this.term(block, node, optimum);
      if (term > 0 && term < Infinity) total += term;
    }
    return total;
  }

  private term(
    { row, pairs: own, validRows }: Block,
    { colLower, colUpper }: LinearProgram,
    { y, reducedCost }: OptimalSolution,
  ): number {
    const { lp } = this;
    const { rowStart, colIndex, value } = (this.byRows ??= transpose(
      lp.numRows,
      lp.numCols,
      lp.colStart,
      lp.rowIndex,
      lp.value,
    ));
    const columns = colIndex.slice(rowStart[row], rowStart[row + 1]);
    const a = value.slice(rowStart[row], rowStart[row + 1]);
    /** By index in `columns`. */
    const pairs = own.flatMap((pair): KnapsackPair[] => {
      const sides = ([0, 1] as const).map((side) => this.pairs.columns(pair, side).filter((j) => lp.colUpper[j] > 0));
      if (sides.some((side) => side.length === 0)) return [];
      const places = sides.map((side) => side.map((j) => columns.indexOf(j))) as [number[], number[]];
      return places.flat().includes(-1) ? [] : [places]; // without this pair the bound is weaker but still valid
    });
    if (pairs.length === 0 || a.includes(0) || lp.rowLower[row] !== lp.rowUpper[row]) return 0;
    const price = Float64Array.from(columns, (j) => reducedCost[j]);
    const lower = Float64Array.from(columns, (j) => colLower[j]);
    const upper = Float64Array.from(columns, (j) => colUpper[j]);
    let linear = 0;
    for (let s = 0; s < price.length; s++)
      if (price[s] !== 0) linear += price[s] * (price[s] > 0 ? lower[s] : upper[s]);
    for (const i of validRows) {
      const places = Array.from(colIndex.subarray(rowStart[i], rowStart[i + 1]), (j) => columns.indexOf(j));
      // A valid row with columns outside the block remains priced.
      if (lp.rowUpper[i] !== 1 || places.includes(-1)) continue;
      linear += y[i];
      places.forEach((s, p) => {
        price[s] += y[i] * value[rowStart[i] + p];
      });
    }
    return exclusiveKnapsack({ price, a, b: lp.rowLower[row], lower, upper, pairs }) - linear;
  }
}
