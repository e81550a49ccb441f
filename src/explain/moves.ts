/**
 * What would change the value of a column. The optimum as a function of the fixed value x_j is convex, with its minimum
 * at the plan. Its one-sided slopes are the cost of one unit more and one unit less. The column therefore increases
 * once a unit earns more than the slope to the right, by at least the range of that slope. It decreases once a unit
 * costs more than the slope to the left. These thresholds are exact even if the prices of the plan are not unique.
 */
import { type BoundRange, rangeLp, type SideRange } from "../solvers/ranging/range-lp.ts";
import type { ExplainedPlan } from "./explained-plan.ts";

/** One direction in which a quantity can change. */
export interface Move {
  /**
   * Cost of each unit in that direction, USD per unit as in `perUnit`. Negative: it saves cost, but a limit prevents
   * it. Infinity: there is no plan.
   */
  readonly usdPerUnit: number;
  /** Number of units for which that holds; Infinity if it always holds. */
  readonly validFor: number;
  /** What happens at the end of that range; `limit`: the limit of the quantity itself. */
  readonly end: SideRange["end"] | "limit";
}

export interface Moves {
  readonly up: Move;
  /** Absent at 0, because a quantity cannot be less. */
  readonly down?: Move;
}

/**
 * A value within this of its limit (relative to 1 + |limit|) is at the limit; moving on then means moving the limit.
 */
const AT_BOUND = 1e-6;

/**
 * Fixes column j of the plan's program at its value and ranges that value. `scale` converts USD per unit into the
 * reported unit.
 */
export function movesOf({ fixed, optimum }: ExplainedPlan, j: number, value: number, scale: number): Moves {
  const fixedColumn = { ...fixed, colLower: fixed.colLower.with(j, value), colUpper: fixed.colUpper.with(j, value) };
  const [{ left, right }]: BoundRange[] = rangeLp(fixedColumn, optimum, [{ col: j, bound: "both" }]);
  const move = ({ price, validFor, end }: SideRange, sign: 1 | -1, limit: number): Move => {
    const room = sign * (limit - value);
    const isStopped = room > AT_BOUND * (1 + Math.abs(limit)) && room < validFor;
    return {
      usdPerUnit: 0 + sign * price * scale,
      validFor: isStopped ? room : validFor,
      end: isStopped ? "limit" : end,
    };
  };
  const up = move(right, 1, fixed.colUpper[j]);
  return value <= AT_BOUND ? { up } : { up, down: move(left, -1, Math.max(0, fixed.colLower[j])) };
}
