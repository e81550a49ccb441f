/**
 * The best schedule, by Kelley's cutting planes (Benders decomposition): the schedule program has upper bounds of each
 * quarter's value, so its optimum is an upper bound of the value of every schedule. Its shares are dispatched; that
 * gives a schedule with its true value, and bounds that touch there. Both approach each other until the gap is closed.
 * The values of quarters are linear by pieces, so the number of rounds is finite.
 *
 * Whole blocks: rounds of the relaxation come first, then each round is a branch and bound, whose proven bound counts.
 */
import { ExclusiveProgram } from "../branch/exclusive-program.ts";
import { EXCLUSIVE_TOLERANCE, type ExclusivePairs, type Side } from "../branch/exclusive-pairs.ts";
import { searchTree } from "../branch/search-tree.ts";
import { solveLpSteps } from "../solvers/solve-lp.ts";
import type { DispatchValues } from "./dispatch-values.ts";
import { cashOf, grossValue, presentValue, type Schedule } from "./schedule.ts";
import { MILLION, type ScheduleProgram, scheduleProgram } from "./schedule-program.ts";
import type { ScheduleTerms } from "./schedule-terms.ts";

const MOST_ROUNDS = 400;
const MOST_NODES = 20_000;
/** Present values are not compared more finely than this. */
const LEAST_GAP_USD = 1e-6;
/** Shares this near to 0 or 1 are meant to be it: rounding of the solver. */
const SHARE_ROUNDING = 1e-9;

export interface SolvedSchedule {
  readonly status: "solved";
  readonly schedule: Schedule;
  /** No schedule is worth more, USD. */
  readonly boundUsd: number;
  readonly rounds: number;
  /** Programs of the branch and bound. */
  readonly nodes: number;
  /** False: the limits of rounds or nodes were reached first. */
  readonly isProven: boolean;
}

export interface UnsolvedSchedule {
  readonly status: "infeasible" | "limit";
  readonly detail: string;
}

export function* solveSchedule(
  terms: ScheduleTerms,
  values: DispatchValues,
): Generator<unknown, SolvedSchedule | UnsolvedSchedule> {
  const { model, site } = terms;
  const hasBlocks = terms.starts === undefined && model.conversions.some(({ wholeBlocks }) => wholeBlocks);
  let isWhole = false;
  let best: Schedule | undefined;
  let boundUsd = Infinity;
  let nodes = 0;
  for (const q of terms.discount.keys()) {
    if (values.cuts[q].length > 0) continue;
    values.at(
      q,
      site.parts.map(({ sort }) => Number(sort === "fleet")),
    );
    values.at(
      q,
      site.parts.map(({ sort }) => Number(sort !== "fleet")),
    );
    yield;
  }
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    const program = scheduleProgram(terms, values.cuts, isWhole);
    const optimum: Optimum | "infeasible" | undefined = yield* isWhole
      ? wholeOptimum(program)
      : relaxedOptimum(program);
    if (optimum === "infeasible") return { status: "infeasible", detail: INFEASIBLE };
    if (optimum === undefined) return { status: "limit", detail: "The schedule program did not reach its optimum." };
    nodes += optimum.nodes;
    boundUsd = Math.min(boundUsd, -optimum.bound * MILLION);
    const found = dispatched(terms, program, optimum.x, values);
    const isBetter = found && found.valueUsd > (best?.valueUsd ?? -Infinity);
    if (isBetter && (isWhole || !hasBlocks)) best = found;
    const gapUsd = model.relativeGap * (found?.grossUsd ?? Infinity);
    if (!isWhole && hasBlocks) {
      isWhole = found !== undefined && -optimum.bound * MILLION - found.valueUsd <= Math.max(gapUsd, 1);
    } else if (best && boundUsd - best.valueUsd <= Math.max(gapUsd, LEAST_GAP_USD)) {
      return {
        status: "solved",
        schedule: best,
        boundUsd: Math.max(boundUsd, best.valueUsd),
        rounds: round,
        nodes,
        isProven: true,
      };
    }
    yield;
  }
  return best
    ? { status: "solved", schedule: best, boundUsd, rounds: MOST_ROUNDS, nodes, isProven: false }
    : { status: "limit", detail: `No schedule was found in ${MOST_ROUNDS} rounds.` };
}

const INFEASIBLE =
  "No schedule satisfies all limits: compare leastMw with the space, with start dates, and with the power of the site.";

interface Optimum {
  readonly x: Float64Array;
  readonly bound: number;
  readonly nodes: number;
}

function* relaxedOptimum({ lp }: ScheduleProgram): Generator<unknown, Optimum | "infeasible" | undefined> {
  const solution = yield* solveLpSteps(lp, {});
  if (solution.status === "optimal") return { x: solution.x, bound: solution.objective, nodes: 0 };
  return solution.status === "infeasible" ? "infeasible" : undefined;
}

function* wholeOptimum({ lp, pairs }: ScheduleProgram): Generator<unknown, Optimum | "infeasible" | undefined> {
  const root = yield* solveLpSteps(lp, {});
  if (root.status !== "optimal") return root.status === "infeasible" ? "infeasible" : undefined;
  const exclusive = new ExclusiveProgram(lp, pairsOf(pairs));
  const end = yield* searchTree(exclusive, root, {
    nodeLimit: MOST_NODES,
    branchingTimeLimitMs: Infinity,
    relativeGap: 1e-9,
  });
  if (!end.best) return end.stop === undefined ? "infeasible" : undefined;
  return { x: end.best.solution.x, bound: end.bound, nodes: end.nodes };
}

function pairsOf(pairs: ScheduleProgram["pairs"]): ExclusivePairs {
  return {
    columns: (pair: number, side: Side) => [pairs[pair][side]],
    broken: (x) =>
      pairs.flatMap(([a, b], pair) =>
        x[a] > EXCLUSIVE_TOLERANCE && x[b] > EXCLUSIVE_TOLERANCE ? [{ pair, sums: [x[a], x[b]] as const }] : [],
      ),
    blocks: [],
  };
}

/** The schedule at a point of the program with its true value; undefined if a quarter cannot be dispatched. */
function dispatched(
  terms: ScheduleTerms,
  program: ScheduleProgram,
  x: Float64Array,
  values: DispatchValues,
): (Schedule & { readonly grossUsd: number }) | undefined {
  const share = (column: number) => {
    const value = x[column];
    if (value < SHARE_ROUNDING) return 0;
    return value > 1 - SHARE_ROUNDING ? 1 : value;
  };
  const shares = program.shareColumns.map((columns) => columns.map(share));
  const dispatchUsd = shares.map((all, q) => values.at(q, all).valueUsd);
  if (dispatchUsd.includes(undefined)) return undefined;
  const usd = dispatchUsd as number[];
  const starts = program.startColumns.map((columns, o) => {
    const byQuarter = new Array<number>(terms.model.count).fill(0);
    for (const [k, column] of columns.entries()) byQuarter[terms.profiles[o][k].start] = share(column);
    return byQuarter;
  });
  const parts = { starts, shares, exits: program.exitColumns.map((ways) => ways.map((list) => list.map(share))) };
  const cash = cashOf(terms, parts);
  const valueUsd = presentValue(cash, terms.discount) + usd.reduce((sum, one, q) => sum + one * terms.discount[q], 0);
  return { ...parts, dispatchUsd: usd, valueUsd, grossUsd: grossValue(cash, usd, terms.discount) };
}
