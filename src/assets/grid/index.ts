/**
 * The grid connection. Import and export are metered at the point of interconnection (POI).
 *
 *     import_t <= importLimitMw_t       site bus receives  (1 - lossFraction) import_t
 *     export_t <= exportLimitMw_t       site bus gives     export_t / (1 - lossFraction)
 *     cost      = dt ((price + adder) import - (price - fee) export) + the charges of the tariff's parts
 *
 * Every part of the tariff (`tariff/`) is one field of the connection, its charges are on the physical import alone,
 * and all of them stand in `bill`. Import and export exclude each other in an interval (one meter); see
 * `SiteModel.addEitherOr`.
 */
import type { Columns } from "../../model/columns.ts";
import { wish } from "../../model/preference.ts";
import type { SiteModel } from "../../model/site-model.ts";
import type { SolvedSite } from "../../model/solved-site.ts";
import { monthSpans } from "../../time/time-grid.ts";
import type { AssetKind, AssetReading } from "../asset.ts";
import { assetName, curve, number, type Resolved, strictObject, z } from "../fields/fields.ts";
import { quantity } from "../fields/quantities.ts";
import { busPower, type RuleFlow } from "../rule-dispatch.ts";
import { largest, product, scaled, sum } from "../fields/series.ts";
import { Bill, type BillLine } from "../tariff/bill/bill.ts";
import { tariffParts } from "../tariff/index.ts";
import { demandState, SAME_PEAK_MW, type PeakReading } from "../tariff/demand/metered-demand.ts";
import type { AnyTariffPart } from "../tariff/tariff-part.ts";

type Parts = typeof tariffParts;
type Intersection<Union> = (Union extends unknown ? (_: Union) => void : never) extends (_: infer All) => void
  ? All
  : never;

const parts = Object.entries(tariffParts) as unknown as readonly (readonly [key: keyof Parts, part: AnyTariffPart])[];
const partFields = Object.fromEntries(parts.map(([key, { schema }]) => [key, schema.optional()])) as unknown as {
  readonly [Key in keyof Parts]: z.ZodOptional<Parts[Key]["schema"]>;
};
const partStates = Object.assign({}, ...parts.map(([, { state }]) => state)) as Intersection<
  Parts[keyof Parts]["state"]
>;

const schema = strictObject({
  kind: z.literal("grid"),
  name: assetName(),
  importLimitMw: curve(quantity.powerMw, "At the POI; 0 in an outage"),
  exportLimitMw: curve(quantity.powerMw, "At the POI; default none").optional(),
  importPriceUsdPerMwh: curve(quantity.priceUsdPerMwh, "Needed where importLimitMw is above 0").optional(),
  importAdderUsdPerMwh: curve(quantity.costUsdPerMwh).optional(),
  exportPriceUsdPerMwh: curve(quantity.priceUsdPerMwh).optional(),
  exportFeeUsdPerMwh: curve(quantity.costUsdPerMwh, "Off the export price; default 0").optional(),
  lossFraction: number({ ...quantity.fraction, max: 0.5 }, "Between POI and site bus, either way").default(0),
  emissionTPerMwh: curve(quantity.emissionTPerMwh).optional(),
  billingIntervalMinutes: z
    .literal([15, 30, 60])
    .meta({ unit: "min" })
    .optional()
    .describe("Demand is metered as the mean over so long; default the plan's interval"),
  ...partFields,
});

const stateSchema = strictObject({ ...demandState, ...partStates });

/** `keptTerms`: what a connection with another import limit keeps of the contract. */
type Spec = Resolved<z.output<typeof schema>> & { readonly keptTerms?: string };
type State = z.output<typeof stateSchema>;

interface Handles {
  readonly importMw: Columns;
  readonly exportMw: Columns | undefined;
  readonly bill: Bill;
  readonly endStates: readonly ((solved: SolvedSite) => Readonly<Record<string, unknown>>)[];
}

