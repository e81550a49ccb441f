import type { ColumnBlock } from "../../model/block.ts";
import type { SiteModel } from "../../model/site-model.ts";
import type { Declaration } from "../asset.ts";
import { scaled } from "../fields/series.ts";
import { countAgainst, declareCaps, type PeriodCap } from "../limits/period-cap.ts";
import { declareRamps } from "../limits/ramp.ts";
import { MOST_UNITS } from "../limits/whole-units.ts";
import { fuelOf } from "./fuel.ts";
import type { Spec, State } from "./schema.ts";

/** Cap, its field of the state, unit, and what of it a MW of power and a MW online take in an hour. */
const CAPS = [
  ["energyMwhPerYear", "energyMwhByYear", "MWh", () => [1, 0]],
  ["unitHoursPerYear", "unitHoursByYear", "h", ({ unitMw }: Spec) => [0, 1 / unitMw]],
  [
    "fuelMmbtuPerYear",
    "fuelMmbtuByYear",
    "MMBtu",
    ({ heatRateMmbtuPerMwh = 0, noLoadMmbtuPerHPerMw }: Spec) => [heatRateMmbtuPerMwh, noLoadMmbtuPerHPerMw],
  ],
] as const;

interface YearCaps {
  readonly field: (typeof CAPS)[number][1];
  readonly caps: readonly PeriodCap[];
  readonly perMwh: readonly number[];
}

export interface Handles {
  readonly powerMw: ColumnBlock;
  /** The power itself where the commitment is not given. */
  readonly onlineMw: ColumnBlock;
  readonly capacityMw: Float64Array;
  readonly yearCaps: readonly YearCaps[];
}

export function declareFirmGeneration(spec: Spec, initial: State | undefined, site: SiteModel): Declaration<Handles> {
  const { name } = spec;
  const { count, stepHours: dt } = site.time;
  const ratedMw = spec.units * spec.unitMw;
  const capacityMw = spec.availability ? scaled(spec.availability, ratedMw) : new Float64Array(count).fill(ratedMw);
  const committedMw = spec.onlineShare?.map((share, t) => share * capacityMw[t]);
  const most = committedMw ?? capacityMw;
  const least = committedMw ? scaled(committedMw, spec.minLoadFraction) : new Float64Array(count);
  const powerMw = site.addSeries(name, "powerMw", {
    unit: "MW",
    lower: least,
    upper: most,
    lowerLimit: () => "minLoadFraction",
    ...(committedMw
      ? { limit: "onlineShare", limitField: { unit: "1", most: 1 } }
      : { limit: "units", limitField: { unit: "units", isWhole: true, most: MOST_UNITS } }),
  });
  const onlineMw = committedMw
    ? site.addSeries(name, "onlineMw", { unit: "MW", lower: committedMw, upper: committedMw })
    : powerMw;
  site.supply(powerMw);
  const { usdPerMwh, usdPerOnlineMwh, co2T } = fuelOf(spec);
  site.addCost(powerMw, "fuel", "cash", scaled(usdPerMwh, dt));
  if (co2T.perMwh !== 0) site.addEmission(powerMw, co2T.perMwh * dt);
  if (usdPerOnlineMwh.some((usd) => usd !== 0)) site.addCost(onlineMw, "fuel", "cash", scaled(usdPerOnlineMwh, dt));
  if (co2T.perOnlineMwh !== 0) site.addEmission(onlineMw, co2T.perOnlineMwh * dt);
  if (spec.omUsdPerMwh !== 0) site.addCost(powerMw, "generation O&M", "cash", spec.omUsdPerMwh * dt);

  const beforeMw = initial?.powerMw;
  declareRamps(site, powerMw, spec, least, most, beforeMw);
  if (beforeMw === undefined && (spec.rampUpMwPerH ?? spec.rampDownMwPerH) !== undefined) {
    site.notices.push(`${name}: no powerMw in initialState; the first step has no ramp.`);
  }
  const yearCaps = CAPS.flatMap(([limit, field, unit, perMwhOf]): YearCaps[] => {
    const cap = spec[limit];
    if (cap === undefined) return [];
    const caps = declareCaps(site, name, { limit, unit, most: cap, field, used: initial?.[field] });
    const perMwh = perMwhOf(spec);
    [powerMw, onlineMw].forEach((columns, i) => countAgainst(site, caps, columns, perMwh[i] * dt));
    return [{ field, caps, perMwh }];
  });
  return { handles: { powerMw, onlineMw, capacityMw, yearCaps } };
}

/** What it may give the site at most, MW. */
export function mostSupplyMw({ units, unitMw }: Spec): number {
  return units * unitMw;
}
