/**
 * A battery. `stored_t` is the energy at the end of interval t, `s = (1 - selfDischargePerHour) ^ dt`.
 *
 *     stored_t = s stored_{t-1} + chargeEfficiency dt charge_t - dt discharge_t / dischargeEfficiency
 *     minStoredMwh_t <= stored_t <= maxStoredMwh, 0 <= charge_t <= chargeLimitMw, 0 <= discharge_t <= dischargeLimitMw
 *     stored_t + missed_t >= reserve_t, missed_t >= 0 energy held in reserve, which may be missed at a price cost = dt
 *     wearUsdPerMwh discharge_t + dt holdingUsdPerMwhHour stored_t + dt reserveMissUsdPerMwhHour missed_t
 *            - endValue (stored_T - stored_{-1})
 *
 * `minStoredMwh` may vary in time. To hold energy for h hours of a firm load of L MW, give the least the cells need
 * plus h L / dischargeEfficiency, and less in the hours in which that energy is to be used. Charging and discharging
 * exclude each other in an interval. What the end owes, by `end.rule`:
 *
 *     free          nothing                     at-least     stored_T >= storedMwh
 *     exactly       stored_T = storedMwh        cyclic       stored_T = stored_{-1}
 *     target        stored_T + missed >= storedMwh,  missed >= 0,  cost = missUsdPerMwh missed
 *     value         endValue = usdPerMwh per MWh in store
 *
 * The default is `value` at the plan's mean import price (0 if negative) times dischargeEfficiency, so that the end
 * neither dumps nor hoards; the result states it.
 */
import type { Columns, Rows } from "../../model/columns.ts";
import { wish } from "../../model/preference.ts";
import type { SiteModel } from "../../model/site-model.ts";
import type { AssetKind, AssetReading } from "../asset.ts";
import { boundEnd, checkEnd, declareTarget, endSchema, endValueUsdPerMwh } from "./end.ts";
import { assetName, curve, number, type Resolved, strictObject, z } from "../fields/fields.ts";
import { meanImportPrice } from "../connection/import-price.ts";
import { quantity } from "../fields/quantities.ts";
import { largest, smallest, sum } from "../fields/series.ts";

const reserveSchema = strictObject({
  storedMwh: curve(quantity.energyMwh, "Energy to hold at the end of each interval; 0 where none"),
  missUsdPerMwhHour: number(quantity.costUsdPerMwhHour, "Penalty on each MWh below it and hour"),
});

const schema = strictObject({
  kind: z.literal("battery"),
  name: assetName(),
  chargeLimitMw: number(quantity.powerMw, "At the site bus"),
  dischargeLimitMw: number(quantity.powerMw, "At the site bus"),
  minStoredMwh: curve(quantity.energyMwh, "Least energy at the end of each interval").prefault(0),
  maxStoredMwh: number(quantity.energyMwh),
  chargeEfficiency: number(quantity.efficiency, "Bus to store (default: REopt, 0.96 x sqrt 0.975)").default(0.948),
  dischargeEfficiency: number(quantity.efficiency).default(0.948),
  selfDischargePerHour: number({ ...quantity.fraction, max: 0.5 }).default(0),
  wearUsdPerMwh: number(quantity.costUsdPerMwh, "Per MWh discharged; 0 for none"),
  holdingUsdPerMwhHour: number(quantity.costUsdPerMwhHour, "Price on each MWh in store and hour").default(0),
  reserve: reserveSchema.optional().describe("Energy to hold in reserve, which may be missed at a price"),
  end: endSchema.optional().describe("What the end owes; default a value per MWh, stated in the notices"),
});

const stateSchema = strictObject({
  storedMwh: number(quantity.energyMwh),
  storedCo2T: number(
    quantity.tonnes,
    "CO2 of the energy in store, for the attribution to loads; default taken as 0",
  ).optional(),
});

type Spec = Resolved<z.output<typeof schema>>;
type State = z.output<typeof stateSchema>;

interface Handles {
  readonly chargeMw: Columns;
  readonly dischargeMw: Columns;
  readonly storedMwh: Columns;
  readonly continuity: Rows;
  readonly initialMwh: number;
  readonly reserveMissedMwh: Columns | undefined;
  readonly targetMissedMwh: Columns | undefined;
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
    /** With `reserve`: by how much it is missed at the end of each interval. */
    readonly reserveMissedMwh?: Float64Array;
  };
  readonly totals: {
    readonly chargedMwh: number;
    readonly dischargedMwh: number;
    readonly initialMwh: number;
    readonly endMwh: number;
    /** With end rule `target`: by how much it is missed. */
    readonly targetMissedMwh?: number;
  };
  readonly endState: State & Readonly<Record<string, unknown>>;
}

