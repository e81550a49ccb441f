import type { FaultReport } from "../asset.ts";
import type { Spec, State } from "./schema.ts";

export function checkNonFirmService(
  { firmMw, mostFirmMw, curtailments }: Spec,
  _initial: State | undefined,
  report: FaultReport,
): void {
  if (mostFirmMw !== undefined && mostFirmMw < firmMw)
    report("mostFirmMw", `${mostFirmMw}`, `at least firmMw = ${firmMw}`, "correct one of the two");
  for (const [k, { start, end }] of curtailments.entries())
    if (end <= start)
      report(`curtailments[${k}].end`, "an end at or before the start", "a later instant", "correct the curtailment");
}
