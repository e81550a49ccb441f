/**
 * What whole units would do to give a planned power: units_t = ceil(P_t / unitMw), equally loaded. A linear program
 * cannot hold whole units, so this stands beside its answer.
 */

/** More than any site has. */
export const MOST_UNITS = 10_000;

export interface WholeUnits {
  /** Unit-hours. */
  readonly unitHours: number;
  /** Hours in which at least one unit runs. */
  readonly hours: number;
  /**
   * Times the number of running units rises, summed over the rise.
   * @unit 1
   */
  readonly starts: number;
  /**
   * Intervals in which the running units are loaded below `minLoadFraction` of their rating.
   * @unit 1
   */
  readonly intervalsUnderMinLoad: number;
}

/** Power below this (MW) is rounding of the solver and starts no unit. */
const ROUNDING_MW = 1e-6;

/** As many units run as `onlineMw` asks for, by default the power; `beforeMw` was online before the plan. */
export function wholeUnits(
  powerMw: Float64Array,
  dt: number,
  { unitMw, minLoadFraction }: { readonly unitMw: number; readonly minLoadFraction: number },
  onlineMw = powerMw,
  beforeMw = 0,
): { readonly units: Float64Array; readonly totals: WholeUnits } {
  const units = onlineMw.map((mw) => unitsFor(mw, unitMw));
  let unitHours = 0;
  let hours = 0;
  let starts = 0;
  let intervalsUnderMinLoad = 0;
  units.forEach((running, t) => {
    starts += Math.max(0, running - (t === 0 ? unitsFor(beforeMw, unitMw) : units[t - 1]));
    if (running === 0) return;
    unitHours += dt * running;
    hours += dt;
    if (powerMw[t] < minLoadFraction * running * unitMw - ROUNDING_MW) intervalsUnderMinLoad++;
  });
  return { units, totals: { unitHours, hours, starts, intervalsUnderMinLoad } };
}

function unitsFor(mw: number, unitMw: number): number {
  return mw <= ROUNDING_MW ? 0 : Math.ceil((mw - ROUNDING_MW) / unitMw);
}
