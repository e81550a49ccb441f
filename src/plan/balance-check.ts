import type { AssetReading } from "../assets/asset.ts";

/**
 * Greatest imbalance at the site bus over the plan, MW: max over t of |sum over assets of netBusMw_t|. It is computed
 * from the results of the assets, not from the rows of the program.
 */
export function balanceResidualMw(readings: readonly AssetReading[], count: number): number {
  let worst = 0;
  for (let t = 0; t < count; t++) {
    let net = 0;
    for (const { netBusMw } of readings) net += netBusMw[t];
    worst = Math.max(worst, Math.abs(net));
  }
  return worst;
}
