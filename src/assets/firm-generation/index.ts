/**
 * On-site generation that runs on bought fuel: gas engines, turbines, fuel cells. c_t is the capacity online, MW:
 *
 *     capacity_t = units unitMw availability_t,        0 <= P_t <= capacity_t
 *     fuel_t = dt (heatRateMmbtuPerMwh P_t + noLoadMmbtuPerHPerMw c_t)
 *     cost = fuelUsdPerMmbtu_t fuel_t + dt omUsdPerMwh P_t,       t CO2 = co2KgPerMmbtu fuel_t / 1000
 *     (P_t - P_{t-1}) / dt <= rampUpMwPerH, (P_{t-1} - P_t) / dt <= rampDownMwPerH from the power before the plan by
 *     calendar year, what was used before included: sum dt P_t <= energyMwhPerYear, sum dt c_t / unitMw <=
 *     unitHoursPerYear, sum fuel_t <= fuelMmbtuPerYear
 *
 * Outside the ramp, what is committed comes in at minimum load and capacity that falls away goes (`limits/ramp.ts`).
 *
 * With `onlineShare` the commitment is data: c_t = capacity_t onlineShare_t and minLoadFraction c_t <= P_t <= c_t, so
 * no-load fuel and minimum load are exact. Without it a linear program takes c_t = P_t, as if every unit that runs ran
 * at full load: fuel is exact there and low by dt noLoad (c_t - P_t) at part load, and unit-hours, P_t / unitMw, are
 * low too. What whole units would burn is reported beside it ("as run"). Fuel, its price and its CO2 are by higher
 * heating value.
 *
 * Fuel may also be given by the MWh of power: cost = dt (fuelUsdPerMwh_t + omUsdPerMwh) P_t and t CO2 = dt co2TPerMwh
 * P_t. There is then no no-load fuel, and no amount of fuel is reported.
 */
import type { Columns } from "../../model/columns.ts";
import type { AssetKind, AssetReading } from "../asset.ts";
import { assetName, curve, number, type Resolved, strictObject, z } from "../fields/fields.ts";
import { checkFuel, fuelFields, fuelOf } from "./fuel.ts";
import { capsLeft, countAgainst, declareCaps, usedAtEnd, usedByPeriod, type PeriodCap } from "../limits/period-cap.ts";
import { quantity } from "../fields/quantities.ts";
import { declareRamps } from "../limits/ramp.ts";
import { scaled, sum, weightedSum } from "../fields/series.ts";
import { MOST_UNITS, wholeUnits, type WholeUnits } from "../limits/whole-units.ts";

const schema = strictObject({
  kind: z.literal("firm-generation"),
  name: assetName(),
  units: z.int().min(1).max(MOST_UNITS),
  unitMw: number(quantity.powerMw).gt(0),
  availability: curve(quantity.fraction, "Share of the units that may run; default 1").optional(),
  onlineShare: curve(
    quantity.fraction,
    "Share of the available capacity committed to run; default as the power asks",
  ).optional(),
  minLoadFraction: number(quantity.fraction, "Of the capacity online: held with onlineShare, else reported").default(0),
  ...fuelFields,
  omUsdPerMwh: number(quantity.costUsdPerMwh, "Variable O&M"),
  rampUpMwPerH: number(quantity.rampMwPerH, "Default no limit").optional(),
  rampDownMwPerH: number(quantity.rampMwPerH, "Default no limit").optional(),
  energyMwhPerYear: number(quantity.energyMwh).optional(),
  unitHoursPerYear: number(quantity.hours, "Of all units together").optional(),
  fuelMmbtuPerYear: number(quantity.mmbtu).optional(),
});

const stateSchema = strictObject({
  powerMw: number(quantity.powerMw, "Before the plan; default unknown, and the first step free").optional(),
  energyMwhByYear: usedByPeriod(quantity.energyMwh, "Used of energyMwhPerYear, e.g. { '2026': 812 }"),
  unitHoursByYear: usedByPeriod(quantity.hours, "Used of unitHoursPerYear"),
  fuelMmbtuByYear: usedByPeriod(quantity.mmbtu, "Used of fuelMmbtuPerYear"),
});

type Spec = Resolved<z.output<typeof schema>>;
type State = z.output<typeof stateSchema>;

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

/** Power above the capacity that is rounding of an earlier plan, relative. */
const POWER_ROUNDING = 1e-6;

/** Below every price of power: what must run is taken first, by whatever load there is. */
const MUST_RUN_USD_PER_MWH = -1e6;

interface YearCaps {
  readonly field: (typeof CAPS)[number][1];
  readonly caps: readonly PeriodCap[];
  readonly perMwh: readonly number[];
}

interface Handles {
  readonly powerMw: Columns;
  /** The power itself where the commitment is not given. */
  readonly onlineMw: Columns;
  readonly capacityMw: Float64Array;
  readonly yearCaps: readonly YearCaps[];
}

export interface FirmGenerationReading extends AssetReading {
  readonly kind: "firm-generation";
  readonly series: {
    readonly powerMw: Float64Array;
    /** Capacity online by the program: as committed, else the power. */
    readonly onlineMw: Float64Array;
    /** Absent with fuelUsdPerMwh. */
    readonly fuelMmbtu?: Float64Array;
    /** Whole units that would run. */
    readonly unitsAsRun: Float64Array;
  };
  readonly totals: {
    readonly energyMwh: number;
    /** Absent with fuelUsdPerMwh. */
    readonly fuelMmbtu?: number;
    readonly unitHours: number;
    readonly co2T: number;
    readonly fuelUsd: number;
    readonly omUsd: number;
  };
  /** What whole units would do; without fuelMmbtu with fuelUsdPerMwh. */
  readonly asRun: WholeUnits & { readonly fuelMmbtu?: number; readonly co2T: number };
  readonly endState: State & Readonly<Record<string, unknown>>;
}

