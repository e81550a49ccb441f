/**
 * Sparse list of pricing candidates: the rows or variables with a nonzero merit, unordered. Late in a solve, after a
 * warm start and on an optimal face they are few, and choosing among them takes almost no time.
 */
export class CandidateList {
  /** 0 for those that are not candidates. May be set to 0 directly; other values only by `note`. */
  readonly merit: Float64Array;
  /** `listed[0 .. count)`: every candidate once, and former candidates until the next call of `best`. */
  readonly listed: Int32Array;
  count = 0;
  private readonly isListed: Uint8Array;

  constructor(size: number) {
    this.merit = new Float64Array(size);
    this.listed = new Int32Array(size);
    this.isListed = new Uint8Array(size);
  }

  note(k: number, merit: number): void {
    this.merit[k] = merit;
    if (merit === 0 || this.isListed[k] === 1) return;
    this.isListed[k] = 1;
    this.listed[this.count++] = k;
  }

  /** The candidate of greatest merit / weight, among equals the least number; -1 if there is no candidate. */
  best(weight: Float64Array): number {
    const { merit, listed, isListed } = this;
    let best = -1;
    let most = 0;
    let numListed = 0;
    for (let p = 0; p < this.count; p++) {
      const k = listed[p];
      const m = merit[k];
      if (m === 0) {
        isListed[k] = 0;
        continue;
      }
      listed[numListed++] = k;
      const bar = most * weight[k];
      if (m > bar || (m === bar && k < best)) {
        most = m / weight[k];
        best = k;
      }
    }
    this.count = numListed;
    return best;
  }
}
