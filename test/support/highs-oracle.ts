import loadHighs from "highs";
import type { LinearProgram } from "../../src/lp/linear-program.ts";

/**
 * The tests' oracle: npm `highs` (HiGHS in WebAssembly), loaded once, arrays in and arrays out.
 * NB: HiGHS drops |a_ij| < 1e-9 in silence, so it cannot judge such programs (use an unscaled twin).
 */
const highs = await loadHighs();

export interface OracleAnswer {
  /** `unknown` = HiGHS did not decide: no verdict, do not count it for or against anyone. */
  readonly status: "optimal" | "infeasible" | "unbounded" | "unknown";
  /** With the offset; NaN unless optimal. */
  readonly objective: number;
  /** Signs as in `LpSolution` (y = d objective / d rhs); only where optimal. */
  readonly x?: Float64Array;
  readonly y?: Float64Array;
  readonly reducedCost?: Float64Array;
  /** Length numRows, only where infeasible and HiGHS has one. Sign as HiGHS gives it. */
  readonly dualRay?: Float64Array;
  readonly primalRay?: Float64Array;
}

export interface OracleOptions {
  /** Also ask for a ray where there is no optimum (an extra solve). */
  readonly withRay?: boolean;
  /** Primal and dual feasibility tolerance. Default 1e-9. */
  readonly tolerance?: number;
}

/**
 * NB: HiGHS 1.15.3 calls some feasible unbounded programs infeasible when presolve is on (`randomProgram(209)`), so a
 * verdict without an optimum is believed only where the same program without costs agrees, presolve off.
 */
export function solveWithHighs(lp: LinearProgram, options: OracleOptions = {}): OracleAnswer {
  const tolerance = options.tolerance ?? 1e-9;
  const withRay = options.withRay === true;
  for (const presolve of ["on", "off"] as const) {
    const answer = solveOnce(lp, presolve, tolerance, withRay);
    if (answer.status === "optimal") return answer;
    if (answer.status === "unknown") continue;
    const costless = solveOnce({ ...lp, cost: new Float64Array(lp.numCols) }, "off", tolerance, false);
    if (costless.status === (answer.status === "infeasible" ? "infeasible" : "optimal")) return answer;
  }
  return { status: "unknown", objective: NaN };
}

function solveOnce(lp: LinearProgram, presolve: "on" | "off", tolerance: number, withRay: boolean): OracleAnswer {
  // HiGHS answers an LP without columns `empty`; decide it here: every activity is 0.
  if (lp.numCols === 0) {
    const feasible = lp.rowLower.every((lower, i) => lower <= 0 && lp.rowUpper[i] >= 0);
    return { status: feasible ? "optimal" : "infeasible", objective: feasible ? lp.objectiveOffset : NaN };
  }
  const { objectiveSense, modelStatus } = highs.constants;
  return highs.withModel(
    {
      numCols: lp.numCols,
      numRows: lp.numRows,
      sense: lp.sense === "max" ? objectiveSense.maximize : objectiveSense.minimize,
      offset: lp.objectiveOffset,
      colCost: lp.cost,
      colLower: lp.colLower,
      colUpper: lp.colUpper,
      rowLower: lp.rowLower,
      rowUpper: lp.rowUpper,
      matrix: {
        format: "csc",
        numRows: lp.numRows,
        numCols: lp.numCols,
        starts: lp.colStart,
        indices: lp.rowIndex,
        values: lp.value,
      },
    },
    (model): OracleAnswer => {
      model.options.set({
        output_flag: false,
        presolve,
        primal_feasibility_tolerance: tolerance,
        dual_feasibility_tolerance: tolerance,
        allow_unbounded_or_infeasible: false,
      });
      model.run();
      const status = model.getModelStatus();
      if (status === modelStatus.optimal) {
        const { colValue, rowDual, colDual } = model.getSolution();
        return {
          status: "optimal",
          objective: model.getObjectiveValue(),
          x: colValue,
          y: rowDual,
          reducedCost: colDual,
        };
      }
      if (status === modelStatus.infeasible) {
        const ray = withRay ? model.getDualRay() : undefined;
        return { status: "infeasible", objective: NaN, ...(ray === undefined ? {} : { dualRay: ray.values }) };
      }
      if (status === modelStatus.unbounded) {
        const ray = withRay ? model.getPrimalRay() : undefined;
        return { status: "unbounded", objective: NaN, ...(ray === undefined ? {} : { primalRay: ray.values }) };
      }
      return { status: "unknown", objective: NaN };
    },
  );
}
