import type { LinearProgram } from "../lp/linear-program.ts";
import type { SiteModel } from "./site-model.ts";

/**
 * Lays a site model out as a linear program: min cost, USD. The constant costs (sunk charges, worth of the initial
 * stock) are the objective's offset, so the objective is the ledger's total.
 */
export function toLinearProgram(site: SiteModel): LinearProgram {
  const numCols = site.colLower.length;
  const numRows = site.rowLower.length;
  const cost = new Float64Array(numCols);
  for (const { columns, usdPerUnit } of site.costTerms) {
    const { start, count, from } = columns;
    for (let i = 0; i < count; i++)
      cost[start + i] += typeof usdPerUnit === "number" ? usdPerUnit : usdPerUnit[from + i];
  }
  let objectiveOffset = 0;
  for (const { usd } of site.constantCosts) {
    if (typeof usd === "number") objectiveOffset += usd;
    else for (let t = 0; t < usd.length; t++) objectiveOffset += usd[t];
  }
  return {
    numRows,
    numCols,
    ...site.terms.toCsc(numCols),
    cost,
    colLower: site.colLower.toArray(),
    colUpper: site.colUpper.toArray(),
    rowLower: site.rowLower.toArray(),
    rowUpper: site.rowUpper.toArray(),
    sense: "min",
    objectiveOffset,
  };
}
