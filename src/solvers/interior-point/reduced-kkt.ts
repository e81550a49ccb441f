import { LdlFactor, type UpperColumns } from "../../sparse/ldl-factor.ts";
import type { LdlPattern } from "../../sparse/ldl-pattern.ts";
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
export class ReducedKkt {
  readonly form: BoundedForm;
  readonly keptCols: Int32Array;
  readonly placeOfRow: Int32Array;
  readonly placeOfKept: Int32Array;
  readonly ldl: LdlFactor;
  /** Right-hand side and solution of `solve`, in the order of the factorisation. */
  readonly vector: Float64Array;
  private readonly matrix: NormalColumns;

  constructor(ordered: OrderedForm, pattern: LdlPattern) {
    this.form = ordered.form;
    this.keptCols = ordered.keptCols;
    this.placeOfRow = ordered.placeOfRow;
    this.placeOfKept = ordered.placeOfKept;
    const sign = new Int8Array(pattern.numNodes).fill(1);
    for (const place of ordered.placeOfKept) sign[place] = -1;
    this.ldl = new LdlFactor(pattern, sign);
    this.vector = new Float64Array(pattern.numNodes);
    this.matrix = new NormalColumns(ordered, pattern.numNodes);
  }

  /** `weight` is D, with 0 for kept columns; `keptInverse` is 1 / D_K. */
  factor(weight: Float64Array, keptInverse: Float64Array, delta: number): void {
    this.matrix.prepare(weight, keptInverse, delta);
    this.ldl.factor(this.matrix, delta);
  }

  /** Solves for `vector` in place. */
  solve(): void {
    this.ldl.solve(this.vector);
  }
}

class NormalColumns implements UpperColumns {
  private readonly colStart: Int32Array;
  /** Place of each entry's row. */
  private readonly rowIndex: Int32Array;
  private readonly value: Float64Array;
  /** Per place: positions (in the columns) of the entries of eliminated columns with two entries or more. */
  private readonly entryStart: Int32Array;
  private readonly entryAt: Int32Array;
  private readonly entryCol: Int32Array;
  /** Per place: entries between rows and kept columns, at the later of the two. */
  private readonly borderStart: Int32Array;
  private readonly borderIndex: Int32Array;
  private readonly borderValue: Float64Array;
  /** Columns of one entry add to the diagonal only. */
  private readonly singletonCols: Int32Array;
  private readonly placeOfRow: Int32Array;
  private readonly placeOfKept: Int32Array;
  private readonly diagonal: Float64Array;
  private weight: Float64Array;

  constructor(ordered: OrderedForm, numNodes: number) {
    const { form, keptCols, placeOfRow, placeOfKept } = ordered;
    const { numCols, colStart, rowIndex, value } = form;
    this.colStart = colStart;
    this.value = value;
    this.placeOfRow = placeOfRow;
    this.placeOfKept = placeOfKept;
    this.rowIndex = new Int32Array(rowIndex.length);
    for (let k = 0; k < rowIndex.length; k++) this.rowIndex[k] = placeOfRow[rowIndex[k]];
    this.diagonal = new Float64Array(numNodes);
    this.weight = new Float64Array(0);
    const keptOf = new Int32Array(numCols).fill(-1);
    for (let s = 0; s < keptCols.length; s++) keptOf[keptCols[s]] = s;

    const entryStart = new Int32Array(numNodes + 1);
    const borderStart = new Int32Array(numNodes + 1);
    const singletons: number[] = [];
    for (let j = 0; j < numCols; j++) {
      const s = keptOf[j];
      const isSingleton = colStart[j + 1] - colStart[j] === 1;
      if (s < 0 && isSingleton) singletons.push(j);
      for (let k = colStart[j]; k < colStart[j + 1]; k++) {
        const place = this.rowIndex[k];
        if (s >= 0) borderStart[Math.max(place, placeOfKept[s]) + 1]++;
        else if (!isSingleton) entryStart[place + 1]++;
      }
    }
    for (let k = 0; k < numNodes; k++) {
      entryStart[k + 1] += entryStart[k];
      borderStart[k + 1] += borderStart[k];
    }
    this.singletonCols = Int32Array.from(singletons);
    this.entryStart = entryStart;
    this.borderStart = borderStart;
    this.entryAt = new Int32Array(entryStart[numNodes]);
    this.entryCol = new Int32Array(entryStart[numNodes]);
    this.borderIndex = new Int32Array(borderStart[numNodes]);
    this.borderValue = new Float64Array(borderStart[numNodes]);
    const nextEntry = entryStart.slice();
    const nextBorder = borderStart.slice();
    for (let j = 0; j < numCols; j++) {
      const s = keptOf[j];
      if (s < 0 && colStart[j + 1] - colStart[j] === 1) continue;
      for (let k = colStart[j]; k < colStart[j + 1]; k++) {
        const place = this.rowIndex[k];
        if (s >= 0) {
          const at = nextBorder[Math.max(place, placeOfKept[s])]++;
          this.borderIndex[at] = Math.min(place, placeOfKept[s]);
          this.borderValue[at] = value[k];
        } else {
          const at = nextEntry[place]++;
          this.entryAt[at] = k;
          this.entryCol[at] = j;
        }
      }
    }
  }

  prepare(weight: Float64Array, keptInverse: Float64Array, delta: number): void {
    const { diagonal, placeOfRow, placeOfKept, singletonCols, colStart, rowIndex, value } = this;
    this.weight = weight;
    for (let i = 0; i < placeOfRow.length; i++) diagonal[placeOfRow[i]] = delta;
    for (let s = 0; s < placeOfKept.length; s++) diagonal[placeOfKept[s]] = -keptInverse[s];
    for (let q = 0; q < singletonCols.length; q++) {
      const j = singletonCols[q];
      const k = colStart[j];
      diagonal[rowIndex[k]] += value[k] * value[k] * weight[j];
    }
  }

  addColumn(k: number, work: Float64Array): void {
    const { colStart, rowIndex, value, entryAt, entryCol, weight, entryStart, borderStart } = this;
    work[k] = this.diagonal[k];
    for (let q = entryStart[k], last = entryStart[k + 1]; q < last; q++) {
      const j = entryCol[q];
      const at = entryAt[q];
      const t = value[at] * weight[j];
      for (let p = colStart[j]; p <= at; p++) work[rowIndex[p]] += t * value[p];
    }
    for (let q = borderStart[k], last = borderStart[k + 1]; q < last; q++) {
      work[this.borderIndex[q]] += this.borderValue[q];
    }
  }
}
