/** A scenario's site with its here-and-now decisions held. */
import type { BuiltSite } from "../plan/build-site.ts";
import { isoStamp } from "../time/time-grid.ts";
import type { DecidedBlock } from "./here-and-now.ts";

/** A value of a solver may leave its bounds by so much, relative to max(1, |bound|). */
const ROUNDING = 1e-7;

/**
 * The site with the values held, one after the other in the order of the blocks' columns; or a sentence on the first
 * limit of this scenario that they violate. A value beyond a limit by rounding is held at the limit.
 */
export function fixedSite(built: BuiltSite, blocks: readonly DecidedBlock[], values: Float64Array): BuiltSite | string {
  const colLower = built.lp.colLower.slice();
  const colUpper = built.lp.colUpper.slice();
  let k = 0;
  for (const { asset, block, count } of blocks) {
    for (let i = 0; i < count; i++, k++) {
      const j = block.start + i;
      const value = Math.min(Math.max(values[k], colLower[j]), colUpper[j]);
      if (Math.abs(value - values[k]) > ROUNDING * Math.max(1, Math.abs(value))) {
        const { time } = built.request;
        const at = block.perInterval ? ` at ${isoStamp(time, block.from + i)}` : "";
        return `${asset}: ${block.name} of ${values[k]} ${block.unit}${at} violates its limit of ${value} there.`;
      }
      colLower[j] = colUpper[j] = value;
    }
  }
  return { ...built, lp: { ...built.lp, colLower, colUpper } };
}
