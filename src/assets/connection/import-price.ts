import type { SiteModel } from "../../model/site-model.ts";
import { sum } from "../fields/series.ts";

/**
 * What a MWh at the site bus costs on average over the plan, USD/MWh: the mean import price of the cheapest connection,
 * 0 where that is negative (no energy is worth throwing away); undefined without a connection. For `link`.
 */
export function meanImportPrice(site: SiteModel): number | undefined {
  const means = site.publishedFigures("import-price-usd-per-mwh").map((price) => sum(price) / price.length);
  return means.length === 0 ? undefined : Math.max(0, Math.min(...means));
}
