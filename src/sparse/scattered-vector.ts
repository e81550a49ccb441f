/**
 * A vector stored densely together with the list of its nonzeros: loops visit the nonzeros only, and a lookup is one
 * load. Invariant between operations: `value[i] !== 0` only for i in `index[0 .. count)`, each listed once.
 */
export class ScatteredVector {
  readonly value: Float64Array;
  readonly index: Int32Array;
  count = 0;

  constructor(size: number) {
    this.value = new Float64Array(size);
    this.index = new Int32Array(size);
  }

  /** Sets every entry to zero, touching only the nonzeros unless they are many. */
  clear(): void {
    const { value, index, count } = this;
    if (count * 4 > value.length) value.fill(0);
    else for (let k = 0; k < count; k++) value[index[k]] = 0;
    this.count = 0;
  }

  /** Makes this the unit vector e_i. */
  setUnit(i: number): void {
    this.clear();
    this.value[i] = 1;
    this.index[0] = i;
    this.count = 1;
  }

  /** Sets entry i, and lists it if it was 0. */
  put(i: number, a: number): void {
    if (this.value[i] === 0) this.index[this.count++] = i;
    this.value[i] = a === 0 ? CANCELLED : a;
  }

  /** Becomes a copy of `other`, which has the same size. */
  copyFrom(other: ScatteredVector): void {
    this.clear();
    for (let k = 0; k < other.count; k++) {
      const i = other.index[k];
      this.value[i] = other.value[i];
      this.index[k] = i;
    }
    this.count = other.count;
  }
}

/** Entries at or below this magnitude are rounding noise of a solve in scaled units and are dropped. */
export const DROP_TOLERANCE = 1e-14;

/** Replaces an exact zero by cancellation, so that `value !== 0` remains true for every listed entry. */
export const CANCELLED = 1e-100;

/** Sets entries below `DROP_TOLERANCE` to zero and removes them from the list. */
export function dropNoise(v: ScatteredVector): void {
  const { value, index } = v;
  let count = 0;
  for (let k = 0; k < v.count; k++) {
    const i = index[k];
    const a = value[i];
    if (a > DROP_TOLERANCE || a < -DROP_TOLERANCE) index[count++] = i;
    else value[i] = 0;
  }
  v.count = count;
}
