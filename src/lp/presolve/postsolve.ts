import { type LpBasis, placesAtFiniteBounds } from "../basis.ts";
import type { LinearProgram } from "../linear-program.ts";
import { objectiveAt } from "../objective-at.ts";
import type { LpSolution, OptimalSolution } from "../solution.ts";
import type { ReducedProgram } from "./reduced-program.ts";
import type { Reduction } from "./reduction.ts";
import { restoreDirection, restorePoint } from "./restore-point.ts";
import { restorePrices } from "./restore-prices.ts";
import { ROUNDING } from "./tolerances.ts";

/** From a solution of the reduced program to one of the original; see `Presolved`. */
export function postsolve(lp: LinearProgram, r: Reduction, reduced: ReducedProgram, solution: LpSolution): LpSolution {
  const { solver, iterations, detail, timings } = solution;
  const frame = { solver, iterations, ...(detail && { detail }), ...(timings && { timings }) };
  if (solution.status === "optimal") return { status: "optimal", ...frame, ...optimum(lp, r, reduced, solution) };

  const noPrices = new Float64Array(reduced.rowOf.length);
  const { basis } = solution.basis === undefined ? {} : restorePrices(r, reduced, true, noPrices, solution.basis);
  const end = { ...frame, ...(basis && { basis: withProgramBounds(lp, basis) }) };
  if (solution.status === "infeasible") {
    const dualRay = restorePrices(r, reduced, true, solution.dualRay, undefined).y;
    return { status: "infeasible", ...end, objective: NaN, dualRay };
  }
  if (solution.status === "unbounded") {
    const x = restorePoint(r, reduced, solution.x, undefined);
    const primalRay = restoreDirection(r, reduced, solution.primalRay);
    return { status: "unbounded", ...end, objective: objectiveAt(lp, x), x, primalRay };
  }
  return { status: solution.status, ...end, objective: NaN };
}

/** The Farkas certificate of the infeasible row that the reduction found. */
export function provenRay(r: Reduction, reduced: ReducedProgram): Float64Array {
  const ray = Float64Array.from(reduced.rowOf, (i) => (i === r.infeasibleRow ? r.infeasibleSide : 0));
  return restorePrices(r, reduced, true, ray, undefined).y;
}

function optimum(lp: LinearProgram, r: Reduction, reduced: ReducedProgram, found: OptimalSolution) {
  const sign = lp.sense === "max" ? -1 : 1;
  const restored = restorePrices(
    r,
    reduced,
    false,
    found.y.map((yi) => sign * yi),
    found.basis,
  );
  const basis = restored.basis && withProgramBounds(lp, restored.basis);
  const y = restored.y.map((yi) => 0 + sign * yi);
  const x = restorePoint(r, reduced, found.x, basis);
  const reducedCost = new Float64Array(lp.numCols);
  for (let j = 0; j < lp.numCols; j++) {
    let d = lp.cost[j];
    let magnitude = Math.abs(d);
    for (let k = lp.colStart[j]; k < lp.colStart[j + 1]; k++) {
      const term = lp.value[k] * y[lp.rowIndex[k]];
      d -= term;
      magnitude += Math.abs(term);
    }
    if (Math.abs(d) > ROUNDING * magnitude) reducedCost[j] = d;
  }
  return { objective: objectiveAt(lp, x), x, y, reducedCost, ...(basis && { basis }) };
}

/** A basis of an unfinished run may name bounds that only the reduction introduced; it gets existing bounds instead. */
function withProgramBounds(lp: LinearProgram, { col, row }: LpBasis): LpBasis {
  return {
    col: placesAtFiniteBounds(col, lp.colLower, lp.colUpper),
    row: placesAtFiniteBounds(row, lp.rowLower, lp.rowUpper),
  };
}
