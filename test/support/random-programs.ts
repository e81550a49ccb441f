import type { LinearProgram } from "../../src/lp/linear-program.ts";

/**
 * Seeded small linear programs that touch every shape a solver has to survive: equalities, ranges, free rows, negative
 * and infinite limits, free, fixed and boxed columns, empty rows and columns, duplicate rows, degenerate ties,
 * infeasible and unbounded programs, both senses, an objective offset. Numbers are small integers and quarters, so an
 * oracle that drops |a| < 1e-9 sees the same program, and ties are exact.
 */

/** Uniform numbers in [0, 1) from a 32-bit seed (mulberry32, T. Ettinger, public domain algorithm). */
export function seededUniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export interface RandomProgramOptions {
  /** Greatest number of rows (default 8) and of columns (default 8); the least is 0 rows, 1 column. */
  readonly maxRows?: number;
  readonly maxCols?: number;
  /** Share of stored coefficients. Default 0.5. */
  readonly density?: number;
  /** Share of programs built around a known feasible point. Default 0.75; the rest is often infeasible. */
  readonly feasibleShare?: number;
}

export function randomProgram(seed: number, options: RandomProgramOptions = {}): LinearProgram {
  const { maxRows = 8, maxCols = 8, density = 0.5, feasibleShare = 0.75 } = options;
  const uniform = seededUniform(seed * 2654435761 + 12345);
  const whole = (from: number, to: number): number => from + Math.floor(uniform() * (to - from + 1));
  const quarter = (from: number, to: number): number => whole(4 * from, 4 * to) / 4;
  const chance = (p: number): boolean => uniform() < p;

  const numRows = whole(0, maxRows);
  const numCols = whole(1, maxCols);
  const fine = chance(0.3);
  const coefficient = (): number => {
    const size = fine ? quarter(1, 9) : whole(1, 9);
    return chance(0.4) ? -size : size;
  };

  // Dense draft by rows; every so often a row repeats an earlier one, as it is or scaled.
  const draft: number[][] = [];
  for (let i = 0; i < numRows; i++) {
    if (i > 0 && chance(0.12)) {
      const factor = chance(0.5) ? 1 : whole(-2, 3) || 2;
      draft.push(draft[whole(0, i - 1)].map((a) => a * factor));
    } else if (chance(0.06)) {
      draft.push(Array.from({ length: numCols }, () => 0));
    } else {
      draft.push(Array.from({ length: numCols }, () => (chance(density) ? coefficient() : 0)));
    }
  }
  if (chance(0.1)) {
    const j = whole(0, numCols - 1);
    for (const row of draft) row[j] = 0;
  }

  const colLower = new Float64Array(numCols);
  const colUpper = new Float64Array(numCols);
  const point = new Float64Array(numCols);
  const styleOfBounds = uniform();
  for (let j = 0; j < numCols; j++) {
    const kind = styleOfBounds < 0.3 ? whole(0, 1) : whole(0, 7);
    const low = chance(0.5) ? 0 : whole(-9, 5);
    const high = low + whole(0, 12);
    colLower[j] = [0, low, -Infinity, -Infinity, low, low, low, -9][kind];
    colUpper[j] = [Infinity, high, Infinity, high, Infinity, low, high, -1][kind];
    const from = Number.isFinite(colLower[j]) ? colLower[j] : Math.min(colUpper[j], 6) - 10;
    const to = Number.isFinite(colUpper[j]) ? colUpper[j] : Math.max(colLower[j], -6) + 10;
    // Points at limits make degenerate vertices.
    point[j] = chance(0.4) ? from : chance(0.3) ? to : whole(from, Math.max(from, to));
  }

  const feasible = chance(feasibleShare);
  const rowLower = new Float64Array(numRows);
  const rowUpper = new Float64Array(numRows);
  for (let i = 0; i < numRows; i++) {
    const centre = feasible ? draft[i].reduce((sum, a, j) => sum + a * point[j], 0) : whole(-40, 40);
    const below = chance(0.4) ? 0 : whole(0, 15);
    const above = chance(0.4) ? 0 : whole(0, 15);
    const kind = whole(0, 9);
    rowLower[i] = kind < 2 ? centre : kind < 5 || kind === 9 ? -Infinity : centre - below;
    rowUpper[i] = kind < 2 ? centre : kind < 5 ? centre + above : kind < 7 || kind === 9 ? Infinity : centre + above;
  }

  const tied = chance(0.3);
  const cost = Float64Array.from({ length: numCols }, () => (chance(0.2) ? 0 : tied ? whole(0, 2) : quarter(-9, 9)));
  const colStart = new Int32Array(numCols + 1);
  const rowIndex: number[] = [];
  const value: number[] = [];
  for (let j = 0; j < numCols; j++) {
    for (let i = 0; i < numRows; i++) {
      if (draft[i][j] === 0) continue;
      rowIndex.push(i);
      value.push(draft[i][j]);
    }
    colStart[j + 1] = value.length;
  }
  return {
    numRows,
    numCols,
    colStart,
    rowIndex: Int32Array.from(rowIndex),
    value: Float64Array.from(value),
    cost,
    colLower,
    colUpper,
    rowLower,
    rowUpper,
    sense: chance(0.5) ? "min" : "max",
    objectiveOffset: chance(0.3) ? quarter(-50, 50) : 0,
  };
}

/** A program for hand cases: `cols[j] = [lower, cost, upper]`, `rows[i] = [lower, coefficients, upper]`. */
export function smallProgram(
  sense: "min" | "max",
  cols: readonly (readonly [number, number, number])[],
  rows: readonly (readonly [number, readonly number[], number])[],
  objectiveOffset = 0,
): LinearProgram {
  const colStart = new Int32Array(cols.length + 1);
  const rowIndex: number[] = [];
  const value: number[] = [];
  for (let j = 0; j < cols.length; j++) {
    for (let i = 0; i < rows.length; i++) {
      if (rows[i][1][j] === 0) continue;
      rowIndex.push(i);
      value.push(rows[i][1][j]);
    }
    colStart[j + 1] = value.length;
  }
  return {
    numRows: rows.length,
    numCols: cols.length,
    colStart,
    rowIndex: Int32Array.from(rowIndex),
    value: Float64Array.from(value),
    cost: Float64Array.from(cols, (col) => col[1]),
    colLower: Float64Array.from(cols, (col) => col[0]),
    colUpper: Float64Array.from(cols, (col) => col[2]),
    rowLower: Float64Array.from(rows, (row) => row[0]),
    rowUpper: Float64Array.from(rows, (row) => row[2]),
    sense,
    objectiveOffset,
  };
}
