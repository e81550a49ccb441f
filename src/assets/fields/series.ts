/** Arithmetic on one-value-per-interval series. Sums are compensated (Neumaier), so a year adds up to rounding. */

/** Sum of all values. */
export function sum(values: Float64Array): number {
  let total = 0;
  let lost = 0;
  for (let t = 0; t < values.length; t++) {
    const next = total + values[t];
    lost += Math.abs(total) >= Math.abs(values[t]) ? total - next + values[t] : values[t] - next + total;
    total = next;
  }
  return total + lost;
}

/** Sum of values[t] * weights[t]. */
export function weightedSum(values: Float64Array, weights: Float64Array): number {
  return sum(product(values, weights));
}

/** factor * values. */
export function scaled(values: Float64Array, factor: number): Float64Array {
  return values.map((value) => value * factor);
}

/** values[t] * weights[t]. */
export function product(values: Float64Array, weights: Float64Array): Float64Array {
  return values.map((value, t) => value * weights[t]);
}

/** Largest value; -Infinity for an empty series. */
export function largest(values: Float64Array): number {
  return values.reduce((best, value) => Math.max(best, value), -Infinity);
}

/** Smallest value; Infinity for an empty series. */
export function smallest(values: Float64Array): number {
  return values.reduce((best, value) => Math.min(best, value), Infinity);
}
