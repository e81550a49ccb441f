import type { SolvedSite } from "../../model/solved-site.ts";
import type { AssetReading } from "../asset.ts";
import { scaled, sum, weightedSum } from "../fields/series.ts";
import { cutOffWarnings } from "./cut-off.ts";
import type { Handles } from "./declare.ts";
import { wakeSharePerH } from "./ramps.ts";
import type { Spec, State } from "./schema.ts";
import { wholeRigs, type ModeReading } from "./whole-rigs.ts";

export interface MiningFleetReading extends AssetReading {
  readonly kind: "mining-fleet";
  readonly series: {
    /** Facility power at the site bus, standby included. */
    readonly powerMw: Float64Array;
    /** Power above standby. */
    readonly aboveStandbyMw: Float64Array;
    /** Standby power of the rigs that are cut off. */
    readonly deenergizedMw: Float64Array;
    /** Power that fell away beyond `rampDownMwPerH`, since it was cut off; absent without that ramp. */
    readonly cutBeyondRampMw?: Float64Array;
    /**
     * `powerMw` with whole rigs in whole modes: the schedule to carry out, lower by less than one rig's step per mode.
     */
    readonly wholeRigsMw: Float64Array;
    /** Whole rigs that are switched on. */
    readonly rigsOn: Float64Array;
    /** Hash rate. */
    readonly hashratePhPerS: Float64Array;
    /** Price of power above which all rigs sleep. */
    readonly strikeUsdPerMwh: Float64Array;
  };
  /** Size of the fleet: facility power with every rig in its top mode, and with every rig asleep. */
  readonly fleet: {
    /** Number of rigs. */
    readonly rigs: number;
    /**
     * Share of time in which a rig runs.
     * @unit 1
     */
    readonly uptime: number;
    /**
     * Facility power over the power at the plugs.
     * @unit 1
     */
    readonly pue: number;
    /** Facility power with every rig in its top mode. */
    readonly fullMw: number;
    /** Facility power with every rig asleep. */
    readonly standbyMw: number;
  };
  /** Whole rigs by mode, `asleep` first; rigs cut off are among those asleep. */
  readonly modes: readonly ModeReading[];
  readonly totals: {
    /** Energy drawn, standby included. */
    readonly energyMwh: number;
    /** Energy drawn above standby. */
    readonly aboveStandbyMwh: number;
    /** Income from mining after the pool fee. */
    readonly revenueUsd: number;
    /** Energy the fleet could have drawn and did not. */
    readonly shedMwh: number;
  };
  readonly endState: State & Readonly<Record<string, unknown>>;
}

export function readMiningFleet(
  spec: Spec,
  initial: State | undefined,
  handles: Handles,
  solved: SolvedSite,
): MiningFleetReading {
  const dt = solved.time.stepHours;
  const { figures } = handles;
  const bySegment = handles.aboveMw.map((columns) => solved.values(columns));
  const aboveStandbyMw = solved.total(handles.aboveMw);
  const deenergizedMw = solved.values(handles.deenergizedMw);
  const cutBeyondRampMw = handles.cutMw && solved.values(handles.cutMw);
  const powerMw = aboveStandbyMw.map((mw, t) => figures.standbyMw - deenergizedMw[t] + mw);
  const energyMwh = sum(powerMw) * dt;
  const inSteps = wakeSharePerH(spec, dt) !== undefined;
  const awake =
    inSteps || spec.wakeUp
      ? bySegment[0].map((mw) => Math.min(1, Math.max(0, mw / figures.segments[0].aboveMw)))
      : undefined;
  const whole = wholeRigs(spec.rigs, spec.standbyWPerRig, figures, aboveStandbyMw, inSteps ? awake : undefined);
  return {
    kind: "mining-fleet",
    role: "mining",
    netBusMw: scaled(powerMw, -1),
    series: {
      powerMw,
      aboveStandbyMw,
      deenergizedMw,
      ...(cutBeyondRampMw && { cutBeyondRampMw }),
      wholeRigsMw: whole.aboveMw.map((mw, t) => figures.standbyMw - deenergizedMw[t] + mw),
      rigsOn: whole.rigsOn,
      hashratePhPerS: powerMw.map((_, t) =>
        figures.segments.reduce(
          (total, { hashratePhPerS, aboveMw }, k) => total + (hashratePhPerS * bySegment[k][t]) / aboveMw,
          0,
        ),
      ),
      strikeUsdPerMwh: figures.strikeUsdPerMwh.slice(),
    },
    fleet: {
      rigs: spec.rigs,
      uptime: spec.uptime,
      pue: spec.pue,
      fullMw: figures.fullMw,
      standbyMw: figures.standbyMw,
    },
    modes: whole.modes,
    totals: {
      energyMwh,
      aboveStandbyMwh: sum(aboveStandbyMw) * dt,
      revenueUsd: figures.segments.reduce(
        (usd, { incomeUsdPerMwh }, k) => usd + weightedSum(bySegment[k], incomeUsdPerMwh) * dt,
        0,
      ),
      shedMwh: figures.fullMw * solved.time.count * dt - energyMwh,
    },
    warnings: cutOffWarnings(spec.name, deenergizedMw, cutBeyondRampMw, solved),
    endState: {
      ...initial,
      powerMw: powerMw[powerMw.length - 1],
      ...(awake && { awakeShare: awake[awake.length - 1] }),
    },
  };
}
