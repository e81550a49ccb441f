import { figuresOf } from "./check.ts";
import { modesOf } from "./modes.ts";
import type { Spec } from "./schema.ts";

/** The fleet at a share of its rigs; a part of a rig counts as that part. */
export function resizedFleet(spec: Spec, share: number): Spec {
  const { rampUpMwPerH, rampDownMwPerH } = spec;
  return {
    ...spec,
    rigs: spec.rigs * share,
    ...(rampUpMwPerH !== undefined && { rampUpMwPerH: rampUpMwPerH * share }),
    ...(rampDownMwPerH !== undefined && { rampDownMwPerH: rampDownMwPerH * share }),
  };
}

/**
 * Rigs that fail take power and hashrate with them, as `uptime` does. Worn rigs draw the same power in every mode and
 * compute less, so the J/TH of every mode rises by 1 / hashShare.
 */
export function agedFleet(spec: Spec, runningShare: number, hashShare: number): Spec {
  const modes = modesOf(spec);
  if ("unknown" in modes) throw new Error(`${spec.name}: ${modes.unknown}`);
  const worn = modes.all.map(({ mode }) => ({ ...mode, hashrateThPerS: mode.hashrateThPerS * hashShare }));
  const [rig] = worn.filter(({ name }) => name === "rated");
  return {
    ...spec,
    uptime: spec.uptime * runningShare,
    rig: rig ?? worn[0],
    powerModes: worn.filter((mode) => mode !== rig),
  };
}

export function fullMw(spec: Spec): number {
  return figuresOf(spec, new Float64Array(0)).fullMw;
}
