import { copyFields, asProgramError } from "../lp/check-options.ts";
import { checkProgram } from "../lp/check-program.ts";
import type { LinearProgram } from "../lp/linear-program.ts";
import type { LpOptions } from "../lp/options.ts";
import { dualSimplex } from "./dual-simplex.ts";
import { interiorPointWith } from "./interior-point.ts";
import type { FactorWork } from "./interior-point/linear-system/elimination-plan.ts";
import type { LpSolver } from "./solver.ts";

/** With fewer rows the simplex is the default; the work of a factorisation is not even estimated. */
const LARGE_ROWS = 800;

/**
 * Seconds that either engine takes, fitted to CPU times of the public programs in `../shared/data` and of dispatch
 * programs of a day to a year, each in a process of its own (`npx tsx test/property/public-lps.ts --engine ...`). Only
 * the ratio matters. The simplex takes about 1.2 iterations a row, whose cost grows with rows and coefficients; the
 * interior point takes 15 to 120, whose cost grows with the factor. The fit is rough: wrong by a factor of two either
 * way, and by more for an interior point that stalls or a degenerate simplex. It is right if the two differ by more.
 */
const ITERATIONS_PER_ROW = 1.2;
const PIVOT_S = 1e-4;
const PIVOT_ROW_S = 1.5e-8;
const PIVOT_NONZERO_S = 2e-9;
const INTERIOR_ITERATIONS = 60;
const FLOP_S = 2.5e-9;
const ENTRY_S = 1e-7;

/** Whether the interior point is the faster engine, judged by the size of its factor. */
export function isInteriorFaster({ numRows, numNonzeros, numEntries, numFlops }: FactorWork): boolean {
  const simplexS = ITERATIONS_PER_ROW * numRows * (PIVOT_S + PIVOT_ROW_S * numRows + PIVOT_NONZERO_S * numNonzeros);
  const interiorS = INTERIOR_ITERATIONS * (FLOP_S * numFlops + ENTRY_S * (numNonzeros + 2 * numEntries));
  return interiorS < simplexS;
}

/** The interior point if it promises to be faster, else the simplex. */
export const fasterEngine: LpSolver = /* @__PURE__ */ interiorPointWith({ begins: isInteriorFaster });

/**
 * The engine that `solveLp` uses by default: the dual simplex for small programs and for those with a start basis, for
 * others the faster engine as estimated from the work of a factorisation.
 */
export function chooseEngine(lp: LinearProgram, options: Pick<LpOptions, "startBasis">): LpSolver {
  if (asProgramError("lp", () => typeof lp?.numRows) !== "number") checkProgram(lp);
  const { startBasis } = copyFields("options", options, "an object of options, {} for the defaults");
  return startBasis === undefined && lp.numRows >= LARGE_ROWS ? fasterEngine : dualSimplex;
}
