/**
 * The entry point `wattsplit/lp`: linear programs, their solution and its proof. Free of zod and of energy.
 */
export { ProgramError } from "./errors.ts";
export { BasisStatus } from "./lp/basis.ts";
export type { LpBasis } from "./lp/basis.ts";
export { checkProgram } from "./lp/check-program.ts";
export { checkSolution } from "./lp/check-solution.ts";
export type { CheckTolerances, SolutionCheck } from "./lp/check-solution.ts";
export type { IntervalShift } from "./lp/interval-shift.ts";
export type { LinearProgram } from "./lp/linear-program.ts";
export { LpBuilder } from "./lp/lp-builder.ts";
export type { LpBuilderSettings, LpColumnSettings, LpRowSettings, LpTermPairs, LpTerms } from "./lp/lp-builder.ts";
export type { LpOptions, LpProgress } from "./lp/options.ts";
export { rowActivities } from "./lp/row-activities.ts";
export type {
  InfeasibleSolution,
  LpSolution,
  LpTimings,
  OptimalSolution,
  LpStatus,
  UnboundedSolution,
  UnfinishedSolution,
} from "./lp/solution.ts";
export { dualSimplex } from "./solvers/dual-simplex.ts";
export { interiorPoint, interiorPointWith } from "./solvers/interior-point.ts";
export type { InteriorPointSettings } from "./solvers/interior-point.ts";
export { prepareLp } from "./solvers/session/prepare-lp.ts";
export type { LpChanges, PreparedLp } from "./solvers/session/prepare-lp.ts";
export { chooseEngine } from "./solvers/choose-engine.ts";
export type { AbortSignalLike } from "./solvers/budget/drain.ts";
export { presolved } from "./solvers/presolved.ts";
export { rangeCosts } from "./solvers/ranging/range-costs.ts";
export type { CostRange, CostSideRange } from "./solvers/ranging/range-costs.ts";
export { rangeLp } from "./solvers/ranging/range-lp.ts";
export type { BoundRange, RangeTarget, SideRange } from "./solvers/ranging/range-lp.ts";
export type { CostRangeEnd } from "./solvers/ranging/follow-cost.ts";
export type { RangeEnd } from "./solvers/ranging/follow-bound.ts";
export { solveLp, solveLpAsync, solveLpSteps } from "./solvers/solve-lp.ts";
export type { SolveLpOptions } from "./solvers/solve-lp.ts";
export type { LpSession, LpSolver } from "./solvers/solver.ts";
