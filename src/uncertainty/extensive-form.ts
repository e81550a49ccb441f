/**
 * The extensive form of a two-stage program. Scenario s with probability p_s is a program of its own,
 *
 *     min c_s' x_s + o_s,     rows_s(x_s),     bounds_s(x_s)
 *
 * and some of its columns are decided before it is known which scenario comes: those are one column z for all. With the
 * cost of a scenario C_s = c_s' x_s + o_s and w = `weight`, a = `level` (Rockafellar and Uryasev, 2000):
 *
 *     min (1 - w) sum_s p_s C_s + w (t + sum_s p_s u_s / (1 - a)),     u_s >= C_s - t,     u_s >= 0
 *
 * At the optimum t is a value at risk and the second bracket the conditional value at risk, the mean cost of the worst
 * share 1 - a. Without weight (w = 0) t, u and their rows are left out.
 *
 * The program is block-angular: columns and rows of the scenarios come one after the other, then z, t and u, and the
 * rows of u. A common column is shared rather than copied with rows that hold the copies equal: one column and S - 1
 * rows less for each of z, and the same optimum.
 */
import type { LinearProgram } from "../lp/linear-program.ts";

export interface RiskMeasure {
  /** Weight of the conditional value at risk in the objective, 0 to 1; the mean has the rest. */
  readonly weight: number;
  /** The share of outcomes that is not in the tail, 0 to below 1: 0.95 looks at the worst 5 %. */
  readonly level: number;
}

export interface ScenarioProgram {
  readonly lp: LinearProgram;
  readonly probability: number;
  /** Its columns that all scenarios share, in the same order in each. */
  readonly shared: Int32Array;
}

export interface ExtensiveForm {
  readonly lp: LinearProgram;
  /** For each scenario: where each of its own columns stands in the program. */
  readonly columns: readonly Int32Array[];
  /** First row of each scenario; its rows follow each other. */
  readonly rowStart: readonly number[];
  /** First of the shared columns, which follow each other. */
  readonly sharedStart: number;
  readonly numShared: number;
  /** First of the rows of u, one for each scenario; undefined without weight. */
  readonly tailRow: number | undefined;
}

export function extensiveForm(scenarios: readonly ScenarioProgram[], { weight, level }: RiskMeasure): ExtensiveForm {
  const numShared = scenarios[0].shared.length;
  const isTailed = weight > 0;
  const count = scenarios.length;
  let sharedStart = 0;
  let numRows = 0;
  let numNonzeros = 0;
  const rowStart = scenarios.map(({ lp }) => {
    const start = numRows;
    numRows += lp.numRows;
    sharedStart += lp.numCols - numShared;
    numNonzeros += lp.value.length + (isTailed ? lp.numCols : 0);
    return start;
  });
  const tailRow = isTailed ? numRows : undefined;
  if (isTailed) numRows += count;
  const level0 = sharedStart + numShared;
  const numCols = level0 + (isTailed ? 1 + count : 0);
  const columns = placeColumns(scenarios, sharedStart);
  const cost = new Float64Array(numCols);
  const colLower = new Float64Array(numCols);
  const colUpper = new Float64Array(numCols).fill(Infinity);
  colLower.fill(-Infinity, sharedStart, level0 + 1);
  const rowLower = new Float64Array(numRows).fill(-Infinity);
  const rowUpper = new Float64Array(numRows).fill(Infinity);
  let objectiveOffset = 0;
  for (const [s, { lp, probability }] of scenarios.entries()) {
    const share = (1 - weight) * probability;
    objectiveOffset += share * lp.objectiveOffset;
    for (let j = 0; j < lp.numCols; j++) {
      const at = columns[s][j];
      cost[at] += share * lp.cost[j];
      colLower[at] = Math.max(lp.colLower[j], at < sharedStart ? -Infinity : colLower[at]);
      colUpper[at] = Math.min(lp.colUpper[j], colUpper[at]);
    }
    rowLower.set(lp.rowLower, rowStart[s]);
    rowUpper.set(lp.rowUpper, rowStart[s]);
    if (tailRow === undefined) continue;
    cost[level0 + 1 + s] = (weight * probability) / (1 - level);
    rowLower[tailRow + s] = lp.objectiveOffset;
  }
  if (isTailed) cost[level0] = weight;
  const matrix = new ColumnWriter(numCols, numNonzeros + (isTailed ? 2 * count : 0));
  for (const [s, { lp, shared }] of scenarios.entries()) {
    const isShared = new Uint8Array(lp.numCols);
    for (const j of shared) isShared[j] = 1;
    for (let j = 0; j < lp.numCols; j++) {
      if (isShared[j]) continue;
      matrix.addPart(lp, j, rowStart[s]);
      if (tailRow !== undefined) matrix.add(tailRow + s, -lp.cost[j]);
      matrix.endColumn();
    }
  }
  for (let k = 0; k < numShared; k++) {
    for (const [s, { lp, shared }] of scenarios.entries()) matrix.addPart(lp, shared[k], rowStart[s]);
    if (tailRow !== undefined)
      for (const [s, { lp, shared }] of scenarios.entries()) matrix.add(tailRow + s, -lp.cost[shared[k]]);
    matrix.endColumn();
  }
  if (tailRow !== undefined) {
    for (let s = 0; s < count; s++) matrix.add(tailRow + s, 1);
    matrix.endColumn();
    for (let s = 0; s < count; s++) {
      matrix.add(tailRow + s, 1);
      matrix.endColumn();
    }
  }
  const lp: LinearProgram = {
    numRows,
    numCols,
    ...matrix.arrays(),
    cost,
    colLower,
    colUpper,
    rowLower,
    rowUpper,
    sense: "min",
    objectiveOffset,
  };
  return { lp, columns, rowStart, sharedStart, numShared, tailRow };
}

function placeColumns(scenarios: readonly ScenarioProgram[], sharedStart: number): Int32Array[] {
  let next = 0;
  return scenarios.map(({ lp, shared }) => {
    const place = new Int32Array(lp.numCols).fill(-1);
    for (const [k, j] of shared.entries()) place[j] = sharedStart + k;
    for (let j = 0; j < lp.numCols; j++) if (place[j] < 0) place[j] = next++;
    return place;
  });
}

/** Compressed sparse columns, written in order; zeros are left out. */
class ColumnWriter {
  readonly #colStart: Int32Array;
  readonly #rowIndex: Int32Array;
  readonly #value: Float64Array;
  #column = 0;
  #end = 0;

  constructor(numCols: number, mostNonzeros: number) {
    this.#colStart = new Int32Array(numCols + 1);
    this.#rowIndex = new Int32Array(mostNonzeros);
    this.#value = new Float64Array(mostNonzeros);
  }

  /** The coefficients of column `j` of a program whose rows begin at `row`. */
  addPart({ colStart, rowIndex, value }: LinearProgram, j: number, row: number): void {
    for (let k = colStart[j]; k < colStart[j + 1]; k++) this.add(row + rowIndex[k], value[k]);
  }

  add(row: number, value: number): void {
    if (value === 0) return;
    this.#rowIndex[this.#end] = row;
    this.#value[this.#end++] = value;
  }

  endColumn(): void {
    this.#colStart[++this.#column] = this.#end;
  }

  arrays() {
    return {
      colStart: this.#colStart,
      rowIndex: this.#rowIndex.slice(0, this.#end),
      value: this.#value.slice(0, this.#end),
    };
  }
}
