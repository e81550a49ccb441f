/**
 * Diesel sets as the last resort. Fuel follows the affine curve of the industry chart (2 MW class):
 *
 *     litres_t = dt (fuelSlopeLPerMwh P_t + fuelInterceptLPerHPerMw c_t),   P_t <= c_t,  P_t >= minLoad c_t
 *
 * with c_t the capacity online. A linear program always chooses c_t = P_t, so c is left out and
 * litres_t = dt (slope + intercept) P_t: exact at full load, 0-5 % low for sets at 50-100 % load. What whole sets would
 * have burnt is reported beside it ("as run": sets = ceil(P / unitMw), no-load fuel of every set online).
 *
 *     0 <= P_t <= sets unitMw availability_t,   sum litres_t <= fuel at hand,   sum dt P_t / unitMw <= unit-hours left
 *     cost = sum litres_t fuelUsdPerL + dt omUsdPerMwh P_t,     t CO2 = co2KgPerL litres_t / 1000
 *
 * With deliveries q_k the tank holds between them, L_k before the k-th: 0 <= L_k, L_k + q_k <= tankL
 * (`diesel/tank.ts`). A permit lets the sets run in a share a_t of an interval, of which w_t counts: P_t <= a_t
 * capacity_t, and by calendar year sum w_t dt P_t / unitMw <= sets hours - used (`diesel/permit.ts`). Unless the input
 * allows it, diesel never runs in an interval with export, nor with mining above standby.
 */
import type { Columns } from "../../model/columns.ts";
import type { SolvedSite } from "../../model/solved-site.ts";
import type { Warning } from "../../model/warning.ts";
import { localStamp } from "../../time/time-grid.ts";
import type { AssetKind, AssetReading } from "../asset.ts";
import { asRun, type AsRun } from "./as-run.ts";
import { permitSchema, permitTerms } from "./permit.ts";
import { checkDeliveries, declareTank, deliverySchema, levels, type Tank } from "./tank.ts";
import { assetName, curve, number, type Resolved, strictObject, z } from "../fields/fields.ts";
import { capsLeft, countAgainst, declareCaps, usedAtEnd, usedByPeriod, type PeriodCap } from "../limits/period-cap.ts";
import { quantity } from "../fields/quantities.ts";
import { busPower } from "../rule-dispatch.ts";
import { product, scaled, sum, weightedSum } from "../fields/series.ts";
import { MOST_UNITS } from "../limits/whole-units.ts";

const schema = strictObject({
  kind: z.literal("diesel"),
  name: assetName(),
  sets: z.int().min(1).max(MOST_UNITS),
  unitMw: number(quantity.powerMw).gt(0),
  availability: curve(
    quantity.fraction,
    "Share of the sets that may run, e.g. 0 where the permit allows emergencies only; default 1",
  ).optional(),
  fuelUsdPerL: number(quantity.usdPerL),
  omUsdPerMwh: number(quantity.costUsdPerMwh, "Variable O&M; guidance 10 to 30"),
  fuelSlopeLPerMwh: number(quantity.litrePerMwh, "Default: fit of a 2 MW set's chart").prefault(248.7),
  fuelInterceptLPerHPerMw: number(quantity.litrePerHourMw, "No-load fuel per MW online (same fit)").default(15),
  co2KgPerL: number(quantity.kgPerL, "Default: EIA, 10.19 kg/gal").default(2.69),
  minLoadFraction: number(quantity.fraction, "Below it a set is reported as under minimum load").default(0.3),
  tankL: number(quantity.litre, "Default no limit").optional(),
  deliveries: z.array(deliverySchema).optional(),
  permit: permitSchema.optional().describe("Default none: the sets may run whenever they are available"),
  unitHoursCap: number(
    quantity.hours,
    "Set-hours allowed up to the plan's end, those already used included",
  ).optional(),
  allowExport: z.boolean().default(false),
  allowMining: z.boolean().default(false),
});

const stateSchema = strictObject({
  fuelL: number(quantity.litre, "Fuel in the tank; default full").optional(),
  unitHoursUsed: number(quantity.hours).optional(),
  permitHoursByYear: usedByPeriod(quantity.hours, "Set-hours that counted against the permit, e.g. { '2026': 37.5 }"),
});

type Spec = Resolved<z.output<typeof schema>>;
type State = z.output<typeof stateSchema>;

