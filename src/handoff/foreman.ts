/**
 * Mining targets as commitments of Foreman: the fields of its form "Add commitment" (support.foreman.mn, "Quick Guide:
 * Commitments"). Its interface for programs is not public, so the names here are those of the form, for a script or a
 * person to enter; not tried against a live account.
 */
import { checkReady } from "./check-ready.ts";
import type { ReadyHandOff } from "./power-target.ts";

export interface ForemanCommitment {
  readonly programId: string;
  readonly programName: string;
  readonly targetControl: "Reduce Wattage To";
  /** Power of all rigs of the scope at their plugs, W. */
  readonly watts: number;
  /** Custom ramp interval, s: 0 at once. */
  readonly rampDownSeconds: number;
  readonly rampUpSeconds: number;
  /** UTC. */
  readonly start: string;
  readonly end: string;
}

/**
 * The curtailment of every fleet as Foreman commitments; a target that releases a fleet is not a commitment. The ramp
 * up is that of the restore after the commitment.
 *
 * @throws PlanInputError for a hand-off without targets.
 */
export function foremanCommitments(handOff: ReadyHandOff): ForemanCommitment[] {
  checkReady("foremanCommitments", handOff);
  const { targets } = handOff;
  return targets.flatMap(({ rigs, control, asset, scope, from, to, idempotencyKey }): ForemanCommitment[] => {
    if (!rigs || control === "release") return [];
    const next = targets.find((other) => other.asset === asset && other.from === to);
    return [
      {
        programId: idempotencyKey,
        programName: `${scope} ${from}`,
        targetControl: "Reduce Wattage To",
        watts: Math.ceil(rigs.modes.reduce((watts, mode) => watts + rigs.uptime * mode.rigs * mode.powerW, 0)),
        rampDownSeconds: 0,
        rampUpSeconds: next?.restoreBatches.at(-1)?.afterSeconds ?? 0,
        start: from,
        end: to,
      },
    ];
  });
}
