import type { LinearProgram } from "../../../src/lp/linear-program.ts";
import { smallProgram } from "../random-programs.ts";
import { dot, type Draw } from "./draw.ts";

/** Random programs that have no optimum by construction, whatever an oracle thinks. */
type Row = [number, number[], number];
type Col = [number, number, number];

const INF = Infinity;

/** Rows and columns in another order, so that nothing is found by its place. */
function shuffled(draw: Draw, cols: readonly Col[], rows: readonly Row[]): LinearProgram {
  const colOrder = draw.order(cols.length);
  const mixedRows = draw
    .order(rows.length)
    .map((i): Row => [rows[i][0], colOrder.map((j) => rows[i][1][j]), rows[i][2]]);
  return smallProgram(
    draw.chance(0.5) ? "min" : "max",
    colOrder.map((j) => cols[j]),
    mixedRows,
    draw.quarter(-9, 9),
  );
}

/**
 * Rows around a point, then one row that their sum, with weights y and with columns at their limits, forbids:
 *
 *     (sum y_i a_i + c) x <= U = sum y_i (limit of row i that y_i asks for) + sum c_j (limit of column j that c_j asks
 *     for)
 *
 * and the new row asks for U + margin and more. Costs are free, so many would be unbounded if they were feasible.
 */
export function infeasibleBySum(draw: Draw): LinearProgram {
  const many = draw.chance(0.3);
  const numCols = draw.whole(1, many ? 30 : 8);
  const numRows = draw.whole(0, many ? 25 : 7);
  const point = Array.from({ length: numCols }, () => draw.whole(-5, 5));
  const cols = point.map((at): Col => {
    const lower = draw.chance(0.6) ? at - draw.whole(0, 6) : -INF;
    return [lower, draw.whole(-5, 5), draw.chance(0.5) ? at + draw.whole(0, 6) : INF];
  });
  const rows = Array.from({ length: numRows }, (): Row => {
    const entries = draw.row(numCols, many ? 0.15 : 0.5);
    const activity = dot(entries, point);
    return draw.pick<Row>([
      [activity, entries, activity],
      [activity - 3, entries, activity + 2],
      [-INF, entries, activity],
      [activity - 1, entries, INF],
    ]);
  });
  const sum = Array.from({ length: numCols }, () => 0);
  let most = 0;
  const add = (weight: number, entries: readonly number[], lower: number, upper: number): void => {
    const limit = weight > 0 ? upper : lower;
    if (weight === 0 || !Number.isFinite(limit)) return;
    entries.forEach((a, j) => (sum[j] += weight * a));
    most += weight * limit;
  };
  for (const [lower, entries, upper] of rows) add(draw.chance(0.6) ? draw.whole(-3, 3) : 0, entries, lower, upper);
  cols.forEach(([lower, , upper], j) =>
    add(
      draw.chance(0.3) ? draw.whole(-3, 3) : 0,
      cols.map((_, k) => (k === j ? 1 : 0)),
      lower,
      upper,
    ),
  );
  const margin = draw.pick([50, 3, 1, 0.25, 1e-3]);
  rows.push(
    draw.chance(0.5)
      ? [most + margin, sum, draw.chance(0.5) ? INF : most + margin]
      : [-INF, sum.map((a) => 0 - a), -most - margin],
  );
  return shuffled(draw, cols, rows);
}

/**
 * A feasible point and a direction d that no finite limit stops while the objective improves. Two rows in three have
 * a'd = 0 exactly (a pivot entry makes it so) and keep both limits; the others lose the limit that d runs into.
 */
export function unboundedAlong(draw: Draw): LinearProgram {
  const many = draw.chance(0.3);
  const numCols = draw.whole(1, many ? 30 : 8);
  const numRows = draw.whole(0, many ? 25 : 7);
  const direction = Array.from({ length: numCols }, () => (draw.chance(0.5) ? draw.whole(-3, 3) : 0));
  const pivot = draw.whole(0, numCols - 1);
  direction[pivot] = draw.pick([1, -1]);
  const point = Array.from({ length: numCols }, () => draw.whole(-5, 5));
  const cols = point.map((at, j): Col => {
    const lower = direction[j] < 0 || draw.chance(0.4) ? -INF : at - draw.whole(0, 6);
    return [lower, draw.whole(-5, 5), direction[j] > 0 || draw.chance(0.4) ? INF : at + draw.whole(0, 6)];
  });
  const rows = Array.from({ length: numRows }, (): Row => {
    const entries = draw.row(numCols, many ? 0.15 : 0.5);
    if (draw.chance(0.67)) entries[pivot] += 0 - dot(entries, direction) * direction[pivot];
    const activity = dot(entries, point);
    const drift = dot(entries, direction);
    const lower = drift < 0 || draw.chance(0.3) ? -INF : activity - draw.pick([0, 0, 4]);
    return [lower, entries, drift > 0 || draw.chance(0.3) ? INF : activity + draw.pick([0, 0, 4])];
  });
  // cost'd = -1 for `min`: the pivot's entry of d is +-1.
  const improvement = dot(
    cols.map((col) => col[1]),
    direction,
  );
  cols[pivot][1] -= (improvement + draw.pick([1, 1, 7])) * direction[pivot];
  const lp = shuffled(draw, cols, rows);
  return lp.sense === "min" ? lp : { ...lp, cost: lp.cost.map((c) => 0 - c) };
}
