import type { FaultReport } from "../asset.ts";
import type { Spec, State } from "./schema.ts";
import { checkDeliveries } from "./tank.ts";

export function checkDiesel(spec: Spec, initial: State | undefined, report: FaultReport): void {
  if (spec.tankL === undefined && initial?.fuelL !== undefined) {
    report(
      "tankL",
      "nothing",
      "the size of the tank, since initialState gives fuelL",
      "give tankL, or leave fuelL out for unlimited fuel",
    );
  }
  if (spec.tankL !== undefined && initial?.fuelL !== undefined && initial.fuelL > spec.tankL) {
    report(
      "initialState.fuelL",
      `${initial.fuelL}`,
      `at most tankL = ${spec.tankL}`,
      "correct the reading or the size of the tank",
    );
  }
  if (spec.unitHoursCap !== undefined && (initial?.unitHoursUsed ?? 0) > spec.unitHoursCap) {
    report(
      "initialState.unitHoursUsed",
      `${initial?.unitHoursUsed}`,
      `at most unitHoursCap = ${spec.unitHoursCap}`,
      "correct the reading or the cap",
    );
  }
  checkDeliveries(spec, report);
}
