/**
 * A lower bound on the cost of each decision of an interval, along a chain through a store. Let V_t be the least cost
 * of the stages up to t as a function of the level after it, and L_t that of the later stages (`store-program`),
 * neither of them overestimated. Then
 *
 *     bound_td = min over s, q of  V_{t-1}(s) + cost_td(q) + worth_t(s') + L_t(s'),     s' = keep_t s + gain_t + q
 *
 * is a lower bound on the cost of every path with decision d in stage t. If it reaches the cost of the incumbent, no
 * better point has decision d. A side of a pair that all remaining decisions set to zero is then zero in every better
 * point (Lagrangian variable fixing). Likewise, V_t + L_t bounds the cost of every path through a level.
 */
import type { ChainStage } from "./chain-stage.ts";
import type { Side, ZeroSide } from "./exclusive-pairs.ts";
import { underestimate } from "./lowered.ts";
import {
  convolutions,
  leastOfSum,
  lowerEnvelope,
  type PiecewiseLinear,
  plus,
  rescaled,
  within,
} from "./piecewise-linear.ts";
import { levelCost } from "./store-program.ts";

export interface StageBounds {
  /** By index in `costs` of the stage. */
  readonly byDecision: readonly number[];
  /** Range of the levels after the stage on paths of cost at most `most`. */
  readonly levels: readonly [number, number];
}

const PIECES = 150;
/** A bound excludes nothing unless it exceeds `most` by more than this, relative to the size of the values. */
const SLACK = 1e-9;

/** One entry per stage; `ahead`: see `lookAhead`. Empty if no path costs at most `most`. */
export function* decisionBounds(
  stages: readonly ChainStage[],
  ahead: readonly PiecewiseLinear[],
  most: number,
): Generator<undefined, readonly StageBounds[]> {
  const all: StageBounds[] = [];
  let value: PiecewiseLinear = [0, 0, 0, 0];
  for (let t = 0; t < stages.length; t++) {
    const { retention, gain, worth, costs } = stages[t];
    const moved = rescaled(value, retention, gain);
    const after = levelCost(stages, t, ahead[t + 1]);
    const rest = plus(after, worth);
    const parts = costs.map((cost) => convolutions(moved, cost));
    const byDecision = parts.map((runs) =>
      runs.reduce((least, run) => Math.min(least, leastOfSum(run, rest)), Infinity),
    );
    const to = plus(lowerEnvelope(parts.flat()), worth);
    value = underestimate(within(to, after, most), PIECES);
    if (value.length === 0) return [];
    all.push({ byDecision, levels: [value[0], value[value.length - 2]] });
    yield;
  }
  return all;
}

/**
 * For each stage, the sides that no point below `most` sets to zero together: one entry per decision that costs more.
 */
export function excludedDecisions(
  stages: readonly ChainStage[],
  bounds: readonly StageBounds[],
  most: number,
): (readonly ZeroSide[])[][] {
  const slack = SLACK * (1 + Math.abs(most));
  return bounds.map(({ byDecision }, t) => stages[t].ways.filter((_, d) => !(byDecision[d] < most + slack)));
}

/**
 * For each pair that the stages decide, the least bound of the decisions with side 0 at zero, and with side 1 at zero,
 * lowered by the rounding error. A decision that leaves the pair open has points of both kinds.
 */
export function sideGains(
  stages: readonly ChainStage[],
  bounds: readonly StageBounds[],
): Map<number, readonly [number, number]> {
  const all = new Map<number, readonly [number, number]>();
  bounds.forEach(({ byDecision }, t) => {
    const { ways } = stages[t];
    const least = (pair: number, side: Side) => {
      let gain = Infinity;
      ways.forEach((way, d) => {
        if (way.every((entry) => entry.pair !== pair || entry.side === side)) gain = Math.min(gain, byDecision[d]);
      });
      return gain < Infinity ? gain - SLACK * (1 + Math.abs(gain)) : gain;
    };
    for (const pair of new Set(ways.flatMap((way) => way.map((entry) => entry.pair))))
      all.set(pair, [least(pair, 0), least(pair, 1)]);
  });
  return all;
}

/** Sides that are zero in every remaining decision of a stage. */
export function commonSides(ways: readonly (readonly ZeroSide[])[]): readonly ZeroSide[] {
  if (ways.length === 0) return [];
  return ways[0].filter(({ pair, side }) =>
    ways.every((way) => way.some((entry) => entry.pair === pair && entry.side === side)),
  );
}
