import type { SolvedSite } from "../../model/solved-site.ts";
import type { AssetReading } from "../asset.ts";
import { sum } from "../fields/series.ts";
import type { Handles } from "./declare.ts";
import type { Spec, State } from "./schema.ts";

export interface RenewableReading extends AssetReading {
  readonly kind: "renewable";
  readonly series: {
    /** Power used. */
    readonly usedMw: Float64Array;
    /** Available power that was not used. */
    readonly curtailedMw: Float64Array;
  };
  readonly totals: {
    /** Energy used. */
    readonly usedMwh: number;
    /** Available energy that was not used. */
    readonly curtailedMwh: number;
  };
}

export function readRenewable(
  _spec: Spec,
  _initial: State | undefined,
  handles: Handles,
  solved: SolvedSite,
): RenewableReading {
  const dt = solved.time.stepHours;
  const usedMw = solved.values(handles.usedMw);
  const curtailedMw = usedMw.map((mw, t) => handles.availableMw[t] - mw);
  return {
    kind: "renewable",
    role: "on-site",
    netBusMw: usedMw,
    series: { usedMw, curtailedMw },
    totals: { usedMwh: sum(usedMw) * dt, curtailedMwh: sum(curtailedMw) * dt },
  };
}
