import { fieldsOf, refusing } from "../lp/check-options.ts";
import { checkProgram } from "../lp/check-program.ts";
import type { LinearProgram } from "../lp/linear-program.ts";
import type { LpOptions } from "../lp/options.ts";
import { dualSimplex } from "./dual-simplex.ts";
import { interiorPoint } from "./interior-point.ts";
import type { LpSolver } from "./solver.ts";

/**
 * From so many rows the interior point is the default. Measured (`npm run bench -- --full`): the simplex wins the day of a site
 * (150 rows), they are level at the week (1,000 rows), the interior point wins everything longer, and by more the longer.
 */
const LARGE_ROWS = 800;

/**
 * The engine that `solveLp` takes by default: the dual simplex for small programs and wherever there is a basis to start
 * from, the interior point for the others.
 */
export function chooseEngine(lp: LinearProgram, options: Pick<LpOptions, "startBasis">): LpSolver {
  if (refusing("lp", () => typeof lp?.numRows) !== "number") checkProgram(lp);
  const { startBasis } = fieldsOf("options", options, "an object of options, {} for the defaults");
  return startBasis === undefined && lp.numRows >= LARGE_ROWS ? interiorPoint : dualSimplex;
}
