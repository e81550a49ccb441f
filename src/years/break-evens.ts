/**
 * The factor on a parameter at which another schedule of conversions becomes as good as the chosen one. Let v_S(k) be
 * the best value with the starts of schedule S at factor k; fleets are chosen again. From the end of the range:
 *
 *     S_1 = best at the end;   repeat: k = root of v_S(k) - v_0(k) between 1 and the last factor;  S = best at k
 *     until no schedule is better than S_0 at k by more than the tolerance: k is the break-even
 *
 * This is the method of Eisner and Severance (1976) for parametric programs. For rents v_S is linear in k, and the
 * result is the nearest flip. Hashprice and power price act through the dispatch, where v_S is convex; a schedule that
 * is better only within the range, and not at any factor that was solved, could be missed.
 */
import type { PriceFactors } from "./quarter-request.ts";
import type { Schedule } from "./schedule.ts";
import { BASE_CASE, scheduleTerms } from "./schedule-terms.ts";
import { solveSchedule } from "./solve-schedule.ts";
import type { BreakEvenInput, BreakEvenParameter } from "./years-input.ts";
import type { YearsFrame } from "./years-frame.ts";

export interface Flip {
  readonly of: BreakEvenParameter;
  readonly direction: "up" | "down";
  /** Undefined: none within the range. */
  readonly factor: number | undefined;
  readonly after: Schedule | undefined;
}

type Starts = Schedule["starts"];

/** Factors on the base case. */
interface Factors extends PriceFactors {
  readonly leaseRate: number;
}

const MOST_STEPS = 30;
/** Relative error of a root. */
const ROOT_TOLERANCE = 1e-6;
/** A schedule with the same starts within this share is the same. */
const SAME_START = 1e-6;

export function* flips(
  frame: YearsFrame,
  base: Schedule,
  { of, least, most }: Required<BreakEvenInput>,
): Generator<unknown, readonly Flip[]> {
  return [
    { of, direction: "down", ...(yield* flipWithin(frame, base, of, least)) },
    { of, direction: "up", ...(yield* flipWithin(frame, base, of, most)) },
  ];
}

function* flipWithin(
  frame: YearsFrame,
  base: Schedule,
  of: BreakEvenParameter,
  end: number,
): Generator<unknown, Pick<Flip, "factor" | "after">> {
  const none = { factor: undefined, after: undefined };
  if (end === 1) return none;
  let after = yield* bestAt(frame, at(of, end));
  if (!after || isSame(after.starts, base.starts)) return none;
  let factor = end;
  for (let step = 0; step < MOST_STEPS; step++) {
    const { starts } = after;
    const gain = function* (k: number) {
      const other = yield* bestAt(frame, at(of, k), starts);
      const chosen = yield* bestAt(frame, at(of, k), base.starts);
      return (other?.valueUsd ?? -Infinity) - (chosen?.valueUsd ?? -Infinity);
    };
    factor = yield* rootOf(gain, 1, factor);
    const best = yield* bestAt(frame, at(of, factor));
    const chosen = yield* bestAt(frame, at(of, factor), base.starts);
    if (!best || !chosen) return none;
    const tolerance =
      frame.model.relativeGap * Math.max(1, Math.abs(best.valueUsd), Math.abs(best.valueUsd - chosen.valueUsd));
    if (isSame(best.starts, base.starts) || isSame(best.starts, starts)) return { factor, after };
    if (best.valueUsd - chosen.valueUsd <= 10 * tolerance) return { factor, after };
    after = best;
  }
  return { factor, after };
}

/** One factor moved, the others at 1. */
function at(of: BreakEvenParameter, factor: number): Factors {
  return {
    hashprice: of === "hashprice" ? factor : 1,
    powerPrice: of === "power-price" ? factor : 1,
    leaseRate: of === "lease-rate" ? factor : 1,
  };
}

/** The best schedule at factors on prices; with `starts` fixed if they are given. */
export function* bestAt(
  frame: YearsFrame,
  { leaseRate: leaseFactor, ...prices }: Factors,
  starts?: Starts,
): Generator<unknown, Schedule | undefined> {
  const { model, parts } = frame;
  const values = yield* frame.values(prices);
  const terms = scheduleTerms(model, parts, { ...BASE_CASE, leaseFactor, ...(starts && { starts }) });
  const solved = yield* solveSchedule(terms, values);
  return solved.status === "solved" ? solved.schedule : undefined;
}

/** A root between `a`, where the function is at most 0, and `b`, where it is at least 0 (regula falsi, Illinois). */
function* rootOf(
  valueAt: (factor: number) => Generator<unknown, number>,
  a: number,
  b: number,
): Generator<unknown, number> {
  let [fa, fb] = [yield* valueAt(a), yield* valueAt(b)];
  let [from, to] = [a, b];
  if (fa >= 0) return a;
  if (!(fb > 0)) return b;
  for (let step = 0; step < MOST_STEPS && Math.abs(to - from) > ROOT_TOLERANCE * Math.abs(to); step++) {
    const middle = Number.isFinite(fa) && Number.isFinite(fb) ? to - (fb * (to - from)) / (fb - fa) : (from + to) / 2;
    const value = yield* valueAt(middle);
    if (value === 0) return middle;
    if (value < 0) {
      [from, fa] = [middle, value];
      fb /= 2;
    } else {
      [to, fb] = [middle, value];
      fa /= 2;
    }
  }
  return to;
}

function isSame(a: Starts, b: Starts): boolean {
  return a.every((starts, o) => starts.every((share, q) => Math.abs(share - b[o][q]) <= SAME_START));
}
