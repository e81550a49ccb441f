/**
 * The few of many rows, or variables, that have a merit, in no order, so that the choice among them costs what they
 * are: late in a solve, from a warm start and on an optimal face, next to none.
 */
export class CandidateList {
  /** 0 where there is none. Set to 0 at will, else by `note`. */
  readonly merit: Float64Array;
  /** `listed[0 .. count)`: all with a merit, once; and those that had one, until they are next looked at. */
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

  /** The one of greatest merit / weight, of equals the first by number; -1 where there is none. */
  best(weight: Float64Array): number {
    const { merit, listed, isListed } = this;
    let best = -1;
    let most = 0;
    let kept = 0;
    for (let p = 0; p < this.count; p++) {
      const k = listed[p];
      const m = merit[k];
      if (m === 0) {
        isListed[k] = 0;
        continue;
      }
      listed[kept++] = k;
      const bar = most * weight[k];
      if (m > bar || (m === bar && k < best)) {
        most = m / weight[k];
        best = k;
      }
    }
    this.count = kept;
    return best;
  }
}
