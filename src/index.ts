/** The front door: plan a site, compare it with its AI-only twins, read the answer. */
export { planPower } from "./plan-power.ts";
export { compareBaselines } from "./compare-baselines.ts";
export type { PlanInput } from "./input/plan-input-schema.ts";
export { planInputJsonSchema } from "./input/json-schema.ts";
export { findRig, listRigs, type Rig } from "./catalogue/rigs.ts";
export * from "./catalogue/presets.ts";
export { scheduleRecords, type ScheduleRecord } from "./report/records.ts";
export { summary } from "./report/summary.ts";
export { ledgerEntries, type Ledger, type LedgerEntry, type LedgerLine } from "./plan/ledger.ts";
export { PlanInputError, ProgramError, type PlanInputFault } from "./errors.ts";

export type * from "./assets/index.ts";
export type { BackupFigures } from "./assets/asset.ts";
export type { CaseId } from "./plan/ai-only-cases.ts";
export type { CaseFigures } from "./plan/case-figures.ts";
export type { BaselineComparison } from "./plan/compare-cases.ts";
export type { ComparedCase, DieselHeadline } from "./plan/diesel-headline.ts";
export type { BrokenRule } from "./plan/either-or-check.ts";
export type { Conflict } from "./plan/explain-infeasible.ts";
export type { Certificate, InfeasiblePlan, OptimalPlan, PlanResult, PowerPlan, RelaxedPlan, UnfinishedPlan } from "./plan/plan-result.ts";
export type { LimitPrice, Prices } from "./plan/prices.ts";
export type { PlanOptions } from "./plan/run-plan.ts";
export type { ThresholdRuleResult } from "./plan/threshold-rule.ts";
export type { CostKind } from "./model/cost-term.ts";
export type { LpSolver } from "./solvers/solver.ts";
