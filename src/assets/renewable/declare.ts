import type { ColumnBlock } from "../../model/block.ts";
import { tieBreakWeight } from "../../model/preference.ts";
import type { SiteModel } from "../../model/site-model.ts";
import type { Declaration } from "../asset.ts";
import { product, scaled } from "../fields/series.ts";
import type { Spec, State } from "./schema.ts";

export interface Handles {
  readonly usedMw: ColumnBlock;
  readonly availableMw: Float64Array;
}

export function declareRenewable(spec: Spec, _initial: State | undefined, site: SiteModel): Declaration<Handles> {
  const dt = site.time.stepHours;
  const availableMw = available(spec);
  const usedMw = site.addSeries(spec.name, "usedMw", {
    unit: "MW",
    upper: availableMw,
    limit: "availability",
    limitField: { unit: "1", most: 1 },
    ...(spec.leastShare && { lower: product(availableMw, spec.leastShare), lowerLimit: () => "leastShare" }),
  });
  site.supply(usedMw);
  site.preferLess(usedMw, -tieBreakWeight.lessSpilled);
  if (spec.costUsdPerMwh !== 0) site.addCost(usedMw, "generation", "cash", spec.costUsdPerMwh * dt);
  if (spec.curtailmentUsdPerMwh !== 0) {
    site.addCost(usedMw, "curtailment", "cash", -spec.curtailmentUsdPerMwh * dt);
    site.addConstantCost(spec.name, "curtailment", "cash", scaled(availableMw, spec.curtailmentUsdPerMwh * dt));
  }
  return { handles: { usedMw, availableMw } };
}

function available(spec: Spec): Float64Array {
  return scaled(spec.availability, spec.capacityMw);
}

/** What it may give the site at most, MW. */
export function mostSupplyMw({ capacityMw }: Spec): number {
  return capacityMw;
}
