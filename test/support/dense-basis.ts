import { LuFactor } from "../../src/sparse/lu-factor.ts";
import { ScatteredVector } from "../../src/sparse/scattered-vector.ts";

/** Dense checks of the sparse factors: slow, obvious, and sharing no code with them. */

export interface SparseColumns {
  readonly numRows: number;
  readonly numCols: number;
  readonly colStart: Int32Array;
  readonly rowIndex: Int32Array;
  readonly value: Float64Array;
}

/** From dense columns. */
export function sparseColumns(numRows: number, columns: readonly (readonly number[])[]): SparseColumns {
  const colStart = [0];
  const rowIndex: number[] = [];
  const value: number[] = [];
  for (const column of columns) {
    for (const [i, a] of column.entries()) {
      if (a === 0) continue;
      rowIndex.push(i);
      value.push(a);
    }
    colStart.push(value.length);
  }
  return {
    numRows,
    numCols: columns.length,
    colStart: Int32Array.from(colStart),
    rowIndex: Int32Array.from(rowIndex),
    value: Float64Array.from(value),
  };
}

export function randomColumns(numRows: number, numCols: number, density: number, uniform: () => number): SparseColumns {
  const entry = () => (uniform() < density ? Math.round(uniform() * 20 - 10) || 1 : 0);
  return sparseColumns(
    numRows,
    Array.from({ length: numCols }, () => Array.from({ length: numRows }, entry)),
  );
}

export function factorOf(
  a: SparseColumns,
  candidates: readonly number[],
): { lu: LuFactor; head: Int32Array; numDropped: number } {
  const lu = new LuFactor(a.numRows);
  const head = new Int32Array(a.numRows);
  const list = Int32Array.from(candidates);
  const numDropped = lu.factor(a, list, head, 0.1);
  return { lu, head, numDropped };
}

/** B x for the basis whose row r holds variable head[r]. */
export function timesBasis(a: SparseColumns, head: Int32Array, x: Float64Array): Float64Array {
  const y = new Float64Array(a.numRows);
  for (let r = 0; r < a.numRows; r++) {
    const j = head[r];
    if (j >= a.numCols) y[j - a.numCols] += x[r];
    else for (let k = a.colStart[j]; k < a.colStart[j + 1]; k++) y[a.rowIndex[k]] += a.value[k] * x[r];
  }
  return y;
}

/** B'y. */
export function timesBasisTransposed(a: SparseColumns, head: Int32Array, y: Float64Array): Float64Array {
  const x = new Float64Array(a.numRows);
  for (let r = 0; r < a.numRows; r++) {
    const j = head[r];
    if (j >= a.numCols) x[r] = y[j - a.numCols];
    else for (let k = a.colStart[j]; k < a.colStart[j + 1]; k++) x[r] += a.value[k] * y[a.rowIndex[k]];
  }
  return x;
}

export function scattered(values: ArrayLike<number>): ScatteredVector {
  const v = new ScatteredVector(values.length);
  for (let i = 0; i < values.length; i++) {
    if (values[i] === 0) continue;
    v.value[i] = values[i];
    v.index[v.count++] = i;
  }
  return v;
}

/** Column j of [A I]. */
export function scatteredColumn(a: SparseColumns, j: number): ScatteredVector {
  const dense = new Float64Array(a.numRows);
  if (j >= a.numCols) dense[j - a.numCols] = 1;
  else for (let k = a.colStart[j]; k < a.colStart[j + 1]; k++) dense[a.rowIndex[k]] = a.value[k];
  return scattered(dense);
}

/** Greatest |p - q|, relative to the greatest |scale|. */
export function distance(p: Float64Array, q: Float64Array, scale: Float64Array): number {
  let worst = 0;
  let size = 1;
  for (let i = 0; i < p.length; i++) {
    worst = Math.max(worst, Math.abs(p[i] - q[i]));
    size = Math.max(size, Math.abs(scale[i]));
  }
  return worst / size;
}
