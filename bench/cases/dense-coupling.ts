import type { BenchCase } from "../bench-case.ts";
import { hybridSite } from "../generators/hybrid-site.ts";

/** Budgets over the whole horizon: dense rows that couple every hour with every other. */
export const denseCoupling: BenchCase = {
  name: "dense-coupling",
  what: "the site with 12 more rows over import, diesel and fleets of every interval",
  sizes: [
    { label: "day", numIntervals: 24, from: "smoke" },
    { label: "week", numIntervals: 168, from: "default" },
    { label: "quarter", numIntervals: 2190, from: "full" },
  ],
  build: ({ numIntervals }) => hybridSite({ numIntervals, seed: 6, numCouplingRows: 12, peakUsdPerMwMonth: 500 }),
};
