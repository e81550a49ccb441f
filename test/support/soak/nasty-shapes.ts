import type { LinearProgram } from "../../../src/lp/linear-program.ts";
import { smallProgram } from "../random-programs.ts";
import { dot, type Draw } from "./draw.ts";

/**
 * Random programs after known troubles of real ones: big-M switches, nearly parallel rows, redundant equalities,
 * exponential paths.
 */
type Row = [number, number[], number];
type Col = [number, number, number];

const INF = Infinity;

/** Relaxed switches: x <= M on with M up to 10^6, costs of being on, demands in sums. */
export function bigM(draw: Draw): LinearProgram {
  const numUnits = draw.whole(2, 12);
  const blank = (): number[] => Array.from({ length: 2 * numUnits }, () => 0);
  const cols: Col[] = [];
  const rows: Row[] = [];
  const sum = blank();
  let most = 0;
  for (let unit = 0; unit < numUnits; unit++) {
    const size = draw.whole(1, 40);
    most += size;
    cols.push([0, draw.quarter(1, 9), draw.chance(0.5) ? INF : size], [0, draw.whole(0, 500), 1]);
    const row = blank();
    [row[2 * unit], row[2 * unit + 1]] = [1, -draw.pick([size, 1e3, 1e6])];
    rows.push([-INF, row, 0]);
    sum[2 * unit] = 1;
  }
  const demand = draw.whole(1, most);
  rows.push([demand, sum, draw.chance(0.5) ? demand : INF]);
  return smallProgram("min", cols, rows);
}

/** Pairs of rows that differ in one entry by 1/16 to 1/16384 (exact in binary): bases close to singular. */
export function nearlyParallel(draw: Draw): LinearProgram {
  return parallelRows(draw, 4, 14, [8, 20, 1000]);
}

/** The same by 2^-10 to 2^-22, some columns with caps that bind nothing or with none at all. */
export function almostParallel(draw: Draw): LinearProgram {
  return parallelRows(draw, 10, 22, [8, 20, 1000, 2 ** 30, INF]);
}

function parallelRows(draw: Draw, least: number, most: number, uppers: readonly number[]): LinearProgram {
  const numCols = draw.whole(2, 10);
  const point = Array.from({ length: numCols }, () => draw.whole(0, 8));
  const rows: Row[] = [];
  for (let i = draw.whole(1, 5); i > 0; i--) {
    const entries = draw.row(numCols, 0.6);
    const twin = entries.slice();
    twin[draw.whole(0, numCols - 1)] += draw.pick([1, -1]) * 2 ** -draw.whole(least, most);
    for (const row of [entries, twin]) {
      const activity = dot(row, point);
      rows.push(
        draw.pick<Row>([
          [activity, row, activity],
          [-INF, row, activity],
          [activity - 1, row, activity],
        ]),
      );
    }
  }
  return smallProgram(
    draw.chance(0.5) ? "min" : "max",
    point.map((): Col => [0, draw.quarter(-9, 9), draw.pick(uppers)]),
    rows,
  );
}

/**
 * Demands far below one under caps far above: what is asked of a chain of columns is small, their prices are great, and
 * caps of up to 2^100 (some of them "none", 1e20 and more) stand where no limit was known.
 */
export function farCaps(draw: Draw): LinearProgram {
  const numCols = draw.whole(2, 8);
  const unit = 2 ** -draw.whole(0, 34);
  const cap = (): number => draw.pick([2 ** draw.whole(10, 63), 2 ** draw.whole(10, 63), 1e20, Number.MAX_VALUE, INF]);
  const cols = Array.from({ length: numCols }, (): Col => [
    draw.pick([0, 0, 0, unit]),
    draw.pick([0, draw.whole(0, 9), 2 ** draw.whole(0, 20)]),
    cap(),
  ]);
  const rows: Row[] = [];
  for (let i = draw.whole(1, 6); i > 0; i--) {
    const entries = draw.row(numCols, 0.4).map((a) => (draw.chance(0.2) ? a * 2 ** draw.whole(5, 17) : a));
    const demand = draw.whole(0, 9) * unit;
    rows.push(
      draw.pick<Row>([
        [demand, entries, INF],
        [demand, entries, Math.max(demand, cap())],
        [demand, entries, demand],
        [-INF, entries, demand],
      ]),
    );
  }
  return smallProgram(draw.chance(0.8) ? "min" : "max", cols, rows);
}

/**
 * Pairs of columns that differ in one entry and in cost by 2^-10 to 2^-22: the mirror, steep in quantities instead of
 * prices.
 */
