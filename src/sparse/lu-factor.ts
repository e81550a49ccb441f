/**
 * Sparse LU factors of a simplex basis with Forrest-Tomlin updates: B = L * R_1^-1 .. R_k^-1 * U up to a permutation.
 *
 * Everything is indexed by row. Factoring finds the pivot row of every basic column (`head[row] = variable`), so basis
 * positions and rows share one index space and solves need no permutation. U has pivots `uPivot` and off-diagonal
 * entries both by column (`uCols`, for ftran) and by row (`uRows`, for btran); L has unit pivots.
 *
 * Variables 0 .. numCols-1 are columns of a CSC matrix, numCols + i is the logical e_i.
 *
 * Sources: Suhl and Suhl, ORSA J. Computing 2 (1990); Forrest and Tomlin, Math. Programming 2 (1972); Hall and
 * McKinnon on hyper-sparsity, Comput. Optim. Appl. 32 (2005).
 */
import type { ColumnMatrix } from "./column-matrix.ts";
import { factorKernel } from "./lu-kernel.ts";
import { factorSingletons } from "./lu-singletons.ts";
import { applyEtas, applyEtasTransposed, RowEtas } from "./row-etas.ts";
import { dropNoise, ScatteredVector } from "./scattered-vector.ts";
import { Strips, transposeStrips } from "./strips.ts";
import { ReachWorkspace, solveOrdered, solveReachable, solveUnitOrdered } from "./triangular-solve.ts";

/**
 * The kinds of solves in a simplex iteration. Each has a density statistic of its own, so that dense ones do not spoil
 * the others.
 */
export const enum SolveKind {
  /** ftran of an entering column: keeps the spike, so that an update may follow. */
  column = 0,
  /** btran of a unit vector: keeps the row eta, so that an update may follow. */
  row = 1,
  steepestEdge = 2,
  boundFlips = 3,
  other = 4,
  /** ftran and btran as above, but without an update to follow: ranging keeps its pivots in a product form. */
  columnOnly = 5,
  rowOnly = 6,
}
const NUM_KINDS = 7;

/** Above this share of nonzeros in the right-hand side or, on average, in the result, ordered loops beat the search. */
const HYPER_SPARSE = 0.1;
/** Default of `pivotTolerance`: smaller pivots count as zero (entries are near one). */
export const PIVOT_TOLERANCE = 1e-10;
/** Greatest number of Forrest-Tomlin updates, for which `order` has room. */
export const MAX_UPDATES = 2000;

export class LuFactor {
  readonly size: number;
  readonly lCols: Strips;
  readonly lRows: Strips;
  readonly uCols: Strips;
  readonly uRows: Strips;
  readonly uPivot: Float64Array;
  /** Rows in pivot order, then one more position per update; -1 at positions whose row an update has moved. */
  readonly order: Int32Array;
  readonly orderPlace: Int32Array;
  orderLength = 0;
  pivotTolerance = PIVOT_TOLERANCE;
  readonly etas: RowEtas;
  numUpdates = 0;
  /** Entries of L and U right after factoring. */
  factorNonzeros = 0;
  /** Entries that the updates have added to U since, minus those they have removed. */
  addedNonzeros = 0;
  /** Sum over all updates so far of the extra entries (of U and etas) that each later iteration had to visit. */
  extraSoFar = 0;
  /** L-tilde column of the last `ftran` of kind `column`: the spike of the next update. */
  readonly spike: ScatteredVector;

  private readonly unit: Float64Array;
  /** Rows in pivot order that have entries in `lCols`, in `lRows`. */
  private lOrder: number[] = [];
  private ltOrder: number[] = [];
  private readonly reach: ReachWorkspace;
  private readonly density = new Float64Array(NUM_KINDS);

  constructor(size: number) {
    this.size = size;
    this.lCols = new Strips(size, 4 * size);
    this.lRows = new Strips(size, 4 * size);
    this.uCols = new Strips(size, 8 * size);
    this.uRows = new Strips(size, 8 * size);
    this.uPivot = new Float64Array(size);
    this.order = new Int32Array(size + MAX_UPDATES);
    this.orderPlace = new Int32Array(size);
    this.etas = new RowEtas(size);
    this.spike = new ScatteredVector(size);
    this.unit = new Float64Array(size).fill(1);
    this.reach = new ReachWorkspace(size);
  }

