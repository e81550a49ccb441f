/**
 * The grid connection. Import and export are metered at the point of interconnection (POI).
 *
 *     import_t <= importLimitMw_t       site bus receives  (1 - lossFraction) import_t
 *     export_t <= exportLimitMw_t       site bus gives     export_t / (1 - lossFraction)
 *     peak_m   >= import_t  for t in month m,   peak_m >= peak already set in m
 *     cost      = dt ((price + adder) import - (price - fee) export) + usdPerMwMonth (peak_m - already set)
 *
 * The part of the demand charge that was set before the plan starts is sunk: shown, never steering. Import and export
 * exclude each other in an interval (one meter); see `SiteModel.addEitherOr`.
 */
import type { Columns, Rows } from "../model/columns.ts";
import type { SiteModel } from "../model/site-model.ts";
import { isoStamp, localStamp, monthLabel, monthSpans, shareOfMonth } from "../time/time-grid.ts";
import type { AssetKind, AssetReading } from "./asset.ts";
import { assetName, curve, number, type Resolved, z } from "./fields.ts";
import { quantity } from "./quantities.ts";
import { busPower, type RuleFlow } from "./rule-dispatch.ts";
import { largest, product, scaled, sum } from "./series.ts";

const demandChargeSchema = z.strictObject({
  usdPerMwMonth: number(quantity.chargeUsdPerMwMonth, "On the month's highest mean import of an interval; full monthly rate"),
  prorate: z.boolean().default(false).describe("Charge only the plan's share of the month"),
});

const schema = z.strictObject({
  kind: z.literal("grid"),
  name: assetName(),
  importLimitMw: curve(quantity.powerMw, "At the POI; 0 in an outage"),
  exportLimitMw: curve(quantity.powerMw, "At the POI; default none").optional(),
  importPriceUsdPerMwh: curve(quantity.priceUsdPerMwh),
  importAdderUsdPerMwh: curve(quantity.costUsdPerMwh).optional(),
  exportPriceUsdPerMwh: curve(quantity.priceUsdPerMwh).optional(),
  exportFeeUsdPerMwh: curve(quantity.costUsdPerMwh, "Off the export price; default 0").optional(),
  lossFraction: number({ ...quantity.fraction, max: 0.5 }, "Between POI and site bus, either way").default(0),
  emissionTPerMwh: curve(quantity.emissionTPerMwh).optional(),
  demandCharge: demandChargeSchema.optional(),
});

const stateSchema = z.strictObject({
  peakMw: z.record(z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: "a month like 2026-07; correct it" }), number(quantity.powerMw)).describe("Highest import metered so far, e.g. { '2026-07': 41.5 }"),
});

type Spec = Resolved<z.output<typeof schema>>;
type State = z.output<typeof stateSchema>;

/** An import this close to the month's peak (MW) reaches it. */
const SAME_PEAK_MW = 1e-6;

interface MonthPeak {
  readonly month: string;
  readonly column: Columns;
  readonly rows: Rows;
  readonly usdPerMw: number;
  readonly alreadySetMw: number;
}

interface Handles {
  readonly importMw: Columns;
  readonly exportMw: Columns | undefined;
  readonly peaks: readonly MonthPeak[];
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
  /** Empty without a demand charge. */
  readonly peaks: readonly {
    readonly month: string;
    readonly peakMw: number;
    readonly alreadySetMw: number;
    /** Starts of the intervals that reach the peak (to 1e-6 MW), at most five, with their local offset. */
    readonly at: readonly string[];
    /** What one more MW of the month's peak costs. */
    readonly usdPerMw: number;
    /** What one MW of peak free of charge would save: 0 while the peak already set is not reached, else at most `usdPerMw`. */
    readonly worthUsdPerMw: number;
  }[];
  /** Absent without a demand charge and a peak already set. */
  readonly endState?: { readonly peakMw: Readonly<Record<string, number>> };
}

