/**
 * Explains what an asset does in an interval: the limits that bind, the prices behind them, and what would change the
 * decision.
 */
import { instantMs } from "../assets/fields/fields.ts";
import { PlanInputError } from "../errors.ts";
import { describeValue } from "../lp/check-options.ts";
import type { ColumnBlock } from "../model/block.ts";
import { figure } from "../plan/detail-text.ts";
import { fieldsOf } from "../plan/plan-options.ts";
import { intervalStartMs, isoStamp, localStamp, MS_PER_HOUR, type TimeGrid } from "../time/time-grid.ts";
import type { ExplainedPlan } from "./explained-plan.ts";
import { type Move, type Moves, movesOf } from "./moves.ts";
import { type OpenReason, type Reason, reasonOf } from "./reason.ts";

/** The question. */
export interface WhyQuestion {
  /** Name of an asset of the plan. */
  readonly asset: string;
  /** Index of an interval, or an instant within it, ISO-8601 with offset. */
  readonly at: number | string;
}

export interface MovableReason extends Reason {
  /** Absent if the quantity belongs to no single interval, or if a direction fixes it. */
  readonly moves?: Moves;
}

/** Plain data. */
export interface Explanation {
  /** The plan is optimal and its prices were found. In any other case the answer is `Unexplained`. */
  readonly status: "optimal";
  readonly asset: string;
  readonly interval: number;
  /** Start of the interval, ISO-8601 with the local offset. */
  readonly at: string;
  /** Shadow price of power at the site bus, USD/MWh, and what sets it. */
  readonly powerUsdPerMwh: number;
  /**
   * `asset quantity` of everything that could supply or absorb one more MWh there: not at a limit, and not bound by
   * one.
   */
  readonly powerSetBy: readonly string[];
  /**
   * First the asset's quantities in the interval, then related quantities of a whole period (the peak of a month, a
   * tank).
   */
  readonly reasons: readonly MovableReason[];
  /** Whether either-or rules are part of the plan. All prices and moves then hold for the plan's own directions. */
  readonly directionsFixed: boolean;
  /** The whole explanation, one item per line. */
  readonly text: string;
}

/** A price per MWh up to this is rounding. */
const NO_PRICE = 1e-6;

export function* whySteps(plan: ExplainedPlan, question: WhyQuestion): Generator<unknown, Explanation> {
  const {
    built: {
      site,
      request: { time, assets },
    },
    solution,
    barredBy,
  } = plan;
  const { asset, at } = fieldsOf("why", question, "{ asset, at }");
  if (!assets.some(({ name }) => name === asset)) {
    refuse(
      "asset",
      describeValue(asset),
      `one of ${assets.map(({ name }) => name).join(", ")}`,
      "name an asset of the plan",
    );
  }
  const t = intervalOf(time, at);
  const own = site.columnBlocks
    .filter((block) => block.asset === asset && isAt(block, t))
    .map((block) => reasonOf(plan, block, t - block.from));
  const reasons: MovableReason[] = [];
  for (const { reason, block, place } of own) {
    const j = block.start + place;
    yield;
    if (reason.barredBy !== undefined) reasons.push(reason);
    else {
      const moves = movesOf(
        plan,
        j,
        reason.value,
        reason.perUnit === "USD/MWh" && block.unit === "MW" ? 1 / time.stepHours : 1,
      );
      reasons.push({ ...reason, moves });
    }
  }
  reasons.push(...periodReasons(plan, own).map(({ reason }) => reason));
  const powerUsdPerMwh = solution.y[site.balance.start + t] / time.stepHours;
  const powerSetBy = priceSetters(plan, t);
  const when = localStamp(time, t);
  const lines = [
    `${when}: power ${figure(powerUsdPerMwh)} ` +
      `USD/MWh${powerSetBy.length === 0 ? "" : `, set by ${powerSetBy.join(", ")}`}`,
    ...reasons.map((reason) => reason.sentence + movesText(reason)),
    barredBy.size === 0 ? "" : "(prices and moves hold for the directions of this plan)",
  ];
  return {
    status: "optimal",
    asset,
    interval: t,
    at: isoStamp(time, t),
    powerUsdPerMwh,
    powerSetBy,
    reasons,
    directionsFixed: barredBy.size > 0,
    text: lines.filter((line) => line !== "").join("\n"),
  };
}

