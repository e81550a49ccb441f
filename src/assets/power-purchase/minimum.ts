/**
 * The minimum of a take-or-pay contract: `minimumMwh` (M) are to be taken in the period that ends at `periodEnd`, or
 * paid all the same. With taken_0 and paid_0 of earlier plans, h = hours of the period in the plan and after it, V =
 * the greatest volumeMw so far in the period, left = M - taken_0 - paid_0:
 *
 *     sum over the period of dt used_t + shortfall + behind >= pace
 *     0 <= shortfall <= due,     0 <= behind <= pace - due
 *     cost = (price - makeUpUsdPerMwh) shortfall + behindUsdPerMwh behind - value of what was behind before the plan
 *     behindUsdPerMwh <= price - makeUpUsdPerMwh
 *
 * Where the period ends in the plan, due = pace = left, and the shortfall is paid: cash. Where it ends later, due =
 * max(0, left - V h after) is what cannot be taken afterwards by the volume known, and the pace is what a straight
 * line over the period asks for by the plan's end, P_1 = P_0 + (M - P_0) (h in the plan) / h, less what was taken and
 * paid; from due to left. P_0 is what the line of earlier plans asked for (`paceMwh` of the state; without it
 * taken_0 + paid_0). Nothing is paid then: energy behind the pace is owed, a later plan may have more volume, and the
 * next plan gives the value back (`behindUsd`). So plans add up to one plan of their time in cash and in valuation.
 *
 * By default energy behind the pace is valued at price - p: p is the spot price that as large a share of the plan's
 * hours exceeds as is needed of the period's, left / (V h). So a plan takes energy in its most expensive
 * hours, as many as the pace needs, and a cheap week may fall behind.
 *
 * Make-up: energy paid as shortfall may be taken in later periods for nothing (it does not count there), with columns
 *
 *     used_t + makeUp_t <= V_t,     sum dt makeUp_t <= makeUpMwh of the state
 *     cost = makeUpUsdPerMwh (sum dt makeUp - shortfall)        the change of that stock, a valuation
 */
import type { ColumnBlock, RowBlock } from "../../model/block.ts";
import type { SiteModel } from "../../model/site-model.ts";
import type { SolvedSite } from "../../model/solved-site.ts";
import { isoStamp } from "../../time/time-grid.ts";
import { number, strictObject, type z } from "../fields/fields.ts";
import { jobWindow } from "../ai-load/job-window.ts";
import type { TakeOrPay } from "./terms.ts";
import { quantity } from "../fields/quantities.ts";
import { largest, scaled, sum, weightedSum } from "../fields/series.ts";

export const minimumStateSchema = strictObject({
  takenMwh: number(quantity.energyMwh, "Take-or-pay: taken in the period so far").optional(),
  shortfallMwh: number(quantity.energyMwh, "Paid in the period so far without being taken").optional(),
  makeUpMwh: number(quantity.energyMwh, "Paid in earlier periods and not yet taken").optional(),
  paceMwh: number(
    quantity.energyMwh,
    "Asked for by the period's pace so far; default what was taken and paid",
  ).optional(),
  greatestVolumeMw: number(quantity.powerMw, "Greatest volumeMw of the period so far").optional(),
  behindUsd: number(quantity.usdNotNegative, "Value that the plan before gave to energy behind the pace").optional(),
});

const BEHIND = "behind the take-or-pay pace";

export type MinimumState = z.output<typeof minimumStateSchema>;

/** What is left of a take-or-pay minimum, and what the plan does about it. */
export interface TakeOrPayFigures {
  /** Cannot wait until after the plan: taken in it or paid. */
  readonly dueMwh: number;
  /** What the pace of the period asks of the plan; `dueMwh` or more. */
  readonly paceMwh: number;
  /** Taken within the period, in this plan. */
  readonly takenMwh: number;
  /** Of `dueMwh` not taken: paid where the period ends in the plan, else to be paid when it ends. */
  readonly shortfallMwh: number;
  /** Energy behind the pace of the period at the plan's end. */
  readonly behindMwh: number;
  /** Taken for nothing, paid in an earlier period. */
  readonly makeUpMwh: number;
  /** What one more MWh of minimum would cost. */
  readonly usdPerMwh: number;
}