export function parallelColumns(draw: Draw): LinearProgram {
  const numRows = draw.whole(2, 8);
  const rows: number[][] = Array.from({ length: numRows }, () => []);
  const cols: Col[] = [];
  for (let pair = draw.whole(1, 4); pair > 0; pair--) {
    const entries = draw.row(numRows, 0.7);
    const twin = entries.slice();
    twin[draw.whole(0, numRows - 1)] += draw.pick([1, -1]) * 2 ** -draw.whole(10, 22);
    const cost = draw.quarter(-4, 9);
    for (const [column, c] of [
      [entries, cost],
      [twin, cost + draw.pick([0, 1, -1]) * 2 ** -draw.whole(10, 22)],
    ] as const) {
      column.forEach((a, i) => rows[i].push(a));
      cols.push(
        draw.pick<Col>([
          [0, c, INF],
          [0, c, INF],
          [0, c, 2 ** 20],
          [-INF, c, INF],
          [0, c, 50],
        ]),
      );
    }
  }
  const sized = rows.map((row): Row => {
    const limit = draw.whole(-9, 30);
    return draw.pick<Row>([
      [limit, row, limit],
      [-INF, row, limit],
      [limit, row, INF],
      [limit - draw.whole(1, 9), row, limit],
    ]);
  });
  return smallProgram(draw.chance(0.5) ? "min" : "max", cols, sized);
}

/** More equalities than rank: most are whole combinations of a few, over columns free or not. */
export function redundantEqualities(draw: Draw): LinearProgram {
  const numCols = draw.whole(3, 15);
  const rank = draw.whole(1, 4);
  const point = Array.from({ length: numCols }, () => draw.whole(-4, 6));
  const base = Array.from({ length: rank }, () => draw.row(numCols, 0.5));
  const rows = Array.from({ length: rank + draw.whole(1, 8) }, (_, i): Row => {
    const weights = base.map((_row, k) => (i < rank ? Number(k === i) : draw.whole(-3, 3)));
    const entries = point.map((_at, j) => weights.reduce((sum, w, k) => sum + w * base[k][j], 0));
    return [dot(entries, point), entries, dot(entries, point)];
  });
  return smallProgram(
    "min",
    point.map((at): Col =>
      draw.chance(0.15)
        ? [-INF, 0, INF]
        : [at - draw.whole(0, 3), draw.whole(-5, 5), draw.chance(0.4) ? INF : at + draw.whole(0, 5)],
    ),
    rows,
  );
}

/** Klee and Minty's cube: 2^n vertices on the path of the plain rule, right-hand sides up to 5^n. */
export function cube(draw: Draw): LinearProgram {
  const n = draw.whole(2, 11);
  const cubeRow = (i: number): number[] =>
    Array.from({ length: n }, (_, j) => (j < i ? 2 ** (i - j + 1) : Number(j === i)));
  const rows = Array.from({ length: n }, (_, i): Row => [-INF, cubeRow(i), 5 ** (i + 1) + draw.whole(0, 2)]);
  return smallProgram(
    "max",
    rows.map((_, j): Col => [0, 2 ** (n - 1 - j), INF]),
    rows,
  );
}

/** Sparse and long, 60 to 250 rows: many pivots, several factorisations. */
export function longSparse(draw: Draw): LinearProgram {
  const numRows = draw.whole(60, 250);
  const numCols = draw.whole(60, 300);
  const point = Array.from({ length: numCols }, () => draw.pick([0, 0, draw.whole(1, 9)]));
  const reduced = point.map((at) => (at === 0 ? draw.whole(0, 9) : 0));
  const cost = reduced.slice();
  const rows = Array.from({ length: numRows }, (_, i): Row => {
    const entries = Array.from({ length: numCols }, () => 0);
    for (let k = draw.whole(2, 6); k > 0; k--)
      entries[draw.chance(0.5) ? draw.whole(0, numCols - 1) : (i + k) % numCols] = draw.coefficient();
    const activity = dot(entries, point);
    const y = draw.chance(0.5) ? draw.quarter(-5, 5) : 0;
    entries.forEach((a, j) => (cost[j] += y * a));
    if (draw.chance(0.3)) return [activity, entries, activity];
    return y > 0
      ? [activity, entries, INF]
      : y < 0
        ? [-INF, entries, activity]
        : [activity - draw.whole(0, 3), entries, draw.chance(0.5) ? INF : activity + draw.whole(0, 3)];
  });
  return smallProgram(
    "min",
    cost.map((c): Col => [0, c, draw.chance(0.2) ? 9 : INF]),
    rows,
  );
}

/** Numbers as they come: coefficients of two digits after the point, prices of five, limits of thousands. */
export function roundedNumbers(draw: Draw): LinearProgram {
  const numCols = draw.whole(2, 30);
  const numRows = draw.whole(1, 25);
  const point = Array.from({ length: numCols }, () => draw.whole(0, 9_999) / 10);
  const rows = Array.from({ length: numRows }, (): Row => {
    const entries = point.map(() => (draw.chance(0.3) ? draw.whole(-999, 999) / 100 : 0));
    const activity = dot(entries, point);
    return draw.pick<Row>([
      [activity, entries, activity],
      [-INF, entries, activity],
      [Math.round(activity) - 2, entries, Math.round(activity) + 3],
    ]);
  });
  return smallProgram(
    "min",
    point.map((): Col => [0, draw.whole(-99_999, 99_999) / 1000, draw.pick([1000, 2500.5, 1e4])]),
    rows,
  );
}
