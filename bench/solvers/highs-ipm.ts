import { highsMethod } from "./highs.ts";

/** Without crossover, so that only the method is timed: an interior optimum, not a vertex. */
export const highsIpm = highsMethod({
  name: "highs-ipm",
  what: "npm highs (HiGHS in WebAssembly), interior point at 1e-8, presolve on, no crossover",
  mostRows: 20_000,
  options: { solver: "ipm", presolve: "on", run_crossover: "off", ipm_optimality_tolerance: 1e-8 },
  tolerances: { primal: 1e-6, dual: 1e-6, gap: 1e-6 },
  coldOnly: "an interior point method has no basis to start from",
});
