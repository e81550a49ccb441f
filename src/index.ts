/** The front door: plan a site, compare it with its AI-only twins, read the answer. */
// The order packs best: bundlers keep it, and gzip looks back 32 kB, so what is written alike stands together.
export * from "./catalogue/presets.ts";
export { findRig, listRigs, type Rig } from "./catalogue/rigs.ts";
export { listPowerModes, type PowerMode, type PowerModeTable } from "./catalogue/power-modes.ts";
export type { PlanInput } from "./input/plan-input-schema.ts";
export { planInputJsonSchema } from "./input/json-schema.ts";
export { compareBaselines, compareBaselinesAsync } from "./compare-baselines.ts";
export { planPower, planPowerAsync } from "./plan-power.ts";
export { scheduleRecords, type ScheduleRecord } from "./report/records.ts";
export { summary } from "./report/summary.ts";
export { ledgerEntries, type Ledger, type LedgerEntry, type LedgerLine } from "./plan/ledger.ts";
export { PlanInputError, ProgramError, type PlanInputFault } from "./errors.ts";

export type * from "./assets/index.ts";
export type { CurveInput, StampedValue } from "./assets/fields.ts";
export type { BackingFigures } from "./assets/flexibility-product-backing.ts";
export type { ModeReading } from "./assets/mining-whole-rigs.ts";
export type { AsRun } from "./assets/diesel-as-run.ts";
export type { BackupFigures } from "./assets/asset.ts";
export type { Carrying, CaseId } from "./plan/ai-only-cases.ts";
export type { EmissionReport } from "./plan/attribute-emissions.ts";
export type { CaseFigures } from "./plan/case-figures.ts";
export type { BaselineComparison } from "./plan/compare-cases.ts";
export type { ComparedCase, DieselHeadline, Displacement } from "./plan/diesel-headline.ts";
export type { BrokenRule } from "./plan/either-or-check.ts";
export type { Conflict } from "./plan/explain-infeasible.ts";
export type { HoldingLimit } from "./plan/holding-limits.ts";
export type { Certificate, InfeasiblePlan, OptimalPlan, PlanResult, PowerPlan, RelaxedPlan, UnfinishedPlan } from "./plan/plan-result.ts";
export type { LimitPrice, Prices } from "./plan/prices.ts";
export type { AsyncPlanOptions, PlanOptions } from "./plan/plan-options.ts";
export type { ThresholdRuleResult } from "./plan/threshold-rule.ts";
export type { CostKind } from "./model/cost-term.ts";
export type { LpProgress } from "./lp/options.ts";
export type { LpSolver } from "./solvers/solver.ts";