  /**
   * Factors the columns of `candidates` (variables of `matrix`, any number, without duplicates) and writes `head`.
   * Dependent and surplus candidates are left out; rows without a pivot get their logical. Returns how many candidates
   * were left out.
   */
  factor(matrix: ColumnMatrix, candidates: Int32Array, head: Int32Array, pivotThreshold: number): number {
    this.lCols.reset();
    this.uCols.reset();
    this.orderLength = 0;
    this.numUpdates = 0;
    this.addedNonzeros = 0;
    this.extraSoFar = 0;
    this.etas.reset();
    const rest = factorSingletons(this, matrix, candidates, head);
    const numDropped = rest.length > 0 ? factorKernel(this, matrix, rest, head, pivotThreshold) : 0;
    for (let i = 0; i < this.size; i++) {
      if (head[i] >= 0) continue;
      head[i] = matrix.numCols + i;
      this.acceptPivot(i, 1);
    }
    this.finish();
    return numDropped;
  }

  /** Records row `i` as next in pivot order. */
  acceptPivot(i: number, pivot: number): void {
    this.uPivot[i] = pivot;
    this.orderPlace[i] = this.orderLength;
    this.order[this.orderLength++] = i;
  }

  private finish(): void {
    const { size, order, lCols, lRows, uCols, uRows } = this;
    transposeStrips(lCols, lRows, 0);
    transposeStrips(uCols, uRows, 4);
    this.lOrder = [];
    this.ltOrder = [];
    this.factorNonzeros = size;
    for (let o = 0; o < size; o++) {
      const i = order[o];
      const numL = lCols.end[i] - lCols.start[i];
      if (numL > 0) this.lOrder.push(i);
      if (lRows.end[i] > lRows.start[i]) this.ltOrder.push(i);
      this.factorNonzeros += numL + uCols.end[i] - uCols.start[i];
    }
  }

  private isHyperSparse(count: number, kind: number): boolean {
    return count < HYPER_SPARSE * this.size && this.density[kind] < HYPER_SPARSE;
  }

  /** x := B^-1 x. Kind `column` keeps the spike for `updateFactor`. */
  ftran(x: ScatteredVector, kind: number): void {
    if (this.lOrder.length > 0) {
      if (this.isHyperSparse(x.count, kind)) solveReachable(this.lCols, this.unit, x, this.reach);
      else solveUnitOrdered(this.lCols, this.lOrder, 0, this.lOrder.length, 1, x);
    }
    if (this.etas.count > 0) applyEtas(this.etas, x);
    if (kind === SolveKind.column) this.spike.copyFrom(x);
    if (this.isHyperSparse(x.count, kind)) solveReachable(this.uCols, this.uPivot, x, this.reach);
    else solveOrdered(this.uCols, this.uPivot, this.order, this.lastPlace(x), -1, -1, x);
    this.note(x, kind);
  }

  /** The greatest place in the pivot order among the nonzeros of x. */
  private lastPlace(x: ScatteredVector): number {
    const { index, count } = x;
    const place = this.orderPlace;
    let last = -1;
    for (let k = 0; k < count; k++) if (place[index[k]] > last) last = place[index[k]];
    return last;
  }

  /** x := B^-T x. Kind `row` (a unit vector e_p) keeps the row eta that an update in row p needs. */
  btran(x: ScatteredVector, kind: number): void {
    const pivotRow = kind === SolveKind.row ? x.index[0] : -1;
    if (this.isHyperSparse(x.count, kind)) solveReachable(this.uRows, this.uPivot, x, this.reach);
    else {
      const first = pivotRow >= 0 ? this.orderPlace[pivotRow] : 0;
      solveOrdered(this.uRows, this.uPivot, this.order, first, this.orderLength, 1, x);
    }
    if (pivotRow >= 0) this.etas.storePending(x, pivotRow, this.uPivot[pivotRow]);
    if (this.etas.count > 0) applyEtasTransposed(this.etas, x);
    if (this.ltOrder.length > 0) {
      if (this.isHyperSparse(x.count, kind)) solveReachable(this.lRows, this.unit, x, this.reach);
      else solveUnitOrdered(this.lRows, this.ltOrder, this.ltOrder.length - 1, -1, -1, x);
    }
    dropNoise(x);
    this.note(x, kind);
  }

  private note(x: ScatteredVector, kind: number): void {
    if (this.size > 0) this.density[kind] = 0.9 * this.density[kind] + (0.1 * x.count) / this.size;
  }
}
