/**
 * What a unit of each limit is worth: of an interconnect, of a battery's power and energy, of a tank of fuel. The
 * optimum as a function of a limit is convex and piecewise straight, so the worth of a unit more (the slope to its
 * right) and of a unit less (to its left) are the two ends of an interval, and each holds for a while: both are exact,
 * by ranging. An hour of notice is no limit of the program and is priced by plans solved again (`notice-worth.ts`).
 */
import { PlanInputError } from "../errors.ts";
import { describeValue } from "../lp/check-options.ts";
import { figure } from "../plan/detail-text.ts";
import { fieldsOf, type PlanOptions } from "../plan/plan-options.ts";
import { type LimitRange, type RangeTarget, rangeLp, type SideRange } from "../solvers/ranging/range-lp.ts";
import { localStamp, type TimeGrid } from "../time/time-grid.ts";
import { directedProgram } from "./directed-program.ts";
import type { ExplainedPlan } from "./explained-plan.ts";
import { limitDirections, type LimitDirection } from "./limit-direction.ts";
import { type NoticeRange, noticeSteps } from "./notice-worth.ts";

export interface WorthQuestion {
  /** Only limits of this asset; default all. */
  readonly asset?: string;
  /** Only limits of this name, e.g. `importLimitMw`; default all. */
  readonly limit?: string;
  /** Also per year; see `Worth.year`. Default false. */
  readonly perYear?: boolean;
  /** Also an hour of notice of every curtailment call (of `asset`): some plans solved again for each. Default false. */
  readonly notice?: boolean;
}

/** One side of a limit. */
export interface WorthSide {
  /** What one unit more saves, or one unit less costs, over the plan, USD. Infinity: one unit less leaves no plan. */
  readonly usdPerUnit: number;
  /** For how many units; Infinity = for ever. A year's curve is straight only for a little while. */
  readonly holdsTo: number;
  /**
   * What comes then: another price, no plan, nothing. `numerical-trouble`: the search gave up, NaN where nothing was
   * found.
   */
  readonly end: SideRange["end"];
  /** `usdPerUnit` by the rule of `Worth.year`; absent unless asked for. */
  readonly usdPerUnitYear?: number;
}

export interface LimitWorth {
  readonly asset: string;
  /** The input field, e.g. `dischargeLimitMw`. */
  readonly limit: string;
  /** What it limits, by the model's name, e.g. `dischargeMw`; tells limits of one name apart. */
  readonly quantity: string;
  readonly unit: string;
  /** The limit, where it is highest. */
  readonly value: number;
  /**
   * It is a limit of every interval: a unit more is one where it is highest and in proportion elsewhere (rows: one
   * each).
   */
  readonly everyInterval: boolean;
  readonly more: WorthSide;
  readonly less: WorthSide;
  readonly sentence: string;
}

/**
 * An hour of notice of one call, `quantity`: `value` is the notice in whole intervals, in hours. Of the plan with
 * either-or rules kept, whatever `directionsFixed` says. What it means: `notice-worth.ts`.
 */
export interface NoticeWorth extends LimitWorth {
  /** When the call begins, ISO-8601 with the local offset. */
  readonly start: string;
  /** What the call costs for not being known from the plan's start, USD. */
  readonly surpriseUsd: number;
}

/** Plain data. */
export interface Worth {
  /** The plan is optimal and its prices were found; of any other there is `Unexplained`. */
  readonly status: "optimal";
  readonly limits: readonly LimitWorth[];
  /** Absent unless asked for. */
  readonly notice?: readonly NoticeWorth[];
  /** How a year is made of the plan; absent unless asked for. */
  readonly year?: { readonly factor: number; readonly rule: string };
  /**
   * Prices are those of the plan's own directions (either-or rules): one unit more saves at least, one less costs at
   * most what is said.
   */
  readonly directionsFixed: boolean;
  /** What has no price here and why. */
  readonly notPriced: readonly string[];
}

