/**
 * Reduces the program before branching, in rounds. It needs an incumbent, and prices at which the bound along a store
 * is close to the incumbent's cost (`betterPrices`):
 *
 * 1. `decisionBounds` excludes decisions of an interval and levels of a store that lead to no better point,
 * 2. a side that is zero in all remaining decisions is fixed at zero, and bounds are tightened (`tightened`),
 * 3. the linear program is solved again, with better bounds and prices, until a round excludes little.
 *
 * Each exclusion improves the next bound. If one store is the only link between intervals, the first bound equals the
 * cost of the first dive, and nothing remains to be done.
 */
import type { LpProgress } from "../lp/options.ts";
import type { OptimalSolution } from "../lp/solution.ts";
import { solveLpSteps } from "../solvers/solve-lp.ts";
import type { Stores } from "./chain-bound.ts";
import { commonSides, decisionBounds, excludedDecisions } from "./decision-bounds.ts";
import { dive } from "./dive.ts";
import type { ZeroSide } from "./exclusive-pairs.ts";
import { ExclusiveProgram } from "./exclusive-program.ts";
import { betterPrices, type PricedChain } from "./multiplier-search.ts";
import { type NodeOptimum, NodePrograms } from "./node-programs.ts";
import type { InheritedPrices } from "./price-node.ts";
import type { TreeOptions } from "./search-tree.ts";
import { tightened } from "./tightened.ts";
import { cutoff } from "./tree-gap.ts";

export interface ReducedRoot {
  readonly exclusive: ExclusiveProgram;
  /** Optimum of its program. */
  readonly root: OptimalSolution;
  /** The incumbent: the best point found that satisfies every pair. */
  readonly best: NodeOptimum | undefined;
  /**
   * Every point that satisfies the pairs costs at least this; at least `cutoff` of the incumbent if that is proven
   * optimal.
   */
  readonly bound: number;
  /** Every excluded point costs at least this; Infinity if no point was excluded. */
  readonly excludedBound: number;
  /** The best prices found; undefined if no chain of stores has a bound. */
  readonly prices: InheritedPrices | undefined;
  /** The best prices of each of the stores of `storesBy`. */
  readonly latest: readonly (PricedChain | undefined)[];
  /** Number of programs solved. */
  readonly nodes: number;
  readonly spentMs: number;
}

/** How long a program is reduced. */
export interface Effort {
  readonly rounds: number;
  /** Steps of the price search in each round: first for each store, then for the best one. */
  readonly stepsEach: number;
  readonly stepsBest: number;
}

const ROOT: Effort = { rounds: 6, stepsEach: 30, stepsBest: 60 };
/** A round continues with the prices of the previous one, and with somewhat longer steps. */
const WIDER = 4;
/** The last round is the one that closes less of the gap and excludes less of the decisions than this share. */
const WORTHWHILE = 0.1;
/** Levels and bounds are relaxed by this against rounding, relative to 1 + their size. */
const RELAXATION = 1e-7;

/** What is known of a wider program. */
export type KnownOfWider = Pick<ReducedRoot, "best" | "bound" | "excludedBound" | "latest">;

const NOTHING: KnownOfWider = { best: undefined, bound: -Infinity, excludedBound: Infinity, latest: [] };

