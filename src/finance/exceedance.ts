/**
 * The output that is exceeded with a given probability, for normally distributed output: P = P50 (1 - z sigma), with z
 * the quantile of the standard normal distribution (1.2816 for P90).
 */
import { Fields, MOST_USD } from "./input/fields.ts";

/**
 * P90 and its like.
 *
 * @example
 * exceedance({ p50: 112_128, sigma: 0.12 }); // 94,884 (of MWh, or of any unit)
 *
 * @throws FinanceInputError if an argument is not valid, or if the answer would be negative.
 */
export function exceedance(input: {
  /** Mean output, in any unit. */
  readonly p50: number;
  /** Standard deviation as a share of `p50`. */
  readonly sigma: number;
  /** Probability that the output is exceeded. Default 0.9. */
  readonly probability?: number;
}): number {
  const fields = Fields.ofArgument("exceedance", input);
  const p50 = fields.number("p50", { least: 0, most: MOST_USD });
  const sigma = fields.number("sigma", { least: 0, most: 1, unit: "share of p50" });
  const probability = fields.number("probability", { above: 0, below: 1 }, 0.9);
  fields.close();
  const factor = exceedanceFactor(sigma, probability);
  if (factor < 0)
    fields.fault("sigma", "a deviation for which the output stays positive", "lower sigma or the probability");
  fields.faults.throwIfAny();
  return p50 * factor;
}

/** 1 - z sigma. */
export function exceedanceFactor(sigma: number, probability: number): number {
  return 1 - normalQuantile(probability) * sigma;
}

/** Coefficients of the rational approximations. */
const CENTRE = {
  over: [
    -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716, 2.506628277459239,
  ],
  under: [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1],
};
const TAIL = {
  over: [
    -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
    2.938163982698783,
  ],
  under: [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1],
};
/** Below this probability, and above one less it, the approximation of the tails is used. */
const TAIL_BELOW = 0.02425;

/** Quantile of the standard normal distribution; relative error below 1.15e-9 (P. J. Acklam's approximation, 2003). */
export function normalQuantile(probability: number): number {
  if (probability > 0.5) return -normalQuantile(1 - probability);
  if (probability < TAIL_BELOW) {
    const q = Math.sqrt(-2 * Math.log(probability));
    return polynomial(TAIL.over, q) / polynomial(TAIL.under, q);
  }
  const q = probability - 0.5;
  return (polynomial(CENTRE.over, q * q) * q) / polynomial(CENTRE.under, q * q);
}

/** By Horner's rule, highest power first. */
function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduce((sum, c) => sum * x + c, 0);
}
