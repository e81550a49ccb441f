import type { ColumnBlock, RowBlock } from "../../model/block.ts";
import { tieBreakWeight } from "../../model/preference.ts";
import type { SiteModel } from "../../model/site-model.ts";
import type { Declaration } from "../asset.ts";
import type { HeadroomOffer } from "../ports/headroom.ts";
import type { SitePorts } from "../ports/site-ports.ts";
import { boundEnd, declareTarget, endValueUsdPerMwh } from "./end.ts";
import type { Spec, State } from "./schema.ts";

export interface Handles {
  readonly chargeMw: ColumnBlock;
  readonly dischargeMw: ColumnBlock;
  readonly storedMwh: ColumnBlock;
  readonly continuity: RowBlock;
  readonly initialMwh: number;
  readonly reserveMissedMwh: ColumnBlock | undefined;
  readonly targetMissedMwh: ColumnBlock | undefined;
}

export function declareBattery(spec: Spec, initial: State | undefined, site: SiteModel): Declaration<Handles> {
  const { time } = site;
  const dt = time.stepHours;
  const initialMwh = initial?.storedMwh ?? spec.minStoredMwh[0];
  const retainedShare = (1 - spec.selfDischargePerHour) ** dt;
  const chargeMw = site.addSeries(spec.name, "chargeMw", {
    unit: "MW",
    upper: spec.chargeLimitMw,
    limit: "chargeLimitMw",
  });
  const dischargeMw = site.addSeries(spec.name, "dischargeMw", {
    unit: "MW",
    upper: spec.dischargeLimitMw,
    limit: "dischargeLimitMw",
  });
  const lower = spec.minStoredMwh.slice();
  const upper = new Float64Array(time.count).fill(spec.maxStoredMwh);
  const last = time.count - 1;
  boundEnd(spec.end, initialMwh, lower, upper);
  const storedMwh = site.addSeries(spec.name, "storedMwh", {
    unit: "MWh",
    lower,
    upper,
    limit: "maxStoredMwh",
    lowerLimit: (t) => (t === last && lower[t] > spec.minStoredMwh[t] ? "end" : "minStoredMwh"),
  });

  const carried = new Float64Array(time.count);
  carried[0] = retainedShare * initialMwh;
  const continuity = site.addRows(spec.name, "stored energy", { unit: "MWh", lower: carried, upper: carried });
  site.addTerms(continuity, storedMwh, 1);
  site.addTerms(continuity, storedMwh, -retainedShare, -1);
  site.addTerms(continuity, chargeMw, -spec.chargeEfficiency * dt);
  site.addTerms(continuity, dischargeMw, dt / spec.dischargeEfficiency);

  site.draw(chargeMw);
  site.supply(dischargeMw);
  site.preferLess(chargeMw, tieBreakWeight.lessCycling);
  site.preferLess(dischargeMw, tieBreakWeight.lessCycling);
  site.preferLess(storedMwh, -tieBreakWeight.fullerStore);
  if (spec.wearUsdPerMwh !== 0) site.addCost(dischargeMw, "battery wear", "valuation", spec.wearUsdPerMwh * dt);
  if (spec.holdingUsdPerMwhHour !== 0)
    site.addCost(storedMwh, "energy held", "valuation", spec.holdingUsdPerMwhHour * dt);
  const reserveMissedMwh = spec.reserve && declareReserve(site, spec.name, spec.reserve, storedMwh);
  const targetMissedMwh = declareTarget(site, spec.name, spec.end, storedMwh);
  site.addEitherOr(
    `${spec.name} charges and discharges`,
    [chargeMw],
    [dischargeMw],
    "raise wearUsdPerMwh, or lower importLimitMw where power costs less than nothing",
  );
  const headroom: HeadroomOffer = {
    asset: spec.name,
    slices: [
      {
        name: "",
        parts: [
          [dischargeMw, -1],
          [chargeMw, 1],
        ],
        constantMw: spec.dischargeLimitMw,
        lossUsdPerMwh: (meanImportUsdPerMwh: number) => againUsdPerMwh(spec, meanImportUsdPerMwh),
      },
    ],
    stored: { columns: storedMwh, leastMwh: spec.minStoredMwh, mwhPerMwh: 1 / spec.dischargeEfficiency },
  };
  return {
    handles: { chargeMw, dischargeMw, storedMwh, continuity, initialMwh, reserveMissedMwh, targetMissedMwh },
    ports: { headroom },
  };
}

export function linkBattery(
  spec: Spec,
  _initial: State | undefined,
  handles: Handles,
  ports: SitePorts,
  site: SiteModel,
): void {
  const usdPerMwh = endValueUsdPerMwh(site, ports, spec.name, spec.end, spec.dischargeEfficiency);
  if (usdPerMwh === 0) return;
  const values = new Float64Array(site.time.count);
  values[site.time.count - 1] = -usdPerMwh;
  site.addCost(handles.storedMwh, "change of stored energy", "valuation", values);
  site.addConstantCost(spec.name, "change of stored energy", "valuation", usdPerMwh * handles.initialMwh);
}

/**
 * What a MWh given at short notice costs: its wear, and what the energy is worth in store where the end rule states it,
 * else the energy bought again at the mean import price. NB: a mean is of one plan; only a stated worth adds up over
 * plans that follow each other.
 */
function againUsdPerMwh(
  { wearUsdPerMwh, chargeEfficiency, dischargeEfficiency, end }: Spec,
  meanImportUsdPerMwh: number,
): number {
  const storedUsdPerMwh = end?.rule === "value" ? end.usdPerMwh : meanImportUsdPerMwh / chargeEfficiency;
  return wearUsdPerMwh + storedUsdPerMwh / dischargeEfficiency;
}

/** The rows of a reserve; what is missed is paid by the hour. */
function declareReserve(
  site: SiteModel,
  asset: string,
  { storedMwh, missUsdPerMwhHour }: NonNullable<Spec["reserve"]>,
  stored: ColumnBlock,
): ColumnBlock {
  const missed = site.addSeries(asset, "reserveMissedMwh", { unit: "MWh" });
  const rows = site.addRows(asset, "reserve of stored energy", { unit: "MWh", lower: storedMwh });
  site.addTerms(rows, stored, 1);
  site.addTerms(rows, missed, 1);
  site.addCost(missed, "missed reserve of stored energy", "penalty", missUsdPerMwhHour * site.time.stepHours);
  return missed;
}

/** What it may give the site at most, MW. */
export function mostSupplyMw({ dischargeLimitMw }: Spec): number {
  return dischargeLimitMw;
}

/** Decisions that can be taken ahead; see `AssetKind.hereAndNow`. */
export function batteryHereAndNow({ storedMwh }: Handles) {
  return { storedMwh: [storedMwh] };
}