export const grid: AssetKind<"grid", typeof schema, typeof stateSchema, Handles, GridReading> = {
  kind: "grid",
  role: "connection",
  schema,
  stateSchema,

  check(spec, _initial, report) {
    const exports = spec.exportLimitMw?.some((mw) => mw > 0) === true;
    if (exports && !spec.exportPriceUsdPerMwh) {
      report("exportPriceUsdPerMwh", "nothing", "a price, since exportLimitMw is above 0", "give it, or leave exportLimitMw out");
    }
  },

  declare(spec, initial, site) {
    const { time } = site;
    const dt = time.stepHours;
    const efficiency = 1 - spec.lossFraction;
    const importMw = site.addSeries(spec.name, "importMw", { unit: "MW", upper: spec.importLimitMw, limit: "importLimitMw" });
    site.supply(importMw, efficiency);
    site.publish("import", importMw);
    site.addCost(importMw, "import energy", "cash", scaled(spec.importPriceUsdPerMwh, dt));
    if (spec.importAdderUsdPerMwh) {
      site.addCost(importMw, "import adders", "cash", scaled(spec.importAdderUsdPerMwh, dt));
    }
    site.publishFigure("import-price-usd-per-mwh", busPrice(spec, time.count));

    let exportMw: Columns | undefined;
    if (spec.exportLimitMw && spec.exportPriceUsdPerMwh) {
      exportMw = site.addSeries(spec.name, "exportMw", { unit: "MW", upper: spec.exportLimitMw, limit: "exportLimitMw" });
      site.draw(exportMw, 1 / efficiency);
      site.addCost(exportMw, "export energy", "cash", scaled(spec.exportPriceUsdPerMwh, -dt));
      if (spec.exportFeeUsdPerMwh) site.addCost(exportMw, "export fees", "cash", scaled(spec.exportFeeUsdPerMwh, dt));
      site.publish("export", exportMw);
      site.addEitherOr(`${spec.name} imports and exports`, [importMw], [exportMw], "lower exportPriceUsdPerMwh to the import price, or set one of the limits to 0 there");
    }
    return { importMw, exportMw, peaks: declarePeaks(spec, initial, importMw, site) };
  },

  read(spec, initial, handles, solved) {
    const dt = solved.time.stepHours;
    const efficiency = 1 - spec.lossFraction;
    const importMw = solved.values(handles.importMw);
    const exportMw = solved.values(handles.exportMw);
    const importCo2T = spec.emissionTPerMwh && scaled(product(importMw, spec.emissionTPerMwh), dt);
    const peaks = handles.peaks.map(({ month, column, rows, alreadySetMw, usdPerMw }) => ({
      month,
      peakMw: solved.value(column),
      alreadySetMw,
      at: timesAtPeak(importMw, solved.value(column), rows, solved.time),
      usdPerMw,
      worthUsdPerMw: sum(solved.rowPrices(rows)),
    }));
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
      peaks,
      ...(peaks.length === 0 && !initial ? {} : { endState: { peakMw: { ...initial?.peakMw, ...Object.fromEntries(peaks.map((p) => [p.month, p.peakMw])) } } }),
    };
  },

  rule(spec, _initial, handles, site) {
    const efficiency = 1 - spec.lossFraction;
    const price = busPrice(spec, site.time.count);
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
        usdPerMwh: (t) => ((spec.exportPriceUsdPerMwh?.[t] ?? 0) - (spec.exportFeeUsdPerMwh?.[t] ?? 0)) * efficiency,
        fixes: [busPower(handles.exportMw, 1 / efficiency)],
      });
    }
    return { flows };
  },

  impossibleState(spec, initial, time) {
    const mostMw = largest(spec.importLimitMw);
    const month = monthSpans(time).map((span) => monthLabel(span.month)).find((label) => (initial?.peakMw[label] ?? 0) > mostMw + SAME_PEAK_MW);
    if (!spec.demandCharge || !month) return undefined;
    return `peakMw of ${month}, ${initial?.peakMw[month]}, is above importLimitMw, ${mostMw} at most`;
  },

  importLimitMw: (spec) => spec.importLimitMw,
  withImportLimitMw: (spec, limitMw) => ({ ...spec, importLimitMw: limitMw }),
};

/** Price of a MWh delivered to the site bus: energy and adders, losses included. */
function busPrice(spec: Spec, count: number): Float64Array {
  const price = new Float64Array(count);
  for (let t = 0; t < count; t++) {
    price[t] = (spec.importPriceUsdPerMwh[t] + (spec.importAdderUsdPerMwh?.[t] ?? 0)) / (1 - spec.lossFraction);
  }
  return price;
}

function declarePeaks(spec: Spec, initial: State | undefined, importMw: Columns, site: SiteModel): MonthPeak[] {
  const charge = spec.demandCharge;
  if (!charge) return [];
  const { time } = site;
  return monthSpans(time).map(({ month, from, to }, i) => {
    const label = monthLabel(month);
    const alreadySetMw = initial?.peakMw[label] ?? 0;
    if (i === 0 && initial?.peakMw[label] === undefined && !localStamp(time, 0).endsWith("-01 00:00")) {
      site.notices.push(
        `${spec.name}: the plan starts inside ${label} without a peak already set in initialState: 0 MW is taken and the whole peak charged.`,
      );
    }
    const share = charge.prorate ? shareOfMonth(time, { month, from, to }) : 1;
    const usdPerMw = charge.usdPerMwMonth * share;
    const column = site.addColumn(spec.name, `peakMw ${label}`, { unit: "MW", lower: alreadySetMw });
    const rows = site.addRows(spec.name, `peak ${label}`, { unit: "MW", lower: 0, from, count: to - from });
    site.addShared(rows, column, 1);
    site.addTerms(rows, importMw, -1);
    const item = `demand charge ${label}`;
    site.addCost(column, item, "cash", usdPerMw);
    const incumbentUsd = usdPerMw * alreadySetMw;
    if (incumbentUsd !== 0) {
      // From `cash` to `sunk`: the sum is unchanged plus what is owed anyway.
      site.addConstantCost(spec.name, item, "cash", -incumbentUsd);
      site.addConstantCost(spec.name, `${item} (peak already set)`, "sunk", incumbentUsd);
    }
    return { month: label, column, rows, usdPerMw, alreadySetMw };
  });
}

function timesAtPeak(importMw: Float64Array, peakMw: number, { from, count }: Rows, time: SiteModel["time"]): string[] {
  const at: string[] = [];
  for (let t = from; t < from + count && at.length < 5; t++) {
    if (peakMw > 0 && importMw[t] >= peakMw - SAME_PEAK_MW) at.push(isoStamp(time, t));
  }
  return at;
}
