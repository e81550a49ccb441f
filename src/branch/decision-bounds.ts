/**
 * What each decision of an interval costs at least, along a chain through a store. With V_t the least cost of the
 * stages to t by the level after it and L_t that of the stages after it (`store-program`), both nowhere overrated,
 *
 *     bound_td = min over s, q of  V_{t-1}(s) + cost_td(q) + worth_t(s') + L_t(s'),     s' = keep_t s + gain_t + q
 *
 * is the least cost of a path that takes decision d in stage t. Where it is at least that of a point already known, no
 * better point takes d: so a side of a pair that every other decision sets to zero is zero in every better point
 * (Lagrangian fixing). In the same way V_t + L_t bounds what leads through a level.
 */
import type { ChainStage } from "./chain-stage.ts";
import type { ZeroSide } from "./exclusive-pairs.ts";
import { lowered } from "./lowered.ts";
import {
  convolutions,
  leastOfSum,
  lowerEnvelope,
  type PiecewiseLinear,
  plus,
  stretched,
  within,
} from "./piecewise-linear.ts";
import { levelCost } from "./store-program.ts";

export interface StageBounds {
  /** By place in `costs` of the stage. */
  readonly byDecision: readonly number[];
  /** The levels after the stage that a path of at most `most` leads through lie within. */
  readonly levels: readonly [number, number];
}

const PIECES = 150;
/** Bounds are above `most` by more than this, relative to the values met, before they exclude anything. */
const SLACK = 1e-9;

/** By stage; `ahead` as of `lookAhead`. Empty where no path costs at most `most`. */
export function* decisionBounds(
  stages: readonly ChainStage[],
  ahead: readonly PiecewiseLinear[],
  most: number,
): Generator<undefined, readonly StageBounds[]> {
  const all: StageBounds[] = [];
  let value: PiecewiseLinear = [0, 0, 0, 0];
  for (let t = 0; t < stages.length; t++) {
    const { keep, gain, worth, costs } = stages[t];
    const moved = stretched(value, keep, gain);
    const after = levelCost(stages, t, ahead[t + 1]);
    const rest = plus(after, worth);
    const parts = costs.map((cost) => convolutions(moved, cost));
    const byDecision = parts.map((runs) =>
      runs.reduce((least, run) => Math.min(least, leastOfSum(run, rest)), Infinity),
    );
    const to = plus(lowerEnvelope(parts.flat()), worth);
    value = lowered(within(to, after, most), PIECES);
    if (value.length === 0) return [];
    all.push({ byDecision, levels: [value[0], value[value.length - 2]] });
    yield;
  }
  return all;
}

/** By stage the sides that no point below `most` sets to zero together: one entry for every decision that costs more. */
export function excludedDecisions(
  stages: readonly ChainStage[],
  bounds: readonly StageBounds[],
  most: number,
): (readonly ZeroSide[])[][] {
  const slack = SLACK * (1 + Math.abs(most));
  return bounds.map(({ byDecision }, t) => stages[t].ways.filter((_, d) => !(byDecision[d] < most + slack)));
}

/** Sides that are zero in every decision of a stage that is left. */
export function commonSides(ways: readonly (readonly ZeroSide[])[]): readonly ZeroSide[] {
  if (ways.length === 0) return [];
  return ways[0].filter(({ pair, side }) =>
    ways.every((way) => way.some((entry) => entry.pair === pair && entry.side === side)),
  );
}
