import { countLdl, type LdlCounts, type LdlPattern, ldlPattern, postorder } from "../../../sparse/ldl-pattern.ts";
import { minimumDegree } from "../../../sparse/minimum-degree.ts";
import type { BoundedForm } from "../form/bounded-form.ts";
import { naturalOrder } from "./natural-order.ts";
import { type ReducedGraph, reducedGraph } from "./reduced-graph.ts";
import { LONGEST_ELIMINATED, LONGEST_SQUARED_FIRST } from "../tolerances.ts";

/**
 * How the Newton system is reduced: which columns are eliminated into the normal equations and which are retained, and
 * the elimination order of the remaining nodes: rows 0 .. numRows-1, then retained columns.
 */
export interface EliminationPlan {
  readonly retainedCols: Int32Array;
  /** Node at each position of the order. */
  readonly new2orig: Int32Array;
  readonly pattern: LdlPattern;
}

/**
 * The natural order is used if its L has at most this many times the entries of K. A year of dispatch has 2.3 times in
 * natural order and 2.0 times by minimum degree, and finding the latter costs as much as five iterations.
 */
const GOOD_FILL = 3;
/** Counting of the natural order stops beyond this fill. */
const HOPELESS_FILL = 20;
/** Size of the program and work of one factorisation. */
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
 * With more entries in L the plan is undefined: it would take 0.4 GB of memory, and a second or more for every step.
 */
const MOST_ENTRIES = 2e7;
/** Beyond its own multiply-adds, an entry of L costs a factorisation and its solves as much as this many. */
const ENTRY_WORK = 8;

/**
 * `programOrder[j]` is the position of column j in the program (0 for row activities), from which the natural order
 * follows. If that fills in, minimum degree is tried, first with all but the shortest columns retained, so that the
 * ordering itself decides when to eliminate a column. Eliminated first, a column of seven entries (a fleet with ramps,
 * a wake-up and two products) connects seven rows that share little else: 2.3 times the work on a year of such a site.
 * The plan of least work is chosen.
 */
export function* eliminationPlan(
  form: BoundedForm,
  programOrder: Int32Array,
  begins: (work: FactorWork) => boolean = () => true,
): Generator<void, EliminationPlan | undefined> {
  const squared = reducedGraph(form, LONGEST_ELIMINATED);
  yield;
  const natural = naturalOrder(form, squared.retainedCols, programOrder);
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
  return { retainedCols: graph.retainedCols, new2orig, pattern: yield* ldlPattern(graph, new2orig, counts) };
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
