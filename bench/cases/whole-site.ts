import type { BenchCase, CaseSize } from "../bench-case.ts";
import { capturedProgram } from "../generators/captured-program.ts";
import { wholeSiteInput } from "../generators/whole-site-input.ts";

const planInput = ({ numIntervals, stepHours = 1 }: CaseSize) => wholeSiteInput(numIntervals, 60 * stepHours);

/** The planner's site with every kind of asset, contract and tariff part. */
export const wholeSite: BenchCase = {
  name: "whole-site",
  what:
    "planner-site with tariff parts, contracts, calls, an engine, power modes, flexibility sold, SLA credits " +
    "and CO2 cap",
  sizes: [
    { label: "day", numIntervals: 24, from: "smoke" },
    { label: "week", numIntervals: 168, from: "default" },
    { label: "month", numIntervals: 744, from: "full" },
    { label: "year", numIntervals: 8760, from: "full" },
  ],
  build: (size) => capturedProgram(planInput(size)),
  planInput,
};
