/**
 * Shadow prices of a plan, from the optimal dual solution.
 * - Value of power in an interval = d(min cost) / d(demand), USD/MWh: the dual of the balance row over the hours of
 *   the interval.
 * - Value of a limit = -d(min cost) / d(limit) >= 0. For a power: USD per MW and interval over its hours = USD/MWh.
 *   For an energy, a fuel stock or hours: USD per unit.
 *
 * If the optimum is degenerate, the dual is one of several valid price vectors.
 */
import type { SiteModel } from "../model/site-model.ts";
import type { SolvedSite } from "../model/solved-site.ts";
import { scaled } from "../assets/fields/series.ts";
import { limitPrices } from "./limit-prices.ts";

export interface LimitPrice {
  /** Name of the asset. */
  readonly asset: string;
  /** The input field that sets the limit, e.g. `importLimitMw`. */
  readonly limit: string;
  /**
   * Per unit of the limit: `USD/MWh` for a power (per MW and hour, even if the field counts sets or rigs or is a share
   * of a capacity). Otherwise e.g. `USD/MWh` for energy, `USD/L` for fuel, `USD/h` for set-hours.
   */
  readonly unit: string;
  /**
   * One value per interval; for a limit over the whole plan, a single value.
   * @unit see unit
   */
  readonly value: Float64Array;
}

export interface Prices {
  /**
   * Set if branch and bound settled an either-or rule. The prices are then those of the program with the directions of
   * this plan fixed. They do not cover a change that would reverse a direction.
   */
  readonly label?: "directions fixed";
  /** Value of power at the site bus, USD/MWh, one value per interval. */
  readonly powerUsdPerMwh: Float64Array;
  /** The price of every limit that the user set. */
  readonly limits: readonly LimitPrice[];
}

export function decodePrices(site: SiteModel, solved: SolvedSite, directionsFixed = false): Prices {
  const perHour = 1 / site.time.stepHours;
  const limits = site.limits.map((priced): LimitPrice => {
    const { limit, block } = priced;
    const isPower = block.unit === "MW";
    const factor = isPower ? perHour : 1;
    const value = limitPrices(site, solved, priced);
    // In place and within the block, because a year has one limit for the job of each day.
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
