import { gather } from "../../../sparse/gather.ts";
import { LdlFactor, type UpperColumns } from "../../../sparse/ldl-factor.ts";
import type { LdlPattern } from "../../../sparse/ldl-pattern.ts";
import { transpose } from "../../../sparse/transpose.ts";
import type { BoundedForm } from "../form/bounded-form.ts";
import type { OrderedForm } from "../form/order-form.ts";

export interface ReducedKkt {
  readonly form: BoundedForm;
  readonly retainedCols: Int32Array;
  readonly placeOfRow: Int32Array;
  readonly placeOfRetained: Int32Array;
  readonly ldl: LdlFactor;
  /** Right-hand side and solution of `solve`, in the order of the factorisation. */
  readonly vector: Float64Array;
  /**
   * `given` is D, with 0 for retained columns; `retainedInverse` is 1 / D_K. Returns how many pivots had to be
   * replaced.
   */
  factor(given: Float64Array, retainedInverse: Float64Array, delta: number): Generator<void, number>;
  /** Solves for `vector` in place. */
  solve(): void;
}

/**
 * The Newton system with its short columns E eliminated and its retained columns K as rows of their own,
 *
 *     [ A_E D_E A_E' + delta     A_K     ] [ dy   ]
 *     [ A_K'                  -1 / D_K   ] [ dx_K ]
 *
 * where D_j = 1 / (Theta_j^-1 + rho) and delta is the regularisation of the rows. The matrix is quasi-definite: rows
 * have positive pivots, retained columns negative ones. The matrix of the normal equations is never stored; each of its
 * columns is summed when the factorisation reaches it.
 */
export function reducedKkt(
  { form, retainedCols, placeOfRow, placeOfRetained }: OrderedForm,
  pattern: LdlPattern,
): ReducedKkt {
  const { numNodes } = pattern;
  const { numCols, colStart, value } = form;
  const sign = new Int8Array(numNodes).fill(1);
  const placeOfCol = new Int32Array(numCols).fill(-1);
  for (let s = 0; s < retainedCols.length; s++) {
    sign[placeOfRetained[s]] = -1;
    placeOfCol[retainedCols[s]] = placeOfRetained[s];
  }
  const ldl = new LdlFactor(pattern, sign);
  const vector = new Float64Array(numNodes);
  const diagonal = new Float64Array(numNodes);

  // --- Position at which each entry is listed; numNodes if it is not ---
  const place = gather(placeOfRow, form.rowIndex);
  const entryPlace = place.slice();
  const borderPlace = new Int32Array(place.length).fill(numNodes);
  const position = new Int32Array(place.length);
  /** Columns with one entry contribute to the diagonal only. */
  const singletons: number[] = [];
  for (let j = 0; j < numCols; j++) {
    const retained = placeOfCol[j];
    const isSingleton = retained < 0 && colStart[j + 1] - colStart[j] === 1;
    if (isSingleton) singletons.push(j);
    for (let k = colStart[j]; k < colStart[j + 1]; k++) {
      position[k] = k;
      if (retained >= 0) borderPlace[k] = Math.max(place[k], retained);
      if (retained >= 0 || isSingleton) entryPlace[k] = numNodes;
    }
  }
  /** By position: columns and places of the entries of eliminated columns with two entries or more. */
  const entries = transpose(numNodes + 1, numCols, colStart, entryPlace, position);
  /** By the later position of the two: columns and places of the entries between rows and retained columns. */
  const border = transpose(numNodes + 1, numCols, colStart, borderPlace, position);
  const borderAt = border.value.subarray(0, border.rowStart[numNodes]);
  const borderValue = gather(value, borderAt);
  /** The earlier position of the two. */
  const borderIndex = borderAt.map((k, q) => Math.min(place[k], placeOfCol[border.colIndex[q]]));

  /** D of the factorisation in progress. */
  let weight: Float64Array = new Float64Array(0);
  const columns: UpperColumns = {
    addColumn(k, work) {
      const weightOf = weight;
      const { rowStart, colIndex, value: positions } = entries;
      work[k] = diagonal[k];
      for (let q = rowStart[k], last = rowStart[k + 1]; q < last; q++) {
        const j = colIndex[q];
        const at = positions[q];
        const t = value[at] * weightOf[j];
        for (let p = colStart[j]; p <= at; p++) work[place[p]] += t * value[p];
      }
      for (let q = border.rowStart[k], last = border.rowStart[k + 1]; q < last; q++)
        work[borderIndex[q]] += borderValue[q];
    },
  };

  return {
    form,
    retainedCols,
    placeOfRow,
    placeOfRetained,
    ldl,
    vector,

    *factor(given, retainedInverse, delta) {
      weight = given;
      for (let i = 0; i < placeOfRow.length; i++) diagonal[placeOfRow[i]] = delta;
      for (let s = 0; s < placeOfRetained.length; s++) diagonal[placeOfRetained[s]] = -retainedInverse[s];
      for (const j of singletons) {
        const k = colStart[j];
        diagonal[place[k]] += value[k] * value[k] * weight[j];
      }
      return yield* ldl.factor(columns, delta);
    },

    solve: () => ldl.solve(vector),
  };
}
