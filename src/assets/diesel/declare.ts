import type { Columns } from "../../model/columns.ts";
import type { SiteModel } from "../../model/site-model.ts";
import { scaled } from "../fields/series.ts";
import { countAgainst, declareCaps, type PeriodCap } from "../limits/period-cap.ts";
import { MOST_UNITS } from "../limits/whole-units.ts";
import { permitTerms } from "./permit.ts";
import type { Spec, State } from "./schema.ts";
import { declareTank, type Tank } from "./tank.ts";

export interface Handles {
  readonly powerMw: Columns;
  /** Power the sets may give; lowered in `link` to what the permit allows. */
  readonly capacityMw: Float64Array;
  readonly litresPerMwh: number;
  readonly tank: Tank;
  readonly usedHours: State["permitHoursByYear"];
  /** Without a permit: 1 where the site's connections may import, so that running is no emergency; from `link`. */
  noOutage?: Float64Array;
  /** Set-hours that count against a permit, from `link`. */
  permit?: { readonly counted: Float64Array; readonly caps: readonly PeriodCap[] };
}

export function declareDiesel(spec: Spec, initial: State | undefined, site: SiteModel): Handles {
  const dt = site.time.stepHours;
  const ratedMw = spec.sets * spec.unitMw;
  const capacityMw = spec.availability
    ? scaled(spec.availability, ratedMw)
    : new Float64Array(site.time.count).fill(ratedMw);
  const litresPerMwh = spec.fuelSlopeLPerMwh + spec.fuelInterceptLPerHPerMw;
  const powerMw = site.addSeries(spec.name, "powerMw", {
    unit: "MW",
    upper: capacityMw,
    limit: "sets",
    limitField: { unit: "sets", isWhole: true, most: MOST_UNITS },
  });
  site.supply(powerMw);
  const [item, kind] = spec.deliveries
    ? (["change of fuel in tank", "valuation"] as const)
    : (["diesel fuel", "cash"] as const);
  site.addCost(powerMw, item, kind, litresPerMwh * spec.fuelUsdPerL * dt);
  site.addEmission(powerMw, (litresPerMwh * dt * spec.co2KgPerL) / 1000);
  if (spec.omUsdPerMwh !== 0) site.addCost(powerMw, "diesel O&M", "cash", spec.omUsdPerMwh * dt);

  const { unitHours } = left(spec, initial);
  const tank = declareTank(spec, initial?.fuelL, powerMw, litresPerMwh * dt, site);
  if (spec.tankL !== undefined && initial?.fuelL === undefined)
    site.notices.push(`${spec.name}: no fuelL in initialState; a full tank is taken.`);
  if (spec.unitHoursCap !== undefined) {
    const row = site.addRow(spec.name, "unit hours", {
      unit: "h",
      upper: unitHours,
      limit: "unitHoursCap",
      given: spec.unitHoursCap,
    });
    site.addSum(row, powerMw, dt / spec.unitMw);
    if (initial?.unitHoursUsed === undefined)
      site.notices.push(`${spec.name}: no unitHoursUsed in initialState; 0 is taken.`);
  }
  const usedHours = initial?.permitHoursByYear;
  return { powerMw, capacityMw, litresPerMwh, tank, usedHours };
}

export function linkDiesel(spec: Spec, handles: Handles, site: SiteModel): void {
  const own = [handles.powerMw];
  if (spec.permit) {
    const { allowed, counted, cap } = permitTerms(spec.name, spec.permit, site);
    allowed.forEach((share, t) => {
      handles.capacityMw[t] *= share;
    });
    site.lowerUpper(handles.powerMw, handles.capacityMw);
    const caps = cap
      ? declareCaps(site, spec.name, {
          limit: cap.limit,
          unit: "h",
          most: spec.sets * cap.hours,
          given: cap.hours,
          field: "permitHoursByYear",
          used: handles.usedHours,
        })
      : [];
    countAgainst(site, caps, handles.powerMw, scaled(counted, site.time.stepHours / spec.unitMw));
    handles.permit = { counted, caps };
  } else if (site.published("import").length > 0)
    handles.noOutage = site.upperOf(site.published("import")).map((mw) => (mw > 0 ? 1 : 0));
  if (!spec.allowMining)
    site.addEitherOr(
      `${spec.name} runs while mining is above standby`,
      own,
      site.published("mining-above-standby"),
      "set allowMining, or availability to 0 there",
    );
  if (!spec.allowExport)
    site.addEitherOr(
      `${spec.name} runs while the site exports`,
      own,
      site.published("export"),
      "set allowExport, or availability or exportLimitMw to 0 there",
    );
}

/** Fuel and set-hours the plan may use; Infinity without a limit. */
export function left(spec: Spec, initial: State | undefined) {
  return {
    fuelL: initial?.fuelL ?? spec.tankL ?? Infinity,
    unitHours: (spec.unitHoursCap ?? Infinity) - (initial?.unitHoursUsed ?? 0),
  };
}