export interface GridReading extends AssetReading {
  readonly kind: "grid";
  readonly series: {
    /** At the POI. */
    readonly importMw: Float64Array;
    /** At the POI. */
    readonly exportMw: Float64Array;
  };
  /** `co2T` is absent where no emission factor was given. */
  readonly totals: { readonly importMwh: number; readonly exportMwh: number; readonly co2T?: number };
  /** Every item of every month, in the order of declaration. */
  readonly bill: readonly BillLine[];
  /** The lines of the bill that a peak sets; empty without a demand charge. */
  readonly peaks: readonly (BillLine & PeakReading & Required<Pick<BillLine, "usdPerMw">>)[];
  /** Absent without a charge that has a memory. */
  readonly endState?: State & Readonly<Record<string, unknown>>;
}

export const grid: AssetKind<"grid", typeof schema, typeof stateSchema, Handles, GridReading> = {
  kind: "grid",
  role: "connection",
  schema,
  stateSchema,

  check(spec, initial = {}, report) {
    if (!spec.importPriceUsdPerMwh && mayImport(spec)) report("importPriceUsdPerMwh", ...NO_PRICE);
    const exports = spec.exportLimitMw?.some((mw) => mw > 0) === true;
    if (exports && !spec.exportPriceUsdPerMwh && !spec.touExportPrice) {
      report(
        "exportPriceUsdPerMwh",
        "nothing",
        "a price, since exportLimitMw is above 0",
        "give it or touExportPrice, or leave exportLimitMw out",
      );
    }
    for (const [key, part] of parts) {
      if (spec[key])
        part.check?.(spec[key], initial, (path, ...words) =>
          report(path.startsWith("initialState.") ? path : `${key}.${path}`, ...words),
        );
    }
  },

  declare(spec: Spec, initial = {}, site) {
    const dt = site.time.stepHours;
    const efficiency = 1 - spec.lossFraction;
    const importMw = site.addSeries(spec.name, "importMw", {
      unit: "MW",
      upper: spec.importLimitMw,
      limit: "importLimitMw",
    });
    site.supply(importMw, efficiency);
    site.publish("import", importMw);
    site.preferLess(importMw, wish.lessImport);
    if (spec.emissionTPerMwh) site.addEmission(importMw, scaled(spec.emissionTPerMwh, dt));
    const { importPriceUsdPerMwh } = spec;
    // An AI-only site may be given import even where the connection only exports.
    if (!importPriceUsdPerMwh && mayImport(spec)) site.fault(spec.name, "importPriceUsdPerMwh", ...NO_PRICE);
    site.publishFigure("import-energy-usd-per-mwh", importPriceUsdPerMwh ?? new Float64Array(site.time.count));
    site.publishFigure("bus-mw-per-import-mw", Float64Array.of(efficiency));
    const exportMw = declareExport(spec, importMw, site);
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
    if (spec.exportFeeUsdPerMwh)
      bill.exported("exportFeeUsdPerMwh", "export fees", scaled(spec.exportFeeUsdPerMwh, -1));
    const endStates = given(spec).flatMap(([part, own]) => part.declare(own, initial, bill) ?? []);
    if (spec.keptTerms) bill.notice(`with this import limit the contract stays the hybrid's: ${spec.keptTerms}.`);
    if (importPriceUsdPerMwh) site.publishFigure("import-price-usd-per-mwh", busPrice(spec, bill));
    return { importMw, exportMw, bill, endStates };
  },

  settle: ({ bill }, solved) => bill.settle(solved),

  read(spec, initial, handles, solved) {
    const dt = solved.time.stepHours;
    const efficiency = 1 - spec.lossFraction;
    const importMw = solved.values(handles.importMw);
    const exportMw = solved.values(handles.exportMw);
    const importCo2T = spec.emissionTPerMwh && scaled(product(importMw, spec.emissionTPerMwh), dt);
    const bill = handles.bill.read(solved);
    const { openIntervalMwh: _, coincidentOpenMwh: __, ...kept } = initial ?? {};
    return {
      kind: "grid",
      role: "connection",
      netBusMw: importMw.map((mw, t) => mw * efficiency - exportMw[t] / efficiency),
      series: { importMw, exportMw },
      totals: {
        importMwh: sum(importMw) * dt,
        exportMwh: sum(exportMw) * dt,
        ...(importCo2T && { co2T: sum(importCo2T) }),
      },
      ...(importCo2T && spec.emissionTPerMwh && { importCo2T, gridTPerMwh: spec.emissionTPerMwh }),
      bill,
      peaks: bill.filter((line) => line.peakMw !== undefined) as GridReading["peaks"][number][],
      endState: Object.assign(
        {},
        kept,
        handles.bill.endState(solved),
        ...handles.endStates.map((endState) => endState(solved)),
      ) as State,
    };
  },

  rule(spec, _initial, handles) {
    const efficiency = 1 - spec.lossFraction;
    const price = busPrice(spec, handles.bill);
    const flows: RuleFlow[] = [
      {
        role: "grid",
        reachMw: (t) => spec.importLimitMw[t] * efficiency,
        usdPerMwh: (t) => price[t],
        fixes: [busPower(handles.importMw, efficiency)],
      },
    ];
    if (handles.exportMw) {
      flows.push({
        role: "surplus",
        reachMw: (t) => (spec.exportLimitMw?.[t] ?? 0) / efficiency,
        usdPerMwh: (t) => handles.bill.exportUsdPerMwh[t] * efficiency,
        fixes: [busPower(handles.exportMw, 1 / efficiency)],
      });
    }
    return { flows };
  },

  impossibleState(spec, initial, time) {
    const mostMw = largest(spec.importLimitMw);
    const months = monthSpans(time).map(({ month }) => month);
    const above = given(spec)
      .flatMap(([part, own]) => part.peaksSet?.(own, initial ?? {}, months) ?? [])
      .find(({ mw }) => mw > mostMw + SAME_PEAK_MW);
    return above && `${above.field} of ${above.of}, ${above.mw}, is above importLimitMw, ${mostMw} at most`;
  },

  importLimitMw: (spec) => spec.importLimitMw,
  withImportLimitMw(spec, limitMw) {
    const keptTerms = given(spec)
      .flatMap(([part, own]) => part.sized?.(own) || [])
      .join(", ");
    return { ...spec, importLimitMw: limitMw, ...(keptTerms && { keptTerms }) };
  },
};

