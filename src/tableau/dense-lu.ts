/**
 * P M = L U of a small dense matrix by Gaussian elimination with partial pivoting (Golub and Van Loan, Matrix
 * Computations, 3.4). Rows are stored one after another; solves overwrite their right-hand side and refine it once
 * with the residual, so that a vertex comes out at rounding level.
 */
export class DenseLu {
  /** False: a pivot vanished against its column's greatest entry, and the solves must not be used. */
  readonly regular: boolean;
  private readonly n: number;
  private readonly original: Float64Array;
  private readonly lu: Float64Array;
  /** `order[k]` = row of M that became row k. */
  private readonly order: Int32Array;

  /** `matrix` of n * n numbers, by rows; it is kept and must not change. */
  constructor(matrix: Float64Array, n: number) {
    this.n = n;
    this.original = matrix;
    this.lu = matrix.slice();
    this.order = Int32Array.from({ length: n }, (_, i) => i);
    this.regular = this.factor();
  }

  private factor(): boolean {
    const { lu, n, order } = this;
    let greatest = 0;
    for (let k = 0; k < lu.length; k++) greatest = Math.max(greatest, Math.abs(lu[k]));
    for (let k = 0; k < n; k++) {
      let best = k;
      for (let i = k + 1; i < n; i++) if (Math.abs(lu[i * n + k]) > Math.abs(lu[best * n + k])) best = i;
      const pivot = lu[best * n + k];
      if (!(Math.abs(pivot) > Number.EPSILON * greatest)) return false;
      if (best !== k) {
        const row = lu.slice(k * n, k * n + n);
        lu.copyWithin(k * n, best * n, best * n + n);
        lu.set(row, best * n);
        const moved = order[k];
        order[k] = order[best];
        order[best] = moved;
      }
      for (let i = k + 1; i < n; i++) {
        const factor = lu[i * n + k] / pivot;
        if (factor === 0) continue;
        lu[i * n + k] = factor;
        for (let j = k + 1; j < n; j++) lu[i * n + j] -= factor * lu[k * n + j];
      }
    }
    return true;
  }

  /** Overwrites `b` with the solution of M v = b. */
  solve(b: Float64Array): void {
    const { n, original } = this;
    const residual = b.slice();
    this.solveOnce(b);
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) residual[i] -= original[i * n + j] * b[j];
    this.solveOnce(residual);
    for (let i = 0; i < n; i++) b[i] += residual[i];
  }

  /** Overwrites `b` with the solution of M' v = b. */
  solveTransposed(b: Float64Array): void {
    const { n, original } = this;
    const residual = b.slice();
    this.solveTransposedOnce(b);
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) residual[j] -= original[i * n + j] * b[i];
    this.solveTransposedOnce(residual);
    for (let i = 0; i < n; i++) b[i] += residual[i];
  }

  private solveOnce(b: Float64Array): void {
    const { lu, n, order } = this;
    const v = Float64Array.from(order, (i) => b[i]);
    for (let i = 0; i < n; i++) {
      let sum = v[i];
      for (let j = 0; j < i; j++) sum -= lu[i * n + j] * v[j];
      v[i] = sum;
    }
    for (let i = n - 1; i >= 0; i--) {
      let sum = v[i];
      for (let j = i + 1; j < n; j++) sum -= lu[i * n + j] * v[j];
      v[i] = sum / lu[i * n + i];
    }
    b.set(v);
  }

  private solveTransposedOnce(b: Float64Array): void {
    const { lu, n, order } = this;
    const v = b.slice();
    for (let i = 0; i < n; i++) {
      v[i] /= lu[i * n + i];
      for (let j = i + 1; j < n; j++) v[j] -= lu[i * n + j] * v[i];
    }
    for (let i = n - 1; i >= 0; i--) for (let j = 0; j < i; j++) v[j] -= lu[i * n + j] * v[i];
    for (let i = 0; i < n; i++) b[order[i]] = v[i];
  }
}
