import { sum } from "../fields/series.ts";
import type { SitePorts } from "../ports/site-ports.ts";

/**
 * What a MWh at the site bus costs on average over the plan, USD/MWh: the mean import price of the cheapest connection,
 * 0 where that is negative (no energy is worth throwing away); undefined without a connection that has a price.
 */
export function meanImportPrice({ connections }: SitePorts): number | undefined {
  const means = connections.flatMap(({ busPriceUsdPerMwh: price }) => (price ? [sum(price) / price.length] : []));
  return means.length === 0 ? undefined : Math.max(0, Math.min(...means));
}

/** Price of a MWh at the site bus by interval, at the cheapest connection, USD/MWh; 0 without one that has a price. */
export function cheapestImportPrice({ connections }: SitePorts, count: number): Float64Array {
  const prices = connections.flatMap(({ busPriceUsdPerMwh }) => busPriceUsdPerMwh ?? []);
  return new Float64Array(count).map((_, t) =>
    prices.length === 0 ? 0 : Math.min(...prices.map((price) => price[t])),
  );
}
