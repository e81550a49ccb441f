import type { AssetReading } from "../assets/asset.ts";

/**
 * Greatest imbalance at the site bus over the plan, MW, recomputed from what the assets report and not from the
 * program's rows: max over t of |sum over assets of netBusMw_t|.
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
