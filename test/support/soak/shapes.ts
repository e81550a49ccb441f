import type { LinearProgram } from "../../../src/lp/linear-program.ts";
import { smallProgram } from "../random-programs.ts";
import { dot, type Draw } from "./draw.ts";

/**
 * Random programs, each generator leaning on one thing a solver may get wrong. Most are built around a point that keeps
 * every limit (often on many of them at once: a degenerate vertex) and have an optimum; none is promised one.
 */
type Row = [number, number[], number];
type Col = [number, number, number];

const INF = Infinity;

function sizeOf(draw: Draw): readonly [number, number, number] {
  const many = draw.chance(0.25);
  const numRows = draw.whole(1, many ? 40 : 10);
  const numCols = draw.whole(2, many ? 50 : 12);
  return [numRows, numCols, many ? 0.12 : 0.5];
}

const offset = (draw: Draw): number => (draw.chance(0.3) ? draw.quarter(-50, 50) : 0);
const sense = (draw: Draw): "min" | "max" => (draw.chance(0.5) ? "min" : "max");

/** Limits around a point, which is at one of them in two cases of three. */
function boxed(draw: Draw, at: number): [number, number] {
  const low = at - draw.pick([0, 0, draw.whole(1, 9)]);
  const high = at + draw.pick([0, draw.whole(1, 9), draw.whole(1, 9)]);
  return [low, high];
}

/** Costs for which the point's own limits and rows are optimal (a dual feasible point), so that an optimum exists. */
function boundedCosts(
  draw: Draw,
  rows: readonly Row[],
  cols: Col[],
  point: readonly number[],
  direction: 1 | -1,
): void {
  const cost = Array.from({ length: cols.length }, () => 0);
  for (const [lower, entries, upper] of rows) {
    const activity = dot(entries, point);
    const y = draw.whole(0, 4);
    // y > 0 pushes against the lower limit of a `min`, y < 0 against the upper one.
    const signed =
      activity === lower && activity === upper
        ? draw.whole(-4, 4)
        : activity === lower
          ? y
          : activity === upper
            ? -y
            : 0;
    entries.forEach((a, j) => (cost[j] += signed * a));
  }
  cols.forEach((col, j) => {
    const d = draw.whole(0, 5);
    cost[j] +=
      point[j] === col[0] && point[j] === col[2]
        ? draw.whole(-5, 5)
        : point[j] === col[0]
          ? d
          : point[j] === col[2]
            ? -d
            : 0;
    col[1] = direction * cost[j] + 0;
  });
}

/** Rows through a point, columns around it, costs with or without an optimum. */
function aroundPoint(
  draw: Draw,
  limitsOfRow: (activity: number) => [number, number],
  limitsOfCol: (at: number) => [number, number],
  mayBeUnbounded = true,
): LinearProgram {
  const [numRows, numCols, density] = sizeOf(draw);
  const fine = draw.chance(0.3);
  const point = Array.from({ length: numCols }, () => draw.whole(-6, 9));
  const cols = point.map((at): Col => {
    const [lower, upper] = limitsOfCol(at);
    return [lower, draw.chance(0.2) ? 0 : draw.quarter(-9, 9), upper];
  });
  const rows = Array.from({ length: numRows }, (): Row => {
    const entries = draw.row(numCols, density, fine);
    const [lower, upper] = limitsOfRow(dot(entries, point));
    return [lower, entries, upper];
  });
  const direction = sense(draw);
  if (!mayBeUnbounded || draw.chance(0.7)) boundedCosts(draw, rows, cols, point, direction === "min" ? 1 : -1);
  return smallProgram(direction, cols, rows, offset(draw));
}

export function equalities(draw: Draw): LinearProgram {
  return aroundPoint(
    draw,
    (activity) => [activity, activity],
    (at) => (draw.chance(0.5) ? boxed(draw, at) : [at - draw.whole(0, 9), INF]),
  );
}

export function ranges(draw: Draw): LinearProgram {
  return aroundPoint(
    draw,
    (activity) => boxed(draw, activity),
    (at) => (draw.chance(0.7) ? [at - draw.whole(0, 5), INF] : boxed(draw, at)),
  );
}

/** No column starts at 0: limits negative, infinite below, infinite on both sides, or equal. */
export function negativeLimits(draw: Draw): LinearProgram {
  const inequality = (activity: number): [number, number] =>
    draw.chance(0.5) ? [-INF, activity + draw.pick([0, 3])] : [activity - draw.pick([0, 3]), INF];
  return aroundPoint(draw, inequality, (at) =>
    draw.pick<[number, number]>([
      [-INF, at + draw.whole(0, 4)],
      [at - draw.whole(0, 4), INF],
      [at, at],
      boxed(draw, at),
      [-INF, INF],
    ]),
  );
}

/** Most columns free; the rest keeps the program bounded, or does not. */
export function freeColumns(draw: Draw): LinearProgram {
  const anyRow = (activity: number): [number, number] =>
    draw.pick<[number, number]>([
      [activity, activity],
      [-INF, activity],
      [activity - 2, INF],
      [-INF, INF],
      [activity - 1, activity + 4],
    ]);
  return aroundPoint(draw, anyRow, (at) => (draw.chance(0.75) ? [-INF, INF] : boxed(draw, at)));
}

