import type { SolvedSite } from "../../model/solved-site.ts";
import type { AssetReading } from "../asset.ts";
import { sum, weightedSum } from "../fields/series.ts";
import { usedAtEnd } from "../limits/period-cap.ts";
import { wholeUnits, type WholeUnits } from "../limits/whole-units.ts";
import type { Handles } from "./declare.ts";
import { fuelOf } from "./fuel.ts";
import type { Spec, State } from "./schema.ts";

export interface FirmGenerationReading extends AssetReading {
  readonly kind: "firm-generation";
  readonly series: {
    /** Power generated. */
    readonly powerMw: Float64Array;
    /** Capacity online by the program: as committed, else the power. */
    readonly onlineMw: Float64Array;
    /** Absent with fuelUsdPerMwh. */
    readonly fuelMmbtu?: Float64Array;
    /**
     * Whole units that would run.
     * @unit units
     */
    readonly unitsAsRun: Float64Array;
  };
  readonly totals: {
    /** Energy generated. */
    readonly energyMwh: number;
    /** Absent with fuelUsdPerMwh. */
    readonly fuelMmbtu?: number;
    /** Hours of running units, by the program. */
    readonly unitHours: number;
    /** CO2 of the fuel. */
    readonly co2T: number;
    /** Cost of the fuel. */
    readonly fuelUsd: number;
    /** Cost of operation and maintenance. */
    readonly omUsd: number;
  };
  /** What whole units would do; without fuelMmbtu with fuelUsdPerMwh. */
  readonly asRun: WholeUnits & {
    /** Fuel burnt; absent with fuelUsdPerMwh. */
    readonly fuelMmbtu?: number;
    /** CO2 of the fuel. */
    readonly co2T: number;
  };
  readonly endState: State & Readonly<Record<string, unknown>>;
}

export function readFirmGeneration(
  spec: Spec,
  initial: State | undefined,
  handles: Handles,
  solved: SolvedSite,
): FirmGenerationReading {
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
}
