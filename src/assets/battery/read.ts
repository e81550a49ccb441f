import type { SolvedSite } from "../../model/solved-site.ts";
import type { AssetReading } from "../asset.ts";
import { sum } from "../fields/series.ts";
import type { Handles } from "./declare.ts";
import type { Spec, State } from "./schema.ts";

export interface BatteryReading extends AssetReading {
  readonly kind: "battery";
  readonly series: {
    /** Charging power at the bus. */
    readonly chargeMw: Float64Array;
    /** Discharging power at the bus. */
    readonly dischargeMw: Float64Array;
    /** At the end of each interval. */
    readonly storedMwh: Float64Array;
    /** What one more MWh in store at the end of the interval would be worth. */
    readonly storedValueUsdPerMwh: Float64Array;
    /** With `reserve`: by how much it is missed at the end of each interval. */
    readonly reserveMissedMwh?: Float64Array;
  };
  readonly totals: {
    /** Energy charged, at the bus. */
    readonly chargedMwh: number;
    /** Energy discharged, at the bus. */
    readonly dischargedMwh: number;
    /** Energy in store at the start. */
    readonly initialMwh: number;
    /** Energy in store at the end. */
    readonly endMwh: number;
    /** With end rule `target`: by how much it is missed. */
    readonly targetMissedMwh?: number;
  };
  readonly endState: State & Readonly<Record<string, unknown>>;
}

export function readBattery(
  spec: Spec,
  initial: State | undefined,
  handles: Handles,
  solved: SolvedSite,
): BatteryReading {
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
}