export const firmGeneration: AssetKind<
  "firm-generation",
  typeof schema,
  typeof stateSchema,
  Handles,
  FirmGenerationReading
> = {
  kind: "firm-generation",
  role: "on-site",
  schema,
  stateSchema,

  check(spec, initial, report) {
    checkFuel(spec, report);
    const ratedMw = spec.units * spec.unitMw;
    if (initial?.powerMw !== undefined && initial.powerMw > ratedMw * (1 + POWER_ROUNDING)) {
      report(
        "initialState.powerMw",
        `${initial.powerMw}`,
        `at most units x unitMw = ${ratedMw}`,
        "correct the reading or the units",
      );
    }
  },

  declare(spec, initial, site) {
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
    return { powerMw, onlineMw, capacityMw, yearCaps };
  },

  read(spec, initial, handles, solved) {
    const dt = solved.time.stepHours;
    const powerMw = solved.values(handles.powerMw);
    const onlineMw = solved.values(handles.onlineMw);
    const { mmbtu, usdPerMwh, usdPerOnlineMwh, co2T } = fuelOf(spec);
    const energyMwh = sum(powerMw) * dt;
    const onlineMwh = sum(onlineMw) * dt;
    const { units, totals: run } = wholeUnits(powerMw, dt, spec, onlineMw, initial?.powerMw);
    const asRunOnlineMwh = run.unitHours * spec.unitMw;
    const fuelMmbtu = mmbtu && powerMw.map((mw, t) => dt * (mmbtu.perMwh * mw + mmbtu.perOnlineMwh * onlineMw[t]));
    const endState = Object.fromEntries(
      handles.yearCaps.map(({ field, caps }) => [field, usedAtEnd(caps, initial?.[field], solved)]),
    );
    return {
      kind: "firm-generation",
      role: "on-site",
      netBusMw: powerMw,
      series: { powerMw, onlineMw, ...(fuelMmbtu && { fuelMmbtu }), unitsAsRun: units },
      totals: {
        energyMwh,
        ...(fuelMmbtu && { fuelMmbtu: sum(fuelMmbtu) }),
        unitHours: onlineMwh / spec.unitMw,
        co2T: co2T.perMwh * energyMwh + co2T.perOnlineMwh * onlineMwh,
        fuelUsd: (weightedSum(powerMw, usdPerMwh) + weightedSum(onlineMw, usdPerOnlineMwh)) * dt,
        omUsd: energyMwh * spec.omUsdPerMwh,
      },
      asRun: {
        ...(mmbtu && { fuelMmbtu: mmbtu.perMwh * energyMwh + mmbtu.perOnlineMwh * asRunOnlineMwh }),
        co2T: co2T.perMwh * energyMwh + co2T.perOnlineMwh * asRunOnlineMwh,
        ...run,
      },
      endState: { ...initial, powerMw: Math.max(0, powerMw[powerMw.length - 1]), ...endState },
    };
  },

  rule(spec, initial, { powerMw, onlineMw, capacityMw, yearCaps }, site) {
    const dt = site.time.stepHours;
    const upMw = (spec.rampUpMwPerH ?? Infinity) * dt;
    const downMw = (spec.rampDownMwPerH ?? Infinity) * dt;
    let lastMw = initial?.powerMw;
    let heldMw = 0;
    const { usdPerMwh, usdPerOnlineMwh } = fuelOf(spec);
    const fuelUsdPerMwh = (t: number) => usdPerMwh[t] + (onlineMw === powerMw ? usdPerOnlineMwh[t] : 0);
    const left = yearCaps.map(({ caps, perMwh: [ofPower, ofOnline] }) => ({
      ...capsLeft(caps),
      perMwh: ofPower + ofOnline,
    }));
    const mostMw = (t: number) => capacityMw[t] * (spec.onlineShare?.[t] ?? 1);
    const leastMw = (t: number) => (spec.onlineShare ? spec.minLoadFraction * mostMw(t) : 0);
    // What minimum load and the ramp down hold it at, whatever power costs.
    const floorMw = (t: number) => Math.max(leastMw(t), Math.min(mostMw(t), (lastMw ?? -Infinity) - downMw));
    const reachMw = (t: number) =>
      left.reduce(
        (mw, { at, perMwh }) => Math.min(mw, at(t) / (perMwh * dt)),
        Math.min(mostMw(t), Math.max(leastMw(t), (lastMw ?? Infinity) + upMw)),
      );
    return {
      flows: [
        {
          role: "free-supply",
          reachMw: floorMw,
          usdPerMwh: () => MUST_RUN_USD_PER_MWH,
          tookMw: (_t, mw) => {
            heldMw = mw;
          },
          fixes: [],
        },
        {
          role: "free-supply",
          reachMw: (t) => Math.max(0, reachMw(t) - floorMw(t)),
          usdPerMwh: (t) => fuelUsdPerMwh(t) + spec.omUsdPerMwh,
          tookMw: (t, mw) => {
            lastMw = heldMw + mw;
            for (const { take, perMwh } of left) take(t, lastMw * perMwh * dt);
          },
          fixes: [{ columns: powerMw, value: (_t, mw) => heldMw + mw }],
        },
      ],
    };
  },
};
