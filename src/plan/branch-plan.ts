/**
 * Settles either-or rules that the program's optimum breaks and no equal optimum keeps, by branching on which side is
 * zero (`settlePairs`), and says in words what that has proven.
 */
import type { ExclusiveProgram } from "../branch/exclusive-program.ts";
import { settlePairs } from "../branch/settle-pairs.ts";
import type { TreeStop } from "../branch/node-programs.ts";
import { countZero } from "../branch/tree-node.ts";
import { cutoff, relativeGap as gapOf } from "../branch/tree-gap.ts";
import type { LpProgress } from "../lp/options.ts";
import type { OptimalSolution } from "../lp/solution.ts";
import type { BuiltSite } from "./build-site.ts";
import { figure } from "./detail-text.ts";
import { brokenRules, brokenRulesText } from "./either-or-check.ts";
import { leastOnFace } from "./keep-either-or.ts";
import type { PlanOptions } from "./plan-options.ts";
import type { PlanResult } from "./plan-result.ts";
import { readPlan } from "./read-plan.ts";

/** Defaults of `nodeLimit` and `relativeGap`, as stated there. */
const [MOST_NODES, LEAST_NODES, ROWS_IN_ALL] = [2000, 100, 1e7];
const RELATIVE_GAP = 1e-8;

const STOPPED: Readonly<Record<TreeStop, string>> = {
  "node-limit": "nodeLimit was reached; raise it, or relativeGap",
  "branching-time-limit": "branchingTimeLimitMs was reached; raise it, or relativeGap",
  "time-limit": "one program reached timeLimitMs; raise it",
  "iteration-limit": "one program reached iterationLimit; raise it",
  stopped: "onProgress stopped the solver",
  "numerical-trouble": "the answer to one program does not pass the check on it",
};

/**
 * `root` is the optimum of `lean`. The plan that keeps the rules, or what is known of it; undefined where an answer
 * fails its check. `keep` as of `siteSteps`.
 */
export function* branchPlan(
  built: BuiltSite,
  lean: ExclusiveProgram,
  root: OptimalSolution,
  options: PlanOptions,
  keep?: (solution: OptimalSolution) => void,
): Generator<LpProgress, PlanResult | undefined> {
  const { plan, site, lp } = built;
  const {
    solver: _solver,
    nodeLimit = defaultNodeLimit(lp.numRows),
    branchingTimeLimitMs = Infinity,
    relativeGap = RELATIVE_GAP,
    ...limits
  } = options;
  const search = { ...limits, nodeLimit, branchingTimeLimitMs, relativeGap };
  const { best, bound, nodes, stop, proof } = yield* settlePairs(lean, root, search);
  const frame = { name: plan.name, warnings: site.warnings, notices: [...plan.notices, ...site.notices] };
  const broken = brokenRules(site, root.x);
  const words = brokenRulesText(broken, plan.time);
  const cost = best?.solution.objective ?? Infinity;
  if (best) {
    const isProven = bound >= cutoff(cost, relativeGap);
    // Of the optima of the node the one of least second objective; its own where that is not found.
    const least = isProven
      ? yield* leastOnFace(lean, best.solution, [], options, built.secondObjective, best.program)
      : undefined;
    const settled = least?.status === "optimal" ? least : best.solution;
    const branching = {
      nodes,
      boundUsd: bound,
      relativeGap: gapOf(cost, bound),
      directionsFixed: countZero(best.decisions),
    };
    const incumbent = readPlan(built, settled, { program: { ...lp, colUpper: best.program.colUpper }, branching });
    if (!incumbent.certificate.ok) return undefined;
    if (isProven) {
      keep?.(settled);
      return { status: "optimal", ...incumbent };
    }
    const found =
      `The best found costs ${figure(cost)} USD, at most ${figure(cost - bound)} USD ` +
      `(${figure(100 * branching.relativeGap)} %) more than the best there is`;
    return {
      status: "branching-limit",
      ...frame,
      warnings: incumbent.warnings,
      brokenRules: broken,
      incumbent,
      boundUsd: bound,
      relativeGap: branching.relativeGap,
      nodes,
      detail: `${limitText(stop, nodes)} ${found}.\n${words}`,
    };
  }
  if (stop === undefined) {
    if (!proof.ok) return undefined;
    return {
      status: "infeasible",
      ...frame,
      conflicts: [],
      proof,
      detail: `${words}\nNo schedule keeps all limits with either side at zero (${nodes} programs show it).`,
    };
  }
  const none = `No plan that keeps the either-or rules was found; none costs less than ${figure(bound)} USD`;
  return {
    status: "branching-limit",
    ...frame,
    brokenRules: broken,
    boundUsd: bound,
    relativeGap: Infinity,
    nodes,
    detail: `${limitText(stop, nodes)} ${none}.\n${words}`,
  };
}

function defaultNodeLimit(numRows: number): number {
  return Math.min(MOST_NODES, Math.max(LEAST_NODES, Math.floor(ROWS_IN_ALL / numRows)));
}

function limitText(stop: TreeStop | undefined, nodes: number): string {
  return `Not settled after ${nodes} programs: ${STOPPED[stop ?? "numerical-trouble"]}.`;
}
