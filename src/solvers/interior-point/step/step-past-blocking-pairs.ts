import type { Newton } from "../linear-system/newton.ts";
import type { Direction, Point } from "./point.ts";
import type { StepLengths } from "./step-length.ts";
import { StepRule } from "../tolerances.ts";

/**
 * Lengthens the step lengths `boundary` beyond the few pairs that block them. On a long chain a handful of hours (price
 * spikes) otherwise hold up all others, each time another handful: 46 iterations on a year of dispatch, 37 so. A
 * variable passed over stops short of its own limit (see `moveAndMeasure`) while the rest go on:
 *
 * - dual: a boxed column gives z and v the same surplus, so nothing is left behind; one-sided columns still block.
 * - primal: what it fails to move is a residual of its rows, for the next step to remove; in all at most
 *   `greatestMove`.
 */
export function passOver(
  newton: Newton,
  point: Point,
  direction: Direction,
  greatestMove: number,
  boundary: StepLengths,
): void {
  const { numBoxed, numSigned } = newton.kkt.form;
  const numPairs = numBoxed + numSigned;
  const most = Math.floor(StepRule.passedShare * numPairs);
  if (most === 0) return;
  if (boundary.dual < 1) boundary.dual = Math.max(boundary.dual, dualBeyond(newton, point, direction, most));
  if (boundary.primal < 1 && greatestMove > 0) {
    boundary.primal = Math.max(boundary.primal, primalBeyond(newton, point, direction, most, greatestMove));
  }
}

function dualBeyond(newton: Newton, point: Point, direction: Direction, most: number): number {
  const { numBoxed, numSigned } = newton.kkt.form;
  const { z, v } = point;
  const { z: dz, v: dv } = direction;
  const blocking: number[] = [];
  for (let j = 0; j < numBoxed; j++) {
    if (-dz[j] > z[j]) blocking.push(-dz[j] / z[j]);
    if (-dv[j] > v[j]) blocking.push(-dv[j] / v[j]);
  }
  let relative = 0;
  for (let j = numBoxed; j < numSigned; j++) if (-dz[j] > relative * z[j]) relative = -dz[j] / z[j];
  blocking.sort((a, b) => b - a);
  return 1 / Math.max(relative, blocking.length > most ? blocking[most] : 1);
}

function primalBeyond(newton: Newton, point: Point, direction: Direction, most: number, greatestMove: number): number {
  const { numBoxed, numSigned } = newton.kkt.form;
  const { x, w } = point;
  const { x: dx } = direction;
  const blocking: { relative: number; room: number }[] = [];
  for (let j = 0; j < numSigned; j++) {
    if (-dx[j] > x[j]) blocking.push({ relative: -dx[j] / x[j], room: x[j] });
    else if (j < numBoxed && dx[j] > w[j]) blocking.push({ relative: dx[j] / w[j], room: w[j] });
  }
  blocking.sort((a, b) => b.relative - a.relative);
  let best = 0;
  let passed = 0; // sums over those passed over: how far they wanted to go at full length, and could
  let room = 0;
  for (let k = 0; k < Math.min(most, blocking.length); k++) {
    passed += blocking[k].relative * blocking[k].room;
    room += blocking[k].room;
    const step = k + 1 < blocking.length ? 1 / blocking[k + 1].relative : 1;
    if (step * passed - room > greatestMove) break;
    best = step;
  }
  return best;
}
