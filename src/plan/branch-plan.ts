/**
 * Branch and bound over either-or rules that the LP relaxation violates and no equal optimum satisfies. It branches on
 * which side of a rule is zero (`settlePairs`), and states in words what has been proven.
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
import { leastOnFace } from "./tied-optimum.ts";
import type { PlanOptions } from "./plan-options.ts";
import type { SolvedData } from "./plan-result.ts";
import { decodePlan } from "./decode-plan.ts";

/** Defaults of `nodeLimit` and `relativeGap`; `PlanOptions` documents them. */
const [MOST_NODES, LEAST_NODES, ROWS_IN_ALL] = [2000, 100, 1e7];
const RELATIVE_GAP = 1e-8;

const STOPPED: Readonly<Record<TreeStop, string>> = {
  "node-limit": "nodeLimit was reached; raise it, or relativeGap",
  "branching-time-limit": "branchingTimeLimitMs was reached; raise it, or relativeGap",
  "time-limit": "one linear program reached timeLimitMs; raise it",
  "iteration-limit": "one linear program reached iterationLimit; raise it",
  stopped: "onProgress stopped the solver",
  "numerical-trouble": "the solution of one linear program failed its check",
};

/**
 * `root` is the optimum of `lean`. Returns the plan that satisfies the rules, or what is proven about it; undefined if
 * a solution fails its check.
 */
export function* branchPlan(
  built: BuiltSite,
  lean: ExclusiveProgram,
  root: OptimalSolution,
  options: PlanOptions,
): Generator<LpProgress, SolvedData | undefined> {
  const { request, site, lp } = built;
  const {
    solver: _solver,
    nodeLimit = defaultNodeLimit(lp.numRows),
    branchingTimeLimitMs = Infinity,
    relativeGap = RELATIVE_GAP,
    ...limits
  } = options;
  const search = { ...limits, nodeLimit, branchingTimeLimitMs, relativeGap };
  const { best, bound, nodes, stop, proof } = yield* settlePairs(lean, root, search);
  const frame = { name: request.name, warnings: site.warnings, notices: [...request.notices, ...site.notices] };
  const broken = brokenRules(site, root.x);
  const words = brokenRulesText(broken, request.time);
  const cost = best?.solution.objective ?? Infinity;
  if (best) {
    const isProven = bound >= cutoff(cost, relativeGap);
    // The optimum of the node with the least second objective, or the node's own optimum if the second solve fails.
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
    const incumbent = decodePlan(built, settled, { program: { ...lp, colUpper: best.program.colUpper }, branching });
    if (!incumbent.certificate.ok) return undefined;
    if (isProven) return { result: { status: "optimal", ...incumbent }, solution: settled };
    const found =
      `The incumbent (best plan found) costs ${figure(cost)} USD, at most ${figure(cost - bound)} USD ` +
      `(${figure(100 * branching.relativeGap)} %) more than the best bound`;
    return {
      incumbent: settled,
      result: {
        status: "branching-limit",
        ...frame,
        warnings: incumbent.warnings,
        brokenRules: broken,
        incumbent,
        boundUsd: bound,
        relativeGap: branching.relativeGap,
        nodes,
        detail: `${limitText(stop, nodes)} ${found}.\n${words}`,
      },
    };
  }
  if (stop === undefined) {
    if (!proof.ok) return undefined;
    const detail =
      `${words}\nNo schedule satisfies all limits with one side of each rule at zero ` +
      `(proven by ${nodes} linear programs).`;
    return { result: { status: "infeasible", ...frame, conflicts: [], proof, detail } };
  }
  const least = figure(bound);
  const none = `No plan that satisfies the either-or rules was found yet; any such plan costs at least ${least} USD`;
  return {
    result: {
      status: "branching-limit",
      ...frame,
      brokenRules: broken,
      boundUsd: bound,
      relativeGap: Infinity,
      nodes,
      detail: `${limitText(stop, nodes)} ${none}.\n${words}`,
    },
  };
}

function defaultNodeLimit(numRows: number): number {
  return Math.min(MOST_NODES, Math.max(LEAST_NODES, Math.floor(ROWS_IN_ALL / numRows)));
}

function limitText(stop: TreeStop | undefined, nodes: number): string {
  return `Branch and bound stopped after ${nodes} linear programs: ${STOPPED[stop ?? "numerical-trouble"]}.`;
}
