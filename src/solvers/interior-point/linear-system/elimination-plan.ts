import { countLdl, type LdlCounts, type LdlPattern, ldlPattern, postorder } from "../../../sparse/ldl-pattern.ts";
import { minimumDegree } from "../../../sparse/minimum-degree.ts";
import type { BoundedForm } from "../form/bounded-form.ts";
import { naturalOrder } from "./natural-order.ts";
import { type ReducedGraph, reducedGraph } from "./reduced-graph.ts";
import { LONGEST_ELIMINATED, LONGEST_SQUARED_FIRST } from "../tolerances.ts";

/**
 * How the Newton system is solved: which columns are eliminated into the normal equations and which are kept, and the
 * order of elimination of the nodes that are left: rows 0 .. numRows-1, then kept columns.
 */
export interface EliminationPlan {
  readonly keptCols: Int32Array;
  /** Node at each place of the order. */
  readonly new2orig: Int32Array;
  readonly pattern: LdlPattern;
}

/**
 * An order is taken as it is where its L has at most this many times the entries of K: a year of dispatch has 2.3 in
 * natural order, 2.0 by minimum degree, and finding that out costs as much as five iterations.
 */
const GOOD_FILL = 3;
/** Natural order is given up where it has more. */
const HOPELESS_FILL = 20;
/** What the interior point has before it. */
export interface FactorWork {
  readonly numRows: number;
  /** Of the matrix. */
  readonly numNonzeros: number;
  /** Of the factor L. */
  readonly numEntries: number;
  /** Multiply-adds of one factorisation. */
  readonly numFlops: number;
}

/**
 * An L of more entries is not begun: 0.4 GB of memory, a second and more for every step. The plan is then undefined.
 */
const MOST_ENTRIES = 2e7;
/** An entry of L costs a factorisation and its solves as much as this many multiply-adds beyond its own. */
const ENTRY_WORK = 8;

/**
 * `story[j]` is where column j stands in the program's own order (0 for row activities): the natural order is read from
 * it. Where that fills in, minimum degree is tried, first with all but the shortest columns kept, so that it chooses
 * itself when to eliminate one: squared first, a column of seven entries (a fleet with ramps, a wake-up and two
 * products) joins seven rows that mostly have nothing else, 2.3 times the work on a year of such a site. The least work
 * is taken.
 */
export function* eliminationPlan(
  form: BoundedForm,
  story: Int32Array,
  begins: (work: FactorWork) => boolean = () => true,
): Generator<void, EliminationPlan | undefined> {
  const squared = reducedGraph(form, LONGEST_ELIMINATED);
  yield;
  const natural = naturalOrder(form, squared.keptCols, story);
  yield;
  let best = yield* measured(squared, natural, Math.min(MOST_ENTRIES, HOPELESS_FILL * numEdges(squared)));
  if (!isGood(best)) {
    best = lessWork(best, yield* byDegree(reducedGraph(form, LONGEST_SQUARED_FIRST)));
    if (!isGood(best)) best = lessWork(best, yield* byDegree(squared));
  }
  if (best === undefined) return undefined;
  const { graph, new2orig, counts } = best;
  const { numEntries, numFlops } = counts;
  if (!begins({ numRows: form.numRows, numNonzeros: form.value.length, numEntries, numFlops })) return undefined;
  return { keptCols: graph.keptCols, new2orig, pattern: yield* ldlPattern(graph, new2orig, counts) };
}

interface Measured {
  readonly graph: ReducedGraph;
  readonly new2orig: Int32Array;
  readonly counts: LdlCounts;
}

function* measured(graph: ReducedGraph, new2orig: Int32Array, limit?: number): Generator<void, Measured | undefined> {
  const counts = yield* countLdl(graph, new2orig, limit);
  return counts && { graph, new2orig, counts };
}

function* byDegree(graph: ReducedGraph): Generator<void, Measured | undefined> {
  yield;
  const order = yield* minimumDegree(graph);
  const counts = yield* countLdl(graph, order, MOST_ENTRIES);
  return counts && (yield* measured(graph, postorder(order, counts.parent)));
}

function isGood(found: Measured | undefined): boolean {
  return found !== undefined && found.counts.numEntries <= GOOD_FILL * numEdges(found.graph);
}

function lessWork(a: Measured | undefined, b: Measured | undefined): Measured | undefined {
  return work(b) < work(a) ? b : a;
}

function work(found: Measured | undefined): number {
  return found === undefined ? Infinity : found.counts.numFlops / 2 + ENTRY_WORK * found.counts.numEntries;
}

function numEdges({ neighbour }: ReducedGraph): number {
  return neighbour.length / 2;
}
