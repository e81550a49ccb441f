import type { SolvedSite } from "../../model/solved-site.ts";
import { MS_PER_MINUTE } from "../../time/time-grid.ts";
import type { AssetReading } from "../asset.ts";
import { sum } from "../fields/series.ts";
import { instantStamp, type Handles, type PlannedCall } from "./declare.ts";
import type { Spec, State } from "./schema.ts";
import { callTiming, timingNotices, type CallDrop, type CallTiming } from "./timing.ts";

export interface CurtailmentCallReading extends AssetReading {
  readonly kind: "curtailment-call";
  readonly series: {
    /** Import above the caps. */
    readonly missedMw: Float64Array;
  };
  readonly totals: {
    /** Hours in which a call is on. */
    readonly calledHours: number;
    /** Import above the caps. */
    readonly missedMwh: number;
  };
  /** Those in the plan. */
  readonly calls: readonly ({
    /**
     * First interval in the plan.
     * @unit 1
     */
    readonly interval: number;
    /** End of the call, ISO-8601 with the local offset. */
    readonly end: string;
    /** When the site would know of the call: the plan knew from its own start. */
    readonly knownAt: string;
    /** In each interval of the call. */
    readonly capMw: Float64Array;
    /** Import in each interval of the call. */
    readonly importMw: Float64Array;
    /** Least cap minus import; negative where the call is missed. */
    readonly marginMw: number;
    /** Import above the cap. */
    readonly missedMwh: number;
    /** Whether what had to go at the start could be gone in time. */
    readonly timing: CallTiming;
  } & CallDrop)[];
}

export function readCurtailmentCall(
  spec: Spec,
  _initial: State | undefined,
  { calls, connection, miningMw }: Handles,
  solved: SolvedSite,
): CurtailmentCallReading {
  const { time } = solved;
  const importMw = solved.values(connection?.importMw);
  const aboveMw = solved.total(miningMw);
  const missedMw = solved.total(calls.map((planned) => planned.missedMw));
  const readings = calls.map((planned) => readCall(spec, planned, importMw, aboveMw, solved));
  return {
    kind: "curtailment-call",
    role: "contract",
    netBusMw: new Float64Array(time.count),
    series: { missedMw },
    totals: {
      calledHours: calls.reduce((hours, { capMw }) => hours + capMw.length * time.stepHours, 0),
      missedMwh: sum(missedMw) * time.stepHours,
    },
    calls: readings,
    notices: timingNotices(spec.name, spec, readings),
  };
}

function readCall(
  spec: Spec,
  { call, from, capMw, missedMw }: PlannedCall,
  importMw: Float64Array,
  aboveMw: Float64Array,
  solved: SolvedSite,
): CurtailmentCallReading["calls"][number] {
  const { time } = solved;
  const importedMw = importMw.slice(from, from + capMw.length);
  const before = from - 1;
  const drop =
    from === 0
      ? {}
      : { dropMw: Math.max(0, importMw[before] - capMw[0]), minedDropMw: Math.max(0, aboveMw[before] - aboveMw[from]) };
  return {
    interval: from,
    start: instantStamp(time, call.start, from),
    end: instantStamp(time, call.end, from + capMw.length),
    knownAt: instantStamp(time, call.start - spec.noticeMinutes * MS_PER_MINUTE, from),
    capMw,
    importMw: importedMw,
    marginMw: capMw.reduce((least, mw, i) => Math.min(least, mw - importedMw[i]), Infinity),
    missedMwh: sum(solved.values(missedMw)) * time.stepHours,
    ...drop,
    timing: callTiming(spec, drop.dropMw),
  };
}
