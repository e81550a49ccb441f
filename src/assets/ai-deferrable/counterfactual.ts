import type { Spec } from "./schema.ts";

/** The load always at full power; undefined where it has no power modes. */
export function deferrableWithoutThrottling({ powerModes, ...rest }: Spec): Spec | undefined {
  return powerModes && rest;
}
