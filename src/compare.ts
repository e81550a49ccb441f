/** `wattsplit/compare`: a site beside its AI-only twins, and what diesel its flexibility really replaces. */
export { compareBaselines, compareBaselinesAsync } from "./compare-baselines.ts";
export type { Carrying, CaseId } from "./plan/ai-only-cases.ts";
export type { CaseFigures } from "./plan/case-figures.ts";
export type { BaselineComparison } from "./plan/compare-cases.ts";
export type { ComparedCase, DieselHeadline, Displacement } from "./plan/diesel-headline.ts";
export type { DisplacementShare, DisplacementShares, ShareSource } from "./plan/displacement-shares.ts";
export type { ThresholdRuleResult } from "./plan/threshold-rule.ts";
