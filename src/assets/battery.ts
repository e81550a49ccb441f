/**
 * A battery. `stored_t` is the energy at the end of interval t, `s = (1 - selfDischargePerHour) ^ dt`.
 *
 *     stored_t = s stored_{t-1} + chargeEfficiency dt charge_t - dt discharge_t / dischargeEfficiency
 *     minStoredMwh <= stored_t <= maxStoredMwh,  0 <= charge_t <= chargeLimitMw,  0 <= discharge_t <= dischargeLimitMw
 *     cost = dt wearUsdPerMwh discharge_t - endValue (stored_T - stored_{-1})
 *
 * End rule: `free`, `at-least`, `cyclic` (ends where it began), or `value` per MWh stored. The default is `value` at the
 * plan's mean import price (0 if negative) times dischargeEfficiency, so that the end neither dumps nor hoards; the
 * result states it.
 * Charging and discharging exclude each other in an interval.
 */
import type { Columns, Rows } from "../model/columns.ts";
import { wish } from "../model/preference.ts";
import type { SiteModel } from "../model/site-model.ts";
import type { AssetKind, AssetReading } from "./asset.ts";
import { assetName, number, type Resolved, z } from "./fields.ts";
import { meanImportPrice } from "./import-price.ts";
import { quantity } from "./quantities.ts";
import { sum } from "./series.ts";

const endRule = z.discriminatedUnion("rule", [
  z.strictObject({ rule: z.literal("free") }),
  z.strictObject({ rule: z.literal("at-least"), storedMwh: number(quantity.energyMwh) }),
  z.strictObject({ rule: z.literal("cyclic") }),
  z.strictObject({ rule: z.literal("value"), usdPerMwh: number(quantity.priceUsdPerMwh) }),
]);

const schema = z.strictObject({
  kind: z.literal("battery"),
  name: assetName(),
  chargeLimitMw: number(quantity.powerMw, "At the site bus"),
  dischargeLimitMw: number(quantity.powerMw, "At the site bus"),
  minStoredMwh: number(quantity.energyMwh).default(0),
  maxStoredMwh: number(quantity.energyMwh),
  chargeEfficiency: number(quantity.efficiency, "Bus to store (default: REopt, 0.96 x sqrt 0.975)").default(0.948),
  dischargeEfficiency: number(quantity.efficiency).default(0.948),
  selfDischargePerHour: number({ ...quantity.fraction, max: 0.5 }).default(0),
  wearUsdPerMwh: number(quantity.costUsdPerMwh, "Per MWh discharged; 0 for none"),
  end: endRule.optional().describe("What the end owes; default a value per MWh, stated in the notices"),
});

const stateSchema = z.strictObject({
  storedMwh: number(quantity.energyMwh),
  storedCo2T: number(quantity.tonnes, "CO2 of the energy in store, for the attribution to loads; default taken as 0").optional(),
});

type Spec = Resolved<z.output<typeof schema>>;
type State = z.output<typeof stateSchema>;

interface Handles {
  readonly chargeMw: Columns;
  readonly dischargeMw: Columns;
  readonly storedMwh: Columns;
  readonly continuity: Rows;
  readonly initialMwh: number;
}

export interface BatteryReading extends AssetReading {
  readonly kind: "battery";
  readonly series: {
    readonly chargeMw: Float64Array;
    readonly dischargeMw: Float64Array;
    /** At the end of each interval. */
    readonly storedMwh: Float64Array;
    /** What one more MWh in store at the end of the interval would be worth. */
    readonly storedValueUsdPerMwh: Float64Array;
  };
  readonly totals: { readonly chargedMwh: number; readonly dischargedMwh: number; readonly initialMwh: number; readonly endMwh: number };
  readonly endState: State & Readonly<Record<string, unknown>>;
}

