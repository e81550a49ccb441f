import type { ColumnBlock } from "../../model/block.ts";
import { tieBreakWeight } from "../../model/preference.ts";
import type { SiteModel } from "../../model/site-model.ts";
import type { Declaration } from "../asset.ts";
import { ImportContracts } from "../connection/import-contracts.ts";
import type { SolvedSite } from "../../model/solved-site.ts";
import { scaled } from "../fields/series.ts";
import { Bill } from "../tariff/bill/bill.ts";
import { declareMeterRamp } from "./ramp.ts";
import { isExportCredited, mayImport, NO_PRICE } from "./check.ts";
import type { Spec, State } from "./schema.ts";
import { given } from "./tariff-fields.ts";

export interface Handles {
  readonly importMw: ColumnBlock;
  readonly exportMw: ColumnBlock | undefined;
  readonly bill: Bill;
  readonly endStates: readonly ((solved: SolvedSite) => Readonly<Record<string, unknown>>)[];
}

export function declareGrid(spec: Spec, initial: State = {}, site: SiteModel): Declaration<Handles> {
  const dt = site.time.stepHours;
  const efficiency = 1 - spec.lossFraction;
  const importMw = site.addSeries(spec.name, "importMw", {
    unit: "MW",
    upper: spec.importLimitMw,
    limit: "importLimitMw",
  });
  site.supply(importMw, efficiency);
  site.preferLess(importMw, tieBreakWeight.lessImport);
  if (spec.emissionTPerMwh) site.addEmission(importMw, scaled(spec.emissionTPerMwh, dt));
  const { importPriceUsdPerMwh } = spec;
  // An AI-only site may be given import even where the connection only exports.
  if (!importPriceUsdPerMwh && mayImport(spec)) site.fault(spec.name, "importPriceUsdPerMwh", ...NO_PRICE);
  const exportMw = declareExport(spec, importMw, site);
  declareMeterRamp(spec, initial, importMw, exportMw, site);
  const bill = new Bill(site, spec.name, importMw, exportMw, spec.billingIntervalMinutes, initial);
  if (importPriceUsdPerMwh)
    site.prices.push({
      asset: spec.name,
      field: "importPriceUsdPerMwh",
      usdPerMwh: importPriceUsdPerMwh,
      power: "importMw",
    });
  if (importPriceUsdPerMwh) bill.energy("importPriceUsdPerMwh", "import energy", importPriceUsdPerMwh);
  if (spec.importAdderUsdPerMwh) bill.energy("importAdderUsdPerMwh", "import adders", spec.importAdderUsdPerMwh);
  if (spec.exportPriceUsdPerMwh)
    site.prices.push({
      asset: spec.name,
      field: "exportPriceUsdPerMwh",
      usdPerMwh: spec.exportPriceUsdPerMwh,
      power: "exportMw",
    });
  if (spec.exportPriceUsdPerMwh) bill.exported("exportPriceUsdPerMwh", "export energy", spec.exportPriceUsdPerMwh);
  if (spec.exportFeeUsdPerMwh) bill.exported("exportFeeUsdPerMwh", "export fees", scaled(spec.exportFeeUsdPerMwh, -1));
  const endStates = given(spec).flatMap(([part, own]) => part.declare(own, initial, bill) ?? []);
  if (spec.unscaledTerms) bill.notice(`with this import limit the contract stays the hybrid's: ${spec.unscaledTerms}.`);
  return {
    handles: { importMw, exportMw, bill, endStates },
    ports: {
      connection: {
        importMw,
        exportMw,
        busMwPerMw: efficiency,
        energyPriceUsdPerMwh: importPriceUsdPerMwh ?? new Float64Array(site.time.count),
        busPriceUsdPerMwh: importPriceUsdPerMwh && busPrice(spec, bill),
        hasEmissionFactor: spec.emissionTPerMwh !== undefined,
        contracts: new ImportContracts(importMw),
      },
    },
  };
}

/** Export and its rows; undefined where none is allowed or it has no price. */
function declareExport(spec: Spec, importMw: ColumnBlock, site: SiteModel): ColumnBlock | undefined {
  const { name, exportLimitMw, lossFraction } = spec;
  if (!exportLimitMw || !isExportCredited(spec)) return undefined;
  const exportMw = site.addSeries(name, "exportMw", { unit: "MW", upper: exportLimitMw, limit: "exportLimitMw" });
  site.draw(exportMw, 1 / (1 - lossFraction));
  site.addEitherOr(
    `${name} imports and exports`,
    [importMw],
    [exportMw],
    "lower exportPriceUsdPerMwh to the import price, or set one of the limits to 0 there",
  );
  return exportMw;
}

/** Price of a MWh delivered to the site bus: what the tariff charges for energy, losses included. */
export function busPrice({ lossFraction }: Spec, { energyUsdPerMwh }: Bill): Float64Array {
  return energyUsdPerMwh.map((usd) => usd / (1 - lossFraction));
}

/** Decisions that can be taken ahead; see `AssetKind.hereAndNow`. */
export function gridHereAndNow({ bill }: Handles) {
  return { peakMw: bill.demand.peakColumns };
}
