import { checkSolution, type CheckTolerances, type LinearProgram, type LpSolution } from "wattsplit/lp";
import type { BenchAnswer, BenchSolver } from "../bench-solver.ts";

/** The verdict on one answer. Figures that do not apply are absent. */
export interface Verdict {
  readonly ok: boolean;
  /** One clause for the table: why the answer is not accepted. */
  readonly reason?: string;
  readonly primalInfeasibility?: number;
  readonly dualInfeasibility?: number;
  readonly relativeGap?: number;
  /** |objective - reference| / max(1, |reference|). */
  readonly objectiveError?: number;
}

/** Agreement with a proven or published optimum (published ones have about 10 digits). */
const OBJECTIVE_TOLERANCE = 1e-7;
/** For solvers without duals, whose points are rounded to 1e-8 an entry. */
const ROUNDED: Required<Pick<CheckTolerances, "primal" | "gap">> = { primal: 1e-6, gap: 1e-6 };

/** Judges an answer from the program alone, and against `reference` if there is one. */
export function verify(
  lp: LinearProgram,
  answer: BenchAnswer,
  solver: Pick<BenchSolver, "proof" | "tolerances">,
  reference: number | undefined,
): Verdict {
  const { status, objective, x } = answer;
  if (status !== "optimal") return { ok: false, reason: `it says ${status}` };
  if (x === undefined) return { ok: false, reason: "no point" };
  const byDuals = solver.proof === "duals";
  if (!byDuals && reference === undefined)
    return { ok: false, reason: "no solver has proven an optimum to compare with" };
  // Without y the check still gives the primal figure, the only one used then.
  const claim = {
    status: "optimal",
    solver: "",
    iterations: 0,
    objective,
    x,
    y: answer.y,
    reducedCost: answer.reducedCost,
  } as LpSolution;
  const check = checkSolution(lp, claim, solver.tolerances);
  const objectiveError =
    reference === undefined ? undefined : Math.abs(objective - reference) / Math.max(1, Math.abs(reference));
  const figures = {
    primalInfeasibility: check.primalInfeasibility,
    ...(byDuals ? { dualInfeasibility: check.dualInfeasibility, relativeGap: check.relativeGap } : {}),
    ...(objectiveError === undefined ? {} : { objectiveError }),
  };
  const mostError = byDuals ? Math.max(OBJECTIVE_TOLERANCE, solver.tolerances?.gap ?? 0) : ROUNDED.gap;
  const faults: string[] = [];
  const fault = (what: string, figure: number): void => void faults.push(`${what} ${figure.toExponential(0)}`);
  if (byDuals ? !check.ok : !(check.primalInfeasibility <= ROUNDED.primal)) {
    fault("primal infeasibility", check.primalInfeasibility);
    if (byDuals) fault("dual", check.dualInfeasibility);
    if (byDuals) fault("gap", check.relativeGap);
  }
  if (objectiveError !== undefined && !(objectiveError <= mostError)) fault("objective off by", objectiveError);
  return faults.length === 0 ? { ok: true, ...figures } : { ok: false, reason: faults.join(", "), ...figures };
}
