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
  };
  /** `revenueUsd` where a revenue is stated. */
  readonly totals: {
    /** Energy asked for. */
    readonly demandMwh: number;
    /** Energy served. */
    readonly servedMwh: number;
    /** Energy asked for and not served. */
    readonly unservedMwh: number;
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
  const servedMw = fixedMw.map((mw, t) => mw - unservedMw[t] + movedMw[t]);
  const missedMwh = handles.missedMwh.reduce((total, column) => total + solved.value(column), 0);
  const service = {
    demandMwh: sum(demandMw) * dt,
    servedMwh: sum(servedMw) * dt,
    unservedMwh: sum(unservedMw) * dt + missedMwh,
  };
  const revenueUsd = earnedUsd(spec, demandMw, unservedMw, handles.missedMwh, solved);
  const sla = spec.slaCredits && readSlaCredits(handles.sla, spec.slaCredits, solved);
  const capped = spec.interruptionCap && readInterruptions(handles.caps, initial, solved);
  return {
    kind: "ai-firm",
    role: "ai-load",
    netBusMw: scaled(servedMw, -1),
    series: { demandMw, servedMw, unservedMw },
    totals: { ...service, ...(revenueUsd !== undefined && { revenueUsd }) },
    service,
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
