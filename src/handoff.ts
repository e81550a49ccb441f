/**
 * `wattsplit/handoff`: a plan as power targets for the machines that carry it out, writers for executors of AI clusters
 * and of mining fleets, and the bid curve of the site.
 */
export { powerTargets } from "./handoff/power-targets.ts";
export type { HandOffOptions } from "./handoff/hand-off-options.ts";
export type { HandOff, NoHandOff, PowerTarget, ReadyHandOff, RestoreBatch, RigTarget } from "./handoff/power-target.ts";
export { handOffJsonSchema, handOffToJson } from "./handoff/hand-off-json.ts";
export { nvgridLoadTargets, type NvgridFeed, type NvgridLoadTargets } from "./handoff/nvgrid.ts";
export {
  fleetCurtailments,
  type FleetCurtailment,
  type FleetCurtailmentOptions,
  type FleetCurtailments,
  type StartCurtailmentRequest,
} from "./handoff/proto-fleet.ts";
export { foremanCommitments, type ForemanCommitment } from "./handoff/foreman.ts";
export { bidCurve, type BidCurveInterval, type BidCurveOptions, type BidStep } from "./handoff/bid-curve.ts";
