/** Warnings of a plan that cuts rigs off from their supply. */
import type { SolvedSite } from "../../model/solved-site.ts";
import type { Warning } from "../../model/warning.ts";
import { localStamp } from "../../time/time-grid.ts";
import { sum } from "../fields/series.ts";
import { firstWithEnergy } from "../../time/first-with-energy.ts";

/** Energy up to this is rounding of a solver. */
const NO_ENERGY_MWH = 1e-6;

export function cutOffWarnings(
  name: string,
  deenergizedMw: Float64Array,
  cutBeyondRampMw: Float64Array | undefined,
  solved: SolvedSite,
): Warning[] {
  const { time } = solved;
  const warnings: Warning[] = [];
  const first = (mw: Float64Array) => localStamp(time, firstWithEnergy(mw, time.stepHours, NO_ENERGY_MWH));
  const mwh = (mw: Float64Array) => sum(mw) * time.stepHours;
  const darkMwh = mwh(deenergizedMw);
  if (darkMwh > NO_ENERGY_MWH) {
    warnings.push({
      code: "rigs-cut-off",
      text:
        `${name}: ${darkMwh.toFixed(3)} MWh of standby power are cut off, first at ${first(deenergizedMw)}; ` +
        "rigs go dark, and each MWh is charged deenergizeUsdPerMwh.",
      fix: "add supply there, or state what a dark rig costs as deenergizeUsdPerMwh",
    });
  }
  if (cutBeyondRampMw && mwh(cutBeyondRampMw) > NO_ENERGY_MWH) {
    warnings.push({
      code: "ramp-exceeded",
      text:
        `${name}: ${Math.max(...cutBeyondRampMw).toFixed(3)} MW fall away faster than rampDownMwPerH allows, ` +
        `first at ${first(cutBeyondRampMw)}; each MWh is charged deenergizeUsdPerMwh.`,
      fix: "raise rampDownMwPerH if rigs may be shed that fast, correct initialState.powerMw, or add supply there",
    });
  }
  return warnings;
}
