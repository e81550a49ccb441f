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
  const products = new Float64Array(values.length);
  for (let t = 0; t < values.length; t++) products[t] = values[t] * weights[t];
  return sum(products);
}

/** factor * values. */
export function scaled(values: Float64Array, factor: number): Float64Array {
  const result = new Float64Array(values.length);
  for (let t = 0; t < values.length; t++) result[t] = values[t] * factor;
  return result;
}

/** values[t] * weights[t]. */
export function product(values: Float64Array, weights: Float64Array): Float64Array {
  const result = new Float64Array(values.length);
  for (let t = 0; t < values.length; t++) result[t] = values[t] * weights[t];
  return result;
}

/** Largest value; -Infinity for an empty series. */
export function largest(values: Float64Array): number {
  let best = -Infinity;
  for (let t = 0; t < values.length; t++) if (values[t] > best) best = values[t];
  return best;
}
