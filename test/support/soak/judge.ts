import { checkSolution } from "../../../src/lp/check-solution.ts";
import type { LpSolution } from "../../../src/lp/solution.ts";
import { dualSimplex } from "../../../src/solvers/dual-simplex.ts";
import { interiorPoint, interiorPointWith } from "../../../src/solvers/interior-point.ts";
import { solveLp } from "../../../src/solvers/solve-lp.ts";
import type { LpSolver } from "../../../src/solvers/solver.ts";
import type { SoakCase } from "./cases.ts";

/** Who is asked: `undefined` lets `solveLp` choose. Alone, the interior point may decline; the others may not. */
export const soakEngines: Readonly<Record<string, LpSolver | undefined>> = {
  "solveLp": undefined,
  "dual-simplex": dualSimplex,
  "interior-point": interiorPoint,
  "interior-point alone": interiorPointWith({ fallback: false }),
};

const RELATIVE = 1e-7;

/** `declined` = `numerical-trouble`; `unjudged` = right by its own proof, and nobody else knows the status. */
export type Verdict = "right" | "wrong status" | "unproven" | "wrong objective" | "declined" | "unjudged" | "thrown";

export interface Judgement {
  readonly verdict: Verdict;
  readonly said: string;
  /** |objective - truth| / max(money, |truth|); 0 where there is nothing to compare. */
  readonly difference: number;
}

/** A verdict of every engine on one case. An answer is right only if `checkSolution` finds its proof sound as well. */
export function judgeCase(soak: SoakCase, names: readonly string[] = Object.keys(soakEngines)): Record<string, Judgement> {
  return Object.fromEntries(names.map((name) => [name, judge(soak, soakEngines[name])]));
}

function judge({ lp, truth }: SoakCase, solver: LpSolver | undefined): Judgement {
  let solution: LpSolution;
  try {
    solution = solveLp(lp, solver === undefined ? {} : { solver });
  } catch (error) {
    return { verdict: "thrown", said: String(error), difference: 0 };
  }
  const check = checkSolution(lp, solution);
  const difference =
    solution.termination === "optimal" && truth.status === "optimal"
      ? Math.abs(solution.objective - truth.objective) / Math.max(truth.money, Math.abs(truth.objective))
      : 0;
  const said = `${solution.termination} ${solution.objective} ${JSON.stringify(check)}`;
  const verdict = ((): Verdict => {
    if (solution.termination === "numerical-trouble") return "declined";
    if (truth.status !== "unknown" && solution.termination !== truth.status) return "wrong status";
    if (!check.ok) return "unproven";
    if (truth.status === "unknown") return "unjudged";
    return difference <= RELATIVE ? "right" : "wrong objective";
  })();
  return { verdict, said, difference };
}
