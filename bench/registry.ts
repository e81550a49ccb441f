import type { BenchCase, RollingCase } from "./bench-case.ts";
import { badlyScaled } from "./cases/badly-scaled.ts";
import { degenerateTies } from "./cases/degenerate-ties.ts";
import { denseCoupling } from "./cases/dense-coupling.ts";
import { negativePrices } from "./cases/negative-prices.ts";
import { publicLps } from "./cases/public-lps.ts";
import { plannerSite } from "./cases/planner-site.ts";
import { rollingWeeks } from "./cases/rolling-week.ts";
import { siteHighPeak } from "./cases/site-high-peak.ts";
import { siteLowPeak } from "./cases/site-low-peak.ts";
import { wholeSite } from "./cases/whole-site.ts";
import { tenBatteries } from "./cases/ten-batteries.ts";
import { tiedSites } from "./cases/tied-sites.ts";
import { tenSites } from "./cases/ten-sites.ts";

/** Every case, one per line. */
export const cases: readonly BenchCase[] = [
  siteHighPeak,
  siteLowPeak,
  plannerSite,
  wholeSite,
  tenBatteries,
  tenSites,
  degenerateTies,
  ...tiedSites,
  negativePrices,
  denseCoupling,
  badlyScaled,
  publicLps,
];

/** Sequences of programs, for warm starts. */
export const rollingCases: readonly RollingCase[] = rollingWeeks;
