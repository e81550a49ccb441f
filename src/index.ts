/** The entry point `wattsplit`: plan a site, read the answer, open a session on it. */
// The order packs best: bundlers keep it, and gzip looks back 32 kB, so what is written alike stands together.
export * from "./catalogue/presets.ts";
export { checkpointPlan, type CheckpointInput, type CheckpointPlan } from "./catalogue/checkpoint.ts";
export { ercotPeaks2026_11 } from "./catalogue/coincident-peaks.ts";
export { aiFlexTiers2026_11, gpuThrottling2026_11, type GpuPowerMode } from "./catalogue/gpu-throttling.ts";
export { findRig, listRigs, type Rig } from "./catalogue/rigs.ts";
export { listPowerModes, type PowerMode, type PowerModeTable } from "./catalogue/power-modes.ts";
export type * from "./plan-input/index.ts";
// Both lists of types have these two.
export type { AssetInput, AssetState } from "./plan-input/index.ts";
export { parsePlanInput } from "./parse-plan-input.ts";
export { planPower, planPowerAsync } from "./plan-power.ts";
export { openPlan, openPlanAsync } from "./open-plan.ts";
export { assetOf } from "./plan/asset-of.ts";
export type { PlanChanges } from "./plan-changes.ts";
export type { Ledger, LedgerLine } from "./plan/ledger.ts";
export { PlanInputError, ProgramError, type PlanInputFault } from "./errors.ts";

export type * from "./assets/index.ts";
export type { CurveInput, PricesInput, StampedPrice, StampedValue } from "./assets/fields/fields.ts";
export type { BackingFigures } from "./assets/flexibility-product/backing.ts";
export type { ModeReading } from "./assets/mining-fleet/whole-rigs.ts";
export type { AsRun } from "./assets/diesel/as-run.ts";
export type { BackupFigures } from "./assets/asset.ts";
export type { EmissionReport } from "./plan/attribute-emissions.ts";
export type { BrokenRule } from "./plan/either-or-check.ts";
export type { Conflict } from "./plan/conflict.ts";
export type { IrreducibleSet, SetMember } from "./plan/irreducible-set.ts";
export type { BindingLimit } from "./plan/binding-limits.ts";
export type { Warning } from "./model/warning.ts";
export type {
  Branching,
  BranchingLimitPlan,
  Certificate,
  InfeasiblePlan,
  OptimalPlan,
  PlanResult,
  PowerPlan,
  UnfinishedPlan,
} from "./plan/plan-result.ts";
export type { AsyncPlanSession, PlanSession } from "./open-plan.ts";
export type { LimitPrice, Prices } from "./plan/prices.ts";
export type { AsyncPlanOptions, PlanOptions } from "./plan/plan-options.ts";
export type { CostKind } from "./model/cost-term.ts";
export type { LpProgress } from "./lp/options.ts";
export type { LpSolver } from "./solvers/solver.ts";
