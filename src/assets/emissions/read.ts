import { emittedT } from "../../model/emission-term.ts";
import type { SolvedSite } from "../../model/solved-site.ts";
import type { AssetReading } from "../asset.ts";
import { sum, weightedSum } from "../fields/series.ts";
import { usedAtEnd } from "../limits/period-cap.ts";
import type { Handles } from "./declare.ts";
import type { Spec, State } from "./schema.ts";

export interface EmissionsReading extends AssetReading {
  readonly kind: "emissions";
  /** Emissions of the whole site. */
  readonly series: {
    /** CO2 of each interval. */
    readonly co2T: Float64Array;
  };
  readonly totals: {
    /** CO2 of the plan. */
    readonly co2T: number;
    /** Cost of CO2 at its price. */
    readonly priceUsd: number;
  };
  /** Empty without a cap. */
  readonly caps: readonly {
    /** `2026` or `2026-07`. */
    readonly period: string;
    /** The cap. */
    readonly capT: number;
    /** Emitted in the period before the plan. */
    readonly alreadyT: number;
    /** By the plan. */
    readonly emittedT: number;
    /** Marginal: what one more tonne of cap would save, -d(min cost) / d(cap); 0 where it does not bind. */
    readonly marginalUsdPerT: number;
  }[];
  readonly endState: State & Readonly<Record<string, unknown>>;
}

export function readEmissions(
  { priceUsdPerT, cap }: Spec,
  initial: State | undefined,
  { caps, sources }: Handles,
  solved: SolvedSite,
): EmissionsReading {
  const { count } = solved.time;
  const co2T = new Float64Array(count);
  for (const source of sources)
    emittedT(source, solved).forEach((tonnes, t) => {
      co2T[t] += tonnes;
    });
  return {
    kind: "emissions",
    role: "contract",
    netBusMw: new Float64Array(count),
    series: { co2T },
    totals: { co2T: sum(co2T), priceUsd: priceUsdPerT ? weightedSum(co2T, priceUsdPerT) : 0 },
    caps: caps.map(({ label, most, before, used }) => ({
      period: label,
      capT: most,
      alreadyT: before,
      emittedT: solved.value(used),
      marginalUsdPerT: Math.max(0, -solved.reducedCosts(used)[0]),
    })),
    endState: cap ? { ...initial, co2TByPeriod: usedAtEnd(caps, initial?.co2TByPeriod, solved) } : {},
  };
}
