/**
 * The worth of an hour of notice of a curtailment call. A plan knows every call from its start, so notice is not a
 * limit in its program. Notice is the time between learning of a call and its start. It allows the site to charge the
 * battery, run jobs early, ramp down, or let rigs sleep without a restart. With v the plan's least cost:
 *
 *     x0    = the plan of the same site without this call (the other calls as given)
 *     C(k)  = least cost with the call, every power and state fixed at x0 in all intervals more than k before it
 *     C(f)  = v, f = intervals from the plan's start to the call;     C(k + 1) <= C(k), since less is fixed
 *     worth of one hour more = (C(k) - C(k + 1)) / dt,     of one hour less = (C(k - 1) - C(k)) / dt
 *
 * The figures are exact, because the plans are solved again with either-or rules satisfied. C is a step function of k;
 * a unit shorter than an interval counts in proportion. k is noticeMinutes in whole intervals, rounded down, because
 * the decisions of a running interval are already made.
 *
 * The worth holds for a site that does not expect the call and would otherwise learn of it too late. Amounts of whole
 * periods (the peak of a month, ordered fuel) stay variable to the end. A call within a product has no such worth: the
 * plan itself chooses how much to sell, and a surprised site would not have sold it.
 */
import type { OptimalSolution } from "../lp/solution.ts";
import type { ColumnBlock } from "../model/block.ts";
import { type BuiltSite, buildSteps } from "../plan/build-site.ts";
import type { PlanOptions } from "../plan/plan-options.ts";
import { siteSteps } from "../plan/run-plan.ts";
import type { SideRange } from "../solvers/ranging/range-lp.ts";
import { isoStamp, MS_PER_HOUR } from "../time/time-grid.ts";
import type { ExplainedPlan } from "./explained-plan.ts";

export interface NoticeSide {
  readonly usdPerUnit: number;
  readonly validFor: number;
  readonly end: SideRange["end"];
}

/** Range of one call, in hours of notice. */
export interface NoticeRange {
  readonly asset: string;
  /** `calls[0]` */
  readonly call: string;
  readonly start: string;
  readonly noticeHours: number;
  /** C(k) - v: the extra cost of the call because it was not known from the plan's start. */
  readonly surpriseUsd: number;
  readonly more: NoticeSide;
  readonly less: NoticeSide;
}

/** Costs with a smaller relative difference are equal: rounding. */
const SAME_COST = 1e-7;

/**
 * One result for each call that begins within the plan, of one asset or of all. For the other calls it states why there
 * is no result.
 */
export function* noticeSteps(
  { built, solution }: ExplainedPlan,
  asset: string | undefined,
  options: PlanOptions,
): Generator<unknown, { ranges: NoticeRange[]; notPriced: string[] }> {
  const { request } = built;
  const { time } = request;
  const dt = time.stepHours;
  const ranges: NoticeRange[] = [];
  const notPriced: string[] = [];
  for (const { planned, kind } of built.assets) {
    if ((asset ?? planned.name) !== planned.name) continue;
    for (const { path, startMs, noticeHours, without } of kind.calls?.(planned.spec) ?? []) {
      const first = Math.round((startMs - time.startMs) / (dt * MS_PER_HOUR));
      if (first <= 0 || first >= time.count) {
        notPriced.push(`an hour of notice of ${planned.name} ${path}: it does not begin within the plan`);
        continue;
      }
      const calm = yield* buildSteps({
        ...request,
        assets: request.assets.map((own) => (own === planned ? { ...own, spec: without } : own)),
      });
      const { solution: expected } = yield* siteSteps(calm, options);
      if (!expected) {
        notPriced.push(`an hour of notice of ${planned.name} ${path}: the plan without it was not solved to its end`);
        continue;
      }
      const costs = new Costs(built, first, solution.objective, valuesOf(calm, expected), options);
      const now = Math.min(first, Math.floor(noticeHours / dt + SAME_COST));
      const cost = yield* costs.at(now);
      ranges.push({
        asset: planned.name,
        call: path,
        start: isoStamp(time, first),
        noticeHours: now * dt,
        surpriseUsd: Math.max(0, cost - solution.objective),
        more: yield* costs.side(now, 1),
        less: yield* costs.side(now, -1),
      });
    }
  }
  return { ranges, notPriced };
}

const keyOf = ({ asset, name }: ColumnBlock) => JSON.stringify([asset, name]);