/** Rows and columns that repeat others, as they are, scaled, or with other limits; empty ones among them. */
export function duplicates(draw: Draw): LinearProgram {
  const [numRows, numCols, density] = sizeOf(draw);
  const rows: Row[] = [];
  const kinds: number[] = [];
  const point: number[] = [];
  for (let j = 0; j < numCols; j++) {
    // A column is empty (-1), new (its own index), or repeats an earlier one.
    kinds.push(draw.chance(0.1) ? -1 : j > 0 && draw.chance(0.35) ? draw.whole(0, j - 1) : j);
    point.push(draw.whole(-3, 6));
  }
  for (let i = 0; i < numRows; i++) {
    const entries =
      i > 0 && draw.chance(0.4)
        ? draw.pick(rows)[1].map((a) => a * draw.pick([1, 1, -1, 2, -3]))
        : draw.row(numCols, draw.chance(0.1) ? 0 : density);
    if (i > 0 && draw.chance(0.4)) rows.push([0, draw.pick(rows)[1].slice(), 0]);
    else rows.push([0, entries, 0]);
  }
  for (const row of rows) {
    kinds.forEach((kind, j) => {
      if (kind === -1) row[1][j] = 0;
      else if (kind !== j) row[1][j] = row[1][kind];
    });
    const activity = dot(row[1], point);
    [row[0], row[2]] = draw.pick<[number, number]>([
      [activity, activity],
      [-INF, activity],
      [activity, INF],
      [activity - 4, activity + 1],
      [-INF, INF],
    ]);
  }
  const cols = point.map((at): Col => [
    draw.chance(0.7) ? at - draw.whole(0, 4) : -INF,
    draw.whole(0, 2),
    draw.chance(0.5) ? INF : at + draw.whole(0, 4),
  ]);
  if (draw.chance(0.6)) boundedCosts(draw, rows, cols, point, 1);
  return smallProgram("min", cols, rows, offset(draw));
}

/** Transport: equal costs, sums that match exactly: every basis is degenerate, most optima are not unique. */
export function ties(draw: Draw): LinearProgram {
  const numFrom = draw.whole(2, 7);
  const numTo = draw.whole(2, 7);
  const sent = Array.from({ length: numFrom * numTo }, () => (draw.chance(0.4) ? draw.whole(1, 5) : 0));
  const rows: Row[] = [];
  const sumRow = (has: (k: number) => boolean): void => {
    const entries = sent.map((_, k) => (has(k) ? 1 : 0));
    const total = dot(entries, sent);
    rows.push([draw.chance(0.8) ? total : -INF, entries, total]);
  };
  for (let from = 0; from < numFrom; from++) sumRow((k) => Math.floor(k / numTo) === from);
  for (let to = 0; to < numTo; to++) sumRow((k) => k % numTo === to);
  const cap = draw.pick([INF, 5, 7]);
  return smallProgram(
    sense(draw),
    sent.map((): Col => [0, draw.whole(1, 2), cap === INF && draw.chance(0.2) ? 5 : cap]),
    rows,
    offset(draw),
  );
}

/** Every coefficient of another size, 10^-6 to 10^6, without any units in which they would be near 1. */
export function wideCoefficients(draw: Draw): LinearProgram {
  const numRows = draw.whole(1, 8);
  const numCols = draw.whole(2, 10);
  const colSize = Array.from({ length: numCols }, () => draw.size(1.5));
  const rows = Array.from({ length: numRows }, (): Row => {
    const rowSize = draw.size(1.5);
    const entries = draw.row(numCols, 0.5).map((a, j) => (a * rowSize * draw.size(2.5)) / colSize[j]);
    return draw.chance(0.5)
      ? [-INF, entries, rowSize * draw.whole(1, 50)]
      : [-rowSize * draw.whole(1, 50), entries, rowSize * draw.whole(0, 20)];
  });
  return smallProgram(
    "min",
    colSize.map((size): Col => [0, draw.quarter(-9, 9) / size, size * draw.whole(1, 30)]),
    rows,
    offset(draw),
  );
}

/** A staircase: stocks carried from step to step, the shape of a plan over time. */
export function staircase(draw: Draw): LinearProgram {
  const numSteps = draw.whole(2, 16);
  const cols: Col[] = [];
  const rows: Row[] = [];
  const width = 4;
  const blank = (): number[] => Array.from({ length: width * numSteps }, () => 0);
  const peak = blank();
  for (let t = 0; t < numSteps; t++) {
    const demand = draw.whole(0, 9);
    // buy, sell, store, drop: buy - sell - drop + store(t-1) - store(t) = demand.
    const price = draw.whole(1, 6);
    cols.push(
      [0, price, draw.whole(8, 14)],
      [0, -Math.max(0, price - draw.whole(0, 2)), draw.whole(0, 6)],
      [0, 0, draw.whole(0, 12)],
      [0, draw.whole(0, 1), INF],
    );
    const row = blank();
    [row[width * t], row[width * t + 1], row[width * t + 2], row[width * t + 3]] = [1, -1, -1, -1];
    if (t > 0) row[width * (t - 1) + 2] = draw.chance(0.5) ? 1 : 0.75;
    rows.push([demand, row, demand]);
    peak[width * t] = 1;
  }
  rows.push([-INF, peak, draw.whole(4, 9) * numSteps]);
  return smallProgram("min", cols, rows, offset(draw));
}
