/**
 * The minimum of a take-or-pay contract: `minimumMwh` are to be taken in the period that ends at `periodEnd`, or paid
 * all the same. R = minimumMwh less what the period's earlier plans took or paid, h = hours of the period in the plan
 * and after it, V = volumeMw:
 *
 *     sum over the period of dt used_t + shortfall + behind >= pace
 *     0 <= shortfall <= due,     0 <= behind <= pace - due
 *     cost = price shortfall + behindUsdPerMwh behind,     behindUsdPerMwh <= price - makeUpUsdPerMwh
 *
 * Where the period ends in the plan, due = pace = R. Where it ends later, due = max(0, R - max V h after) is what
 * cannot be taken afterwards, and pace = R (h in the plan) / h, or due if that is more. Energy behind the pace is still
 * owed and is valued at price - p: p is the spot price that as large a share of the plan's hours exceeds as is needed
 * of the period's, R / (max V h). So a plan takes in its dearest hours, as many as the pace needs, and a cheap week may
 * fall behind.
 *
 * Make-up: energy paid as shortfall may be taken in later periods for nothing (it does not count there), with columns
 *
 *     used_t + makeUp_t <= V_t,     sum dt makeUp_t <= makeUpMwh of the state
 *     cost = makeUpUsdPerMwh (sum dt makeUp - shortfall)        the change of that stock, a valuation
 */
import type { Columns, Rows } from "../../model/columns.ts";
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
});

export type MinimumState = z.output<typeof minimumStateSchema>;

/** What is left of a take-or-pay minimum, and what the plan does about it. */
export interface TakeOrPayFigures {
  /** Cannot wait until after the plan: taken in it or paid. */
  readonly dueMwh: number;
  /** What the pace of the period asks of the plan; `dueMwh` or more. */
  readonly paceMwh: number;
  /** Taken within the period, in this plan. */
  readonly takenMwh: number;
  readonly shortfallMwh: number;
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
  readonly row: Rows;
  readonly shortfallMwh: Columns;
  readonly behindMwh: Columns | undefined;
  readonly makeUpMw: Columns | undefined;
}

/** Columns and rows of the minimum; undefined after reporting a period that has ended. */
export function declareMinimum(
  name: string,
  terms: TakeOrPay,
  volumeMw: Float64Array,
  usedMw: Columns,
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
  const leftMwh = Math.max(0, minimumMwh - (initial.takenMwh ?? 0) - (initial.shortfallMwh ?? 0));
  const mostMwh = largest(volumeMw) * (hoursInPlan + hoursAfter);
  const dueMwh = endsInPlan ? leftMwh : Math.max(0, leftMwh - largest(volumeMw) * hoursAfter);
  const paceMwh = endsInPlan ? leftMwh : Math.max(dueMwh, (leftMwh * hoursInPlan) / (hoursInPlan + hoursAfter));
  if (initial.takenMwh === undefined)
    site.notices.push(`${name}: no takenMwh in initialState; nothing is assumed taken in its period.`);

  const row = site.addRow(name, "take-or-pay minimum", { unit: "MWh", lower: paceMwh });
  site.addSum(row, usedMw, scaled(share, time.stepHours), 0, share.length);
  const shortfallMwh = site.addColumn(name, "shortfallMwh", { unit: "MWh", upper: dueMwh });
  site.addShared(row, shortfallMwh, 1);
  site.addCost(shortfallMwh, "take-or-pay shortfall", "cash", priceUsdPerMwh);
  if (makeUpUsdPerMwh !== 0) site.addCost(shortfallMwh, "change of make-up energy", "valuation", -makeUpUsdPerMwh);

  let behindMwh: Columns | undefined;
  if (endsInPlan) {
    const t = share.length;
    if (t < time.count)
      site.notices.push(`${name}: its period ends in the plan; from ${isoStamp(time, t)} on no minimum holds.`);
  } else {
    const ascending = spotUsdPerMwh.toSorted();
    const exceeded = ascending[Math.floor((leftMwh < mostMwh ? 1 - leftMwh / mostMwh : 0) * (time.count - 1))];
    const latest = priceUsdPerMwh - makeUpUsdPerMwh;
    const usdPerMwh = terms.behindUsdPerMwh ?? Math.min(latest, Math.max(0, priceUsdPerMwh - exceeded));
    behindMwh = site.addColumn(name, "behindMwh", { unit: "MWh", upper: paceMwh - dueMwh });
    site.addShared(row, behindMwh, 1);
    site.addCost(behindMwh, "behind the take-or-pay pace", "valuation", usdPerMwh);
    if (terms.behindUsdPerMwh === undefined)
      site.defaults.push({
        asset: name,
        field: "terms.behindUsdPerMwh",
        value: `${usdPerMwh.toFixed(2)} USD/MWh`,
        item: "behind the take-or-pay pace",
      });
    site.notices.push(
      `${name}: its period ends after the plan; of ${leftMwh.toFixed(3)} MWh left ${dueMwh.toFixed(3)} ` +
        `cannot wait until then. The pace is ${paceMwh.toFixed(3)} MWh; what is behind it stays owed, valued ` +
        `at ${usdPerMwh.toFixed(2)} USD/MWh.`,
    );
  }

  let makeUpMw: Columns | undefined;
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
  return { initial, dueMwh, paceMwh, share, endsInPlan, row, shortfallMwh, behindMwh, makeUpMw };
}

/** Figures and end state; `usedMw` is what counts towards the minimum. */
export function readMinimum(
  minimum: Minimum,
  usedMw: Float64Array,
  keepsMakeUp: boolean,
  solved: SolvedSite,
): { readonly figures: TakeOrPayFigures; readonly endState: MinimumState } {
  const { initial, dueMwh, paceMwh, share, endsInPlan, row, behindMwh } = minimum;
  const dt = solved.time.stepHours;
  const takenMwh = weightedSum(usedMw.subarray(0, share.length), share) * dt;
  const shortfallMwh = solved.value(minimum.shortfallMwh);
  const makeUpMwh = sum(solved.values(minimum.makeUpMw)) * dt;
  const figures = {
    dueMwh,
    paceMwh,
    takenMwh,
    shortfallMwh,
    behindMwh: behindMwh ? solved.value(behindMwh) : 0,
    makeUpMwh,
    usdPerMwh: solved.rowPrice(row),
  };
  const period = endsInPlan
    ? { takenMwh: Math.max(0, sum(usedMw) * dt - takenMwh), shortfallMwh: 0 }
    : { takenMwh: (initial.takenMwh ?? 0) + takenMwh, shortfallMwh: (initial.shortfallMwh ?? 0) + shortfallMwh };
  // Rounding must not leave a stock below 0, which the next plan would refuse.
  const stock = keepsMakeUp ? { makeUpMwh: Math.max(0, (initial.makeUpMwh ?? 0) - makeUpMwh + shortfallMwh) } : {};
  return { figures, endState: { ...initial, ...period, ...stock } };
}
