/**
 * What was carried out: the value of every column of an interval, by asset and name, so that it can be held in another
 * program of the same site. Columns of periods (the peak of a month, the fuel of a year) are not held: they follow.
 */
import type { ColumnBlock } from "../model/block.ts";
import type { BuiltSite } from "../plan/build-site.ts";

export class ExecutedSchedule {
  readonly #count: number;
  readonly #values = new Map<string, Float64Array>();

  /** `count`: intervals of the span. */
  constructor(count: number) {
    this.#count = count;
  }

  /** Records intervals `[0, count)` of a window that begins at interval `from` of the span. */
  record({ site }: BuiltSite, x: Float64Array, from: number, count: number): void {
    for (const block of site.columnBlocks) {
      if (!block.perInterval) continue;
      const key = keyOf(block);
      let values = this.#values.get(key);
      if (!values) this.#values.set(key, (values = new Float64Array(this.#count)));
      const end = Math.min(count, block.from + block.count);
      for (let t = block.from; t < end; t++) values[from + t] = x[block.start + t - block.from];
    }
  }

  /** The program of a window that begins at interval `from`, with every recorded column held. */
  fixedIn(built: BuiltSite, from: number): BuiltSite {
    const colLower = built.lp.colLower.slice();
    const colUpper = built.lp.colUpper.slice();
    for (const block of built.site.columnBlocks) {
      const values = block.perInterval ? this.#values.get(keyOf(block)) : undefined;
      if (!values) continue;
      for (let k = 0; k < block.count; k++)
        colLower[block.start + k] = colUpper[block.start + k] = values[from + block.from + k];
    }
    return { ...built, lp: { ...built.lp, colLower, colUpper } };
  }
}

function keyOf({ asset, name }: ColumnBlock): string {
  return JSON.stringify([asset, name]);
}
