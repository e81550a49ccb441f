/** `wattsplit/uncertainty`: decisions for now over several scenarios, and scenarios from the user's own history. */
export { analogueScenarios, type AnalogueOptions, type CurveHistory } from "./analogue-scenarios.ts";
export { planUnderUncertainty, planUnderUncertaintyAsync, type UncertaintyOptions } from "./plan-under-uncertainty.ts";
export type { RiskMeasure } from "./uncertainty/extensive-form.ts";
export type { HereAndNow } from "./uncertainty/here-and-now.ts";
export { reduceScenarios, type ReducedScenarios } from "./uncertainty/reduce-scenarios.ts";
export type { Scenario } from "./uncertainty/scenario.ts";
export type {
  DecidedValues,
  NoUncertainPlan,
  ReferencePlan,
  ScenarioOutcome,
  UncertainPlan,
  UncertaintyResult,
} from "./uncertainty/uncertain-plan.ts";
