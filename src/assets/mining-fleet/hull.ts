/**
 * Concave hull of a rig's power modes from (standby W, 0 TH/s). A fleet may hold some rigs in one mode and the rest in
 * another, so it reaches every point on the line between two modes, and a mode on or below such a line is never needed:
 * with (W_0, H_0) = (standby, 0) the efficient modes have falling slopes
 *
 *     (H_1 - H_0) / (W_1 - W_0) > (H_2 - H_1) / (W_2 - W_1) > ... > 0
 *
 * Modes that compute no more than one of less power are left out too.
 */
import type { PowerMode } from "../../catalogue/power-modes.ts";

export interface ModeHull {
  /** By rising power. */
  readonly efficient: readonly PowerMode[];
  /** By rising power. */
  readonly dropped: readonly PowerMode[];
}

/** All modes draw more than `standbyW`, no two of them the same. */
export function modeHull(modes: readonly PowerMode[], standbyW: number): ModeHull {
  const efficient: PowerMode[] = [];
  const dropped: PowerMode[] = [];
  const asleep: PowerMode = { powerW: standbyW, hashrateThPerS: 0 };
  for (const mode of modes.toSorted((a, b) => a.powerW - b.powerW)) {
    if (mode.hashrateThPerS <= (efficient.at(-1) ?? asleep).hashrateThPerS) {
      dropped.push(mode);
      continue;
    }
    for (let last = efficient.at(-1); last; last = efficient.at(-1)) {
      const below = efficient.at(-2) ?? asleep;
      const rise = (to: PowerMode, over: PowerMode) =>
        (to.hashrateThPerS - below.hashrateThPerS) * (over.powerW - below.powerW);
      if (rise(last, mode) > rise(mode, last)) break;
      dropped.push(last);
      efficient.pop();
    }
    efficient.push(mode);
  }
  return { efficient, dropped: dropped.sort((a, b) => a.powerW - b.powerW) };
}
