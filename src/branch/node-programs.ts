import type { LpBasis } from "../lp/basis.ts";
import { checkSolution } from "../lp/check-solution.ts";
import type { LinearProgram } from "../lp/linear-program.ts";
import type { LpOptions, LpProgress } from "../lp/options.ts";
import type { OptimalSolution } from "../lp/solution.ts";
import { chooseEngine } from "../solvers/choose-engine.ts";
import { solveLpSteps } from "../solvers/solve-lp.ts";
import { timedSteps } from "../solvers/budget/timed-steps.ts";
import type { BrokenPair } from "./exclusive-pairs.ts";
import type { ExclusiveProgram } from "./exclusive-program.ts";
import { type Decisions, upperUnder } from "./tree-node.ts";

/** Limits of a search; an absent field has the tree's default. */
export interface TreeBudget extends Pick<LpOptions, "timeLimitMs" | "iterationLimit" | "onProgress"> {
  readonly nodeLimit: number;
  readonly branchingTimeLimitMs: number;
}

export type TreeStop =
  "node-limit" | "branching-time-limit" | "time-limit" | "iteration-limit" | "stopped" | "numerical-trouble";

/** The optimum of a node. */
export interface NodeOptimum {
  readonly solution: OptimalSolution;
  /** The program of the node: the root program with the decisions as upper bounds. */
  readonly program: LinearProgram;
  readonly decisions: Decisions | undefined;
  readonly broken: readonly BrokenPair[];
}

/** The warm start of a node's program: basis and prices of a nearby node. */
export interface NodeStart {
  readonly basis?: LpBasis | undefined;
  readonly y?: Float64Array | undefined;
}

/** Solves the programs of a tree one after the other, with the factors of the previous one or from a given basis. */
export class NodePrograms {
  /** Number of programs started so far, and the time that they and other work took. */
  nodes = 0;
  spentMs = 0;
  /** Why the search must end. */
  stop: TreeStop | undefined;
  /** The worst Farkas certificate of all infeasible nodes. */
  proof = { rayViolation: 0, ok: true };
  private readonly root: ExclusiveProgram;
  private readonly limits: TreeBudget;

  constructor(root: ExclusiveProgram, limits: TreeBudget) {
    this.root = root;
    this.limits = limits;
  }

  /** Returns `infeasible`, the optimum, or undefined with `stop` set. */
  *solve(
    decisions: Decisions | undefined,
    from: NodeStart,
  ): Generator<LpProgress, NodeOptimum | "infeasible" | undefined> {
    const {
      limits,
      root: { lp, pairs, simplex },
    } = this;
    if (this.nodes >= limits.nodeLimit) return this.end("node-limit");
    const leftMs = limits.branchingTimeLimitMs - this.spentMs;
    if (leftMs <= 0) return this.end("branching-time-limit");
    this.nodes++;
    const colUpper = upperUnder(decisions, pairs, lp.colLower, lp.colUpper);
    if (colUpper === undefined) return "infeasible";
    const { timeLimitMs = Infinity, nodeLimit: _nodes, branchingTimeLimitMs: _ms, ...rest } = limits;
    const program = { ...lp, colUpper };
    const { basis: startBasis, y: startPrices } = from;
    const start = startBasis
      ? { solver: simplex, startBasis, ...(startPrices && { startPrices }) }
      : { solver: chooseEngine(program, {}) };
    const solution = yield* solveLpSteps(program, { ...rest, ...start, timeLimitMs: Math.min(timeLimitMs, leftMs) });
    this.spentMs += solution.timings?.totalMs ?? 0;
    // A node takes a few pivots, fewer than a batch of an engine. Without this yield, dozens of nodes would be one
    // step.
    yield { iterations: solution.iterations, phase: "branch", primalInfeasibility: NaN, objective: solution.objective };
    const { status } = solution;
    if (status === "optimal") return { solution, program, decisions, broken: pairs.broken(solution.x) };
    if (status === "infeasible") {
      const { rayViolation = Infinity, ok } = checkSolution(program, solution);
      this.proof = { rayViolation: Math.max(this.proof.rayViolation, rayViolation), ok: this.proof.ok && ok };
      return "infeasible";
    }
    if (status === "time-limit" && leftMs < timeLimitMs) return this.end("branching-time-limit");
    // A restriction of a bounded program is bounded, so this claim is a numerical failure of the engine.
    return this.end(status === "unbounded" ? "numerical-trouble" : status);
  }

  /** Runs other work of the search within the same limits. Returns undefined with `stop` set. */
  *work<Result>(steps: Iterator<unknown, Result>): Generator<LpProgress, Result | undefined> {
    const { branchingTimeLimitMs, onProgress } = this.limits;
    const timed = timedSteps(steps, (ms) => {
      this.spentMs += ms;
    });
    for (;;) {
      if (this.spentMs >= branchingTimeLimitMs) return this.end("branching-time-limit");
      const { done, value } = timed.next();
      if (done === true) return value as Result;
      const progress: LpProgress = { iterations: 0, phase: "store", primalInfeasibility: NaN, objective: NaN };
      if (onProgress?.(progress) === "stop") return this.end("stopped");
      yield progress;
    }
  }

  private end(stop: TreeStop): undefined {
    this.stop = stop;
  }
}
