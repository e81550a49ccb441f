/** Figures of a distribution of costs: its mean, its tail, and the objective made of both. */
import type { RiskMeasure } from "./extensive-form.ts";

export interface Outcome {
  readonly probability: number;
  /** Cost, USD; Infinity where the scenario has no plan. */
  readonly usd: number;
}

export function meanUsd(outcomes: readonly Outcome[]): number {
  return outcomes.reduce((mean, { probability, usd }) => mean + (probability === 0 ? 0 : probability * usd), 0);
}

/**
 * Conditional value at risk: the mean cost of the worst share 1 - `level` of the outcomes,
 *
 *     min_t t + sum_s p_s max(0, usd_s - t) / (1 - level)
 *
 * An outcome that lies on the border of that share counts with the part of its probability that belongs to it.
 */
export function tailMeanUsd(outcomes: readonly Outcome[], level: number): number {
  const shares = tailShares(outcomes, level);
  return outcomes.reduce((mean, { usd }, i) => mean + (shares[i] === 0 ? 0 : shares[i] * usd), 0);
}

/** The part that each outcome has in the tail; all sum to 1. Of equal outcomes the first ones are in it. */
export function tailShares(outcomes: readonly Outcome[], level: number): number[] {
  const shares = outcomes.map(() => 0);
  let left = 1 - level;
  for (const [i, { probability }] of [...outcomes.entries()].toSorted(([, a], [, b]) => b.usd - a.usd)) {
    const part = Math.min(probability, left);
    // NB: 1 - 0.7 is more than 0.3, and what is left then is rounding.
    if (part > ROUNDING) shares[i] = part;
    left -= part;
  }
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}

/** The least cost that is not exceeded with at least this probability. */
export function quantileUsd(outcomes: readonly Outcome[], probability: number): number {
  let sum = 0;
  const sorted = outcomes.toSorted((a, b) => a.usd - b.usd);
  for (const { probability: own, usd } of sorted) {
    sum += own;
    // NB: 0.1 + 0.2 > 0.3.
    if (sum >= probability - ROUNDING) return usd;
  }
  return sorted[sorted.length - 1].usd;
}

const ROUNDING = 1e-12;

/** (1 - weight) mean + weight tail mean. */
export function riskCostUsd(outcomes: readonly Outcome[], { weight, level }: RiskMeasure): number {
  const mean = weight < 1 ? (1 - weight) * meanUsd(outcomes) : 0;
  return mean + (weight > 0 ? weight * tailMeanUsd(outcomes, level) : 0);
}
