import type { ColumnBlock } from "../../model/block.ts";
import type { SiteModel } from "../../model/site-model.ts";
import type { Declaration } from "../asset.ts";
import { product, scaled } from "../fields/series.ts";
import { countAgainst, declareCaps, type PeriodCap } from "../limits/period-cap.ts";
import { MOST_UNITS } from "../limits/whole-units.ts";
import type { SitePorts } from "../ports/site-ports.ts";
import { permitTerms, type Permit } from "./permit.ts";
import type { Spec, State } from "./schema.ts";
import { declareTank, type Tank } from "./tank.ts";

export interface Declared {
  readonly powerMw: ColumnBlock;
  /** Power the sets can supply, MW per interval. */
  readonly capacityMw: Float64Array;
  readonly litresPerMwh: number;
  readonly tank: Tank;
}

/** `capacityMw` is what the permit allows of it. */
export interface Handles extends Declared {
  /** Without a permit: 1 where the site's connections may import, so that running there is not an emergency. */
  readonly noOutage?: Float64Array;
  /** Set-hours that count against a permit. */
  readonly permit?: { readonly counted: Float64Array; readonly caps: readonly PeriodCap[] };
}

export function declareDiesel(spec: Spec, initial: State | undefined, site: SiteModel): Declaration<Declared> {
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
      upper: unitHours * (site.pace?.share() ?? 1),
      limit: "unitHoursCap",
      given: spec.unitHoursCap,
    });
    site.addSum(row, powerMw, dt / spec.unitMw);
    if (initial?.unitHoursUsed === undefined)
      site.notices.push(`${spec.name}: no unitHoursUsed in initialState; 0 is taken.`);
  }
  return { handles: { powerMw, capacityMw, litresPerMwh, tank } };
}

export function linkDiesel(
  spec: Spec,
  initial: State | undefined,
  declared: Declared,
  ports: SitePorts,
  site: SiteModel,
): Handles {
  const own = [declared.powerMw];
  const handles = spec.permit
    ? { ...declared, ...linkPermit(spec, spec.permit, initial, declared, ports, site) }
    : ports.connections.length > 0
      ? { ...declared, noOutage: site.upperOf(ports.importMw).map((mw) => (mw > 0 ? 1 : 0)) }
      : declared;
  if (!spec.allowMining)
    site.addEitherOr(
      `${spec.name} runs while mining is above standby`,
      own,
      ports.miningAboveStandbyMw,
      "set allowMining, or availability to 0 there",
    );
  if (!spec.allowExport)
    site.addEitherOr(
      `${spec.name} runs while the site exports`,
      own,
      ports.exportMw,
      "set allowExport, or availability or exportLimitMw to 0 there",
    );
  return handles;
}

/** Lowers the capacity to what the permit allows, and counts running against its hours. */
function linkPermit(
  { name, sets, unitMw }: Spec,
  terms: Permit,
  initial: State | undefined,
  { powerMw, capacityMw: mostMw }: Declared,
  ports: SitePorts,
  site: SiteModel,
): Pick<Handles, "capacityMw" | "permit"> {
  const { allowed, counted, cap } = permitTerms(name, terms, ports, site);
  const capacityMw = product(mostMw, allowed);
  site.lowerUpper(powerMw, capacityMw);
  const caps = cap
    ? declareCaps(site, name, {
        limit: cap.limit,
        unit: "h",
        most: sets * cap.hours,
        given: cap.hours,
        field: "permitHoursByYear",
        used: initial?.permitHoursByYear,
      })
    : [];
  countAgainst(site, caps, powerMw, scaled(counted, site.time.stepHours / unitMw));
  return { capacityMw, permit: { counted, caps } };
}

/** Fuel and set-hours the plan may use; Infinity without a limit. */
export function left(spec: Spec, initial: State | undefined) {
  return {
    fuelL: initial?.fuelL ?? spec.tankL ?? Infinity,
    unitHours: (spec.unitHoursCap ?? Infinity) - (initial?.unitHoursUsed ?? 0),
  };
}

/** What it may give the site at most, MW. */
export function mostSupplyMw({ sets, unitMw }: Spec): number {
  return sets * unitMw;
}

/** Decisions that can be taken ahead; see `AssetKind.hereAndNow`. */
export function dieselHereAndNow({ tank }: Handles) {
  return { orderedL: tank.deliveries.map(({ litres }) => litres) };
}