export const battery: AssetKind<"battery", typeof schema, typeof stateSchema, Handles, BatteryReading> = {
  kind: "battery",
  role: "on-site",
  schema,
  stateSchema,
  stateRequired: true,

  check(spec, initial, report) {
    const { minStoredMwh, maxStoredMwh, reserve, end } = spec;
    const [least, most] = [smallest(minStoredMwh), largest(minStoredMwh)];
    if (most > maxStoredMwh)
      report("minStoredMwh", `${most}`, `at most maxStoredMwh = ${maxStoredMwh}`, "widen the window");
    if (initial && (initial.storedMwh < least || initial.storedMwh > maxStoredMwh)) {
      report(
        "initialState.storedMwh",
        `${initial.storedMwh}`,
        `a value in the window ${least} to ${maxStoredMwh}`,
        "widen the window to hold the energy as metered, or correct the reading",
      );
    }
    const reserveMwh = reserve ? largest(reserve.storedMwh) : 0;
    if (reserveMwh > maxStoredMwh)
      report(
        "reserve.storedMwh",
        `${reserveMwh}`,
        `at most maxStoredMwh = ${maxStoredMwh}`,
        "ask for less or widen the window",
      );
    checkEnd(end, minStoredMwh[minStoredMwh.length - 1], maxStoredMwh, report);
  },

  declare(spec, initial, site) {
    const { time } = site;
    const dt = time.stepHours;
    const initialMwh = initial?.storedMwh ?? spec.minStoredMwh[0];
    const kept = (1 - spec.selfDischargePerHour) ** dt;
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
    site.publishHeadroom({
      asset: spec.name,
      slices: [
        {
          name: "",
          parts: [
            [dischargeMw, -1],
            [chargeMw, 1],
          ],
          constantMw: spec.dischargeLimitMw,
          lossUsdPerMwh: () => againUsdPerMwh(spec, site),
        },
      ],
      stored: { columns: storedMwh, leastMwh: spec.minStoredMwh, mwhPerMwh: 1 / spec.dischargeEfficiency },
    });
    return { chargeMw, dischargeMw, storedMwh, continuity, initialMwh, reserveMissedMwh, targetMissedMwh };
  },

  link(spec, handles, site) {
    const usdPerMwh = endValueUsdPerMwh(site, spec.name, spec.end, spec.dischargeEfficiency);
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
    const { reserveMissedMwh, targetMissedMwh } = handles;
    return {
      kind: "battery",
      role: "on-site",
      netBusMw: dischargeMw.map((mw, t) => mw - chargeMw[t]),
      series: {
        chargeMw,
        dischargeMw,
        storedMwh,
        storedValueUsdPerMwh: solved.rowPrices(handles.continuity).map((y) => -y),
        ...(reserveMissedMwh && { reserveMissedMwh: solved.values(reserveMissedMwh) }),
      },
      totals: {
        chargedMwh: sum(chargeMw) * dt,
        dischargedMwh: sum(dischargeMw) * dt,
        initialMwh: handles.initialMwh,
        endMwh,
        ...(targetMissedMwh && { targetMissedMwh: solved.value(targetMissedMwh) }),
      },
      storage: { initialMwh: handles.initialMwh, storedMwh, initialCo2T: initial?.storedCo2T },
      // A solver may leave a limit by its tolerance; the next plan would refuse a state outside the window.
      endState: {
        ...initial,
        storedMwh: Math.min(spec.maxStoredMwh, Math.max(spec.minStoredMwh[spec.minStoredMwh.length - 1], endMwh)),
      },
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

/** The rows of a reserve; what is missed is paid by the hour. */
function declareReserve(
  site: SiteModel,
  asset: string,
  { storedMwh, missUsdPerMwhHour }: NonNullable<Spec["reserve"]>,
  stored: Columns,
): Columns {
  const missed = site.addSeries(asset, "reserveMissedMwh", { unit: "MWh" });
  const rows = site.addRows(asset, "reserve of stored energy", { unit: "MWh", lower: storedMwh });
  site.addTerms(rows, stored, 1);
  site.addTerms(rows, missed, 1);
  site.addCost(missed, "missed reserve of stored energy", "penalty", missUsdPerMwhHour * site.time.stepHours);
  return missed;
}
