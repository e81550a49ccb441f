import type { Spec } from "./schema.ts";

/** The plant at a share of its units' power; yearly caps are of the whole plant and shrink with it. */
export function resizedGeneration(spec: Spec, share: number): Spec {
  const { rampUpMwPerH, rampDownMwPerH, energyMwhPerYear, fuelMmbtuPerYear } = spec;
  return {
    ...spec,
    unitMw: spec.unitMw * share,
    ...(rampUpMwPerH !== undefined && { rampUpMwPerH: rampUpMwPerH * share }),
    ...(rampDownMwPerH !== undefined && { rampDownMwPerH: rampDownMwPerH * share }),
    ...(energyMwhPerYear !== undefined && { energyMwhPerYear: energyMwhPerYear * share }),
    ...(fuelMmbtuPerYear !== undefined && { fuelMmbtuPerYear: fuelMmbtuPerYear * share }),
  };
}
