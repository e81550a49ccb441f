/**
 * The worth of one unit of each limit: of an interconnection, of a battery's power and energy, of fuel in stock. The
 * optimum as a function of a limit is convex and piecewise linear. One unit more is worth the slope to its right, one
 * unit less the slope to its left. Ranging gives both slopes exactly, and how far each holds. An hour of notice is not
 * a limit of the program; `notice-worth.ts` prices it with plans solved again.
 */
import { PlanInputError } from "../errors.ts";
import { describeValue } from "../lp/check-options.ts";
import { figure } from "../plan/detail-text.ts";
import { fieldsOf, type PlanOptions } from "../plan/plan-options.ts";
import { type BoundRange, type RangeTarget, rangeLp, type SideRange } from "../solvers/ranging/range-lp.ts";
import { localStamp, type TimeGrid } from "../time/time-grid.ts";
import { directedProgram } from "./directed-program.ts";
import type { ExplainedPlan } from "./explained-plan.ts";
import { limitDirections, type LimitDirection } from "./limit-direction.ts";
import { type NoticeRange, noticeSteps } from "./notice-worth.ts";

export interface WorthQuestion {
  /** Only limits of this asset. Default: all. */
  readonly asset?: string;
  /** Only limits with this name, e.g. `importLimitMw`. Default: all. */
  readonly limit?: string;
  /** Also per year; see `Worth.year`. Default false. */
  readonly perYear?: boolean;
  /**
   * Also the worth of an hour of notice of every curtailment call (of `asset`). Takes several further solves per call.
   * Default false.
   */
  readonly notice?: boolean;
}

/** One side of a limit. */
export interface WorthSide {
  /**
   * Saving by one unit more, or cost of one unit less, over the plan, USD. Infinity: with one unit less there is no
   * plan.
   */
  readonly usdPerUnit: number;
  /** Number of units for which that holds; Infinity if it always holds. For a whole year the range is short. */
  readonly validFor: number;
  /**
   * What happens at the end of that range: another price, no plan, or nothing. `numerical-trouble`: the search failed,
   * and the figures are NaN if nothing was found.
   */
  readonly end: SideRange["end"];
  /** `usdPerUnit` per year by the rule of `Worth.year`; absent unless requested. */
  readonly usdPerUnitYear?: number;
}

export interface LimitWorth {
  readonly asset: string;
  /** The input field, e.g. `dischargeLimitMw`. */
  readonly limit: string;
  /** The limited quantity in the model, e.g. `importMw`; distinguishes limits with the same name. */
  readonly quantity: string;
  readonly unit: string;
  /** The highest value of the limit. */
  readonly value: number;
  /**
   * Whether the limit has a value in every interval. One unit more then means one unit in the interval with the highest
   * value and proportionally less elsewhere (rows: one unit each).
   */
  readonly everyInterval: boolean;
  readonly more: WorthSide;
  readonly less: WorthSide;
  readonly sentence: string;
}

/**
 * The worth of an hour of notice of one call, `quantity`; `value` is the notice in whole intervals, in hours. It holds
 * with either-or rules satisfied, whatever `directionsFixed` says. `notice-worth.ts` defines it.
 */
export interface NoticeWorth extends LimitWorth {
  /** When the call begins, ISO-8601 with the local offset. */
  readonly start: string;
  /** Extra cost of the call because it was not known from the plan's start, USD. */
  readonly surpriseUsd: number;
}