export interface Minimum {
  readonly initial: MinimumState;
  readonly dueMwh: number;
  readonly paceMwh: number;
  /** Share of each interval that lies in the period, from the plan's start on. */
  readonly share: Float64Array;
  readonly endsInPlan: boolean;
  /** What the period's straight line asks for by the plan's end. */
  readonly lineMwh: number;
  readonly greatestVolumeMw: number;
  /** Price of a MWh behind the pace. */
  readonly behindUsdPerMwh: number;
  /** Price of a MWh that cannot be taken later. */
  readonly lateUsdPerMwh: number;
  readonly row: RowBlock;
  readonly shortfallMwh: ColumnBlock;
  readonly behindMwh: ColumnBlock | undefined;
  readonly makeUpMw: ColumnBlock | undefined;
}

/** Columns and rows of the minimum; undefined after reporting a period that has ended. */
export function declareMinimum(
  name: string,
  terms: TakeOrPay,
  volumeMw: Float64Array,
  usedMw: ColumnBlock,
  spotUsdPerMwh: Float64Array,
  initial: MinimumState,
  site: SiteModel,
): Minimum | undefined {
  const { time } = site;
  const { priceUsdPerMwh, minimumMwh, periodEnd, makeUpUsdPerMwh = 0 } = terms;
  if (periodEnd <= time.startMs) {
    site.fault(
      name,
      "terms.periodEnd",
      "the end of a period that is over when the plan starts",
      "the end of the period the plan starts in",
      "give that, with its minimumMwh",
    );
    return undefined;
  }
  const { share, hoursInPlan, hoursAfter } = jobWindow(time, time.startMs, periodEnd);
  const endsInPlan = hoursAfter === 0;
  const hadMwh = (initial.takenMwh ?? 0) + (initial.shortfallMwh ?? 0);
  const leftMwh = Math.max(0, minimumMwh - hadMwh);
  const lineBeforeMwh = Math.min(minimumMwh, initial.paceMwh ?? hadMwh);
  const lineMwh = lineBeforeMwh + ((minimumMwh - lineBeforeMwh) * hoursInPlan) / (hoursInPlan + hoursAfter);
  const greatestVolumeMw = Math.max(initial.greatestVolumeMw ?? 0, largest(volumeMw));
  const mostMwh = greatestVolumeMw * (hoursInPlan + hoursAfter);
  const dueMwh = endsInPlan ? leftMwh : Math.max(0, leftMwh - greatestVolumeMw * hoursAfter);
  const paceMwh = endsInPlan ? leftMwh : Math.min(leftMwh, Math.max(dueMwh, lineMwh - hadMwh));
  if (initial.takenMwh === undefined)
    site.notices.push(`${name}: no takenMwh in initialState; nothing is assumed taken in its period.`);

  const row = site.addRow(name, "take-or-pay minimum", { unit: "MWh", lower: paceMwh });
  site.addSum(row, usedMw, scaled(share, time.stepHours), 0, share.length);
  const shortfallMwh = site.addColumn(name, "shortfallMwh", { unit: "MWh", upper: dueMwh });
  site.addShared(row, shortfallMwh, 1);
  const lateUsdPerMwh = priceUsdPerMwh - makeUpUsdPerMwh;
  let behindUsdPerMwh = 0;
  let behindMwh: ColumnBlock | undefined;
  if (initial.behindUsd) site.addConstantCost(name, BEHIND, "valuation", -initial.behindUsd);
  if (endsInPlan) {
    site.addCost(shortfallMwh, "take-or-pay shortfall", "cash", priceUsdPerMwh);
    if (makeUpUsdPerMwh !== 0) site.addCost(shortfallMwh, "change of make-up energy", "valuation", -makeUpUsdPerMwh);
    const t = share.length;
    if (t < time.count)
      site.notices.push(`${name}: its period ends in the plan; from ${isoStamp(time, t)} on no minimum holds.`);
  } else {
    const ascending = spotUsdPerMwh.toSorted();
    const exceeded = ascending[Math.floor((leftMwh < mostMwh ? 1 - leftMwh / mostMwh : 0) * (time.count - 1))];
    behindUsdPerMwh = terms.behindUsdPerMwh ?? Math.min(lateUsdPerMwh, Math.max(0, priceUsdPerMwh - exceeded));
    behindMwh = site.addColumn(name, "behindMwh", { unit: "MWh", upper: paceMwh - dueMwh });
    site.addShared(row, behindMwh, 1);
    site.addCost(behindMwh, BEHIND, "valuation", behindUsdPerMwh);
    site.addCost(shortfallMwh, BEHIND, "valuation", lateUsdPerMwh);
    if (terms.behindUsdPerMwh === undefined)
      site.defaults.push({
        asset: name,
        field: "terms.behindUsdPerMwh",
        value: `${behindUsdPerMwh.toFixed(2)} USD/MWh`,
        item: BEHIND,
      });
    site.notices.push(
      `${name}: its period ends after the plan; of ${leftMwh.toFixed(3)} MWh left ${dueMwh.toFixed(3)} ` +
        `cannot wait until then. The pace is ${paceMwh.toFixed(3)} MWh; what is behind it stays owed, valued ` +
        `at ${behindUsdPerMwh.toFixed(2)} USD/MWh.`,
    );
  }

  let makeUpMw: ColumnBlock | undefined;
  if (initial.makeUpMwh) {
    makeUpMw = site.addSeries(name, "makeUpMw", { unit: "MW", upper: volumeMw });
    const both = site.addRows(name, "used and made up", { unit: "MW", upper: volumeMw, limit: "volumeMw" });
    site.addTerms(both, usedMw, 1);
    site.addTerms(both, makeUpMw, 1);
    const stock = site.addRow(name, "make-up energy", {
      unit: "MWh",
      upper: initial.makeUpMwh,
      limit: "initialState.makeUpMwh",
    });
    site.addSum(stock, makeUpMw, time.stepHours);
    if (makeUpUsdPerMwh !== 0)
      site.addCost(makeUpMw, "change of make-up energy", "valuation", makeUpUsdPerMwh * time.stepHours);
  }
  return {
    initial,
    dueMwh,
    paceMwh,
    share,
    endsInPlan,
    lineMwh,
    greatestVolumeMw,
    behindUsdPerMwh,
    lateUsdPerMwh,
    row,
    shortfallMwh,
    behindMwh,
    makeUpMw,
  };
}