/** Litres or set-hours above a limit that are rounding of the solver. */
const ROUNDING = 1e-3;

interface Handles {
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

export interface DieselReading extends AssetReading {
  readonly kind: "diesel";
  readonly series: {
    readonly powerMw: Float64Array;
    /** Fuel burnt in the interval by the program's curve. */
    readonly fuelL: Float64Array;
    /** Fuel left at the end of the interval; absent without a tank. */
    readonly tankL?: Float64Array;
    /** Whole sets that would run. */
    readonly setsAsRun: Float64Array;
  };
  readonly totals: {
    readonly energyMwh: number;
    readonly fuelL: number;
    readonly unitHours: number;
    /** Of them, set-hours that count against the permit's cap; absent without one. */
    readonly permitHours?: number;
    /** Absent without deliveries. */
    readonly deliveredL?: number;
    readonly co2T: number;
    /** Fuel burnt, at `fuelUsdPerL`. */
    readonly fuelUsd: number;
    readonly omUsd: number;
  };
  /** What the deliveries within the plan bring, in the order of time; `at` in UTC. Absent without deliveries. */
  readonly deliveries?: readonly { readonly at: string; readonly litres: number; readonly usd: number }[];
  /** What whole sets would do; a linear program cannot hold minimum load. */
  readonly asRun: AsRun;
  readonly endState: State & Readonly<Record<string, unknown>>;
}

export const diesel: AssetKind<"diesel", typeof schema, typeof stateSchema, Handles, DieselReading> = {
  kind: "diesel",
  role: "on-site",
  schema,
  stateSchema,

  check(spec, initial, report) {
    if (spec.tankL === undefined && initial?.fuelL !== undefined) {
      report(
        "tankL",
        "nothing",
        "the size of the tank, since initialState gives fuelL",
        "give tankL, or leave fuelL out for unlimited fuel",
      );
    }
    if (spec.tankL !== undefined && initial?.fuelL !== undefined && initial.fuelL > spec.tankL) {
      report(
        "initialState.fuelL",
        `${initial.fuelL}`,
        `at most tankL = ${spec.tankL}`,
        "correct the reading or the size of the tank",
      );
    }
    if (spec.unitHoursCap !== undefined && (initial?.unitHoursUsed ?? 0) > spec.unitHoursCap) {
      report(
        "initialState.unitHoursUsed",
        `${initial?.unitHoursUsed}`,
        `at most unitHoursCap = ${spec.unitHoursCap}`,
        "correct the reading or the cap",
      );
    }
    checkDeliveries(spec, report);
  },

  declare(spec, initial, site) {
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
  },

  link(spec, handles, site) {
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
  },

  read(spec, initial, handles, solved) {
    const dt = solved.time.stepHours;
    const powerMw = solved.values(handles.powerMw);
    const fuelL = scaled(powerMw, handles.litresPerMwh * dt);
    const energyMwh = sum(powerMw) * dt;
    const burntL = sum(fuelL);
    const unitHours = energyMwh / spec.unitMw;
    const run = asRun(powerMw, dt, spec);
    const { tank, permit } = handles;
    const deliveries = tank.deliveries.map(({ delivery: { at, usdPerL }, litres }) => {
      const broughtL = solved.value(litres);
      return { at: new Date(at).toISOString(), litres: broughtL, usd: broughtL * usdPerL };
    });
    const deliveredL = deliveries.reduce((total, { litres }) => total + litres, 0);
    const totals = {
      energyMwh,
      fuelL: burntL,
      unitHours,
      ...(permit?.caps.length && { permitHours: (weightedSum(powerMw, permit.counted) * dt) / spec.unitMw }),
      ...(spec.deliveries && { deliveredL }),
      co2T: (burntL * spec.co2KgPerL) / 1000,
      fuelUsd: burntL * spec.fuelUsdPerL,
      omUsd: energyMwh * spec.omUsdPerMwh,
    };
    const available = left(spec, initial);
    const tankL = spec.tankL === undefined ? undefined : levels(tank, fuelL, solved);
    const notices: string[] = [];
    const exceeds = (used: number, limit: number, unit: string) => {
      if (used > limit + ROUNDING)
        notices.push(
          `${spec.name}: as run, whole sets take ${used.toFixed(1)} ${unit}; there are ${limit.toFixed(1)}.`,
        );
    };
    exceeds(run.totals.fuelL, available.fuelL + deliveredL, "L");
    exceeds(run.totals.unitHours, available.unitHours, "set-hours");
    for (const { label, from, to, most, before } of permit?.caps ?? []) {
      exceeds(
        dt * sum(product(run.sets, permit?.counted ?? run.sets).subarray(from, to)),
        most - before,
        `set-hours of the permit's ${label}`,
      );
    }
    return {
      kind: "diesel",
      role: "on-site",
      netBusMw: powerMw,
      series: { powerMw, fuelL, ...(tankL && { tankL }), setsAsRun: run.sets },
      totals,
      asRun: run.totals,
      ...(spec.deliveries && { deliveries }),
      notices,
      warnings: unpermitted(spec.name, powerMw, handles.noOutage, solved),
      backup: {
        energyMwh,
        fuelL: burntL,
        unitHours,
        co2T: totals.co2T,
        costUsd: totals.fuelUsd + totals.omUsd,
        asRun: run.totals,
      },
      endState: {
        ...initial,
        // An emptied tank or used-up cap may be past its end by rounding, which the next plan would refuse.
        ...(tankL && { fuelL: Math.min(spec.tankL ?? 0, Math.max(0, tankL[tankL.length - 1])) }),
        ...(spec.unitHoursCap === undefined
          ? {}
          : { unitHoursUsed: Math.min(spec.unitHoursCap, (initial?.unitHoursUsed ?? 0) + unitHours) }),
        ...(permit?.caps.length && { permitHoursByYear: usedAtEnd(permit.caps, initial?.permitHoursByYear, solved) }),
      },
    };
  },

  rule(spec, initial, handles, site) {
    const dt = site.time.stepHours;
    const { capacityMw, litresPerMwh, tank, permit } = handles;
    const { fuelL, unitHours } = left(spec, initial);
    const hours = capsLeft(permit?.caps ?? []);
    const countedHours = (t: number) => ((permit?.counted[t] ?? 0) * dt) / spec.unitMw;
    const hoursMw = (t: number) => (countedHours(t) > 0 ? hours.at(t) / countedHours(t) : Infinity);
    let mwhBurnt = 0;
    const fuelMwh = (t: number) =>
      tank.deliveries.reduce(
        (litres, { delivery, serves }) => litres + (serves <= t ? (delivery.orderedL ?? 0) : 0),
        fuelL,
      ) / litresPerMwh;
    return {
      flows: [
        {
          role: "backup",
          fixes: [busPower(handles.powerMw)],
          reachMw: (t) =>
            Math.max(
              0,
              Math.min(capacityMw[t], hoursMw(t), (Math.min(fuelMwh(t), unitHours * spec.unitMw) - mwhBurnt) / dt),
            ),
          tookMw: (t, mw) => {
            mwhBurnt += mw * dt;
            hours.take(t, mw * countedHours(t));
          },
        },
      ],
      // The rule does not look ahead, so it orders no fuel.
      idle: tank.deliveries.flatMap(({ delivery, litres }) => (delivery.orderedL === undefined ? [litres] : [])),
    };
  },
};

/** Energy outside any outage of sets that have no permit. */
function unpermitted(
  name: string,
  powerMw: Float64Array,
  noOutage: Float64Array | undefined,
  { time }: SolvedSite,
): Warning[] {
  const mw = noOutage ? product(powerMw, noOutage) : new Float64Array(0);
  const mwh = sum(mw) * time.stepHours;
  if (mwh <= ROUNDING) return [];
  return [
    {
      code: "unpermitted-generation",
      text: `${name}: ${mwh.toFixed(3)} MWh are generated while the site may import, first at ${localStamp(
        time,
        mw.findIndex((value) => value > ROUNDING),
      )}, and no permit is given. An emergency permit forbids that (40 CFR 60.4211(f)), and the plan without it costs more.`,
      fix: 'state permit: { class: "emergency" } or { class: "non-emergency", hoursPerYear }',
    },
  ];
}

/** Fuel and set-hours the plan may use; Infinity without a limit. */
function left(spec: Spec, initial: State | undefined) {
  return {
    fuelL: initial?.fuelL ?? spec.tankL ?? Infinity,
    unitHours: (spec.unitHoursCap ?? Infinity) - (initial?.unitHoursUsed ?? 0),
  };
}
