/** The error of a forecast by lead time. */
export interface ForecastError {
  /** e.g. `grid.importPriceUsdPerMwh`. */
  readonly curve: string;
  /**
   * Mean of |forecast - actual| by lead: entry k is of intervals k after the one in which the forecast was made. NaN
   * where all values were known.
   */
  readonly meanAbsoluteByLead: Float64Array;
  /** Mean of forecast - actual over all leads; NaN where all values were known. */
  readonly bias: number;
}

export class ForecastErrors {
  readonly #curve: string;
  readonly #absolute: Float64Array;
  readonly #count: Float64Array;
  #sum = 0;

  constructor(curve: string, horizonIntervals: number) {
    this.#curve = curve;
    this.#absolute = new Float64Array(horizonIntervals);
    this.#count = new Float64Array(horizonIntervals);
  }

  /** Adds the forecast of intervals `[until, to)` made at `from`; `believed` begins at `from`. */
  add(from: number, until: number, to: number, believed: Float64Array, actual: Float64Array): void {
    for (let t = until; t < to; t++) {
      const error = believed[t - from] - actual[t];
      this.#absolute[t - from] += Math.abs(error);
      this.#count[t - from]++;
      this.#sum += error;
    }
  }

  result(): ForecastError {
    const count = this.#count.reduce((all, one) => all + one, 0);
    return {
      curve: this.#curve,
      meanAbsoluteByLead: this.#absolute.map((sum, lead) => sum / this.#count[lead]),
      bias: this.#sum / count,
    };
  }
}
