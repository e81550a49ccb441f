/**
 * `wattsplit/years`: a site over years. Which rigs stay, which are bought, when megawatts of mining become AI, what a
 * delay costs, and at which prices the schedule flips.
 */
export { planYears, planYearsAsync } from "./plan-years.ts";
export { shiftSeries } from "./years/shift-series.ts";
export type { DatedSeries } from "./years/shift-series.ts";
export type * from "./years/years-input.ts";
export type {
  BreakEven,
  BridgeSchedule,
  ConversionSchedule,
  DelayCost,
  FleetSchedule,
  MapCell,
  UnfinishedYears,
  YearsPlan,
  YearsProof,
  YearsResult,
} from "./years/years-result.ts";
export type { NetworkQuarter } from "./years/network-path.ts";
export { PlanInputError } from "./errors.ts";
export type { PlanInputFault } from "./errors.ts";
