import { grown } from "./grown.ts";

/**
 * A sparse matrix as strips that may grow, shrink and move. Strip v (a row or a column) contains `index[k], value[k]`
 * for `start[v] <= k < end[v]`, and has room up to `capacityEnd[v]`. The order inside a strip has no meaning.
 */
export class Strips {
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly capacityEnd: Int32Array;
  index: Int32Array;
  value: Float64Array;
  /** First free position in the arrays. */
  used = 0;

  constructor(numStrips: number, capacity: number) {
    this.start = new Int32Array(numStrips);
    this.end = new Int32Array(numStrips);
    this.capacityEnd = new Int32Array(numStrips);
    this.index = new Int32Array(capacity);
    this.value = new Float64Array(capacity);
  }

  /** Empties every strip and frees all room. */
  reset(): void {
    this.start.fill(0);
    this.end.fill(0);
    this.capacityEnd.fill(0);
    this.used = 0;
  }

  /** Makes room for `extra` more entries behind `used`. */
  reserve(extra: number): void {
    const need = this.used + extra;
    if (need <= this.index.length) return;
    const capacity = Math.max(need, 2 * this.index.length, 64);
    this.index = grown(this.index, capacity);
    this.value = grown(this.value, capacity);
  }

  /** Gives strip v new, empty room for `size` entries behind `used`. */
  open(v: number, size: number): void {
    this.reserve(size);
    this.start[v] = this.used;
    this.end[v] = this.used;
    this.used += size;
    this.capacityEnd[v] = this.used;
  }

  /** Adds an entry that the strip does not contain yet; moves the strip if its room is full. */
  append(v: number, i: number, a: number): void {
    if (this.end[v] === this.capacityEnd[v]) this.move(v);
    const k = this.end[v];
    this.index[k] = i;
    this.value[k] = a;
    this.end[v] = k + 1;
  }

  /** Removes entry i of strip v, if it exists. */
  remove(v: number, i: number): void {
    const { index } = this;
    const to = this.end[v];
    let k = this.start[v];
    while (k < to && index[k] !== i) k++;
    if (k < to) this.drop(v, k);
  }

  /** Removes the entry at position k of strip v; the last entry takes its position. */
  drop(v: number, k: number): void {
    const last = --this.end[v];
    this.index[k] = this.index[last];
    this.value[k] = this.value[last];
  }

  private move(v: number): void {
    const from = this.start[v];
    const to = this.end[v];
    this.open(v, 2 * (to - from) + 4);
    const at = this.start[v];
    this.index.copyWithin(at, from, to);
    this.value.copyWithin(at, from, to);
    this.end[v] = at + to - from;
  }
}

/**
 * Writes the transpose of `from` into `to` (the same number of strips), with room for `spare` more entries per strip.
 * Entries of a strip of `to` are in the order of the strips of `from`.
 */
export function transposeStrips(from: Strips, to: Strips, spare: number): void {
  const { start, end, index, value } = from;
  const size = start.length;
  const length = new Int32Array(size);
  for (let v = 0; v < size; v++) for (let k = start[v]; k < end[v]; k++) length[index[k]]++;
  to.reset();
  for (let i = 0; i < size; i++) to.open(i, length[i] + spare);
  for (let v = 0; v < size; v++) for (let k = start[v]; k < end[v]; k++) to.append(index[k], v, value[k]);
}