const HOURS_OF_A_YEAR = 8760;

export function* worthSteps(
  plan: ExplainedPlan,
  given: WorthQuestion,
  options: PlanOptions = {},
): Generator<unknown, Worth> {
  const question = fieldsOf("worth", given, "a question { asset?, limit?, perYear?, notice? }");
  for (const field of ["asset", "limit"] as const) {
    const name: unknown = question[field];
    if (name !== undefined && typeof name !== "string")
      throw new PlanInputError([
        {
          path: `worth.${field}`,
          given: describeValue(name),
          wanted: "a text",
          fix: "correct it, or leave it out for all",
        },
      ]);
  }
  const {
    built: {
      site,
      lp,
      assets,
      plan: { time },
    },
    fixed,
    barredBy,
  } = plan;
  const isAsked = ({ asset, limit }: LimitDirection) =>
    (question.asset ?? asset) === asset && (question.limit ?? limit) === limit;
  const all = limitDirections(site, lp, fixed);
  const asked = all.filter(isAsked);
  const calling = assets.filter(({ planned, kind }) => kind.calls && (question.asset ?? planned.name) === planned.name);
  if (
    asked.length === 0 &&
    (question.asset ?? question.limit) !== undefined &&
    !(question.notice && calling.length > 0)
  ) {
    throw new PlanInputError([
      {
        path: "worth",
        given: [question.asset, question.limit].filter((word) => word !== undefined).join(" "),
        wanted: `a limit of the plan: ${all.map(({ asset, limit }) => `${asset} ${limit}`).join(", ")}`,
        fix: "name one of these, or none for all",
      },
    ]);
  }
  const year = question.perYear ? yearOf(time) : undefined;
  const limits: LimitWorth[] = [];
  const notPriced: string[] = [];
  for (const direction of asked) {
    yield;
    const why = unpriceable(direction, plan);
    if (why !== undefined) notPriced.push(`${direction.asset} ${direction.limit}: ${why}`);
    else {
      const isOne = all.every(
        (other) => other === direction || other.asset !== direction.asset || other.limit !== direction.limit,
      );
      limits.push(
        limitWorth(
          direction,
          isOne ? direction.limit : `${direction.limit} (${direction.quantity})`,
          rangeOf(plan, direction),
          year?.factor,
        ),
      );
    }
  }
  let notice: NoticeWorth[] | undefined;
  if (question.notice) {
    const found = yield* noticeSteps(plan, question.asset, options);
    notice = found.ranges.map((range) => noticeWorth(range, year?.factor));
    notPriced.push(...found.notPriced);
  }
  if (calling.length === 0) notPriced.push("an hour of notice: no curtailment call stands in what is asked for");
  else if (!question.notice) notPriced.push("an hour of notice: not asked for (notice: true)");
  return {
    status: "optimal",
    limits,
    ...(notice && { notice }),
    ...(year && { year }),
    directionsFixed: barredBy.size > 0,
    notPriced,
  };
}

function noticeWorth(
  { asset, call, start, noticeHours, surpriseUsd, ...sides }: NoticeRange,
  yearFactor: number | undefined,
): NoticeWorth {
  const [more, less] = [sides.more, sides.less].map((side) => inYears(side, yearFactor));
  const left =
    noticeHours === 0
      ? "there is no less"
      : less.usdPerUnit === Infinity
        ? "with an hour less there is no plan"
        : `one less costs ${amountOf(less)}, ${untilOf(less, "h")}`;
  const worth =
    surpriseUsd === Infinity
      ? "there is no plan with so little notice"
      : `one hour of notice more saves ${amountOf(more)}, ${untilOf(more, "h")}; ${left}; known from the ` +
        `plan's start the call would cost ${figure(surpriseUsd)} USD less`;
  return {
    asset,
    limit: "noticeMinutes",
    quantity: call,
    unit: "h",
    value: noticeHours,
    everyInterval: false,
    more,
    less,
    start,
    surpriseUsd,
    sentence: `${asset} ${call} at ${start}, known ${figure(noticeHours)} h before: ${worth}`,
  };
}