export const battery: AssetKind<"battery", typeof schema, typeof stateSchema, Handles, BatteryReading> = {
  kind: "battery",
  role: "on-site",
  schema,
  stateSchema,
  stateRequired: true,

  check(spec, initial, report) {
    if (spec.minStoredMwh > spec.maxStoredMwh) {
      report("minStoredMwh", `${spec.minStoredMwh}`, `at most maxStoredMwh = ${spec.maxStoredMwh}`, "widen the window");
    }
    if (initial && (initial.storedMwh < spec.minStoredMwh || initial.storedMwh > spec.maxStoredMwh)) {
      report("initialState.storedMwh", `${initial.storedMwh}`, `a value in the window ${spec.minStoredMwh} to ${spec.maxStoredMwh}`, "widen the window to hold the energy as metered, or correct the reading");
    }
    if (spec.end?.rule === "at-least" && spec.end.storedMwh > spec.maxStoredMwh) {
      report("end.storedMwh", `${spec.end.storedMwh}`, `at most maxStoredMwh = ${spec.maxStoredMwh}`, "ask for less or widen the window");
    }
  },

  declare(spec, initial, site) {
    const { time } = site;
    const dt = time.stepHours;
    const initialMwh = initial?.storedMwh ?? spec.minStoredMwh;
    const kept = (1 - spec.selfDischargePerHour) ** dt;
    const chargeMw = site.addSeries(spec.name, "chargeMw", { unit: "MW", upper: spec.chargeLimitMw, limit: "chargeLimitMw" });
    const dischargeMw = site.addSeries(spec.name, "dischargeMw", { unit: "MW", upper: spec.dischargeLimitMw, limit: "dischargeLimitMw" });
    const lower = new Float64Array(time.count).fill(spec.minStoredMwh);
    const upper = new Float64Array(time.count).fill(spec.maxStoredMwh);
    const last = time.count - 1;
    if (spec.end?.rule === "at-least") lower[last] = Math.max(lower[last], spec.end.storedMwh);
    if (spec.end?.rule === "cyclic") lower[last] = upper[last] = initialMwh;
    const storedMwh = site.addSeries(spec.name, "storedMwh", {
      unit: "MWh", lower, upper, limit: "maxStoredMwh",
      lowerLimit: (t) => (t === last && lower[t] > spec.minStoredMwh ? "end" : "minStoredMwh"),
    });

    const carried = new Float64Array(time.count);
    carried[0] = kept * initialMwh;
    const continuity = site.addRows(spec.name, "stored energy", { unit: "MWh", lower: carried, upper: carried });
    site.addTerms(continuity, storedMwh, 1);
    site.addTerms(continuity, storedMwh, -kept, -1);
    site.addTerms(continuity, chargeMw, -spec.chargeEfficiency * dt);
    site.addTerms(continuity, dischargeMw, dt / spec.dischargeEfficiency);

    site.draw(chargeMw);
    site.supply(dischargeMw);
    site.preferLess(chargeMw, wish.lessCycling);
    site.preferLess(dischargeMw, wish.lessCycling);
    site.preferLess(storedMwh, -wish.fullerStore);
    if (spec.wearUsdPerMwh !== 0) site.addCost(dischargeMw, "battery wear", "valuation", spec.wearUsdPerMwh * dt);
    site.addEitherOr(`${spec.name} charges and discharges`, [chargeMw], [dischargeMw], "raise wearUsdPerMwh, or lower importLimitMw where power costs less than nothing");
    site.publishHeadroom({
      asset: spec.name,
      slices: [{ name: "", parts: [[dischargeMw, -1], [chargeMw, 1]], constantMw: spec.dischargeLimitMw, lossUsdPerMwh: () => againUsdPerMwh(spec, site) }],
      stored: { columns: storedMwh, leastMwh: spec.minStoredMwh, mwhPerMwh: 1 / spec.dischargeEfficiency },
    });
    return { chargeMw, dischargeMw, storedMwh, continuity, initialMwh };
  },

  link(spec, handles, site) {
    const usdPerMwh = endValueUsdPerMwh(spec, site);
    if (usdPerMwh === 0) return;
    const values = new Float64Array(site.time.count);
    values[site.time.count - 1] = -usdPerMwh;
    site.addCost(handles.storedMwh, "change of stored energy", "valuation", values);
    site.addConstantCost(spec.name, "change of stored energy", "valuation", usdPerMwh * handles.initialMwh);
  },

  read(spec, initial, handles, solved) {
    const dt = solved.time.stepHours;
    const chargeMw = solved.values(handles.chargeMw);
    const dischargeMw = solved.values(handles.dischargeMw);
    const storedMwh = solved.values(handles.storedMwh);
    const endMwh = storedMwh[solved.time.count - 1];
    return {
      kind: "battery",
      role: "on-site",
      netBusMw: dischargeMw.map((mw, t) => mw - chargeMw[t]),
      series: { chargeMw, dischargeMw, storedMwh, storedValueUsdPerMwh: solved.rowPrices(handles.continuity).map((y) => -y) },
      totals: { chargedMwh: sum(chargeMw) * dt, dischargedMwh: sum(dischargeMw) * dt, initialMwh: handles.initialMwh, endMwh },
      storage: { initialMwh: handles.initialMwh, storedMwh, initialCo2T: initial?.storedCo2T },
      // A solver may leave a limit by its tolerance; the next plan would refuse a state outside the window.
      endState: { storedMwh: Math.min(spec.maxStoredMwh, Math.max(spec.minStoredMwh, endMwh)) },
    };
  },

  rule(_spec, _initial, handles) {
    return { flows: [], idle: [handles.chargeMw, handles.dischargeMw], released: [handles.storedMwh] };
  },
};

/** What a MWh given at short notice costs: its wear, and the energy bought again at the mean import price. */
function againUsdPerMwh({ wearUsdPerMwh, chargeEfficiency, dischargeEfficiency }: Spec, site: SiteModel): number {
  return wearUsdPerMwh + (meanImportPrice(site) ?? 0) / (chargeEfficiency * dischargeEfficiency);
}

/** USD per MWh left in store; the default rule is stated in a notice. */
function endValueUsdPerMwh(spec: Spec, site: SiteModel): number {
  if (spec.end?.rule === "value") return spec.end.usdPerMwh;
  if (spec.end) return 0;
  const mean = meanImportPrice(site);
  const usdPerMwh = (mean ?? 0) * spec.dischargeEfficiency;
  const why = mean === undefined ? "the site has no import price" : `mean import price, not below 0: ${mean.toFixed(2)}, x discharge efficiency`;
  site.notices.push(`${spec.name}: no end rule was given; energy left in store is worth ${usdPerMwh.toFixed(2)} USD/MWh (${why}).`);
  return usdPerMwh;
}
