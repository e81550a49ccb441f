import type { BenchCase } from "../bench-case.ts";
import { hybridSite } from "../generators/hybrid-site.ts";
import { siteSizes } from "./site-sizes.ts";

/** A low demand charge: prices determine more of the schedule. */
export const siteLowPeak: BenchCase = {
  name: "site-low-peak",
  what: "the same site, other weather, peak charge 500 USD per MW and month",
  growth: true,
  sizes: siteSizes,
  build: ({ numIntervals }) => hybridSite({ numIntervals, seed: 2, peakUsdPerMwMonth: 500 }),
};
