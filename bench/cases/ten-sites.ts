import type { BenchCase } from "../bench-case.ts";
import { hybridSite } from "../generators/hybrid-site.ts";
import { sideBySide } from "../generators/side-by-side.ts";

/** Ten independent sites in one program, block by block. */
export const tenSites: BenchCase = {
  name: "ten-sites",
  what: "ten sites of different weather side by side as one block program",
  sizes: [
    { label: "3 hours", numIntervals: 3, from: "smoke" },
    { label: "day", numIntervals: 24, from: "default" },
    { label: "month", numIntervals: 744, from: "full" },
  ],
  build: ({ numIntervals }) =>
    sideBySide(
      Array.from({ length: 10 }, (_, site) =>
        hybridSite({ numIntervals, seed: 10 + site, peakUsdPerMwMonth: 950 * (site + 1) }),
      ),
    ),
};
