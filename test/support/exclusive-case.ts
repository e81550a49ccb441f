/** Small programs with exclusive pairs, and what is best in them by trying every direction. */
import type { Block, BrokenPair, ExclusivePairs } from "../../src/branch/exclusive-pairs.ts";
import { EXCLUSIVE_TOLERANCE } from "../../src/branch/exclusive-pairs.ts";
import type { LinearProgram } from "../../src/lp/linear-program.ts";
import type { OptimalSolution } from "../../src/lp/solution.ts";
import { solveLp } from "../../src/solvers/solve-lp.ts";
import { seededUniform } from "./random-programs.ts";

type Sides = readonly [readonly number[], readonly number[]];

export function pairsOf(sides: readonly Sides[], blocks: readonly Block[] = []): ExclusivePairs {
  return {
    blocks,
    columns: (pair, side) => sides[pair][side],
    broken: (x) =>
      sides.flatMap(([a, b], pair): BrokenPair[] => {
        const sums: [number, number] = [a.reduce((sum, j) => sum + x[j], 0), b.reduce((sum, j) => sum + x[j], 0)];
        return Math.min(...sums) > EXCLUSIVE_TOLERANCE ? [{ pair, sums }] : [];
      }),
  };
}

/** From rows [lower, coefficients, upper]. */
export function programOf(
  cost: readonly number[],
  upper: readonly number[],
  rows: readonly (readonly [number, readonly number[], number])[],
): LinearProgram {
  const entries = cost.flatMap((_, j) => rows.flatMap(([, row], i) => (row[j] === 0 ? [] : [{ i, j, value: row[j] }])));
  return {
    numRows: rows.length,
    numCols: cost.length,
    colStart: Int32Array.from({ length: cost.length + 1 }, (_, j) => entries.filter((entry) => entry.j < j).length),
    rowIndex: Int32Array.from(entries, ({ i }) => i),
    value: Float64Array.from(entries, ({ value }) => value),
    cost: Float64Array.from(cost),
    colLower: new Float64Array(cost.length),
    colUpper: Float64Array.from(upper),
    rowLower: Float64Array.from(rows, ([lower]) => lower),
    rowUpper: Float64Array.from(rows, ([, , most]) => most),
    sense: "min",
    objectiveOffset: 0,
  };
}

export function optimumOf(lp: LinearProgram): OptimalSolution {
  const solution = solveLp(lp);
  if (solution.status !== "optimal") throw new Error(solution.status);
  return solution;
}

/**
 * The least cost over all 2^pairs directions; Infinity where none is feasible. The directions are tried one pair at a
 * time, and those below a choice that is infeasible, or no cheaper than the best so far, are left out: fixing more
 * columns at zero never lowers the cost.
 */
export function bestByTrial(lp: LinearProgram, sides: readonly Sides[]): number {
  let best = Infinity;
  const tryFrom = (pair: number, colUpper: Float64Array): void => {
    const solution = solveLp({ ...lp, colUpper });
    if (solution.status !== "optimal" || solution.objective >= best) return;
    if (pair === sides.length) {
      best = solution.objective;
      return;
    }
    const sum = (side: 0 | 1) => sides[pair][side].reduce((total, j) => total + solution.x[j], 0);
    const first = sum(0) < sum(1) ? 0 : 1;
    for (const side of [first, 1 - first]) {
      const fixed = colUpper.slice();
      for (const j of sides[pair][side]) fixed[j] = 0;
      tryFrom(pair + 1, fixed);
    }
  };
  tryFrom(0, lp.colUpper);
  return best;
}

/**
 * `periods` hours in a chain: store s_t = s_{t-1} + 0.9 c_t - d_t / 0.9 beside import i_t, a generator g_t and a load
 * m_t that pays. c excludes d, g excludes m, and the valid rows stand in the program. Columns of hour t: 6 t + (c, d,
 * s, i, g, m).
 */