/** Figures and end state; `usedMw` is what counts towards the minimum. */
export function readMinimum(
  minimum: Minimum,
  usedMw: Float64Array,
  hasMakeUp: boolean,
  solved: SolvedSite,
): { readonly figures: TakeOrPayFigures; readonly endState: MinimumState } {
  const { initial, dueMwh, paceMwh, share, endsInPlan, row } = minimum;
  const dt = solved.time.stepHours;
  const takenMwh = weightedSum(usedMw.subarray(0, share.length), share) * dt;
  const shortfallMwh = solved.value(minimum.shortfallMwh);
  const behindMwh = minimum.behindMwh ? solved.value(minimum.behindMwh) : 0;
  const makeUpMwh = sum(solved.values(minimum.makeUpMw)) * dt;
  const figures = {
    dueMwh,
    paceMwh,
    takenMwh,
    shortfallMwh,
    behindMwh,
    makeUpMwh,
    usdPerMwh: solved.rowPrice(row),
  };
  const { paceMwh: _pace, greatestVolumeMw: _volume, behindUsd: _value, ...rest } = initial;
  const period = endsInPlan
    ? { takenMwh: Math.max(0, sum(usedMw) * dt - takenMwh), shortfallMwh: 0 }
    : {
        takenMwh: (initial.takenMwh ?? 0) + takenMwh,
        paceMwh: minimum.lineMwh,
        greatestVolumeMw: minimum.greatestVolumeMw,
        behindUsd: Math.max(0, behindMwh * minimum.behindUsdPerMwh + shortfallMwh * minimum.lateUsdPerMwh),
      };
  const paidMwh = endsInPlan ? shortfallMwh : 0;
  // Rounding must not leave a stock below 0, which the next plan would refuse.
  const stock = hasMakeUp ? { makeUpMwh: Math.max(0, (initial.makeUpMwh ?? 0) - makeUpMwh + paidMwh) } : {};
  return { figures, endState: { ...rest, ...period, ...stock } };
}
