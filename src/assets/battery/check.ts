import type { FaultReport } from "../asset.ts";
import { largest, smallest } from "../fields/series.ts";
import { checkEnd } from "./end.ts";
import type { Spec, State } from "./schema.ts";

export function checkBattery(spec: Spec, initial: State | undefined, report: FaultReport): void {
  const { minStoredMwh, maxStoredMwh, reserve, end } = spec;
  const [least, most] = [smallest(minStoredMwh), largest(minStoredMwh)];
  if (most > maxStoredMwh)
    report("minStoredMwh", `${most}`, `at most maxStoredMwh = ${maxStoredMwh}`, "widen the window");
  if (initial && (initial.storedMwh < least || initial.storedMwh > maxStoredMwh)) {
    report(
      "initialState.storedMwh",
      `${initial.storedMwh}`,
      `a value in the window ${least} to ${maxStoredMwh}`,
      "widen the window to hold the energy as metered, or correct the reading",
    );
  }
  const reserveMwh = reserve ? largest(reserve.storedMwh) : 0;
  if (reserveMwh > maxStoredMwh)
    report(
      "reserve.storedMwh",
      `${reserveMwh}`,
      `at most maxStoredMwh = ${maxStoredMwh}`,
      "ask for less or widen the window",
    );
  checkEnd(end, minStoredMwh[minStoredMwh.length - 1], maxStoredMwh, report);
}
