/**
 * What a firm load earns, so that the ledger shows it. With r_t the revenue of a facility MWh:
 *
 *     revenue = sum dt r_t (d_t - unserved_t - lost_t) - sum over days of r_day missed_day + usdPerMonth x the plan's
 *     share of each month
 *
 * Per facility MWh r_t is the rate itself; per IT MWh or GPU-hour it is the rate times IT MWh or GPU-hours per facility
 * MWh of the demand, so that what is served in part earns in part. r_day is the mean of the day, weighted by its
 * demand: moved work earns what it was asked for. Throughput lost by throttling (lost_t) earns nothing. A revenue by
 * the month is earned whatever is served; SLA credits take from it.
 */
import type { ColumnBlock } from "../../model/block.ts";
import type { SiteModel } from "../../model/site-model.ts";
import type { SolvedSite } from "../../model/solved-site.ts";
import { shareOfMonth } from "../../time/local-clock.ts";
import { daySpans, monthSpans } from "../../time/time-grid.ts";
import { itPowerMw, type PowerDemand } from "../ai-load/ai-power.ts";
import type { FaultReport } from "../asset.ts";
import { curve, number, type Resolved, strictObject, type z } from "../fields/fields.ts";
import { quantity } from "../fields/quantities.ts";
import { product, scaled, sum, weightedSum } from "../fields/series.ts";

export const revenueFields = {
  revenueUsdPerFacilityMwh: curve(quantity.priceUsdPerMwh, "Earned per MWh served at the site bus").optional(),
  revenueUsdPerItMwh: curve(quantity.priceUsdPerMwh, "Earned per IT MWh served; needs IT power").optional(),
  revenueUsdPerGpuHour: curve(
    quantity.usdPerGpuHour,
    "Earned per GPU-hour served; needs gpus, or IT power with kwPerGpu",
  ).optional(),
  revenueUsdPerMonth: number(
    quantity.usdPerMonth,
    "Earned whatever is served, for the plan's share of the month",
  ).optional(),
};

const fields = strictObject(revenueFields);
type RevenueFields = Resolved<z.output<typeof fields>>;

const ITEM = "AI revenue";
const BY_ENERGY = ["revenueUsdPerFacilityMwh", "revenueUsdPerItMwh", "revenueUsdPerGpuHour"] as const;

export function checkRevenue(spec: RevenueFields & PowerDemand, report: FaultReport): void {
  const given = BY_ENERGY.filter((field) => spec[field] !== undefined);
  if (given.length > 1)
    report(given[1], given.join(" and "), `one of ${BY_ENERGY.join(", ")} at most`, "state the revenue in one way");
  const field = given[0];
  if (!field || field === "revenueUsdPerFacilityMwh") return;
  if (spec.facilityMw)
    report(
      field,
      "facilityMw with a revenue on IT energy",
      "itMw and pue",
      "give itMw, or the revenue per facility MWh",
    );
  if (field === "revenueUsdPerGpuHour" && spec.kwPerGpu === undefined && !spec.gpus)
    report("kwPerGpu", "nothing", "the IT power of one GPU in kW", "give kwPerGpu, e.g. 1.275");
}

/** Revenue of a facility MWh in each interval, USD/MWh; undefined where energy earns nothing. */
export function revenueUsdPerMwh(spec: RevenueFields & PowerDemand, demandMw: Float64Array): Float64Array | undefined {
  const { revenueUsdPerFacilityMwh, revenueUsdPerItMwh, revenueUsdPerGpuHour, gpus, kwPerGpu = 1 } = spec;
  if (revenueUsdPerFacilityMwh) return revenueUsdPerFacilityMwh;
  const usdPerHour = revenueUsdPerItMwh
    ? product(revenueUsdPerItMwh, itPowerMw(spec))
    : revenueUsdPerGpuHour && product(revenueUsdPerGpuHour, gpus ?? scaled(itPowerMw(spec), 1000 / kwPerGpu));
  return usdPerHour?.map((usd, t) => (demandMw[t] > 0 ? usd / demandMw[t] : 0));
}

/** Revenue of all that is asked for, less what is lost: not served, or throttled. `missedMwh` stands by local day. */
export function declareRevenue(
  site: SiteModel,
  asset: string,
  spec: RevenueFields & PowerDemand,
  demandMw: Float64Array,
  lostMw: readonly ColumnBlock[],
  missedMwh: readonly ColumnBlock[],
): void {
  const { time } = site;
  const dt = time.stepHours;
  const usdPerMwh = revenueUsdPerMwh(spec, demandMw);
  if (usdPerMwh) {
    site.addConstantCost(asset, ITEM, "cash", scaled(product(usdPerMwh, demandMw), -dt));
    for (const columns of lostMw) site.addCost(columns, ITEM, "cash", scaled(usdPerMwh, dt));
    const days = daySpans(time);
    missedMwh.forEach((missed, day) => site.addCost(missed, ITEM, "cash", dayRate(usdPerMwh, demandMw, days[day])));
  }
  const { revenueUsdPerMonth = 0 } = spec;
  if (revenueUsdPerMonth === 0) return;
  const usd = new Float64Array(time.count);
  for (const { month, from, to } of monthSpans(time)) {
    for (let t = from; t < to; t++) usd[t] = -revenueUsdPerMonth * shareOfMonth(time, { month, from: t, to: t + 1 });
  }
  site.addConstantCost(asset, ITEM, "cash", usd);
}

function dayRate(
  usdPerMwh: Float64Array,
  demandMw: Float64Array,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  const demand = demandMw.subarray(from, to);
  const total = sum(demand);
  return total > 0 ? weightedSum(demand, usdPerMwh.subarray(from, to)) / total : 0;
}

/** What was earned over the plan, USD; undefined where no revenue is stated. */
export function earnedUsd(
  spec: RevenueFields & PowerDemand,
  demandMw: Float64Array,
  lostMw: Float64Array,
  missedMwh: readonly ColumnBlock[],
  solved: SolvedSite,
): number | undefined {
  const { time } = solved;
  const usdPerMwh = revenueUsdPerMwh(spec, demandMw);
  if (!usdPerMwh && spec.revenueUsdPerMonth === undefined) return undefined;
  const monthly = monthSpans(time).reduce(
    (total, span) => total + (spec.revenueUsdPerMonth ?? 0) * shareOfMonth(time, span),
    0,
  );
  if (!usdPerMwh) return monthly;
  const days = daySpans(time);
  const missedUsd = missedMwh.reduce(
    (total, missed, day) => total + solved.value(missed) * dayRate(usdPerMwh, demandMw, days[day]),
    0,
  );
  return monthly + (weightedSum(demandMw, usdPerMwh) - weightedSum(lostMw, usdPerMwh)) * time.stepHours - missedUsd;
}