/** The values of a solution by block, for a program that has additional blocks. */
function valuesOf({ site }: BuiltSite, { x }: OptimalSolution): (block: ColumnBlock, t: number) => number | undefined {
  const byKey = new Map(site.columnBlocks.map((block) => [keyOf(block), block]));
  return (block, t) => {
    const own = byKey.get(keyOf(block));
    return own && t >= own.from && t < own.from + own.count ? x[own.start + t - own.from] : undefined;
  };
}

/** C(k); each value is solved once. */
class Costs {
  readonly #known = new Map<number, number>();
  readonly #built: BuiltSite;
  readonly #first: number;
  readonly #values: (block: ColumnBlock, t: number) => number | undefined;
  readonly #options: PlanOptions;

  constructor(
    built: BuiltSite,
    first: number,
    leastUsd: number,
    values: (block: ColumnBlock, t: number) => number | undefined,
    options: PlanOptions,
  ) {
    this.#known.set(first, leastUsd);
    this.#built = built;
    this.#first = first;
    this.#values = values;
    this.#options = options;
  }

  /** Infinity if there is no plan, NaN if the solve was cut short. */
  *at(k: number): Generator<unknown, number> {
    const known = this.#known.get(k);
    if (known !== undefined) return known;
    const { lp, site } = this.#built;
    const [colLower, colUpper] = [lp.colLower.slice(), lp.colUpper.slice()];
    for (const block of site.columnBlocks) {
      if (!block.perInterval) continue;
      for (let t = block.from; t < Math.min(this.#first - k, block.from + block.count); t++) {
        const value = this.#values(block, t);
        const j = block.start + t - block.from;
        // Only rounding of a solver can be outside the bounds.
        if (value !== undefined) colLower[j] = colUpper[j] = Math.min(Math.max(value, lp.colLower[j]), lp.colUpper[j]);
      }
    }
    const { result } = yield* siteSteps({ ...this.#built, lp: { ...lp, colLower, colUpper } }, this.#options);
    const cost = result.status === "optimal" ? result.objectiveUsd : result.status === "infeasible" ? Infinity : NaN;
    this.#known.set(k, cost);
    return cost;
  }

  /** The worth of one hour more (`step` 1) or less (-1) from k intervals on, and for how many hours it holds. */
  *side(k: number, step: 1 | -1): Generator<unknown, NoticeSide> {
    const dt = this.#built.site.time.stepHours;
    const last = step > 0 ? this.#first : 0;
    const least = this.#known.get(this.#first) as number;
    const near = SAME_COST * Math.max(1, Math.abs(least));
    if (k === last)
      return step > 0
        ? { usdPerUnit: 0, validFor: Infinity, end: "never" }
        : { usdPerUnit: Infinity, validFor: 0, end: "infeasible" };
    const gain = function* (this: Costs, at: number): Generator<unknown, number> {
      const [less, more] = [yield* this.at(step > 0 ? at : at - 1), yield* this.at(step > 0 ? at + 1 : at)];
      const usd = more === Infinity && less === Infinity ? Infinity : less - more;
      return usd < near ? 0 : usd;
    }.bind(this);
    const usd = yield* gain(k);
    if (Number.isNaN(usd)) return { usdPerUnit: NaN, validFor: 0, end: "numerical-trouble" };
    if (usd === Infinity && step < 0) return { usdPerUnit: Infinity, validFor: 0, end: "infeasible" };
    // No more can be saved.
    if (step > 0 && usd === 0 && (yield* this.at(k)) <= least + near)
      return { usdPerUnit: 0, validFor: Infinity, end: "never" };
    let next = k + step;
    if (usd === 0) {
      // C is monotone, so bisection finds the end of the constant part.
      const level = yield* this.at(k);
      for (let beyond = last + step; Math.abs(beyond - next) > 1;) {
        const middle = Math.trunc((beyond + next) / 2);
        if (Math.abs((yield* this.at(middle)) - level) <= near) next = middle;
        else beyond = middle;
      }
    }
    while (next !== last) {
      const then = yield* gain(next);
      if (!(Math.abs(then - usd) <= near))
        return {
          usdPerUnit: usd / dt,
          validFor: Math.abs(next - k) * dt,
          end: then === Infinity ? "infeasible" : Number.isNaN(then) ? "numerical-trouble" : "price-changes",
        };
      next += step;
    }
    return { usdPerUnit: usd / dt, validFor: Math.abs(next - k) * dt, end: step > 0 ? "price-changes" : "infeasible" };
  }
}
