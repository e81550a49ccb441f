/**
 * Piecewise linear functions of one variable, defined on part of the axis, convex or not: the operations of a dynamic
 * program over the level of a store. A function is a list of segments (x0, y0, x1, y1), four numbers each, ordered by
 * x, which touch at most at their ends. A segment of length 0 is a point. Where segments touch, the smaller value
 * counts.
 */
export type PiecewiseLinear = readonly number[];

/** Segments with slopes this close, relative to 1 + |slope|, are merged. */
const SAME_SLOPE = 1e-11;
/** Ends this close, relative to 1 + |value|, are equal. */
const EQUAL = 1e-11;

/** The lower envelope: the minimum of the functions that are defined at each x. */
export function lowerEnvelope(functions: readonly PiecewiseLinear[]): PiecewiseLinear {
  let level = functions;
  while (level.length > 1) {
    const next: PiecewiseLinear[] = [];
    for (let k = 0; k < level.length; k += 2)
      next.push(k + 1 < level.length ? minimumOf(level[k], level[k + 1]) : level[k]);
    level = next;
  }
  return level[0] ?? [];
}

/** The pointwise minimum of two functions. */
function minimumOf(a: PiecewiseLinear, b: PiecewiseLinear): PiecewiseLinear {
  const out: number[] = [];
  let i = 0;
  let j = 0;
  let from = -Infinity;
  while (i < a.length && j < b.length) {
    const startA = Math.max(a[i], from);
    const startB = Math.max(b[j], from);
    const endA = a[i + 2];
    const endB = b[j + 2];
    if (startA < startB) {
      from = Math.min(endA, startB);
      appendPart(out, a, i, startA, from);
    } else if (startB < startA) {
      from = Math.min(endB, startA);
      appendPart(out, b, j, startB, from);
    } else {
      from = Math.min(endA, endB);
      appendMinimum(out, a, i, b, j, startA, from);
    }
    if (endA <= from) i += 4;
    if (endB <= from) j += 4;
  }
  for (; i < a.length; i += 4) appendPart(out, a, i, Math.max(a[i], from), a[i + 2]);
  for (; j < b.length; j += 4) appendPart(out, b, j, Math.max(b[j], from), b[j + 2]);
  return out;
}

/** Appends the minimum of two segments on [start, end], where both are defined. */
function appendMinimum(
  out: number[],
  a: PiecewiseLinear,
  i: number,
  b: PiecewiseLinear,
  j: number,
  start: number,
  end: number,
): void {
  const before = valueOn(a, i, start) - valueOn(b, j, start);
  const after = valueOn(a, i, end) - valueOn(b, j, end);
  if (before <= 0 && after <= 0) return appendPart(out, a, i, start, end);
  if (before >= 0 && after >= 0) return appendPart(out, b, j, start, end);
  const crossing = start + ((end - start) * before) / (before - after);
  const [first, firstAt, then, thenAt] = before < 0 ? ([a, i, b, j] as const) : ([b, j, a, i] as const);
  appendPart(out, first, firstAt, start, crossing);
  appendPart(out, then, thenAt, crossing, end);
}

function appendPart(out: number[], f: PiecewiseLinear, at: number, start: number, end: number): void {
  append(out, start, valueOn(f, at, start), end, valueOn(f, at, end));
}

/** Appends a segment and merges it with the last one if they are collinear. */
export function append(out: number[], x0: number, y0: number, x1: number, y1: number): void {
  const last = out.length - 4;
  if (last >= 0 && areEqual(out[last + 2], x0)) {
    const lastIsPoint = out[last] === out[last + 2];
    if (x0 === x1) {
      if (y0 >= out[last + 3] - EQUAL * (1 + Math.abs(y0))) return; // the last segment does not end higher
    } else if (lastIsPoint && y0 <= out[last + 3] + EQUAL * (1 + Math.abs(y0))) {
      out.length = last; // the point is the start of this segment
    } else if (!lastIsPoint && areEqual(out[last + 3], y0)) {
      const slope = (y1 - y0) / (x1 - x0);
      const lastSlope = (out[last + 3] - out[last + 1]) / (out[last + 2] - out[last]);
      if (Math.abs(slope - lastSlope) <= SAME_SLOPE * (1 + Math.abs(slope))) {
        out[last + 2] = x1;
        out[last + 3] = y1;
        return;
      }
    }
  }
  out.push(x0, y0, x1, y1);
}

/** Whether two ends are equal up to rounding. */
export function areEqual(a: number, b: number): boolean {
  return Math.abs(a - b) <= EQUAL * (1 + Math.abs(a));
}

/** Value at x of the segment that starts at index `at`, where it is defined. */
export function valueOn(f: PiecewiseLinear, at: number, x: number): number {
  const x0 = f[at];
  const x1 = f[at + 2];
  if (x <= x0) return f[at + 1];
  if (x >= x1) return f[at + 3];
  const share = (x - x0) / (x1 - x0);
  return f[at + 1] + share * (f[at + 3] - f[at + 1]);
}

/**
 * Infimal convolution with a convex function g: h(x) = min { f(u) + g(x - u) }. Returns one function for each convex
 * run of f; h is their lower envelope. For two convex functions, h consists of their segments in the order of slopes,
 * end to end.
 */
export function convolutions(f: PiecewiseLinear, g: PiecewiseLinear): PiecewiseLinear[] {
  const all: PiecewiseLinear[] = [];
  if (g.length === 0) return all;
  for (let from = 0; from < f.length;) {
    const to = convexRunEnd(f, from);
    all.push(mergedBySlope(f, from, to, g));
    from = to;
  }
  return all;
}

