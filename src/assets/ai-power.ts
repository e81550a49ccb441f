/**
 * IT or facility power. Every AI load states which of the two it gives: `itMw` with `pue`, or `facilityMw`. The site bus
 * sees facility power = IT power x PUE (power usage effectiveness); results are facility power.
 */
import { curve } from "./fields.ts";
import type { FaultReport } from "./asset.ts";
import { quantity } from "./quantities.ts";
import { product } from "./series.ts";

/** The three fields of a power demand; exactly one of `itMw` and `facilityMw`. */
export const powerDemandFields = {
  itMw: curve(quantity.powerMw, "IT power; needs pue").optional(),
  facilityMw: curve(quantity.powerMw, "Power at the site bus").optional(),
  pue: curve(quantity.pue, "Facility / IT power; with itMw only").optional(),
};

export interface PowerDemand {
  readonly itMw?: Float64Array | undefined;
  readonly facilityMw?: Float64Array | undefined;
  readonly pue?: Float64Array | undefined;
}

/** Reports a demand that says neither or both, or a PUE that is missing or has nothing to act on. */
export function checkPowerDemand(spec: PowerDemand, report: FaultReport): void {
  const { itMw, facilityMw, pue } = spec;
  if (itMw && facilityMw) report("facilityMw", "itMw and facilityMw", "exactly one of them", "keep the one that was metered");
  if (!itMw && !facilityMw) report("itMw", "neither itMw nor facilityMw", "exactly one of them", "give itMw with pue, or facilityMw");
  if (itMw && !pue) report("pue", "nothing", "the PUE, since the demand is IT power", "give pue, e.g. 1.25, or give facilityMw");
  if (!itMw && facilityMw && pue) report("pue", "a PUE beside facilityMw", "no PUE, which facility power includes", "leave pue out, or give itMw");
}

/** Demand at the site bus in MW. */
export function facilityPowerMw(spec: PowerDemand): Float64Array {
  if (spec.facilityMw) return spec.facilityMw;
  return product(spec.itMw as Float64Array, spec.pue as Float64Array);
}
