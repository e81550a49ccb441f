import type { RollingCase } from "../bench-case.ts";
import { hybridSite, siteLayout } from "../generators/hybrid-site.ts";
import { uniformAt } from "../generators/uniform-at.ts";

const HOURS = 168;

/**
 * Each step starts an hour later, with new random prices and a random battery charge. The charge is data, not the plan
 * of the step before: otherwise solvers that choose different optima would get different programs.
 */
function rollingWeek(peak: "high" | "low", noise: number): RollingCase {
  return {
    name: `rolling-week-${peak}-peak-${Math.round(100 * noise)}%`,
    what:
      `a week rolled one hour forward 24 times, prices redrawn by ${Math.round(100 * noise)} %, ${peak} peak ` +
      "charge",
    numSteps: 25,
    layout: siteLayout(HOURS),
    build: (step) =>
      hybridSite({
        numIntervals: HOURS,
        firstHour: step,
        seed: 8,
        redraw: 1000 + step,
        noise,
        storedAtStartShare: 0.3 + 0.4 * uniformAt(8, 50, step),
        peakUsdPerMwMonth: peak === "high" ? 9500 : 500,
      }),
  };
}

export const rollingWeeks: readonly RollingCase[] = [
  rollingWeek("high", 0.05),
  rollingWeek("low", 0.05),
  rollingWeek("high", 0.3),
  rollingWeek("low", 0.3),
];
