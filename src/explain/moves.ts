/**
 * What it takes to move a column: the optimum as a function of the value x_j is held at is convex, and least at the
 * plan's. Its one-sided slopes are what a unit more, a unit less costs the plan. So the column moves up once a unit
 * earns more than the slope to the right (and then by as much as that slope holds, at least), down once a unit costs
 * more than the slope to the left: thresholds that are exact also where the plan's prices are one choice of many.
 */
import { type LimitRange, rangeLp, type SideRange } from "../solvers/ranging/range-lp.ts";
import type { ExplainedPlan } from "./explained-plan.ts";

/** One way a quantity can move. */
export interface Move {
  /**
   * What each unit that way costs the plan, USD per unit as in `perUnit`; negative saves (a limit is in the way).
   * Infinity: no plan.
   */
  readonly usdPerUnit: number;
  /** For how many units that holds; Infinity = for ever. */
  readonly holdsTo: number;
  /** What comes then; `limit`: the quantity's own limit. */
  readonly end: SideRange["end"] | "limit";
}

export interface Moves {
  readonly up: Move;
  /** Absent at 0, where a quantity has no less. */
  readonly down?: Move;
}

/** A value this near its limit (relative to 1 + |limit|) is at it: moving on is moving the limit. */
const AT_LIMIT = 1e-6;

/**
 * Holds column j of the plan's program at its value and shifts that. `scale` turns USD per unit into what is reported.
 */
export function movesOf({ fixed, optimum }: ExplainedPlan, j: number, value: number, scale: number): Moves {
  const held = { ...fixed, colLower: fixed.colLower.with(j, value), colUpper: fixed.colUpper.with(j, value) };
  const [{ left, right }]: LimitRange[] = rangeLp(held, optimum, [{ col: j, limit: "both" }]);
  const move = ({ price, holdsTo, end }: SideRange, sign: 1 | -1, limit: number): Move => {
    const room = sign * (limit - value);
    const isStopped = room > AT_LIMIT * (1 + Math.abs(limit)) && room < holdsTo;
    return {
      usdPerUnit: 0 + sign * price * scale,
      holdsTo: isStopped ? room : holdsTo,
      end: isStopped ? "limit" : end,
    };
  };
  const up = move(right, 1, fixed.colUpper[j]);
  return value <= AT_LIMIT ? { up } : { up, down: move(left, -1, Math.max(0, fixed.colLower[j])) };
}