/** Plain data. */
export interface Worth {
  /** The plan is optimal and its prices were found. In any other case the answer is `Unexplained`. */
  readonly status: "optimal";
  readonly limits: readonly LimitWorth[];
  /** Absent unless requested. */
  readonly notice?: readonly NoticeWorth[];
  /** How the plan is extended to a year; absent unless requested. */
  readonly year?: { readonly factor: number; readonly rule: string };
  /**
   * Prices hold for the plan's own directions (either-or rules). One unit more saves at least, and one unit less costs
   * at most, the stated amount.
   */
  readonly directionsFixed: boolean;
  /** Limits without a price, and why. */
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
      request: { time },
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
        fix: "name one of these, or leave it out for all",
      },
    ]);
  }
  const year = question.perYear ? yearOf(time) : undefined;
  const limits: LimitWorth[] = [];
  const notPriced: string[] = [];
  for (const direction of asked) {
    yield;
    const why = reasonWithoutPrice(direction, plan);
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
  if (calling.length === 0) notPriced.push("an hour of notice: the question covers no curtailment call");
  else if (!question.notice) notPriced.push("an hour of notice: not requested (set notice: true)");
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
      ? "there cannot be less"
      : less.usdPerUnit === Infinity
        ? "with an hour less there is no plan"
        : `one less costs ${amountOf(less)}, ${rangeText(less, "h")}`;
  const worth =
    surpriseUsd === Infinity
      ? "there is no plan with so little notice"
      : `one hour of notice more saves ${amountOf(more)}, ${rangeText(more, "h")}; ${left}; known from the ` +
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

function reasonWithoutPrice({ cols, rows, perInterval }: LimitDirection, { fixed }: ExplainedPlan): string | undefined {
  if (cols.length + rows.length === 0)
    return "0 in every interval, or fixed by something else, so one unit more cannot be distributed in proportion";
  if (perInterval && rows.some((row) => fixed.rowLower[row] !== -Infinity)) return "one row bounds it from both sides";
  return undefined;
}

function rangeOf({ fixed, optimum }: ExplainedPlan, direction: LimitDirection): BoundRange {
  const {
    cols: [col],
    rows: [row],
    perInterval,
  } = direction;
  if (!perInterval && direction.cols.length + direction.rows.length === 1) {
    const target: RangeTarget =
      row === undefined ? { col, bound: direction.isGiven ? "both" : "upper" } : { row, bound: "upper" };
    return rangeLp(fixed, optimum, [target])[0];
  }
  const { lp, basis, column } = directedProgram(fixed, optimum.basis, direction);
  return rangeLp(lp, { ...optimum, basis }, [{ col: column, bound: "both" }])[0];
}

/** Adds the amount per year if that was requested. */
function inYears(side: WorthSide, yearFactor: number | undefined): WorthSide {
  return { ...side, ...(yearFactor !== undefined && { usdPerUnitYear: side.usdPerUnit * yearFactor }) };
}

function amountOf({ usdPerUnit, usdPerUnitYear }: WorthSide): string {
  return `${figure(usdPerUnit)} USD${usdPerUnitYear === undefined ? "" : ` (${figure(usdPerUnitYear)} a year)`}`;
}

function rangeText({ validFor }: WorthSide, unit: string): string {
  return validFor === Infinity ? "without limit" : `for ${figure(validFor)} ${unit}`;
}

function limitWorth(
  { asset, limit, quantity, unit, value, perInterval }: LimitDirection,
  name: string,
  { left, right }: BoundRange,
  yearFactor: number | undefined,
): LimitWorth {
  const side = ({ price, validFor, end }: SideRange) => inYears({ usdPerUnit: 0 - price, validFor, end }, yearFactor);
  const more = side(right);
  const below = side(left);
  // A limit cannot be less than 0.
  const less = below.validFor <= value ? below : { ...below, validFor: value, end: "infeasible" as const };
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
      `${rangeText(more, unit)}; ` +
      (less.usdPerUnit === Infinity
        ? "any less leaves no plan"
        : `one less costs ${amountOf(less)}, ${rangeText(less, unit)}`),
  };
}

/** A plan from a local time to the same time a year later is a whole year. Any other plan is extrapolated to a year. */
function yearOf(time: TimeGrid): { factor: number; rule: string } {
  const [from, to] = [localStamp(time, 0), localStamp(time, time.count)];
  if (Number(to.slice(0, 4)) === Number(from.slice(0, 4)) + 1 && to.slice(4) === from.slice(4))
    return { factor: 1, rule: "the plan is a whole year" };
  const hours = time.count * time.stepHours;
  const factor = HOURS_OF_A_YEAR / hours;
  return {
    factor,
    rule:
      `the plan is ${figure(hours)} h, not a year; amounts are multiplied by ${figure(factor)}, as if all ` +
      `${HOURS_OF_A_YEAR} h were like it ` +
      "(same prices, weather and outages; monthly charges and payments at the end are " +
      "multiplied too)",
  };
}
