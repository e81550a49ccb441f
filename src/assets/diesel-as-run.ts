/**
 * What whole sets would do to give the planned power: sets_t = ceil(P_t / unitMw), equally loaded, each burning its
 * no-load fuel: litres_t = dt (slope P_t + intercept sets_t unitMw).
 */

export interface AsRun {
  readonly fuelL: number;
  readonly co2T: number;
  /** Set-hours. */
  readonly unitHours: number;
  /** Hours in which at least one set runs. */
  readonly hours: number;
  /** Times the number of running sets rises, summed over the rise. */
  readonly starts: number;
  /** Intervals in which the running sets are loaded below `minLoadFraction` of their rating. */
  readonly intervalsUnderMinLoad: number;
}

/** Power below this (MW) is rounding of the solver and starts no set. */
const ROUNDING_MW = 1e-6;

export function asRun(
  powerMw: Float64Array,
  dt: number,
  spec: { unitMw: number; fuelSlopeLPerMwh: number; fuelInterceptLPerHPerMw: number; minLoadFraction: number; co2KgPerL: number },
): { readonly sets: Float64Array; readonly totals: AsRun } {
  const sets = new Float64Array(powerMw.length);
  let fuelL = 0;
  let unitHours = 0;
  let hours = 0;
  let starts = 0;
  let intervalsUnderMinLoad = 0;
  for (let t = 0; t < powerMw.length; t++) {
    const mw = powerMw[t];
    const running = mw <= ROUNDING_MW ? 0 : Math.ceil((mw - ROUNDING_MW) / spec.unitMw);
    sets[t] = running;
    starts += Math.max(0, running - (t === 0 ? 0 : sets[t - 1]));
    if (running === 0) continue;
    fuelL += dt * (spec.fuelSlopeLPerMwh * mw + spec.fuelInterceptLPerHPerMw * running * spec.unitMw);
    unitHours += dt * running;
    hours += dt;
    if (mw < spec.minLoadFraction * running * spec.unitMw - ROUNDING_MW) intervalsUnderMinLoad++;
  }
  return { sets, totals: { fuelL, co2T: (fuelL * spec.co2KgPerL) / 1000, unitHours, hours, starts, intervalsUnderMinLoad } };
}
