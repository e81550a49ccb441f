import type { ScatteredVector } from "../../sparse/scattered-vector.ts";

/**
 * Product form of the inverse on top of fixed factors: B = B_0 E_1 .. E_k, where E is the identity but for column r,
 * which is B^-1 times the entering column. A pivot costs more than with Forrest-Tomlin updates, but deleting all etas
 * restores B_0 at no cost, and ranging returns to the same basis again and again.
 */
export class ColumnEtas {
  private list: {
    readonly r: number;
    readonly pivot: number;
    readonly index: Int32Array;
    readonly value: Float64Array;
  }[] = [];

  get count(): number {
    return this.list.length;
  }

  clear(): void {
    this.list = [];
  }

  /** The basic variable of row r is replaced by the one whose B^-1 column is `column`. */
  push(r: number, column: ScatteredVector): void {
    const index = column.index.slice(0, column.count);
    this.list.push({
      r,
      pivot: column.value[r],
      index,
      value: Float64Array.from(index, (i) => (i === r ? 0 : column.value[i])),
    });
  }

  /** x := E_k^-1 .. E_1^-1 x, after the factors' ftran. */
  ftran(x: ScatteredVector): void {
    for (const { r, pivot, index, value } of this.list) {
      const step = x.value[r] / pivot;
      if (step === 0) continue;
      for (let k = 0; k < index.length; k++) x.put(index[k], x.value[index[k]] - step * value[k]);
      x.value[r] = step;
    }
  }

  /** x := E_1^-T .. E_k^-T x, before the factors' btran. */
  btran(x: ScatteredVector): void {
    for (let e = this.list.length - 1; e >= 0; e--) {
      const { r, pivot, index, value } = this.list[e];
      let sum = x.value[r];
      for (let k = 0; k < index.length; k++) sum -= value[k] * x.value[index[k]];
      if (sum !== 0 || x.value[r] !== 0) x.put(r, sum / pivot);
    }
  }
}
