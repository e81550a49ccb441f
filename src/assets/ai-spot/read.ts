import type { SolvedSite } from "../../model/solved-site.ts";
import { hallMw } from "../ai-load/facility-curve.ts";
import type { AssetReading } from "../asset.ts";
import { scaled, sum, weightedSum } from "../fields/series.ts";
import { readInterruptions, type InterruptionReading } from "../limits/interruption-cap.ts";
import type { Handles } from "./declare.ts";
import type { Spec, State } from "./schema.ts";

export interface AiSpotReading extends AssetReading {
  readonly kind: "ai-spot";
  /** Facility power; revenue per facility MWh (with `facilityByIt` at the full demand). */
  readonly series: {
    /** Facility power that could be sold. */
    readonly demandMw: Float64Array;
    /** Facility power served. */
    readonly servedMw: Float64Array;
    /** Revenue per MWh of facility energy. */
    readonly revenueUsdPerMwh: Float64Array;
    /** IT power served; only with `facilityByIt`. */
    readonly servedItMw?: Float64Array;
    /** With `powerModes`: power that the work served would take beside `servedMw` if uncapped. */
    readonly throttledMw?: Float64Array;
  };
  readonly totals: {
    /** Energy that could be sold. */
    readonly demandMwh: number;
    /** Energy served. */
    readonly servedMwh: number;
    /** Energy not drawn by throttling; with `powerModes`. */
    readonly throttledMwh?: number;
    /** Income from what was served. */
    readonly revenueUsd: number;
  };
  /** With `interruptionCap`: by calendar year; of IT energy with `facilityByIt`. */
  readonly interruptions?: readonly InterruptionReading[];
  readonly endState?: State & Readonly<Record<string, unknown>>;
}

export function readAiSpot(
  spec: Spec,
  initial: State | undefined,
  handles: Handles,
  solved: SolvedSite,
): AiSpotReading {
  const dt = solved.time.stepHours;
  const { demandMw, mostMw, usdPerMwh, hall } = handles;
  const soldMw = solved.values(handles.servedMw);
  const throttledMw = handles.throttle && solved.values(handles.throttle.throttledMw);
  const throttledMwh = throttledMw && sum(throttledMw) * dt;
  const unhalledMw = throttledMw ? soldMw.map((mw, t) => mw - throttledMw[t]) : soldMw;
  const servedMw = hall ? hallMw(hall, solved) : unhalledMw;
  const capped = spec.interruptionCap && readInterruptions(handles.caps, initial, solved);
  return {
    kind: "ai-spot",
    role: "ai-load",
    netBusMw: scaled(servedMw, -1),
    series: {
      demandMw,
      servedMw,
      revenueUsdPerMwh: hall
        ? usdPerMwh.map((usd, t) => (demandMw[t] > 0 ? (usd * mostMw[t]) / demandMw[t] : 0))
        : usdPerMwh,
      ...(hall && { servedItMw: soldMw }),
      ...(throttledMw && { throttledMw }),
    },
    totals: {
      demandMwh: sum(demandMw) * dt,
      servedMwh: sum(servedMw) * dt,
      ...(throttledMwh !== undefined && { throttledMwh }),
      revenueUsd: weightedSum(soldMw, usdPerMwh) * dt,
    },
    ...(throttledMwh !== undefined && {
      throttling: { throttledMwh, lostThroughputMwh: 0, lostThroughputUsd: 0 },
    }),
    ...(capped && { interruptions: capped.interruptions }),
    ...((initial || capped) && { endState: { ...initial, ...capped?.interrupted } }),
  };
}