const NO_PRICE = ["nothing", "a price, since importLimitMw is above 0", "give it, or set importLimitMw to 0"] as const;

function mayImport({ importLimitMw }: Spec): boolean {
  return importLimitMw.some((mw) => mw > 0);
}

/** The parts the tariff has, each with what the user wrote of it. */
function given(spec: Spec): [part: AnyTariffPart, own: NonNullable<unknown>][] {
  return parts.flatMap(([key, part]): [AnyTariffPart, NonNullable<unknown>][] =>
    spec[key] ? [[part, spec[key]]] : [],
  );
}

/** Export and its rows; undefined where none is allowed or it has no price. */
function declareExport(
  { name, exportLimitMw, exportPriceUsdPerMwh, touExportPrice, lossFraction }: Spec,
  importMw: Columns,
  site: SiteModel,
): Columns | undefined {
  if (!exportLimitMw || (!exportPriceUsdPerMwh && !touExportPrice)) return undefined;
  const exportMw = site.addSeries(name, "exportMw", { unit: "MW", upper: exportLimitMw, limit: "exportLimitMw" });
  site.draw(exportMw, 1 / (1 - lossFraction));
  site.publish("export", exportMw);
  site.addEitherOr(
    `${name} imports and exports`,
    [importMw],
    [exportMw],
    "lower exportPriceUsdPerMwh to the import price, or set one of the limits to 0 there",
  );
  return exportMw;
}

/** Price of a MWh delivered to the site bus: what the tariff charges for energy, losses included. */
function busPrice({ lossFraction }: Spec, { energyUsdPerMwh }: Bill): Float64Array {
  return energyUsdPerMwh.map((usd) => usd / (1 - lossFraction));
}
