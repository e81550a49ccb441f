/**
 * Fewer pieces for a function that may be underestimated: a function that is never above a cost is a valid bound on it.
 */
import { areEqual, type PiecewiseLinear, slopeOf, valueOn } from "./piecewise-linear.ts";

/** A function with at most about `most` segments that is never above f. A greedy choice keeps it close to f. */
export function underestimate(f: PiecewiseLinear, most: number): PiecewiseLinear {
  let present = f;
  let [low, high] = [Infinity, -Infinity];
  for (let k = 1; k < f.length; k += 2) [low, high] = [Math.min(low, f[k]), Math.max(high, f[k])];
  for (
    let drop = FIRST_DROP * (high - low);
    present.length > 4 * most && drop < 4 * (high - low) && drop > 0;
    drop *= 4
  )
    present = underestimateBy(present, drop);
  return present;
}

/** The first pass may lower the function by this share of the range of its values. */
const FIRST_DROP = 1e-9;

/**
 * One pass. It cuts off concave breakpoints. A segment between two convex breakpoints is replaced by the lines beside
 * it if that lowers the function by at most `drop`.
 */
function underestimateBy(f: PiecewiseLinear, drop: number): PiecewiseLinear {
  const out: number[] = [];
  for (let k = 0; k < f.length; k += 4) {
    let [x0, y0] = [f[k], f[k + 1]];
    const [x1, y1] = [f[k + 2], f[k + 3]];
    const last = out.length - 4;
    if (
      last >= 0 &&
      x1 > x0 &&
      out[last + 2] > out[last] &&
      areEqual(out[last + 2], x0) &&
      areEqual(out[last + 3], y0)
    ) {
      const chord = out[last + 1] + ((y1 - out[last + 1]) * (x0 - out[last])) / (x1 - out[last]);
      if (chord <= y0 && y0 - chord <= drop) {
        // A concave breakpoint: the chord lies below.
        [x0, y0] = [out[last], out[last + 1]];
        out.length = last;
      } else if (k + 4 < f.length && chord > y0) {
        const crossing = crossingBeyond(out, last, f, k, drop);
        if (crossing !== undefined) {
          // Segment k is removed: the previous segment extends to the crossing, where the next one begins.
          out[last + 2] = crossing[0];
          out[last + 3] = crossing[1];
          out.push(crossing[0], crossing[1], f[k + 6], f[k + 7]);
          k += 4;
          continue;
        }
      }
    }
    out.push(x0, y0, x1, y1);
  }
  return out;
}

/**
 * Where the line of the last segment and that of the segment after `k` cross, if that is within `k` and at most `drop`
 * below it.
 */
function crossingBeyond(
  out: readonly number[],
  last: number,
  f: PiecewiseLinear,
  k: number,
  drop: number,
): [number, number] | undefined {
  if (!areEqual(f[k + 2], f[k + 4]) || !areEqual(f[k + 3], f[k + 5]) || !(f[k + 6] > f[k + 4])) return undefined;
  const before = slopeOf(out, last);
  const after = slopeOf(f, k + 4);
  const own = slopeOf(f, k);
  if (!(before < own && own < after)) return undefined;
  const x = (f[k + 5] - after * f[k + 4] - (out[last + 3] - before * out[last + 2])) / (before - after);
  if (!(x > f[k] && x < f[k + 2])) return undefined;
  const y = out[last + 3] + before * (x - out[last + 2]);
  return valueOn(f, k, x) - y <= drop ? [x, y] : undefined;
}
