/** A Float64Array that doubles when full; what column and row limits are collected in while the model is built. */
export class GrowingVector {
  length = 0;
  #data = new Float64Array(1024);

  /**
   * Appends `count` entries: one number for all, `values` themselves where there are as many, or else `values[from +
   * i]`.
   */
  append(values: number | Float64Array, from: number, count: number): void {
    const end = this.length + count;
    if (end > this.#data.length) {
      const wider = new Float64Array(Math.max(end, 2 * this.#data.length));
      wider.set(this.#data);
      this.#data = wider;
    }
    if (typeof values === "number") this.#data.fill(values, this.length, end);
    else this.#data.set(values.length === count ? values : values.subarray(from, from + count), this.length);
    this.length = end;
  }

  at(index: number): number {
    return this.#data[index];
  }

  set(index: number, value: number): void {
    this.#data[index] = value;
  }

  add(index: number, value: number): void {
    this.#data[index] += value;
  }

  toArray(): Float64Array {
    return this.#data.slice(0, this.length);
  }
}
