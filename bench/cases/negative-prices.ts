import type { BenchCase } from "../bench-case.ts";
import { hybridSite } from "../generators/hybrid-site.ts";

/** Negative prices: columns at their upper bounds, batteries that would waste energy. */
export const negativePrices: BenchCase = {
  name: "negative-prices",
  what: "the site with a negative price, down to -60 USD/MWh, in 30 % of hours",
  sizes: [
    { label: "day", numIntervals: 24, from: "smoke" },
    { label: "week", numIntervals: 168, from: "default" },
    { label: "quarter", numIntervals: 2190, from: "full" },
  ],
  build: ({ numIntervals }) => hybridSite({ numIntervals, seed: 5, negativeShare: 0.3, peakUsdPerMwMonth: 500 }),
};
