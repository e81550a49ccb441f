import type { EmissionTerm } from "../../model/emission-term.ts";
import type { SiteModel } from "../../model/site-model.ts";
import { product, scaled } from "../fields/series.ts";
import { countAgainst, declareCaps, type PeriodCap } from "../limits/period-cap.ts";
import type { Spec, State } from "./schema.ts";

export interface Handles {
  readonly caps: readonly PeriodCap[];
  /** Of all sources; complete once every asset is declared. */
  readonly sources: readonly EmissionTerm[];
}

export function declareEmissions({ name, cap }: Spec, initial: State | undefined, site: SiteModel): Handles {
  const caps = cap
    ? declareCaps(site, name, {
        limit: "cap.co2T",
        unit: "t",
        most: cap.co2T,
        period: cap.period,
        field: "co2TByPeriod",
        used: initial?.co2TByPeriod,
      })
    : [];
  return { caps, sources: site.emissionTerms };
}

export function linkEmissions({ priceUsdPerT }: Spec, { caps, sources }: Handles, site: SiteModel): void {
  for (const { columns, tPerUnit } of sources) {
    if (priceUsdPerT)
      site.addCost(
        columns,
        "CO2",
        "cash",
        typeof tPerUnit === "number" ? scaled(priceUsdPerT, tPerUnit) : product(priceUsdPerT, tPerUnit),
      );
    countAgainst(site, caps, columns, tPerUnit);
  }
  for (const columns of site.published("import")) {
    if (sources.some((source) => source.columns === columns)) continue;
    site.fault(
      columns.asset,
      "emissionTPerMwh",
      "nothing",
      "the grid's emission factor, since CO2 is priced or capped",
      "give it, 0 for power that is free of CO2",
    );
  }
}
