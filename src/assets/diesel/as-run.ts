/** What whole sets would burn to give the planned power: litres_t = dt (slope P_t + intercept sets_t unitMw). */
import { sum } from "../fields/series.ts";
import { wholeUnits, type WholeUnits } from "../limits/whole-units.ts";

/** Of sets: `unitHours` are set-hours. */
export interface AsRun extends WholeUnits {
  /** Fuel burnt. */
  readonly fuelL: number;
  /** CO2 of the fuel. */
  readonly co2T: number;
}

export function asRun(
  powerMw: Float64Array,
  dt: number,
  spec: {
    unitMw: number;
    fuelSlopeLPerMwh: number;
    fuelInterceptLPerHPerMw: number;
    minLoadFraction: number;
    co2KgPerL: number;
  },
): { readonly sets: Float64Array; readonly totals: AsRun } {
  const { units, totals } = wholeUnits(powerMw, dt, spec);
  const energyMwh = sum(powerMw.map((mw, t) => (units[t] > 0 ? mw : 0))) * dt;
  const fuelL = spec.fuelSlopeLPerMwh * energyMwh + spec.fuelInterceptLPerHPerMw * totals.unitHours * spec.unitMw;
  return { sets: units, totals: { fuelL, co2T: (fuelL * spec.co2KgPerL) / 1000, ...totals } };
}
