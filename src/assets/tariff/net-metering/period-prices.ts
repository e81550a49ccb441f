/**
 * What a MWh of import costs in each period of a month: one price for all its hours, since a credit of a MWh does not
 * say of which hour it is.
 */
import type { Bill } from "../bill/bill.ts";
import type { MonthSpan } from "../demand/metered-demand.ts";

/** A period with the share of every interval that lies in it. */
export interface NettedPeriod {
  readonly period: string;
  readonly shares: Float64Array;
}

/** Shares and prices this close, relative, are the same: rounding. */
const SAME = 1e-9;

/**
 * The price of every period that occurs in the month, USD/MWh, by the parts declared so far: `energyTiers`, which
 * count the net volume, come later. Prices that differ within a period are a fault.
 */
export function periodPrices(
  { site, asset, energyUsdPerMwh }: Bill,
  part: string,
  periods: readonly NettedPeriod[],
  { from, to, label }: MonthSpan,
): Map<string, number> {
  const found = new Map<string, number>();
  for (const { period, shares } of periods) {
    const within = shares.subarray(from, to);
    const whole = within.findIndex((share) => share > 1 - SAME);
    if (whole >= 0) found.set(period, energyUsdPerMwh[from + whole]);
    else if (within.some((share) => share > 0)) {
      found.set(period, 0);
      site.fault(
        asset,
        part,
        `no interval of ${label} that lies in "${period}" as a whole`,
        "one price of import by month and period",
        "plan by shorter intervals",
      );
    }
  }
  for (let t = from; t < to; t++) {
    const own = periods.reduce((usd, { period, shares }) => usd + shares[t] * (found.get(period) ?? 0), 0);
    if (Math.abs(energyUsdPerMwh[t] - own) <= SAME * Math.max(1, Math.abs(own))) continue;
    site.fault(
      asset,
      part,
      `a price of import of ${energyUsdPerMwh[t]} USD/MWh in interval ${t}, beside ${own} of its period`,
      "one price of import by month and period: a credit in MWh is worth the energy that it offsets",
      "give netMetering the periods of touEnergyCharge, or sell the energy at exportPriceUsdPerMwh",
    );
    break;
  }
  return found;
}
