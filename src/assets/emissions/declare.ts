import type { EmissionTerm } from "../../model/emission-term.ts";
import type { SiteModel } from "../../model/site-model.ts";
import type { Declaration } from "../asset.ts";
import type { SitePorts } from "../ports/site-ports.ts";
import { product, scaled } from "../fields/series.ts";
import { countAgainst, declareCaps, type PeriodCap } from "../limits/period-cap.ts";
import type { Spec, State } from "./schema.ts";

export interface Declared {
  readonly caps: readonly PeriodCap[];
}

export interface Handles extends Declared {
  /** What every asset of the site emits. */
  readonly sources: readonly EmissionTerm[];
}

export function declareEmissions(
  { name, cap }: Spec,
  initial: State | undefined,
  site: SiteModel,
): Declaration<Declared> {
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
  return { handles: { caps } };
}

export function linkEmissions(
  { priceUsdPerT }: Spec,
  _initial: State | undefined,
  { caps }: Declared,
  { connections }: SitePorts,
  site: SiteModel,
): Handles {
  const sources = [...site.emissionTerms];
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
  for (const { importMw, hasEmissionFactor } of connections) {
    if (hasEmissionFactor) continue;
    site.fault(
      importMw.asset,
      "emissionTPerMwh",
      "nothing",
      "the grid's emission factor, since CO2 is priced or capped",
      "give it, 0 for power that is free of CO2",
    );
  }
  return { caps, sources };
}
