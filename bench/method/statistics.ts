/** Median and minimum of `n` times. */
export interface Spread {
  readonly medianMs: number;
  readonly minMs: number;
  readonly n: number;
}

export function spreadOf(ms: readonly number[]): Spread {
  if (ms.length === 0) throw new Error("spreadOf: no times, wanted at least one");
  const sorted = ms.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  const medianMs = sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  return { medianMs, minMs: sorted[0], n: sorted.length };
}

/** exp of the mean logarithm; all values must be positive. */
export function geometricMean(values: readonly number[]): number {
  if (values.length === 0 || values.some((value) => !(value > 0)))
    throw new Error(`geometricMean: ${values.join(", ")}; wanted positive numbers`);
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}
