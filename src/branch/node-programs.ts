import type { LpBasis } from "../lp/basis.ts";
import { checkSolution } from "../lp/check-solution.ts";
import type { LinearProgram } from "../lp/linear-program.ts";
import type { LpOptions, LpProgress } from "../lp/options.ts";
import type { LpSolution, OptimalSolution } from "../lp/solution.ts";
import { chooseEngine } from "../solvers/choose-engine.ts";
import { type PreparedLp, prepareLp } from "../solvers/prepare-lp.ts";
import { solveLpSteps } from "../solvers/solve-lp.ts";
import type { BrokenPair, ExclusivePairs } from "./exclusive-pairs.ts";
import { type Decisions, upperUnder } from "./tree-node.ts";

/** What bounds a search; absent = the tree's default. */
export interface TreeLimits extends Pick<LpOptions, "timeLimitMs" | "iterationLimit" | "onProgress"> {
  readonly nodeLimit: number;
  readonly branchingTimeLimitMs: number;
}

export type TreeStop = "node-limit" | "branching-time-limit" | "time-limit" | "iteration-limit" | "stopped" | "numerical-trouble";

/** The optimum of a node. */
export interface NodeOptimum {
  readonly solution: OptimalSolution;
  /** The program it is the optimum of: the first with the decisions as upper limits. */
  readonly program: LinearProgram;
  readonly decisions: Decisions | undefined;
  readonly broken: readonly BrokenPair[];
}

/** Where a node's program is taken up: the basis and prices of one near it. */
export interface NodeStart {
  readonly basis?: LpBasis | undefined;
  readonly y?: Float64Array | undefined;
}

/** Solves the programs of a tree, one after the other, on the factors of the last or from the basis given. */
export class NodePrograms {
  readonly pairs: ExclusivePairs;
  /** Programs taken up so far. */
  nodes = 0;
  /** Why the search must end. */
  stop: TreeStop | undefined;
  /** The worst proof that a node is infeasible. */
  proof = { rayViolation: 0, ok: true };
  private readonly lp: LinearProgram;
  private readonly limits: TreeLimits;
  private readonly prepared: PreparedLp;
  private spentMs = 0;

  constructor(lp: LinearProgram, pairs: ExclusivePairs, limits: TreeLimits) {
    this.lp = lp;
    this.pairs = pairs;
    this.limits = limits;
    this.prepared = prepareLp(lp);
  }

  /** `infeasible`, the optimum, or undefined with `stop` set. */
  *solve(decisions: Decisions | undefined, from: NodeStart): Generator<LpProgress, NodeOptimum | "infeasible" | undefined> {
    const { lp, pairs, limits } = this;
    if (this.nodes >= limits.nodeLimit) return this.end("node-limit");
    const leftMs = limits.branchingTimeLimitMs - this.spentMs;
    if (leftMs <= 0) return this.end("branching-time-limit");
    this.nodes++;
    const colUpper = upperUnder(decisions, pairs, lp.colLower, lp.colUpper);
    if (colUpper === undefined) return "infeasible";
    const { timeLimitMs = Infinity, nodeLimit: _nodes, branchingTimeLimitMs: _ms, ...rest } = limits;
    const solution = yield* this.run(colUpper, from, { ...rest, timeLimitMs: Math.min(timeLimitMs, leftMs) });
    this.spentMs += solution.timings?.totalMs ?? 0;
    const { termination } = solution;
    if (termination === "optimal") return { solution, program: { ...lp, colUpper }, decisions, broken: pairs.broken(solution.x) };
    if (termination === "infeasible") {
      const { rayViolation = Infinity, ok } = checkSolution({ ...lp, colUpper }, solution);
      this.proof = { rayViolation: Math.max(this.proof.rayViolation, rayViolation), ok: this.proof.ok && ok };
      return "infeasible";
    }
    if (termination === "time-limit" && leftMs < timeLimitMs) return this.end("branching-time-limit");
    // A part of a bounded program is bounded: the engine has lost its way.
    return this.end(termination === "unbounded" ? "numerical-trouble" : termination);
  }

  private run(colUpper: Float64Array, { basis, y }: NodeStart, options: LpOptions): Iterable<LpProgress, LpSolution> {
    if (basis === undefined) return solveLpSteps({ ...this.lp, colUpper }, { ...options, solver: chooseEngine(this.lp, {}) });
    const steps = this.prepared.steps({ colUpper }, { ...options, startBasis: basis, ...(y && { startPrices: y }) });
    return { [Symbol.iterator]: () => steps };
  }

  private end(stop: TreeStop): undefined {
    this.stop = stop;
  }
}
