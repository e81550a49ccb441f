import type { BenchCase } from "../bench-case.ts";
import { hybridSite } from "../generators/hybrid-site.ts";

/** Prices in steps of 10 USD and fleets with equal revenue: many equal optima, many degenerate pivots. */
export const degenerateTies: BenchCase = {
  name: "degenerate-ties",
  what: "the site with prices in steps of 10 USD/MWh and three fleets that all earn 50",
  sizes: [
    { label: "day", numIntervals: 24, from: "smoke" },
    { label: "week", numIntervals: 168, from: "default" },
    { label: "quarter", numIntervals: 2190, from: "full" },
  ],
  build: ({ numIntervals }) =>
    hybridSite({
      numIntervals,
      seed: 4,
      priceStepUsdPerMwh: 10,
      strikesUsdPerMwh: [50, 50, 50],
      peakUsdPerMwMonth: 500,
    }),
};
