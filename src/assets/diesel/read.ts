import type { SolvedSite } from "../../model/solved-site.ts";
import type { Warning } from "../../model/warning.ts";
import { localStamp } from "../../time/time-grid.ts";
import type { AssetReading } from "../asset.ts";
import { product, scaled, sum, weightedSum } from "../fields/series.ts";
import { usedAtEnd } from "../limits/period-cap.ts";
import { asRun, type AsRun } from "./as-run.ts";
import { left, type Handles } from "./declare.ts";
import type { Spec, State } from "./schema.ts";
import { levels } from "./tank.ts";
import { firstWithEnergy } from "../../time/first-with-energy.ts";

/** Litres or set-hours above a limit that are rounding of the solver. */
const ROUNDING = 1e-3;

export interface DieselReading extends AssetReading {
  readonly kind: "diesel";
  readonly series: {
    /** Power generated. */
    readonly powerMw: Float64Array;
    /** Fuel burnt in the interval by the program's curve. */
    readonly fuelL: Float64Array;
    /** Fuel left at the end of the interval; absent without a tank. */
    readonly tankL?: Float64Array;
    /**
     * Whole sets that would run.
     * @unit sets
     */
    readonly setsAsRun: Float64Array;
  };
  readonly totals: {
    /** Energy generated. */
    readonly energyMwh: number;
    /** Fuel burnt, by the program's curve. */
    readonly fuelL: number;
    /** Hours of running sets, by the program. */
    readonly unitHours: number;
    /** Of them, set-hours that count against the permit's cap; absent without one. */
    readonly permitHours?: number;
    /** Absent without deliveries. */
    readonly deliveredL?: number;
    /** CO2 of the fuel. */
    readonly co2T: number;
    /** Fuel burnt, at `fuelUsdPerL`. */
    readonly fuelUsd: number;
    /** Cost of operation and maintenance. */
    readonly omUsd: number;
  };
  /** What the deliveries within the plan bring, in the order of time; `at` in UTC. Absent without deliveries. */
  readonly deliveries?: readonly {
    /** Time of the delivery, ISO-8601 in UTC. */
    readonly at: string;
    /**
     * Fuel delivered.
     * @unit L
     */
    readonly litres: number;
    /** Cost of the delivery. */
    readonly usd: number;
  }[];
  /** What whole sets would do; a linear program cannot hold minimum load. */
  readonly asRun: AsRun;
  readonly endState: State & Readonly<Record<string, unknown>>;
}

export function readDiesel(
  spec: Spec,
  initial: State | undefined,
  handles: Handles,
  solved: SolvedSite,
): DieselReading {
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
      notices.push(`${spec.name}: as run, whole sets take ${used.toFixed(1)} ${unit}; there are ${limit.toFixed(1)}.`);
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
}

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
      text:
        `${name}: ${mwh.toFixed(3)} MWh are generated while the site may import, first at ` +
        `${localStamp(time, firstWithEnergy(mw, time.stepHours, ROUNDING))}, ` +
        "and no permit is given. An emergency permit forbids that (40 CFR 60.4211(f)), and " +
        "the plan without it costs more.",
      fix: 'state permit: { class: "emergency" } or { class: "non-emergency", hoursPerYear }',
    },
  ];
}
