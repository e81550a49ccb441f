import { seededUniform } from "../random-programs.ts";

/** Small exact numbers from one seed: whole numbers and quarters, so that ties are ties and sums round nowhere. */
export class Draw {
  private readonly uniform: () => number;

  constructor(seed: number) {
    this.uniform = seededUniform(Math.imul(seed, 0x9e3779b1) + 0x5bd1e995);
  }

  chance(p: number): boolean {
    return this.uniform() < p;
  }

  /** From `from` to `to`, both included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.uniform() * (to - from + 1));
  }

  quarter(from: number, to: number): number {
    return this.whole(4 * from, 4 * to) / 4;
  }

  pick<T>(from: readonly T[]): T {
    return from[this.whole(0, from.length - 1)];
  }

  /** Size 1 to 9 in steps of 1 (or of a quarter), 40 % negative. */
  coefficient(fine = false): number {
    const size = fine ? this.quarter(1, 9) : this.whole(1, 9);
    return this.chance(0.4) ? -size : size;
  }

  /** 10^u with u uniform in [-decades, decades]. */
  size(decades: number): number {
    return 10 ** (decades * (2 * this.uniform() - 1));
  }

  /** A row of `count` entries, each there with chance `density`. */
  row(count: number, density: number, fine = false): number[] {
    return Array.from({ length: count }, () => (this.chance(density) ? this.coefficient(fine) : 0));
  }

  /** 0 to count - 1 in random order (Fisher and Yates). */
  order(count: number): number[] {
    const order = Array.from({ length: count }, (_, k) => k);
    for (let k = count - 1; k > 0; k--) {
      const other = this.whole(0, k);
      [order[k], order[other]] = [order[other], order[k]];
    }
    return order;
  }
}

export function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, ak, k) => sum + ak * b[k], 0);
}
