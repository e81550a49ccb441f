import type { FaultReport } from "../asset.ts";
import type { Spec, State } from "./schema.ts";

export function checkDayAheadPurchase(
  { limitMw, boughtMw }: Spec,
  _initial: State | undefined,
  report: FaultReport,
): void {
  const t = boughtMw ? boughtMw.findIndex((mw, at) => mw > limitMw[at]) : -1;
  if (boughtMw && t >= 0)
    report("boughtMw", `${boughtMw[t]} in interval ${t}`, `at most limitMw = ${limitMw[t]}`, "correct one of the two");
}
