import { grown } from "./grown.ts";
import { CANCELLED, DROP_TOLERANCE, dropNoise, type ScatteredVector } from "./scattered-vector.ts";

/**
 * Product form of the inverse on top of fixed factors: B = B_0 E_1 .. E_k, where E is the identity but for column r,
 * which is B^-1 times the entering column. Unlike a Forrest-Tomlin update it needs no btran, and deleting all etas
 * restores B_0 at no cost. It suits pivots that need no prices (crossover), and returning to one basis (ranging).
 */
export class ColumnEtas {
  count = 0;
  /** Work of the ftrans since the last `clear`: etas and entries that they have looked at. */
  visited = 0;
  private row = new Int32Array(64);
  private pivot = new Float64Array(64);
  private start = new Int32Array(65);
  private index = new Int32Array(256);
  private value = new Float64Array(256);
  /** Etas of each row as linked lists, earliest first; -1 ends them. */
  private readonly firstOfRow: Int32Array;
  private readonly lastOfRow: Int32Array;
  private nextOfRow = new Int32Array(64);
  /** A bit per eta: those that an ftran still has to apply. */
  private pending = new Int32Array(2);

  constructor(size: number) {
    this.firstOfRow = new Int32Array(size).fill(-1);
    this.lastOfRow = new Int32Array(size).fill(-1);
  }

  clear(): void {
    for (let e = 0; e < this.count; e++) {
      this.firstOfRow[this.row[e]] = -1;
      this.lastOfRow[this.row[e]] = -1;
    }
    this.count = 0;
    this.visited = 0;
  }

  /** The basic variable of row r is replaced by the one whose B^-1 column is `column`. */
  push(r: number, column: ScatteredVector): void {
    const e = this.count++;
    if (e === this.row.length) {
      this.row = grown(this.row, 2 * e);
      this.pivot = grown(this.pivot, 2 * e);
      this.start = grown(this.start, 2 * e + 1);
      this.nextOfRow = grown(this.nextOfRow, 2 * e);
      this.pending = grown(this.pending, 2 * this.pending.length);
    }
    let end = this.start[e];
    if (end + column.count > this.index.length) {
      this.index = grown(this.index, 2 * (end + column.count));
      this.value = grown(this.value, 2 * (end + column.count));
    }
    this.row[e] = r;
    this.pivot[e] = column.value[r];
    for (let k = 0; k < column.count; k++) {
      const i = column.index[k];
      if (i === r) continue;
      this.index[end] = i;
      this.value[end++] = column.value[i];
    }
    this.start[e + 1] = end;
    this.nextOfRow[e] = -1;
    if (this.lastOfRow[r] < 0) this.firstOfRow[r] = e;
    else this.nextOfRow[this.lastOfRow[r]] = e;
    this.lastOfRow[r] = e;
  }

  /**
   * x := E_k^-1 .. E_1^-1 x, after the factors' ftran. Only the etas of rows in which x is not 0 are looked at. NB:
   * without `dropNoise` entries of 1e-17, where terms should have cancelled, would fill the etas and then x.
   */
  ftran(x: ScatteredVector): void {
    const { row, pivot, start, index, value, firstOfRow, nextOfRow, pending } = this;
    const xValue = x.value;
    const xIndex = x.index;
    const numWords = (this.count + 31) >> 5;
    let numListed = x.count;
    let visited = numWords;
    for (let k = 0; k < x.count; k++) {
      const e = firstOfRow[xIndex[k]];
      if (e >= 0) pending[e >> 5] |= 1 << (e & 31);
    }
    for (let word = 0; word < numWords; word++) {
      for (let bits = pending[word]; bits !== 0; bits = pending[word]) {
        const e = (word << 5) + 31 - Math.clz32(bits & -bits);
        pending[word] = bits & (bits - 1);
        const later = nextOfRow[e];
        if (later >= 0) pending[later >> 5] |= 1 << (later & 31);
        const before = xValue[row[e]];
        visited++;
        if (before < DROP_TOLERANCE && before > -DROP_TOLERANCE) continue;
        const step = before / pivot[e];
        const end = start[e + 1];
        visited += end - start[e];
        for (let k = start[e]; k < end; k++) {
          const i = index[k];
          const old = xValue[i];
          if (old === 0) {
            xIndex[numListed++] = i;
            let next = firstOfRow[i];
            for (; next >= 0 && next < e; next = nextOfRow[next]) visited++;
            if (next >= 0) pending[next >> 5] |= 1 << (next & 31);
          }
          const now = old - step * value[k];
          xValue[i] = now === 0 ? CANCELLED : now;
        }
        xValue[row[e]] = step;
      }
    }
    x.count = numListed;
    dropNoise(x);
    this.visited += visited;
  }

  /** x := E_1^-T .. E_k^-T x, before the factors' btran. */
  btran(x: ScatteredVector): void {
    const { row, pivot, start, index, value } = this;
    for (let e = this.count - 1; e >= 0; e--) {
      const r = row[e];
      let sum = x.value[r];
      for (let k = start[e]; k < start[e + 1]; k++) sum -= value[k] * x.value[index[k]];
      if (sum !== 0 || x.value[r] !== 0) x.put(r, sum / pivot[e]);
    }
  }
}
