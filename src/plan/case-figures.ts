import { sum } from "../assets/series.ts";
import type { PowerPlan } from "./plan-result.ts";

/** What a case does over the plan; the same figures for the hybrid and every AI-only case. */
export interface CaseFigures {
  readonly dieselMwh: number;
  /** By the program's fuel curve. */
  readonly dieselL: number;
  /** Fuel and O&M. */
  readonly dieselUsd: number;
  readonly dieselCo2T: number;
  /** Set-hours by the program. */
  readonly dieselUnitHours: number;
  /** As whole sets would run. */
  readonly asRun: { readonly dieselL: number; readonly unitHours: number; readonly hours: number };
  readonly unservedMwh: number;
  /** By AI load; its sum is `unservedMwh`. */
  readonly unservedMwhByLoad: Readonly<Record<string, number>>;
  readonly demandMwh: number;
  /** Imported power and diesel; undefined where the grid's emission factor was not stated. */
  readonly siteCo2T: number | undefined;
  /** Net cost of the dispatch, penalties and valuations included, USD. */
  readonly dispatchUsd: number;
}

export function caseFigures(plan: PowerPlan): CaseFigures {
  const figures = { dieselMwh: 0, dieselL: 0, dieselUsd: 0, dieselCo2T: 0, dieselUnitHours: 0, unservedMwh: 0, demandMwh: 0 };
  const asRun = { dieselL: 0, unitHours: 0, hours: 0 };
  const unserved: [string, number][] = [];
  for (const [name, { backup, service }] of Object.entries(plan.assets)) {
    if (backup !== undefined) {
      figures.dieselMwh += backup.energyMwh;
      figures.dieselL += backup.fuelL;
      figures.dieselUsd += backup.costUsd;
      figures.dieselCo2T += backup.co2T;
      figures.dieselUnitHours += backup.unitHours;
      asRun.dieselL += backup.asRun.fuelL;
      asRun.unitHours += backup.asRun.unitHours;
      asRun.hours += backup.asRun.hours;
    }
    if (service !== undefined) {
      figures.unservedMwh += service.unservedMwh;
      unserved.push([name, service.unservedMwh]);
      figures.demandMwh += service.demandMwh;
    }
  }
  const importCo2 = importCo2T(plan);
  return { ...figures, unservedMwhByLoad: Object.fromEntries(unserved), asRun, siteCo2T: importCo2 === undefined ? undefined : importCo2 + figures.dieselCo2T, dispatchUsd: plan.objectiveUsd };
}

/** Sum over AI loads of the difference in unserved energy: a load served more does not make up for one served less. */
export function unservedDifferenceMwh(a: CaseFigures, b: CaseFigures): number {
  // AI loads always stay, so all cases have the same.
  return Object.entries(a.unservedMwhByLoad).reduce((total, [name, mwh]) => total + Math.abs(mwh - b.unservedMwhByLoad[name]), 0);
}

/** CO2 of imported power; undefined where any connection states no factor. */
function importCo2T(plan: PowerPlan): number | undefined {
  let total = 0;
  for (const { importCo2T: tonnes, role } of Object.values(plan.assets)) {
    if (role !== "connection") continue;
    if (tonnes === undefined) return undefined;
    total += sum(tonnes);
  }
  return total;
}

/** What mining drew, and its emissions at the grid's hourly factor (as if each MWh of it were imported). */
export function miningFigures(plan: PowerPlan): { readonly energyMwh: number; readonly co2T?: number } {
  const readings = Object.values(plan.assets);
  const factor = readings.find((reading) => reading.gridTPerMwh !== undefined)?.gridTPerMwh;
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
