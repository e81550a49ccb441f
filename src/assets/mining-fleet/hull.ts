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
import { concaveHull, type ConcaveHull } from "../power-modes/concave-hull.ts";

export type ModeHull = ConcaveHull<PowerMode>;

/** All modes draw more than `standbyW`, no two of them the same. */
export function modeHull(modes: readonly PowerMode[], standbyW: number): ModeHull {
  return concaveHull(modes, { power: standbyW, output: 0 }, ({ powerW, hashrateThPerS }) => ({
    power: powerW,
    output: hashrateThPerS,
  }));
}
