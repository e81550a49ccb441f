/**
 * Levels of a fleet as whole rigs, and how it rises from one to the next. Rigs are sorted by mode, and rig i goes
 * from its mode before to its mode after; those that rise do so in batches, the ones with the lowest new mode first. A
 * rig in a mode of W watts at its plug adds uptime pue (W - standbyW) to the facility's standby power.
 */
import type { MiningFleetReading } from "../assets/index.ts";
import type { RestoreBatch, RigTarget } from "./power-target.ts";

export type Fleet = Pick<MiningFleetReading, "fleet" | "modes" | "series">;

const W_PER_KW = 1000;

/** Of interval t. */
export function rigTarget({ fleet, modes }: Fleet, t: number): RigTarget {
  const asleep = modes[0].rigs[t];
  return {
    on: fleet.rigs - asleep,
    of: fleet.rigs,
    fullKw: kw(fleet.fullMw),
    modes: modes.map(({ name, powerW, rigs }) => ({ name, powerW, rigs: rigs[t] })),
    uptime: fleet.uptime,
    pue: fleet.pue,
  };
}

export function hasSameRigs({ modes, series }: Fleet, before: number, t: number): boolean {
  return (
    modes.every(({ rigs }) => rigs[before] === rigs[t]) && kw(series.wholeRigsMw[before]) === kw(series.wholeRigsMw[t])
  );
}

/** Batches from the level of interval `before` to that of `t`; empty where the fleet does not rise. */
export function restoreBatches(
  { fleet, modes, series }: Fleet,
  before: number,
  t: number,
  { rigsPerBatch, secondsBetweenBatches }: { readonly rigsPerBatch: number; readonly secondsBetweenBatches: number },
): RestoreBatch[] {
  const endMw = series.wholeRigsMw[t];
  if (endMw <= series.wholeRigsMw[before]) return [];
  const rises = movesBetween(
    modes.map(({ rigs }) => rigs[before]),
    modes.map(({ rigs }) => rigs[t]),
  ).filter(({ from, to }) => to > from);
  const total = rises.reduce((sum, { rigs }) => sum + rigs, 0);
  const batches: RestoreBatch[] = [];
  // What the batches after this one add; rigs that fall to a lower mode do so at once, so no batch exceeds the end.
  let missingMw = rises.reduce((mw, move) => mw + move.rigs * mwPerRig(move), 0);
  let [next, open] = [0, 0];
  for (let done = 0; done < total;) {
    const rigs = Math.min(rigsPerBatch, total - done);
    done += rigs;
    for (let room = rigs; room > 0;) {
      const taken = Math.min(room, rises[next].rigs - open);
      missingMw -= taken * mwPerRig(rises[next]);
      room -= taken;
      open += taken;
      if (open < rises[next].rigs) continue;
      next++;
      open = 0;
    }
    const targetKw = done === total ? kw(endMw) : kw(endMw - missingMw);
    batches.push({ afterSeconds: batches.length * secondsBetweenBatches, rigs, targetKw });
  }
  return batches.length > 1 ? batches : [];

  function mwPerRig({ from, to }: Move): number {
    return (fleet.uptime * fleet.pue * (modes[to].powerW - modes[from].powerW)) / 1e6;
  }
}

/** So many rigs go from one mode to another. */
interface Move {
  readonly from: number;
  readonly to: number;
  readonly rigs: number;
}

function movesBetween(before: readonly number[], after: readonly number[]): Move[] {
  const [left, wanted] = [[...before], [...after]];
  const moves: Move[] = [];
  for (let from = 0, to = 0; from < left.length && to < wanted.length;) {
    const rigs = Math.min(left[from], wanted[to]);
    if (rigs > 0) moves.push({ from, to, rigs });
    left[from] -= rigs;
    wanted[to] -= rigs;
    if (left[from] === 0) from++;
    else to++;
  }
  return moves;
}

/** Power as targets state it: to the milliwatt, so that no whole rig is lost to rounding. */
export function kw(mw: number): number {
  return Number((mw * W_PER_KW).toFixed(6));
}
