import type { BenchCase } from "../bench-case.ts";
import { hybridSite } from "../generators/hybrid-site.ts";
import { quarterHourYear, siteSizes } from "./site-sizes.ts";

/** The fixed case of the growth plot. */
export const siteHighPeak: BenchCase = {
  name: "site-high-peak",
  what: "hybrid site, 15 columns and 6 rows an interval, peak charge 9500 USD per MW and month",
  growth: true,
  sizes: [...siteSizes, quarterHourYear],
  build: ({ numIntervals, stepHours = 1 }) => hybridSite({ numIntervals, stepHours, peakUsdPerMwMonth: 9500 }),
};
