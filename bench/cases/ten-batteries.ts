import type { BenchCase } from "../bench-case.ts";
import { hybridSite } from "../generators/hybrid-site.ts";

/** More state between one interval and the next: the fill-in of a factorisation grows with its square. */
export const tenBatteries: BenchCase = {
  name: "ten-batteries",
  what: "the site with ten batteries, 39 columns and 14 rows an interval",
  sizes: [
    { label: "6 hours", numIntervals: 6, from: "smoke" },
    { label: "day", numIntervals: 24, from: "default" },
    { label: "week", numIntervals: 168, from: "default" },
    { label: "quarter", numIntervals: 2190, from: "full" },
  ],
  build: ({ numIntervals }) => hybridSite({ numIntervals, seed: 3, numBatteries: 10, peakUsdPerMwMonth: 2000 }),
};
