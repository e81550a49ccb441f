import type { AssetReading } from "../assets/asset.ts";
import type { PowerPlan } from "./plan-result.ts";

/** Figures of a case over the plan; the same ones for the hybrid and for every AI-only case. */
export interface CaseFigures {
  /** Energy generated from diesel. */
  readonly dieselMwh: number;
  /** According to the fuel curve of the program. */
  readonly dieselL: number;
  /** Fuel and O&M. */
  readonly dieselUsd: number;
  /** CO2 of the diesel burnt. */
  readonly dieselCo2T: number;
  /** Hours of running sets according to the program. */
  readonly dieselUnitHours: number;
  /** As whole sets would run. */
  readonly asRun: {
    /** Fuel burnt. */
    readonly dieselL: number;
    /** Hours of running sets. */
    readonly unitHours: number;
    /** Hours in which at least one set runs. */
    readonly hours: number;
  };
  /** Energy that AI loads asked for and were not served. */
  readonly unservedMwh: number;
  /** By AI load; its sum is `unservedMwh`. */
  readonly unservedMwhByLoad: Readonly<Record<string, number>>;
  /** Energy that AI loads asked for. */
  readonly demandMwh: number;
  /**
   * Throughput that firm AI lost by throttling, as the energy it would take at full power, and its price; its lost
   * revenue is not counted. It does not count as unserved energy, and is part of `dispatchUsd`.
   */
  readonly lostThroughputMwh: number;
  /** Price of that throughput. */
  readonly lostThroughputUsd: number;
  /** Energy not drawn by throttling, of all AI loads. */
  readonly throttledMwh: number;
  /** CO2 of imported power and of all fuel burnt; undefined if the grid has no emission factor. */
  readonly siteCo2T: number | undefined;
  /** Net cost of the dispatch including penalties and valuations, USD. */
  readonly dispatchUsd: number;
}

export function caseFigures(plan: PowerPlan): CaseFigures {
  const readings = Object.entries(plan.assets);
  const total = (of: (reading: AssetReading) => number | undefined) =>
    readings.reduce((all, [, reading]) => all + (of(reading) ?? 0), 0);
  return {
    dieselMwh: total(({ backup }) => backup?.energyMwh),
    dieselL: total(({ backup }) => backup?.fuelL),
    dieselUsd: total(({ backup }) => backup?.costUsd),
    dieselCo2T: total(({ backup }) => backup?.co2T),
    dieselUnitHours: total(({ backup }) => backup?.unitHours),
    asRun: {
      dieselL: total(({ backup }) => backup?.asRun.fuelL),
      unitHours: total(({ backup }) => backup?.asRun.unitHours),
      hours: total(({ backup }) => backup?.asRun.hours),
    },
    unservedMwh: total(({ service }) => service?.unservedMwh),
    unservedMwhByLoad: Object.fromEntries(
      readings.flatMap(([name, { service }]) => (service ? [[name, service.unservedMwh]] : [])),
    ),
    demandMwh: total(({ service }) => service?.demandMwh),
    lostThroughputMwh: total(({ throttling }) => throttling?.lostThroughputMwh),
    lostThroughputUsd: total(({ throttling }) => throttling?.lostThroughputUsd),
    throttledMwh: total(({ throttling }) => throttling?.throttledMwh),
    siteCo2T: plan.emissions?.totalT,
    dispatchUsd: plan.objectiveUsd,
  };
}

/**
 * Sum over AI loads of the difference in unserved energy. A load that is served more does not compensate for a load
 * that is served less.
 */
export function unservedDifferenceMwh(a: CaseFigures, b: CaseFigures): number {
  // All cases have the same AI loads.
  return Object.entries(a.unservedMwhByLoad).reduce(
    (total, [name, mwh]) => total + Math.abs(mwh - b.unservedMwhByLoad[name]),
    0,
  );
}

/** Energy drawn by mining, and its emissions at the hourly factor of the grid (as if every MWh were imported). */
export function miningFigures(plan: PowerPlan): { readonly energyMwh: number; readonly co2T?: number } {
  const readings = Object.values(plan.assets);
  const factor = readings.find((reading) => reading.gridTPerMwh)?.gridTPerMwh;
  let energyMwh = 0;
  let co2T = 0;
  for (const { role, netBusMw } of readings) {
    if (role !== "mining") continue;
    for (let t = 0; t < netBusMw.length; t++) {
      const mwh = -netBusMw[t] * plan.stepHours;
      energyMwh += mwh;
      co2T += mwh * (factor?.[t] ?? 0);
    }
  }
  return { energyMwh, ...(factor && { co2T }) };
}
