/**
 * Tightens bounds as far as the data allow if one side of a pair is zero. Let j be on a side of a pair. Either x_j = 0,
 * or the other side is zero, and then every row i with j implies
 *
 *     a_ij x_j <= rowUpper_i - sum of the least a_ik x_k over all k except j and the other side (and likewise
 *     for the lower bound)
 *
 * so x_j is at most the least of these bounds, or 0. Example: export is at most own supply plus discharge minus the
 * least load. States of stores are tightened first, forward and backward in time. A valid row a / Ua + b / Ub <= 1 then
 * uses the smaller sums Ua, Ub. Every point that satisfies the pairs remains feasible; some points that violate them
 * become infeasible.
 */
import type { LinearProgram } from "../lp/linear-program.ts";
import { type RowWise, transpose } from "../sparse/transpose.ts";
import { ExclusiveProgram } from "./exclusive-program.ts";
import type { Side } from "./exclusive-pairs.ts";
import { type StoreChain, storeChains } from "./store-chains.ts";

/** Tightened bounds are relaxed by this, relative and absolute, so that rounding excludes no feasible point. */
const RELAXATION = 1e-9;
/** Longer rows (those over a whole plan) give weak bounds and take long to process for each column. */
const LONGEST_ROW = 200;
/** Each round may use the bounds of the previous one. */
const ROUNDS = 2;

export function tightened({ lp, pairs, spent, simplex }: ExclusiveProgram): ExclusiveProgram {
  const byRows = transpose(lp.numRows, lp.numCols, lp.colStart, lp.rowIndex, lp.value);
  const { colStart, rowIndex } = lp;
  const limits = { ...lp, colLower: lp.colLower.slice(), colUpper: lp.colUpper.slice() };
  const inPairs = pairs.blocks.flatMap(({ pairs: open, impliedPairs = [] }) => [...open, ...impliedPairs]);
  for (let round = 0; round < ROUNDS; round++) {
    for (const chain of storeChains(lp, byRows, pairs.blocks)) narrowStates(limits, byRows, chain);
    for (const pair of inPairs) {
      for (const side of [0, 1] as const) {
        const others = pairs.columns(pair, (1 - side) as Side);
        for (const j of pairs.columns(pair, side)) {
          if (limits.colLower[j] !== 0) continue;
          for (let k = colStart[j]; k < colStart[j + 1]; k++) {
            const [, most] = boundsBy(limits, byRows, rowIndex[k], j, others);
            limits.colUpper[j] = Math.min(limits.colUpper[j], Math.max(0, most));
          }
        }
      }
    }
  }
  function narrowStates(within: typeof limits, rows: RowWise, chain: StoreChain): void {
    const forward = chain.map(({ row, state }) => [row, state] as const);
    const backward = chain
      .slice(1)
      .map(({ row }, t) => [row, chain[t].state] as const)
      .toReversed();
    for (const [row, state] of [...forward, ...backward]) {
      const [least, most] = boundsBy(within, rows, row, state, []);
      if (least > most) continue; // infeasible; the solver, and not this function, must prove it
      within.colLower[state] = Math.max(within.colLower[state], least);
      within.colUpper[state] = Math.min(within.colUpper[state], most);
    }
  }
  const value = valuesOf(lp, limits.colUpper, pairs, byRows);
  return new ExclusiveProgram({ ...limits, value }, pairs, spent, value === lp.value ? simplex : undefined);
}

/** Bounds that the row implies for x_j if the columns in `zero` are zero. */
function boundsBy(
  { colLower, colUpper, rowLower, rowUpper }: LinearProgram,
  { rowStart, colIndex, value }: RowWise,
  row: number,
  j: number,
  zero: readonly number[],
): [least: number, most: number] {
  let [least, most, a] = [0, 0, 0];
  if (rowStart[row + 1] - rowStart[row] > LONGEST_ROW) return [-Infinity, Infinity];
  for (let p = rowStart[row]; p < rowStart[row + 1]; p++) {
    const k = colIndex[p];
    if (k === j) a = value[p];
    else if (!zero.includes(k) && value[p] !== 0) {
      least += value[p] * (value[p] > 0 ? colLower[k] : colUpper[k]);
      most += value[p] * (value[p] > 0 ? colUpper[k] : colLower[k]);
    }
  }
  if (a === 0) return [-Infinity, Infinity];
  const [from, to] = [(rowLower[row] - most) / a, (rowUpper[row] - least) / a];
  const [low, high] = a > 0 ? [from, to] : [to, from];
  return [letOut(low, -1), letOut(high, 1)];
}

function letOut(bound: number, way: 1 | -1): number {
  if (Number.isNaN(bound)) return way * Infinity;
  return bound + way * RELAXATION * (1 + Math.abs(bound));
}

/** The coefficients; those of valid rows follow from the tighter bounds. The given array if none changes. */
function valuesOf(
  lp: LinearProgram,
  colUpper: Float64Array,
  pairs: ExclusiveProgram["pairs"],
  { rowStart, colIndex }: RowWise,
): Float64Array {
  let value = lp.value;
  for (const { pairs: open, validRows } of pairs.blocks) {
    for (const row of validRows) {
      if (lp.rowUpper[row] !== 1) continue;
      const columns = new Set(colIndex.subarray(rowStart[row], rowStart[row + 1]));
      const pair = open.find((candidate) =>
        ([0, 1] as const).every((side) => pairs.columns(candidate, side).every((j) => columns.has(j))),
      );
      if (pair === undefined) continue;
      for (const side of [0, 1] as const) {
        const own = pairs.columns(pair, side);
        const sum = own.reduce((total, j) => total + colUpper[j], 0);
        if (!(sum > 0 && sum < Infinity)) continue;
        for (const j of own)
          for (let k = lp.colStart[j]; k < lp.colStart[j + 1]; k++) {
            if (lp.rowIndex[k] !== row || value[k] === 1 / sum) continue;
            if (value === lp.value) value = lp.value.slice();
            value[k] = 1 / sum;
          }
      }
    }
  }
  return value;
}
