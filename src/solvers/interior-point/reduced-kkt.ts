import { gather } from "../../sparse/gather.ts";
import { LdlFactor, type UpperColumns } from "../../sparse/ldl-factor.ts";
import type { LdlPattern } from "../../sparse/ldl-pattern.ts";
import { type RowWise, transpose } from "../../sparse/transpose.ts";
import type { BoundedForm } from "./bounded-form.ts";
import type { OrderedForm } from "./order-form.ts";

/**
 * The Newton system with its short columns E eliminated and its kept columns K as rows of their own,
 *
 *     [ A_E D_E A_E' + delta     A_K     ] [ dy   ]
 *     [ A_K'                  -1 / D_K   ] [ dx_K ]
 *
 * where D_j = 1 / (Theta_j^-1 + rho). Quasidefinite: rows have positive pivots, kept columns negative ones. The normal
 * matrix is never stored; each of its columns is summed when the factorisation comes to it.
 */
export class ReducedKkt implements UpperColumns {
  readonly form: BoundedForm;
  readonly keptCols: Int32Array;
  readonly placeOfRow: Int32Array;
  readonly placeOfKept: Int32Array;
  readonly ldl: LdlFactor;
  /** Right-hand side and solution of `solve`, in the order of the factorisation. */
  readonly vector: Float64Array;
  private readonly diagonal: Float64Array;
  private weight: Float64Array = new Float64Array(0);
  /** Place of each entry's row. */
  private readonly place: Int32Array;
  /** Per place: columns and positions there of the entries of eliminated columns with two entries or more. */
  private readonly entries: RowWise<Int32Array>;
  /** Per place: the earlier place and the value of entries between rows and kept columns, at the later of the two. */
  private readonly border: RowWise;
  /** Columns of one entry add to the diagonal only. */
  private readonly singletonCols: Int32Array;

  constructor({ form, keptCols, placeOfRow, placeOfKept }: OrderedForm, pattern: LdlPattern) {
    const { numNodes } = pattern;
    const { numCols, colStart, value } = form;
    this.form = form;
    this.keptCols = keptCols;
    this.placeOfRow = placeOfRow;
    this.placeOfKept = placeOfKept;
    this.vector = new Float64Array(numNodes);
    this.diagonal = new Float64Array(numNodes);
    const sign = new Int8Array(numNodes).fill(1);
    const placeOfCol = new Int32Array(numCols).fill(-1);
    for (let s = 0; s < keptCols.length; s++) {
      sign[placeOfKept[s]] = -1;
      placeOfCol[keptCols[s]] = placeOfKept[s];
    }
    this.ldl = new LdlFactor(pattern, sign);
    const place = gather(placeOfRow, form.rowIndex);
    this.place = place;
    // Where each entry is listed by places; numNodes for nowhere.
    const entryPlace = place.slice();
    const borderPlace = new Int32Array(place.length).fill(numNodes);
    const position = new Int32Array(place.length);
    const singletons: number[] = [];
    for (let j = 0; j < numCols; j++) {
      const kept = placeOfCol[j];
      const isSingleton = kept < 0 && colStart[j + 1] - colStart[j] === 1;
      if (isSingleton) singletons.push(j);
      for (let k = colStart[j]; k < colStart[j + 1]; k++) {
        position[k] = k;
        if (kept >= 0) borderPlace[k] = Math.max(place[k], kept);
        if (kept >= 0 || isSingleton) entryPlace[k] = numNodes;
      }
    }
    this.singletonCols = Int32Array.from(singletons);
    this.entries = transpose(numNodes + 1, numCols, colStart, entryPlace, position);
    const { rowStart, colIndex, value: listed } = transpose(numNodes + 1, numCols, colStart, borderPlace, position);
    const borderAt = listed.subarray(0, rowStart[numNodes]);
    const earlier = borderAt.map((k, q) => Math.min(place[k], placeOfCol[colIndex[q]]));
    this.border = { rowStart, colIndex: earlier, value: gather(value, borderAt) };
  }

  /** `weight` is D, with 0 for kept columns; `keptInverse` is 1 / D_K. */
  factor(weight: Float64Array, keptInverse: Float64Array, delta: number): void {
    const { diagonal, placeOfRow, placeOfKept, singletonCols, place } = this;
    const { colStart, value } = this.form;
    this.weight = weight;
    for (let i = 0; i < placeOfRow.length; i++) diagonal[placeOfRow[i]] = delta;
    for (let s = 0; s < placeOfKept.length; s++) diagonal[placeOfKept[s]] = -keptInverse[s];
    for (let q = 0; q < singletonCols.length; q++) {
      const j = singletonCols[q];
      const k = colStart[j];
      diagonal[place[k]] += value[k] * value[k] * weight[j];
    }
    this.ldl.factor(this, delta);
  }

  /** Solves for `vector` in place. */
  solve(): void {
    this.ldl.solve(this.vector);
  }

  addColumn(k: number, work: Float64Array): void {
    const { place, weight, entries, border } = this;
    const { colStart, value } = this.form;
    const { colIndex, value: position } = entries;
    work[k] = this.diagonal[k];
    for (let q = entries.rowStart[k], last = entries.rowStart[k + 1]; q < last; q++) {
      const j = colIndex[q];
      const at = position[q];
      const t = value[at] * weight[j];
      for (let p = colStart[j]; p <= at; p++) work[place[p]] += t * value[p];
    }
    for (let q = border.rowStart[k], last = border.rowStart[k + 1]; q < last; q++) work[border.colIndex[q]] += border.value[q];
  }
}