/** The end of the longest convex run of segments that starts at `from`. */
function convexRunEnd(f: PiecewiseLinear, from: number): number {
  let at = from + 4;
  while (
    at < f.length &&
    areEqual(f[at - 2], f[at]) &&
    areEqual(f[at - 1], f[at + 1]) &&
    slopeOf(f, at) >= slopeOf(f, at - 4)
  )
    at += 4;
  return at;
}

function mergedBySlope(f: PiecewiseLinear, from: number, to: number, g: PiecewiseLinear): PiecewiseLinear {
  const out: number[] = [];
  let x = f[from] + g[0];
  let y = f[from + 1] + g[1];
  let i = from;
  let j = 0;
  while (i < to || j < g.length) {
    const takesF = j >= g.length || (i < to && slopeOf(f, i) <= slopeOf(g, j));
    const [source, at] = takesF ? [f, i] : [g, j];
    const x1 = x + source[at + 2] - source[at];
    const y1 = y + source[at + 3] - source[at + 1];
    append(out, x, y, x1, y1);
    [x, y] = [x1, y1];
    if (takesF) i += 4;
    else j += 4;
  }
  return out;
}

/** Slope of the segment at `at`; minus infinity for a point, so that it comes first. */
export function slopeOf(f: PiecewiseLinear, at: number): number {
  const width = f[at + 2] - f[at];
  return width > 0 ? (f[at + 3] - f[at + 1]) / width : -Infinity;
}

/** f(-x). */
export function reversed(f: PiecewiseLinear): PiecewiseLinear {
  const out: number[] = [];
  for (let k = f.length - 4; k >= 0; k -= 4) out.push(-f[k + 2], f[k + 3], -f[k], f[k + 1]);
  return out;
}

/** f((x - by) / times) with `times` > 0: the axis scaled and shifted. */
export function rescaled(f: PiecewiseLinear, times: number, by: number): PiecewiseLinear {
  return f.map((value, k) => (k % 2 === 0 ? times * value + by : value));
}

/** f + g where both are defined; g must have no gaps. A point outside g by rounding counts as its end. */
export function plus(f: PiecewiseLinear, g: PiecewiseLinear): PiecewiseLinear {
  const out: number[] = [];
  const slack = REACHES * (1 + Math.abs(g[0]) + Math.abs(g[g.length - 2]));
  let k = 0;
  for (let j = 0; j < g.length; j += 4) {
    const [lower, upper] = [g[j], g[j + 2]];
    while (k > 0 && f[k - 2] > lower) k -= 4;
    for (; k < f.length && f[k] <= upper + slack; k += 4) {
      if (f[k + 2] < lower - slack) continue;
      const x0 = Math.min(upper, Math.max(lower, f[k]));
      const x1 = Math.max(x0, Math.min(upper, f[k + 2]));
      append(out, x0, valueOn(f, k, x0) + valueOn(g, j, x0), x1, valueOn(f, k, x1) + valueOn(g, j, x1));
    }
  }
  return out;
}

/** f(x); Infinity where f is not defined. */
export function valueAt(f: PiecewiseLinear, x: number): number {
  const slack = REACHES * (1 + Math.abs(x));
  let least = Infinity;
  for (let k = 0; k < f.length && f[k] <= x + slack; k += 4)
    if (x <= f[k + 2] + slack) least = Math.min(least, valueOn(f, k, x));
  return least;
}

/** The segments of f in which f + g is at most `most` somewhere. */
export function within(f: PiecewiseLinear, g: PiecewiseLinear, most: number): PiecewiseLinear {
  const out: number[] = [];
  let j = 0;
  for (let k = 0; k < f.length; k += 4) {
    while (j < g.length && g[j + 2] < f[k] - REACHES * (1 + Math.abs(f[k]))) j += 4;
    for (let i = j; i < g.length && g[i] <= f[k + 2] + REACHES * (1 + Math.abs(f[k + 2])); i += 4) {
      const start = Math.min(f[k + 2], Math.max(f[k], g[i]));
      const end = Math.max(start, Math.min(f[k + 2], g[i + 2]));
      if (Math.min(valueOn(f, k, start) + valueOn(g, i, start), valueOn(f, k, end) + valueOn(g, i, end)) <= most)
        appendPart(out, f, k, start, end);
    }
  }
  return out;
}

/** A relative distance of at most this from the end of a segment counts as zero. */
const REACHES = 1e-9;

/** The least of f + g where both are defined; Infinity if they are defined nowhere together. */
export function leastOfSum(f: PiecewiseLinear, g: PiecewiseLinear): number {
  let least = Infinity;
  let j = 0;
  for (let k = 0; k < f.length; k += 4) {
    while (j < g.length && g[j + 2] < f[k] - REACHES * (1 + Math.abs(f[k]))) j += 4;
    for (let i = j; i < g.length && g[i] <= f[k + 2] + REACHES * (1 + Math.abs(f[k + 2])); i += 4) {
      const start = Math.min(f[k + 2], Math.max(f[k], g[i]));
      const end = Math.max(start, Math.min(f[k + 2], g[i + 2]));
      least = Math.min(least, valueOn(f, k, start) + valueOn(g, i, start), valueOn(f, k, end) + valueOn(g, i, end));
    }
  }
  return least;
}
