import type { BenchCase, CaseSize } from "../bench-case.ts";
import { hybridSite } from "../generators/hybrid-site.ts";
import { rescaled } from "../generators/rescaled.ts";

const inMw = ({ numIntervals }: CaseSize) => hybridSite({ numIntervals, seed: 7, peakUsdPerMwMonth: 500 });

/**
 * The site in mixed units. The twin in MW gives the optimum to compare with. Exponents are so small that no coefficient
 * is below the 1e-9 that HiGHS drops silently.
 */
export const badlyScaled: BenchCase = {
  name: "badly-scaled",
  what: "the site with columns in units of 0.001 to 1000 MW and rows in units of 0.01 to 100",
  sizes: [
    { label: "day", numIntervals: 24, from: "smoke" },
    { label: "week", numIntervals: 168, from: "default" },
  ],
  build: (size) => rescaled(inMw(size), 7, 3, 2),
  twin: inMw,
};
