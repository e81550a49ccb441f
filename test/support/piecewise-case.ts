import { append, type PiecewiseLinear } from "../../src/branch/piecewise-linear.ts";

/** Segments between random places; now and then a gap. */
export function randomFunction(uniform: () => number, gaps = true): PiecewiseLinear {
  const out: number[] = [];
  let x = Math.round(10 * uniform()) / 2;
  let y = 10 * uniform();
  for (let k = 1 + Math.floor(5 * uniform()); k > 0; k--) {
    const [x1, y1] = [x + 0.5 + Math.round(6 * uniform()) / 2, y + 8 * (uniform() - 0.5)];
    append(out, x, y, x1, y1);
    [x, y] = [x1, y1];
    if (gaps && uniform() < 0.2) x += 1;
  }
  return out;
}

/** Places from end to end of a function. */
export const grid = (f: PiecewiseLinear) =>
  Array.from({ length: 121 }, (_, k) => f[0] + ((f[f.length - 2] - f[0]) * k) / 120);
