import type { SolvedSite } from "../../model/solved-site.ts";
import type { AssetReading } from "../asset.ts";
import { scaled, sum } from "../fields/series.ts";
import { readInterruptions, type InterruptionReading } from "../limits/interruption-cap.ts";
import type { Handles } from "./declare.ts";
import { earnedUsd } from "./revenue.ts";
import type { Spec, State } from "./schema.ts";
import { readSlaCredits, slaEndState, type SlaReading } from "./sla.ts";

export interface AiFirmReading extends AssetReading {
  readonly kind: "ai-firm";
  readonly series: {
    /** Facility power asked for. */
    readonly demandMw: Float64Array;
    /** Facility power served. */
    readonly servedMw: Float64Array;
    /** Facility power asked for and not served. */
    readonly unservedMw: Float64Array;
    /** With `powerModes`: facility power not drawn, by throttling. */
    readonly throttledMw?: Float64Array;
    /** With `powerModes`: throughput lost, as the facility power it would take at full power. */
    readonly lostThroughputMw?: Float64Array;
  };
  /** `revenueUsd` where a revenue is stated. */
  readonly totals: {
    /** Energy asked for. */
    readonly demandMwh: number;
    /** Energy served. */
    readonly servedMwh: number;
    /** Energy asked for and not served. */
    readonly unservedMwh: number;
    /** Energy not drawn by throttling; with `powerModes`. */
    readonly throttledMwh?: number;
    /** Throughput lost by throttling, as the energy it would take at full power; with `powerModes`. */
    readonly lostThroughputMwh?: number;
    /** Income from what was served; absent where no revenue is stated. */
    readonly revenueUsd?: number;
  };
  /** With `slaCredits`: what every month comes to. */
  readonly sla?: readonly SlaReading[];
  /** With `interruptionCap`: by calendar year. */
  readonly interruptions?: readonly InterruptionReading[];
  readonly endState?: State & Readonly<Record<string, unknown>>;
}

export function readAiFirm(
  spec: Spec,
  initial: State | undefined,
  handles: Handles,
  solved: SolvedSite,
): AiFirmReading {
  const dt = solved.time.stepHours;
  const { demandMw, fixedMw } = handles;
  const unservedMw = solved.values(handles.unservedMw);
  const movedMw = solved.values(handles.movedMw);
  const throttledMw = solved.values(handles.throttle?.throttledMw);
  const lostMw = solved.values(handles.throttle?.lostMw);
  const servedMw = fixedMw.map((mw, t) => mw - unservedMw[t] - throttledMw[t] + movedMw[t]);
  const missedMwh = handles.missedMwh.reduce((total, column) => total + solved.value(column), 0);
  const service = {
    demandMwh: sum(demandMw) * dt,
    servedMwh: sum(servedMw) * dt,
    unservedMwh: sum(unservedMw) * dt + missedMwh,
  };
  const notEarnedMw = unservedMw.map((mw, t) => mw + lostMw[t]);
  const revenueUsd = earnedUsd(spec, demandMw, notEarnedMw, handles.missedMwh, solved);
  const throttled = handles.throttle && { throttledMwh: sum(throttledMw) * dt, lostThroughputMwh: sum(lostMw) * dt };
  const sla = spec.slaCredits && readSlaCredits(handles.sla, spec.slaCredits, solved);
  const capped = spec.interruptionCap && readInterruptions(handles.caps, initial, solved);
  return {
    kind: "ai-firm",
    role: "ai-load",
    netBusMw: scaled(servedMw, -1),
    series: { demandMw, servedMw, unservedMw, ...(throttled && { throttledMw, lostThroughputMw: lostMw }) },
    totals: { ...service, ...throttled, ...(revenueUsd !== undefined && { revenueUsd }) },
    service,
    ...(throttled && {
      throttling: {
        ...throttled,
        lostThroughputUsd: throttled.lostThroughputMwh * (spec.lostThroughputUsdPerMwh ?? 0),
      },
      notices: throttledBesideMining(spec.name, throttledMw, handles, solved),
    }),
    ...(sla && { sla }),
    ...(capped && { interruptions: capped.interruptions }),
    ...((initial || sla || capped) && {
      endState: {
        ...initial,
        ...(sla && slaEndState(handles.sla, sla, initial)),
        ...capped?.interrupted,
      },
    }),
  };
}

/** Energy up to this is rounding of a solver, MWh. */
const NO_ENERGY_MWH = 1e-6;

/** Says where throttling made way for mining. */
function throttledBesideMining(
  name: string,
  throttledMw: Float64Array,
  { miningMw }: Handles,
  solved: SolvedSite,
): string[] {
  const miningTotalMw = solved.total(miningMw);
  const mwh = sum(throttledMw.map((mw, t) => Math.min(mw, miningTotalMw[t]))) * solved.time.stepHours;
  if (mwh <= NO_ENERGY_MWH) return [];
  return [
    `${name}: ${mwh.toFixed(1)} MWh are throttled that mining draws in the same intervals: at ` +
      "lostThroughputUsdPerMwh the work lost is worth less than what mining earns. Raise it if this load comes first.",
  ];
}
