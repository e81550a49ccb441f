import type { SolvedSite } from "../../model/solved-site.ts";
import type { AssetReading } from "../asset.ts";
import { sum } from "../fields/series.ts";
import type { ImportContracts } from "../connection/import-contracts.ts";
import type { Handles } from "./declare.ts";
import type { Spec, State } from "./schema.ts";

export interface DayAheadPurchaseReading extends AssetReading {
  readonly kind: "day-ahead-purchase";
  readonly series: {
    /** Bought the day before. */
    readonly boughtMw: Float64Array;
    /** Imported and not bought the day before; of all purchases of the connection together. */
    readonly shortfallMw: Float64Array;
    /** Bought and not imported; of all purchases of the connection together. */
    readonly surplusMw: Float64Array;
  };
  readonly totals: {
    /** Energy bought the day before. */
    readonly boughtMwh: number;
    /** Energy imported and not bought the day before. */
    readonly shortfallMwh: number;
    /** Energy bought and not imported. */
    readonly surplusMwh: number;
  };
}

export function readDayAheadPurchase(
  _spec: Spec,
  _initial: State | undefined,
  handles: Handles,
  solved: SolvedSite,
): DayAheadPurchaseReading {
  const dt = solved.time.stepHours;
  const boughtMw = solved.values(handles.boughtMw);
  // NB: without a connection the building of the site has thrown.
  const imbalanceMw = (handles.contracts as ImportContracts).imbalanceMw(solved);
  const shortfallMw = imbalanceMw.map((mw) => Math.max(0, mw));
  const surplusMw = imbalanceMw.map((mw) => Math.max(0, -mw));
  return {
    kind: "day-ahead-purchase",
    role: "contract",
    netBusMw: new Float64Array(solved.time.count),
    series: { boughtMw, shortfallMw, surplusMw },
    totals: {
      boughtMwh: sum(boughtMw) * dt,
      shortfallMwh: sum(shortfallMw) * dt,
      surplusMwh: sum(surplusMw) * dt,
    },
  };
}