function isAt({ perInterval, from, count }: ColumnBlock, t: number): boolean {
  return perInterval && t >= from && t < from + count;
}

/** Columns of a period that share a priced row with the explained columns, each once. */
function periodReasons(plan: ExplainedPlan, own: readonly OpenReason[]): OpenReason[] {
  const {
    built: { site, lp },
  } = plan;
  const priced = new Set(
    own.flatMap(({ parts }) =>
      parts.flatMap(({ rows, usd }) => (rows && rows !== site.balance && Math.abs(usd) > NO_PRICE ? [rows] : [])),
    ),
  );
  const touches = ({ start }: ColumnBlock) =>
    lp.rowIndex
      .subarray(lp.colStart[start], lp.colStart[start + 1])
      .some((row) => [...priced].some((rows) => row >= rows.start && row < rows.start + rows.count));
  return site.columnBlocks
    .filter((block) => !block.perInterval && touches(block))
    .map((block) => reasonOf(plan, block, 0));
}

/** Quantities strictly between their limits in the balance of interval t, with zero reduced cost. */
function priceSetters(plan: ExplainedPlan, t: number): string[] {
  const {
    built: { site, lp },
  } = plan;
  const row = site.balance.start + t;
  return site.columnBlocks.flatMap((block) => {
    if (!isAt(block, t)) return [];
    const j = block.start + t - block.from;
    if (!lp.rowIndex.subarray(lp.colStart[j], lp.colStart[j + 1]).includes(row)) return [];
    const {
      reason: { state },
      isBoundByRow,
    } = reasonOf(plan, block, t - block.from);
    return state === "between-bounds" && !isBoundByRow ? [`${block.asset} ${block.name}`] : [];
  });
}

function movesText({ moves, perUnit, unit, bindingLimit, netUsd }: MovableReason): string {
  if (!moves) return "";
  const much = ({ validFor }: Move) => (validFor === Infinity ? "without end" : `by ${figure(validFor)} ${unit}`);
  const up = ({ usdPerUnit, validFor }: Move) =>
    usdPerUnit === Infinity
      ? "it cannot rise"
      : usdPerUnit < -NO_PRICE
        ? `${bindingLimit !== undefined && netUsd < 0 ? `raising ${bindingLimit}` : "a unit more"} saves ` +
          `${figure(-usdPerUnit)} ${perUnit} for the next ${figure(validFor)} ${unit}`
        : usdPerUnit <= NO_PRICE
          ? `it may rise ${much({ usdPerUnit, validFor } as Move)} at no cost`
          : `it rises ${much({ usdPerUnit, validFor } as Move)} once it earns ${figure(usdPerUnit)} ${perUnit} more`;
  const down = ({ usdPerUnit, validFor }: Move) =>
    usdPerUnit === Infinity
      ? "it cannot fall"
      : usdPerUnit <= NO_PRICE
        ? `it may fall ${much({ usdPerUnit, validFor } as Move)} at ` +
          `${usdPerUnit < -NO_PRICE ? `a gain of ${figure(-usdPerUnit)} ${perUnit}` : "no cost"}`
        : `it falls ${much({ usdPerUnit, validFor } as Move)} once it earns ${figure(usdPerUnit)} ${perUnit} less`;
  return `; ${[up(moves.up), moves.down && down(moves.down)].filter(Boolean).join(", ")}`;
}

function intervalOf(time: TimeGrid, at: number | string): number {
  const wanted =
    `an interval 0 to ${time.count - 1}, or an instant from ${isoStamp(time, 0)} to before ` +
    `${isoStamp(time, time.count)}`;
  const isIndex = typeof at === "number";
  const ms = typeof at === "string" ? instantMs(at) : Number.NaN;
  const t = isIndex ? at : Math.floor((ms - intervalStartMs(time, 0)) / (time.stepHours * MS_PER_HOUR));
  if (!Number.isInteger(t) || t < 0 || t >= time.count)
    refuse(
      "at",
      describeValue(at),
      wanted,
      "give an index, or ISO-8601 with its offset, e.g. 2026-07-14T17:00:00-05:00",
    );
  return t;
}

function refuse(path: string, given: string, wanted: string, fix: string): never {
  throw new PlanInputError([{ path: `why.${path}`, given, wanted, fix }]);
}