/** `root` is an optimum of the program. */
export function* reduceRoot(
  first: ExclusiveProgram,
  firstRoot: OptimalSolution,
  options: TreeOptions,
  wider: KnownOfWider = NOTHING,
  { rounds, stepsEach, stepsBest }: Effort = ROOT,
): Generator<LpProgress, ReducedRoot> {
  let [exclusive, root] = [first, firstRoot];
  let { best, bound, excludedBound } = wider;
  let prices: PricedChain | undefined;
  const latest = [...wider.latest];
  let [nodes, spentMs] = [0, 0];
  const cost = () => best?.solution.objective ?? Infinity;
  // Half the tolerance; the other half allows for rounding when the incumbent is restated in the given program.
  const most = () => cutoff(cost(), options.relativeGap / 2);
  const take = (found: NodeOptimum | undefined) => {
    if (found && found.solution.objective < cost()) best = found;
  };
  const limits = () => ({
    ...options,
    nodeLimit: options.nodeLimit - nodes,
    branchingTimeLimitMs: options.branchingTimeLimitMs - spentMs,
  });
  const end = (): ReducedRoot => ({ exclusive, root, best, bound, excludedBound, prices, latest, nodes, spentMs });
  for (let round = 0; round < rounds; round++) {
    const { chains, pairs, lp } = exclusive;
    const programs = new NodePrograms(exclusive, limits());
    const count = () => {
      nodes += programs.nodes;
      spentMs += programs.spentMs;
    };
    const broken = pairs.broken(root.x);
    const start = { decisions: undefined, broken, basis: root.basis, y: root.y };
    if (broken.length === 0) take({ solution: root, program: lp, decisions: undefined, broken });
    bound = Math.max(bound, Math.min(root.objective, excludedBound));
    const before = bound;
    const found: PricedChain[] = [];
    const search = function* (stores: Stores, from: PricedChain | undefined, steps: number) {
      const chain = yield* programs.work(
        betterPrices(
          chains,
          stores,
          lp.colUpper,
          { y: from?.point.y ?? root.y, split: from?.split, theta: from?.theta, x: root.x },
          { aim: most(), most: steps },
        ),
      );
      if (!chain) return undefined;
      bound = Math.max(bound, Math.min(chain.bound, excludedBound));
      found.push(chain);
      if (prices === undefined || chain.bound > prices.bound) prices = chain;
      if (bound < most()) take(yield* dive(programs, start, cost(), chain.guide));
      return chain;
    };
    if (round === 0 && best === undefined) {
      const answers = (yield* programs.work(chains.bounds(lp.colUpper, root, most() - root.objective))) ?? [];
      for (const { gain, guide } of answers) {
        bound = Math.max(bound, root.objective + gain);
        take(yield* dive(programs, start, cost(), guide));
      }
      if (best === undefined && answers.length > 0) take(yield* dive(programs, start, cost()));
    }
    const isOpen = () => bound < most() && best !== undefined && programs.stop === undefined;
    for (const [k, each] of chains.storesBy(root).entries()) {
      const known = latest[k];
      const from = known && { ...known, theta: WIDER * known.theta };
      if (isOpen()) latest[k] = (yield* search(from?.stores ?? each, from, stepsEach)) ?? known;
    }
    if (isOpen() && found.length > 0 && stepsBest > 0) {
      const widest = found.reduce((a, b) => (b.bound > a.bound ? b : a));
      const further = yield* search(widest.stores, widest, stepsBest);
      if (further) latest[latest.indexOf(widest)] = further;
    }
    if (!isOpen() || found.length === 0) {
      count();
      return end();
    }
    const narrower = yield* programs.work(exclude(exclusive, found, most()));
    count();
    if (narrower === undefined) return end();
    excludedBound = most();
    if (narrower.program === undefined) {
      bound = excludedBound;
      return end();
    }
    const { status, ...rest } = yield* solveNarrowed(narrower.program, root, limits());
    if (status === "infeasible") {
      bound = excludedBound;
      return end();
    }
    if (status !== "optimal") return end();
    exclusive = narrower.program;
    root = { status, ...rest } as OptimalSolution;
    const closed = (bound - before) / (most() - before);
    if (closed < WORTHWHILE && narrower.share < WORTHWHILE) return end();
  }
  return end();
}

/** Solves a program with narrower bounds from the basis and prices of the wider one. */
export function solveNarrowed(exclusive: ExclusiveProgram, { basis, y }: OptimalSolution, options: TreeOptions) {
  const { nodeLimit: _nodes, branchingTimeLimitMs: _ms, relativeGap: _gap, ...limits } = options;
  return solveLpSteps(exclusive.lp, {
    ...limits,
    solver: exclusive.simplex,
    ...(basis && { startBasis: basis, startPrices: y }),
  });
}

/**
 * The program without everything that costs at least `most`, and the share of decisions removed; undefined if nothing
 * remains.
 */
function* exclude(
  { lp, pairs, spent, simplex }: ExclusiveProgram,
  found: readonly PricedChain[],
  most: number,
): Generator<undefined, { readonly program?: ExclusiveProgram; readonly share: number }> {
  const [colLower, colUpper] = [lp.colLower.slice(), lp.colUpper.slice()];
  const blocks = pairs.blocks.map((block) => ({ ...block, excluded: [...(block.excluded ?? [])] }));
  let [gone, all] = [0, 0];
  // Chains of one round mostly exclude the same decisions, under one order of pairs or another.
  const seen = new Set<string>();
  const isNew = (block: number, way: readonly ZeroSide[]) => {
    const name = [block, ...way.map(({ pair, side }) => 2 * pair + side).toSorted((a, b) => a - b)].join();
    return !seen.has(name) && seen.add(name).size > 0;
  };
  for (const { parts, bound } of found) {
    for (const { stores, stages, ahead, gain } of parts) {
      // What this part may gain if the others gain what they do.
      const gainMost = most - (bound - gain);
      const bounds = yield* decisionBounds(stages, ahead, gainMost);
      if (bounds.length === 0) return { share: 1 };
      excludedDecisions(stages, bounds, gainMost).forEach((ways, t) => {
        const { block, state } = stores[0].chain[t];
        for (const way of ways) if (isNew(block, way)) blocks[block].excluded.push(way);
        gone += ways.length;
        all += stages[t].ways.length;
        const left = stages[t].ways.filter((way) => !ways.includes(way));
        for (const { pair, side } of commonSides(left)) for (const j of pairs.columns(pair, side)) colUpper[j] = 0;
        if (stores.length > 1) return;
        const [from, to] = bounds[t].levels;
        colLower[state] = Math.max(colLower[state], from - RELAXATION * (1 + Math.abs(from)));
        colUpper[state] = Math.min(colUpper[state], to + RELAXATION * (1 + Math.abs(to)));
      });
    }
  }
  for (let j = 0; j < lp.numCols; j++) if (colLower[j] > colUpper[j]) return { share: 1 };
  const program = tightened(new ExclusiveProgram({ ...lp, colLower, colUpper }, { ...pairs, blocks }, spent, simplex));
  return { program, share: gone / all };
}
