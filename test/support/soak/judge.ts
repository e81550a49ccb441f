import { checkSolution } from "../../../src/lp/check-solution.ts";
import type { LinearProgram } from "../../../src/lp/linear-program.ts";
import type { LpOptions } from "../../../src/lp/options.ts";
import type { LpSolution } from "../../../src/lp/solution.ts";
import { dualSimplex } from "../../../src/solvers/dual-simplex.ts";
import { interiorPoint, interiorPointWith } from "../../../src/solvers/interior-point.ts";
import { solveLp } from "../../../src/solvers/solve-lp.ts";
import type { LpSolver } from "../../../src/solvers/solver.ts";
import type { ExactAnswer } from "../exact/exact-optimum.ts";
import type { SoakCase } from "./cases.ts";

/** Who is asked: `undefined` lets `solveLp` choose. Alone, the interior point may decline; the others may not. */
export const soakEngines: Readonly<Record<string, LpSolver | undefined>> = {
  solveLp: undefined,
  "dual-simplex": dualSimplex,
  "interior-point": interiorPoint,
  "interior-point alone": interiorPointWith({ fallback: false }),
};

const RELATIVE = 1e-7;
/** What `checkSolution` lets a vertex miss its rows by, relative to their terms: worth that times the true prices. */
const OF_TERMS = 1e-12;
/** No program of the soak takes a hundredth of it. */
const PATIENCE: LpOptions = { timeLimitMs: 20_000, iterationLimit: 50_000 };

/** `declined` = `numerical-trouble`; `unjudged` = right by its own proof, and nobody else knows the status. */
export type Verdict =
  | "right"
  | "endless"
  | "crashed"
  | "wrong status"
  | "unproven"
  | "wrong objective"
  | "declined"
  | "unjudged"
  | "thrown";

export interface Judgement {
  readonly verdict: Verdict;
  readonly said: string;
  /** |objective - truth| / max(money, |truth|); 0 where there is nothing to compare. */
  readonly difference: number;
}

/** A verdict of every engine on one case. An answer is right only if `checkSolution` finds its proof sound as well. */
export function judgeCase(
  soak: SoakCase,
  names: readonly string[] = Object.keys(soakEngines),
): Record<string, Judgement> {
  return Object.fromEntries(names.map((name) => [name, judge(soak, soakEngines[name])]));
}

function judge({ lp, truth }: SoakCase, solver: LpSolver | undefined): Judgement {
  let solution: LpSolution;
  try {
    solution = solveLp(lp, solver === undefined ? PATIENCE : { ...PATIENCE, solver });
  } catch (error) {
    return { verdict: "thrown", said: String(error), difference: 0 };
  }
  const check = checkSolution(lp, solution);
  const difference =
    solution.status === "optimal" && truth.status === "optimal"
      ? Math.abs(solution.objective - truth.objective) / Math.max(truth.money, Math.abs(truth.objective))
      : 0;
  const said = `${solution.status} ${solution.objective} ${JSON.stringify(check)}`;
  const verdict = ((): Verdict => {
    if (solution.status === "numerical-trouble") return "declined";
    if (truth.status !== "unknown" && solution.status !== truth.status) return "wrong status";
    if (!check.ok) return "unproven";
    if (truth.status === "unknown") return "unjudged";
    const isRight =
      difference <= RELATIVE ||
      Math.abs(solution.objective - truth.objective) <= OF_TERMS * pricedTerms(lp, solution.x, truth.exact);
    return isRight ? "right" : "wrong objective";
  })();
  return { verdict, said, difference };
}

/** Sum of the absolute terms of the objective, and of every row's and column's at its true price. */
function pricedTerms(lp: LinearProgram, x: Float64Array | undefined, exact: ExactAnswer | undefined): number {
  if (x === undefined || exact === undefined) return 0;
  let sum = 0;
  for (let j = 0; j < lp.numCols; j++) {
    const size = Math.abs(x[j]);
    sum += (Math.abs(lp.cost[j]) + 2 * exact.colPrice[j]) * size;
    for (let k = lp.colStart[j]; k < lp.colStart[j + 1]; k++)
      sum += 2 * exact.rowPrice[lp.rowIndex[k]] * Math.abs(lp.value[k]) * size;
  }
  return sum;
}
