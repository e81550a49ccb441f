/**
 * The exclusive problem put to HiGHS with binaries: for every pair z in {0, 1} and the rows
 *
 *     sum a - Ua z <= 0,      sum b + Ub z <= Ub
 *
 * A z that is 1e-7 from whole would let both sides in; so the directions HiGHS chose are then fixed as limits and the
 * linear program that is left is solved again, to linear precision.
 */
import loadHighs from "highs";
import type { ExclusivePairs } from "../../src/branch/exclusive-pairs.ts";
import type { LinearProgram } from "../../src/lp/linear-program.ts";
import { solveWithHighs } from "./highs-oracle.ts";

const highs = await loadHighs();

export interface ExclusiveAnswer {
  readonly status: "optimal" | "infeasible" | "unknown";
  readonly objective: number;
}

export function solveExclusive(lp: LinearProgram, pairs: ExclusivePairs, numPairs: number): ExclusiveAnswer {
  const upperOf = (columns: readonly number[]) => columns.reduce((sum, j) => sum + lp.colUpper[j], 0);
  const open = Array.from({ length: numPairs }, (_, pair) => ({
    a: pairs.columns(pair, 0),
    b: pairs.columns(pair, 1),
  })).filter(({ a, b }) => upperOf(a) > 0 && upperOf(b) > 0);
  const added: [number, number][][] = Array.from({ length: lp.numCols + open.length }, () => []);
  open.forEach(({ a, b }, p) => {
    const row = lp.numRows + 2 * p;
    for (const j of a) added[j].push([row, 1]);
    for (const j of b) added[j].push([row + 1, 1]);
    added[lp.numCols + p].push([row, -upperOf(a)], [row + 1, upperOf(b)]);
  });
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  added.forEach((extra, j) => {
    for (let k = lp.colStart[j] ?? 0; j < lp.numCols && k < lp.colStart[j + 1]; k++) {
      indices.push(lp.rowIndex[k]);
      values.push(lp.value[k]);
    }
    for (const [row, value] of extra) {
      indices.push(row);
      values.push(value);
    }
    starts.push(indices.length);
  });
  const numCols = added.length;
  const numRows = lp.numRows + 2 * open.length;
  const extended = (from: Float64Array, length: number, of: (k: number) => number) =>
    Float64Array.from({ length }, (_, k) => (k < from.length ? from[k] : of(k - from.length)));
  const z = highs.withModel(
    {
      numCols,
      numRows,
      sense: highs.constants.objectiveSense.minimize,
      offset: lp.objectiveOffset,
      colCost: extended(lp.cost, numCols, () => 0),
      colLower: extended(lp.colLower, numCols, () => 0),
      colUpper: extended(lp.colUpper, numCols, () => 1),
      rowLower: extended(lp.rowLower, numRows, () => -Infinity),
      rowUpper: extended(lp.rowUpper, numRows, (k) => (k % 2 === 0 ? 0 : upperOf(open[k >> 1].b))),
      integrality: Int32Array.from({ length: numCols }, (_, j) => (j < lp.numCols ? 0 : 1)),
      matrix: {
        format: "csc",
        numRows,
        numCols,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(indices),
        values: Float64Array.from(values),
      },
    },
    (model): Float64Array | "infeasible" | undefined => {
      model.options.set({
        output_flag: false,
        mip_rel_gap: 0,
        mip_abs_gap: 1e-6,
        mip_feasibility_tolerance: 1e-9,
        primal_feasibility_tolerance: 1e-9,
        dual_feasibility_tolerance: 1e-9,
      });
      model.run();
      const status = model.getModelStatus();
      if (status === highs.constants.modelStatus.optimal) return model.getSolution().colValue.slice(lp.numCols);
      return status === highs.constants.modelStatus.infeasible ? "infeasible" : undefined;
    },
  );
  if (z === undefined) return { status: "unknown", objective: NaN };
  if (z === "infeasible") return { status: "infeasible", objective: NaN };
  const colUpper = lp.colUpper.slice();
  open.forEach((pair, p) => {
    for (const j of z[p] > 0.5 ? pair.b : pair.a) colUpper[j] = 0;
  });
  const fixed = solveWithHighs({ ...lp, colUpper });
  return fixed.status === "optimal"
    ? { status: "optimal", objective: fixed.objective }
    : { status: "unknown", objective: NaN };
}
