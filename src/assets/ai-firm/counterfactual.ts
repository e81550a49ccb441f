import type { Spec } from "./schema.ts";

export function withFlexibleShare(spec: Spec, share: number): Spec {
  return { ...spec, flexibleShare: Math.max(spec.flexibleShare, share) };
}

/** The load always at full power; undefined where it has no power modes. */
export function firmWithoutThrottling(spec: Spec): Spec | undefined {
  const { powerModes, throughputFloor: _floor, lostThroughputUsdPerMwh: _price, ...rest } = spec;
  return powerModes && rest;
}
