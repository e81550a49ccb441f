import type { BenchCase, CaseSize } from "../bench-case.ts";
import { capturedProgram } from "../generators/captured-program.ts";
import { plannerSiteInput } from "../generators/planner-site-input.ts";

const planInput = ({ numIntervals, stepHours = 1 }: CaseSize) => plannerSiteInput(numIntervals, 60 * stepHours, 9500);

/** The planner's own program, as `planPower` passes it to its solver, and the whole way from input to result. */
export const plannerSite: BenchCase = {
  name: "planner-site",
  what: "what planPower builds of a site with two batteries, diesel, three fleets and AI loads",
  growth: true,
  sizes: [
    { label: "day", numIntervals: 24, from: "smoke" },
    { label: "week", numIntervals: 168, from: "default" },
    { label: "day, 5 min", numIntervals: 288, stepHours: 1 / 12, from: "full" },
    { label: "week, 15 min", numIntervals: 672, stepHours: 0.25, from: "full" },
    { label: "month", numIntervals: 744, from: "full" },
    { label: "quarter", numIntervals: 2184, from: "full" },
    { label: "year", numIntervals: 8760, from: "full" },
  ],
  build: (size) => capturedProgram(planInput(size)),
  planInput,
};
