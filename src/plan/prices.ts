/**
 * Prices behind a plan, from the optimal dual solution.
 * - Value of power in an interval = d(min cost) / d(demand), USD/MWh: the balance row's dual over the interval's hours.
 * - Value of a limit = -d(min cost) / d(limit) >= 0: for a power, USD per MW and interval over its hours = USD/MWh; for
 *   an energy, a fuel stock or hours, USD per unit.
 * Where the optimum is degenerate the dual is one of several valid prices.
 */
import type { SiteModel } from "../model/site-model.ts";
import type { SolvedSite } from "../model/solved-site.ts";
import { scaled } from "../assets/fields/series.ts";
import { limitPrices } from "./limit-prices.ts";

export interface LimitPrice {
  readonly asset: string;
  /** The input field that sets the limit, e.g. `importLimitMw`. */
  readonly limit: string;
  /**
   * Per unit of the limit: `USD/MWh` of a power (per MW and hour, also where the field counts sets or rigs or gives a
   * share of a capacity), else e.g. `USD/MWh` of energy, `USD/L` of fuel, `USD/h` of set-hours.
   */
  readonly unit: string;
  /** One value per interval; for a limit over the whole plan, a single value. */
  readonly value: Float64Array;
}

export interface Prices {
  /**
   * Stands where an either-or rule was settled by branching: prices are those of the program with the directions of
   * this plan fixed. A change that would turn a direction is outside them.
   */
  readonly label?: "directions fixed";
  /** Value of power at the site bus, USD/MWh, one value per interval. */
  readonly powerUsdPerMwh: Float64Array;
  readonly limits: readonly LimitPrice[];
}

export function readPrices(site: SiteModel, solved: SolvedSite, directionsFixed = false): Prices {
  const perHour = 1 / site.time.stepHours;
  const limits = site.limits.map((priced): LimitPrice => {
    const { limit, block } = priced;
    const isPower = block.unit === "MW";
    const factor = isPower ? perHour : 1;
    const value = limitPrices(site, solved, priced);
    // In place and within the block: a year has a limit for each day's job.
    const first = block.perInterval ? block.from : 0;
    for (let t = first; t < first + block.count; t++) value[t] = Math.max(0, -value[t]) * factor;
    return { asset: block.asset, limit, unit: isPower ? "USD/MWh" : `USD/${block.unit}`, value };
  });
  return {
    ...(directionsFixed && { label: "directions fixed" }),
    powerUsdPerMwh: scaled(solved.rowPrices(site.balance), perHour),
    limits,
  };
}
