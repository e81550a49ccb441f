/**
 * What an hour of notice of a curtailment call is worth. A plan knows every call from its start, so notice has no limit
 * in its program: it is how long before its start the site learns of a call, and what can be done in that time (charge
 * the battery, run jobs ahead, ramp down, let rigs sleep without a restart). With v the plan's least cost:
 *
 *     x0    = the plan of the same site without this call (the others as given)
 *     C(k)  = least cost with the call, every power and state held at x0 in all intervals more than k before the call
 *     C(f)  = v, f = intervals from the plan's start to the call;     C(k + 1) <= C(k), since less is held
 *     worth of an hour more = (C(k) - C(k + 1)) / dt,     of an hour less = (C(k - 1) - C(k)) / dt
 *
 * Exact, by plans solved again with either-or rules kept, and a staircase in k: a unit of less than an interval is in
 * it by proportion. k is noticeMinutes in whole intervals, rounded down, for what an interval has begun with is done.
 * It is worth that much to a site that neither expects the call nor can know of others too late; amounts of whole
 * periods (a month's peak, fuel ordered) are open to the end. A product's call has no such worth: what is sold in it is
 * the plan's own choice, and a site surprised by it would not have sold.
 */
import type { OptimalSolution } from "../lp/solution.ts";
import type { Columns } from "../model/columns.ts";
import { type BuiltSite, buildSteps } from "../plan/build-site.ts";
import type { PlanOptions } from "../plan/plan-options.ts";
import { siteSteps } from "../plan/run-plan.ts";
import type { SideRange } from "../solvers/ranging/range-lp.ts";
import { isoStamp, MS_PER_HOUR } from "../time/time-grid.ts";
import type { ExplainedPlan } from "./explained-plan.ts";

export interface NoticeSide {
  readonly usdPerUnit: number;
  readonly holdsTo: number;
  readonly end: SideRange["end"];
}

/** Of one call; hours of notice. */
export interface NoticeRange {
  readonly asset: string;
  /** `calls[0]` */
  readonly call: string;
  readonly start: string;
  readonly noticeHours: number;
  /** C(k) - v: what the call costs for not being known from the plan's start. */
  readonly surpriseUsd: number;
  readonly more: NoticeSide;
  readonly less: NoticeSide;
}

/** Costs that differ by less, relative, are equal: rounding. */
const SAME_COST = 1e-7;

/**
 * One for each call of the asset (of all, where none is named) that begins within the plan; of the others says why not.
 */
export function* noticeSteps(
  { built, solution }: ExplainedPlan,
  asset: string | undefined,
  options: PlanOptions,
): Generator<unknown, { ranges: NoticeRange[]; notPriced: string[] }> {
  const { plan } = built;
  const { time } = plan;
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
        ...plan,
        assets: plan.assets.map((own) => (own === planned ? { ...own, spec: without } : own)),
      });
      let expected: OptimalSolution | undefined;
      yield* siteSteps(calm, options, (found) => {
        expected = found;
      });
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

const keyOf = ({ asset, name }: Columns) => JSON.stringify([asset, name]);

/** The values of a solution by block, for a program that has other blocks beside them. */
function valuesOf({ site }: BuiltSite, { x }: OptimalSolution): (block: Columns, t: number) => number | undefined {
  const byKey = new Map(site.columnBlocks.map((block) => [keyOf(block), block]));
  return (block, t) => {
    const own = byKey.get(keyOf(block));
    return own && t >= own.from && t < own.from + own.count ? x[own.start + t - own.from] : undefined;
  };
}

/** C(k), each solved once. */
class Costs {
  readonly #known = new Map<number, number>();
  readonly #built: BuiltSite;
  readonly #first: number;
  readonly #values: (block: Columns, t: number) => number | undefined;
  readonly #options: PlanOptions;

  constructor(
    built: BuiltSite,
    first: number,
    leastUsd: number,
    values: (block: Columns, t: number) => number | undefined,
    options: PlanOptions,
  ) {
    this.#known.set(first, leastUsd);
    this.#built = built;
    this.#first = first;
    this.#values = values;
    this.#options = options;
  }

  /** Infinity where there is no plan, NaN where the solve was cut short. */
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
        // Only rounding of a solver can lie outside.
        if (value !== undefined) colLower[j] = colUpper[j] = Math.min(Math.max(value, lp.colLower[j]), lp.colUpper[j]);
      }
    }
    const result = yield* siteSteps({ ...this.#built, lp: { ...lp, colLower, colUpper } }, this.#options);
    const cost = result.status === "optimal" ? result.objectiveUsd : result.status === "infeasible" ? Infinity : NaN;
    this.#known.set(k, cost);
    return cost;
  }

  /** An hour more (`step` 1) or less (-1) from k intervals on, and for how many hours each is worth as much. */
  *side(k: number, step: 1 | -1): Generator<unknown, NoticeSide> {
    const dt = this.#built.site.time.stepHours;
    const last = step > 0 ? this.#first : 0;
    const least = this.#known.get(this.#first) as number;
    const near = SAME_COST * Math.max(1, Math.abs(least));
    if (k === last)
      return step > 0
        ? { usdPerUnit: 0, holdsTo: Infinity, end: "never" }
        : { usdPerUnit: Infinity, holdsTo: 0, end: "infeasible" };
    const gain = function* (this: Costs, at: number): Generator<unknown, number> {
      const [less, more] = [yield* this.at(step > 0 ? at : at - 1), yield* this.at(step > 0 ? at + 1 : at)];
      const usd = more === Infinity && less === Infinity ? Infinity : less - more;
      return usd < near ? 0 : usd;
    }.bind(this);
    const usd = yield* gain(k);
    if (Number.isNaN(usd)) return { usdPerUnit: NaN, holdsTo: 0, end: "numerical-trouble" };
    if (usd === Infinity && step < 0) return { usdPerUnit: Infinity, holdsTo: 0, end: "infeasible" };
    // All that is to be had is had already.
    if (step > 0 && usd === 0 && (yield* this.at(k)) <= least + near)
      return { usdPerUnit: 0, holdsTo: Infinity, end: "never" };
    let next = k + step;
    if (usd === 0) {
      // C is monotone: where the level part ends is found by halving.
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
          holdsTo: Math.abs(next - k) * dt,
          end: then === Infinity ? "infeasible" : Number.isNaN(then) ? "numerical-trouble" : "price-changes",
        };
      next += step;
    }
    return { usdPerUnit: usd / dt, holdsTo: Math.abs(next - k) * dt, end: step > 0 ? "price-changes" : "infeasible" };
  }
}
