/**
 * Power of a fleet as whole rigs in whole modes. With a = share of rigs awake and y = power above standby, the awake
 * rigs fill the segments in order, segment k up to a U_k; so of all rigs the share 1 - a sleeps and the awake ones
 * stand in two neighbouring modes at most. Where rigs wake in no steps, a = min(1, y / U_1): as few as possible sleep.
 *
 * Rounding: each count of rigs that reach a mode is rounded down, so whole rigs draw no more than the plan allows them
 * and less by under one rig's step per mode.
 */
import type { PowerMode } from "../../catalogue/power-modes.ts";
import type { FleetFigures } from "./economics.ts";
import { modeName } from "./modes.ts";

/** This near below a whole rig (rounding of the solver) it is one. */
const RIG_ROUNDING = 1e-6;

export interface ModeReading extends PowerMode {
  readonly name: string;
  /** Whole rigs in this mode, one value per interval. */
  readonly rigs: Float64Array;
  /** Price of power at the bus above which rigs leave the mode for the one before; absent for `asleep`. */
  readonly strikeUsdPerMwh?: Float64Array;
}

/** What whole rigs do. */
export interface WholeRigs {
  /** `asleep` first, then the modes of the hull by rising power; the rigs of an interval add up to the fleet. */
  readonly modes: readonly ModeReading[];
  /** Rigs that are not asleep. */
  readonly rigsOn: Float64Array;
  /** Facility power of these whole rigs above standby, MW. */
  readonly aboveMw: Float64Array;
}

/** `awakeShare`: share of the rigs awake, by interval; absent = as many as the power is enough for. */
export function wholeRigs(
  rigs: number,
  standbyWPerRig: number,
  { segments }: FleetFigures,
  aboveMw: Float64Array,
  awakeShare?: Float64Array,
): WholeRigs {
  const reached = segments.map(() => new Float64Array(aboveMw.length));
  const wholeMw = new Float64Array(aboveMw.length);
  aboveMw.forEach((mw, t) => {
    const awake = awakeShare?.[t] ?? Math.min(1, mw / segments[0].aboveMw);
    let leftMw = mw;
    let most = Infinity;
    segments.forEach((segment, k) => {
      // Within the segment every awake rig is at its upper end or at its lower.
      const share = Math.min(awake, Math.max(0, leftMw) / segment.aboveMw);
      most = Math.min(most, Math.floor(rigs * share + RIG_ROUNDING));
      reached[k][t] = most;
      wholeMw[t] += (most / rigs) * segment.aboveMw;
      leftMw -= share * segment.aboveMw;
    });
  });
  const asleep: ModeReading = {
    name: "asleep",
    powerW: standbyWPerRig,
    hashrateThPerS: 0,
    rigs: reached[0].map((on) => rigs - on),
  };
  const modes = segments.map(({ mode, strikeUsdPerMwh }, k): ModeReading => ({
    ...mode,
    name: modeName(mode),
    rigs: reached[k].map((on, t) => on - (reached[k + 1]?.[t] ?? 0)),
    strikeUsdPerMwh: strikeUsdPerMwh.slice(),
  }));
  return { modes: [asleep, ...modes], rigsOn: reached[0], aboveMw: wholeMw };
}
