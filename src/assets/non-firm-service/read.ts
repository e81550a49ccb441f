import type { SolvedSite } from "../../model/solved-site.ts";
import type { AssetReading } from "../asset.ts";
import { sum } from "../fields/series.ts";
import type { Handles } from "./declare.ts";
import type { Spec, State } from "./schema.ts";

export interface NonFirmServiceReading extends AssetReading {
  readonly kind: "non-firm-service";
  readonly series: {
    /** Import that is allowed: the limit of the connection, less what is curtailed. */
    readonly allowedMw: Float64Array;
    /** Import above what is allowed. */
    readonly missedMw: Float64Array;
  };
  readonly totals: {
    /** Import that is never curtailed. */
    readonly firmMw: number;
    /** Hours in which import is curtailed. */
    readonly curtailedHours: number;
    /** Energy that the connection could have carried in them and was not allowed to. */
    readonly curtailedMwh: number;
    /** Import above what is allowed. */
    readonly missedMwh: number;
  };
  readonly endState: State & Readonly<Record<string, unknown>>;
}

export function readNonFirmService(
  _spec: Spec,
  _initial: State | undefined,
  { firmMw: column, importLimitMw, curtailments }: Handles,
  solved: SolvedSite,
): NonFirmServiceReading {
  const dt = solved.time.stepHours;
  const firmMw = solved.value(column);
  const allowedMw = importLimitMw.slice();
  for (const { from, to, depth } of curtailments)
    for (let t = from; t < to; t++) {
      const leftMw = depth * firmMw + (1 - depth) * importLimitMw[t];
      allowedMw[t] = Math.min(allowedMw[t], leftMw);
    }
  const isCurtailed = new Uint8Array(solved.time.count);
  for (const { from, to, depth } of curtailments) if (depth > 0) isCurtailed.fill(1, from, to);
  const missedMw = solved.total(curtailments.map((curtailment) => curtailment.missedMw));
  return {
    kind: "non-firm-service",
    role: "contract",
    netBusMw: new Float64Array(solved.time.count),
    series: { allowedMw, missedMw },
    endState: { firmMw },
    totals: {
      firmMw,
      curtailedHours: isCurtailed.reduce((hours, is) => hours + is * dt, 0),
      curtailedMwh: (sum(importLimitMw) - sum(allowedMw)) * dt,
      missedMwh: sum(missedMw) * dt,
    },
  };
}
