/** `wattsplit/sizing`: what to build, chosen with its dispatch in one program. */
export { sizeSite, sizeSiteAsync, type SizingOptions } from "./size-site.ts";
export { capitalRecoveryFactor } from "./sizing/annual-charge.ts";
export type { CapitalRate, SizeChoice, SizingInput } from "./sizing/choice-schema.ts";
export type {
  CurvePoint,
  SizedPlan,
  SizeReading,
  SizingResult,
  UnitWorth,
  UnsizedPlan,
  WithoutBuilding,
} from "./sizing/size-result.ts";