export function randomChain(seed: number, periods = 4) {
  const uniform = seededUniform(seed * 747796405 + 2891336453);
  const between = (from: number, to: number) => Math.round(4 * (from + uniform() * (to - from))) / 4;
  const numCols = 6 * periods;
  const cost: number[] = [];
  const upper: number[] = [];
  const rows: (readonly [number, readonly number[], number])[] = [];
  const sides: Sides[] = [];
  const blocks: Block[] = [];
  const row = (entries: Readonly<Record<number, number>>) => Array.from({ length: numCols }, (_, j) => entries[j] ?? 0);
  const [c, d, g, m] = [between(2, 6), between(2, 6), between(4, 10), between(4, 10)];
  for (let t = 0; t < periods; t++) {
    const at = 6 * t;
    cost.push(0, 0, 0, between(-20, 20), between(15, 30), -between(10, 45));
    upper.push(c, d, 12, 14, g, m);
    const need = between(1, 13);
    const first = rows.length;
    rows.push([need, row({ [at]: -1, [at + 1]: 1, [at + 3]: 1, [at + 4]: 1, [at + 5]: -1 }), need]);
    const start = t === 0 ? 6 : 0;
    rows.push([start, row({ [at]: -0.9, [at + 1]: 1 / 0.9, [at + 2]: 1, ...(t > 0 && { [at - 4]: -1 }) }), start]);
    rows.push(
      [-Infinity, row({ [at]: 1 / c, [at + 1]: 1 / d }), 1],
      [-Infinity, row({ [at + 4]: 1 / g, [at + 5]: 1 / m }), 1],
    );
    sides.push([[at], [at + 1]], [[at + 4], [at + 5]]);
    blocks.push({ row: first, pairs: [2 * t, 2 * t + 1], validRows: [first + 2, first + 3] });
  }
  return { lp: programOf(cost, upper, rows), sides, pairs: pairsOf(sides, blocks) };
}

/**
 * `periods` hours with two stores of unlike size behind one connection, import i and export e at prices of their own,
 * a load, and a charge on the greatest import. i excludes e, and in each store charge excludes discharge; the valid
 * rows stand in the program. Columns of hour t: 8 t + (i, e, c, d, s, C, D, S); the last column is the peak.
 */
export function randomTwoStores(seed: number, periods = 3) {
  const uniform = seededUniform(seed * 2246822519 + 3266489917);
  const between = (from: number, to: number) => Math.round(4 * (from + uniform() * (to - from))) / 4;
  const numCols = 8 * periods + 1;
  const peak = numCols - 1;
  const cost: number[] = [];
  const upper: number[] = [];
  const rows: (readonly [number, readonly number[], number])[] = [];
  const sides: Sides[] = [];
  const blocks: Block[] = [];
  const row = (entries: Readonly<Record<number, number>>) => Array.from({ length: numCols }, (_, j) => entries[j] ?? 0);
  const [a, b] = [
    { limit: between(2, 5), most: between(3, 9), share: 0.9 },
    { limit: between(2, 5), most: between(3, 9), share: 0.95 },
  ];
  for (let t = 0; t < periods; t++) {
    const at = 8 * t;
    const usd = between(-10, 40);
    cost.push(usd, -usd - between(-5, 30), 0, 0, 0, 0, 0.5, 0);
    upper.push(20, 12, a.limit, a.limit, a.most, b.limit, b.limit, b.most);
    const need = between(-6, 5);
    const first = rows.length;
    const balance = { [at]: 1, [at + 1]: -1, [at + 2]: -1, [at + 3]: 1, [at + 5]: -1, [at + 6]: 1 };
    rows.push([need, row(balance), need]);
    for (const [s, { most, share }] of [[at + 2, a] as const, [at + 5, b] as const]) {
      const start = t === 0 ? most / 3 : 0;
      const link = { [s]: -share, [s + 1]: 1 / share, [s + 2]: 1, ...(t > 0 && { [s - 6]: -1 }) };
      rows.push([start, row(link), start]);
    }
    rows.push(
      [-Infinity, row({ [at]: 1 / 20, [at + 1]: 1 / 12 }), 1],
      [-Infinity, row({ [at + 2]: 1 / a.limit, [at + 3]: 1 / a.limit }), 1],
      [-Infinity, row({ [at + 5]: 1 / b.limit, [at + 6]: 1 / b.limit }), 1],
      [0, row({ [at]: -1, [peak]: 1 }), Infinity],
    );
    sides.push([[at], [at + 1]], [[at + 2], [at + 3]], [[at + 5], [at + 6]]);
    blocks.push({ row: first, pairs: [3 * t, 3 * t + 1, 3 * t + 2], validRows: [first + 3, first + 4, first + 5] });
  }
  cost.push(between(0, 8));
  upper.push(Infinity);
  return { lp: programOf(cost, upper, rows), sides, pairs: pairsOf(sides, blocks) };
}
