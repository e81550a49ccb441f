import type { FaultReport } from "../asset.ts";
import { checkFuel } from "./fuel.ts";
import type { Spec, State } from "./schema.ts";

/** Power above the capacity that is rounding of an earlier plan, relative. */
const POWER_ROUNDING = 1e-6;

export function checkFirmGeneration(spec: Spec, initial: State | undefined, report: FaultReport): void {
  checkFuel(spec, report);
  const ratedMw = spec.units * spec.unitMw;
  if (initial?.powerMw !== undefined && initial.powerMw > ratedMw * (1 + POWER_ROUNDING)) {
    report(
      "initialState.powerMw",
      `${initial.powerMw}`,
      `at most units x unitMw = ${ratedMw}`,
      "correct the reading or the units",
    );
  }
}