function unpriceable({ cols, rows, perInterval }: LimitDirection, { fixed }: ExplainedPlan): string | undefined {
  if (cols.length + rows.length === 0)
    return "0 in every interval, or held by something else; a unit more has no proportion";
  if (perInterval && rows.some((row) => fixed.rowLower[row] !== -Infinity)) return "one row holds it from both sides";
  return undefined;
}

function rangeOf({ fixed, optimum }: ExplainedPlan, direction: LimitDirection): LimitRange {
  const {
    cols: [col],
    rows: [row],
    perInterval,
  } = direction;
  if (!perInterval && direction.cols.length + direction.rows.length === 1) {
    const target: RangeTarget =
      row === undefined ? { col, limit: direction.isGiven ? "both" : "upper" } : { row, limit: "upper" };
    return rangeLp(fixed, optimum, [target])[0];
  }
  const { lp, basis, column } = directedProgram(fixed, optimum.basis, direction);
  return rangeLp(lp, { ...optimum, basis }, [{ col: column, limit: "both" }])[0];
}

/** With what it is a year, if that is asked for. */
function inYears(side: WorthSide, yearFactor: number | undefined): WorthSide {
  return { ...side, ...(yearFactor !== undefined && { usdPerUnitYear: side.usdPerUnit * yearFactor }) };
}

function amountOf({ usdPerUnit, usdPerUnitYear }: WorthSide): string {
  return `${figure(usdPerUnit)} USD${usdPerUnitYear === undefined ? "" : ` (${figure(usdPerUnitYear)} a year)`}`;
}

function untilOf({ holdsTo }: WorthSide, unit: string): string {
  return holdsTo === Infinity ? "for ever" : `for ${figure(holdsTo)} ${unit}`;
}

function limitWorth(
  { asset, limit, quantity, unit, value, perInterval }: LimitDirection,
  name: string,
  { left, right }: LimitRange,
  yearFactor: number | undefined,
): LimitWorth {
  const side = ({ price, holdsTo, end }: SideRange) => inYears({ usdPerUnit: 0 - price, holdsTo, end }, yearFactor);
  const more = side(right);
  const below = side(left);
  // A limit has no less than 0.
  const less = below.holdsTo <= value ? below : { ...below, holdsTo: value, end: "infeasible" as const };
  const where = perInterval ? ` in every interval` : "";
  return {
    asset,
    limit,
    quantity,
    unit,
    value,
    everyInterval: perInterval,
    more,
    less,
    sentence:
      `${asset} ${name} ${figure(value)} ${unit}: one ${unit} more${where} saves ${amountOf(more)}, ` +
      `${untilOf(more, unit)}; ` +
      (less.usdPerUnit === Infinity
        ? "any less leaves no plan"
        : `one less costs ${amountOf(less)}, ${untilOf(less, unit)}`),
  };
}

/**
 * A plan from a local time to the same a year later is its own year; any other is taken as if the year were like it.
 */
function yearOf(time: TimeGrid): { factor: number; rule: string } {
  const [from, to] = [localStamp(time, 0), localStamp(time, time.count)];
  if (Number(to.slice(0, 4)) === Number(from.slice(0, 4)) + 1 && to.slice(4) === from.slice(4))
    return { factor: 1, rule: "the plan is a whole year" };
  const hours = time.count * time.stepHours;
  const factor = HOURS_OF_A_YEAR / hours;
  return {
    factor,
    rule:
      `the plan is ${figure(hours)} h, not a year: times ${figure(factor)}, as if all ${HOURS_OF_A_YEAR} h ` +
      "were like it (its prices, weather and outages; what is charged by the month or paid at the end is " +
      "multiplied too)",
  };
}
