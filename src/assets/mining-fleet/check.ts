import type { FaultReport } from "../asset.ts";
import { quantity } from "../fields/quantities.ts";
import { fleetFigures, type FleetFigures } from "./economics.ts";
import { checkModes, hullOf } from "./modes.ts";
import type { Spec, State } from "./schema.ts";

/** A power reading may exceed the fleet's by this share of it: rounding of an earlier plan. */
const POWER_ROUNDING = 1e-9;

export function checkMiningFleet(spec: Spec, initial: State | undefined, report: FaultReport): void {
  if (!checkModes(spec, report)) return;
  const { fullMw } = figuresOf(spec, new Float64Array(0));
  if (fullMw > quantity.powerMw.max) {
    report(
      "rigs",
      `${spec.rigs} rigs drawing ${fullMw.toFixed(0)} MW`,
      `at most ${quantity.powerMw.max} MW`,
      "check the count and the watts per rig",
    );
  } else if (initial?.powerMw !== undefined && initial.powerMw > fullMw * (1 + POWER_ROUNDING)) {
    report(
      "initialState.powerMw",
      `${initial.powerMw}`,
      `at most the fleet's ${fullMw.toFixed(3)} MW`,
      "correct the reading, the count or the uptime",
    );
  }
  if (initial?.awakeShare !== undefined && initial.powerMw === undefined) {
    report("initialState.powerMw", "nothing", "the power, since awakeShare is given", "give both");
  }
}

export function figuresOf(spec: Spec, hashprice: Float64Array): FleetFigures {
  return fleetFigures({ ...spec, modes: hullOf(spec).efficient }, hashprice);
}
