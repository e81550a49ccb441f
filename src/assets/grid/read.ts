import type { SolvedSite } from "../../model/solved-site.ts";
import type { AssetReading } from "../asset.ts";
import { product, scaled, sum } from "../fields/series.ts";
import type { BillLine } from "../tariff/bill/charge.ts";
import type { PeakReading } from "../tariff/demand/metered-demand.ts";
import type { Handles } from "./declare.ts";
import type { Spec, State } from "./schema.ts";

export interface GridReading extends AssetReading {
  readonly kind: "grid";
  readonly series: {
    /** At the POI. */
    readonly importMw: Float64Array;
    /** At the POI. */
    readonly exportMw: Float64Array;
  };
  /** `co2T` is absent where no emission factor was given. */
  readonly totals: {
    /** Energy imported, at the POI. */
    readonly importMwh: number;
    /** Energy exported, at the POI. */
    readonly exportMwh: number;
    /** CO2 of the import; absent where no emission factor was given. */
    readonly co2T?: number;
  };
  /** Every item of every month, in the order of declaration. */
  readonly bill: readonly BillLine[];
  /** The lines of the bill that a peak sets; empty without a demand charge. */
  readonly peaks: readonly (BillLine & PeakReading & Required<Pick<BillLine, "usdPerMw">>)[];
  /** Absent without a charge that has a memory. */
  readonly endState?: State & Readonly<Record<string, unknown>>;
}

export function settleGrid({ bill }: Handles, solved: SolvedSite): void {
  bill.settle(solved);
}

export function readGrid(spec: Spec, initial: State | undefined, handles: Handles, solved: SolvedSite): GridReading {
  const dt = solved.time.stepHours;
  const efficiency = 1 - spec.lossFraction;
  const importMw = solved.values(handles.importMw);
  const exportMw = solved.values(handles.exportMw);
  const importCo2T = spec.emissionTPerMwh && scaled(product(importMw, spec.emissionTPerMwh), dt);
  const bill = handles.bill.read(solved);
  const last = importMw.length - 1;
  const { openIntervalMwh: _, coincidentOpenMwh: __, ...rest } = initial ?? {};
  return {
    kind: "grid",
    role: "connection",
    netBusMw: importMw.map((mw, t) => mw * efficiency - exportMw[t] / efficiency),
    series: { importMw, exportMw },
    totals: {
      importMwh: sum(importMw) * dt,
      exportMwh: sum(exportMw) * dt,
      ...(importCo2T && { co2T: sum(importCo2T) }),
    },
    ...(importCo2T && spec.emissionTPerMwh && { importCo2T, gridTPerMwh: spec.emissionTPerMwh }),
    bill,
    peaks: bill.filter((line) => line.peakMw !== undefined) as GridReading["peaks"][number][],
    endState: Object.assign(
      {},
      rest,
      handles.bill.endState(solved),
      ...(spec.rampLimitMwPerMin === undefined ? [] : [{ netImportMw: importMw[last] - exportMw[last] }]),
      ...handles.endStates.map((endState) => endState(solved)),
    ) as State,
  };
}
