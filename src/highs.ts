import type { Highs, Model } from "highs";
import { BasisStatus, type LpBasis } from "./lp/basis.ts";
import { checkProgram } from "./lp/check-program.ts";
import { checkSolution } from "./lp/check-solution.ts";
import type { LinearProgram } from "./lp/linear-program.ts";
import { compensatedObjectiveAt } from "./lp/objective-at.ts";
import type { LpOptions, LpProgress } from "./lp/options.ts";
import { columnSums } from "./lp/residuals.ts";
import type { LpSolution, UnfinishedSolution } from "./lp/solution.ts";
import type { LpSolver } from "./solvers/solver.ts";

/** How to load HiGHS. */
export interface HighsSolverSettings {
  /** `simplex`, or `ipm`: interior point with crossover to a vertex. Default `simplex`. */
  readonly method?: "simplex" | "ipm";
  /** Handed to the loader of npm `highs`, e.g. `{ locateFile }` in a browser. Default: none. */
  readonly init?: Readonly<Record<string, unknown>>;
}

/** As `LpOptions` has it for every solver; HiGHS's own default is 1e-7. */
const DEFAULT_TOLERANCE = 1e-9;
/** HiGHS drops smaller coefficients in silence; this is the least it can be set to, where it drops 1e-9 by default. */
const SMALLEST_COEFFICIENT = 1e-12;

/**
 * HiGHS in WebAssembly (npm `highs`, an optional peer dependency, 1.2 MB gzip) as an `LpSolver`: the entry
 * point `wattsplit/highs`.
 *
 *     const highs = await loadHighsSolver();
 *     solveLp(lp, { solver: highs });
 *
 * Its answers are judged like those of our own engines: what `checkSolution` does not confirm is `numerical-trouble`
 * (so are verdicts of `infeasible` and `unbounded` for which it offers no ray, as for programs that its presolve
 * empties). The call is synchronous and not sliced: `onProgress` is asked from inside, but the async faces cannot
 * interrupt it. Throws where the package is not installed.
 */
export async function loadHighsSolver({ method = "simplex", init }: HighsSolverSettings = {}): Promise<LpSolver> {
  const highs = await (await importHighs()).default(init);
  const name = `highs-${method}`;
  return {
    name,
    *steps(lp, options) {
      checkProgram(lp);
      const progress: LpProgress = { iterations: 0, phase: name, primalInfeasibility: NaN, objective: NaN };
      if (options.onProgress?.(progress) === "stop") return unfinished(name, "stopped");
      yield progress;
      return runHighs(highs, name, method, lp, options);
    },
  };
}

async function importHighs() {
  try {
    return await import("highs");
  } catch (cause) {
    throw new Error(
      'wattsplit/highs needs the package "highs" (1.15 or later), which could not be loaded; run npm install highs.',
      { cause },
    );
  }
}

function runHighs(highs: Highs, name: string, method: string, lp: LinearProgram, options: LpOptions): LpSolution {
  const { modelStatus, callbackType } = highs.constants;
  const {
    timeLimitMs,
    iterationLimit,
    startBasis,
    onProgress,
    primalTolerance = DEFAULT_TOLERANCE,
    dualTolerance = DEFAULT_TOLERANCE,
  } = options;
  let said = "";
  // NB: HiGHS 1.15.3 with presolve calls some unbounded programs infeasible: without a verified ray it is asked again,
  // plainly.
  for (const asked of [
    { solver: method, presolve: "on" },
    { solver: "simplex", presolve: "off" },
  ]) {
    const model = highs.createModel();
    try {
      model.options.set({
        ...asked,
        output_flag: false,
        allow_unbounded_or_infeasible: false,
        primal_feasibility_tolerance: primalTolerance,
        dual_feasibility_tolerance: dualTolerance,
        small_matrix_value: SMALLEST_COEFFICIENT,
        ...(timeLimitMs === undefined ? {} : { time_limit: timeLimitMs / 1000 }),
        ...(iterationLimit === undefined
          ? {}
          : { simplex_iteration_limit: iterationLimit, ipm_iteration_limit: iterationLimit }),
      });
      model.passModel(modelOf(highs, lp)); // after the options: it is here that small coefficients go
      if (startBasis !== undefined)
        model.setBasis({ colStatus: Int32Array.from(startBasis.col), rowStatus: Int32Array.from(startBasis.row) });
      let iterations = 0;
      const look = (count: number | undefined, interrupt: () => void): undefined => {
        iterations = Math.max(iterations, count ?? 0);
        if (onProgress?.({ iterations, phase: name, primalInfeasibility: NaN, objective: NaN }) === "stop") interrupt();
      };
      model.run({
        [callbackType.simplexInterrupt]: (event) => look(event.data.simplex_iteration_count, () => event.interrupt()),
        [callbackType.ipmInterrupt]: (event) => look(event.data.ipm_iteration_count, () => event.interrupt()),
      });
      const status = model.getModelStatus();
      if (status === modelStatus.timeLimit) return unfinished(name, "time-limit", iterations);
      if (status === modelStatus.iterationLimit) return unfinished(name, "iteration-limit", iterations);
      if (status === modelStatus.interrupted) return unfinished(name, "stopped", iterations);
      said = Object.entries(modelStatus).find(([, code]) => code === status)?.[0] ?? `status ${String(status)}`;
      for (const claim of claimsOf(highs, model, lp, { solver: name, iterations }))
        if (checkSolution(lp, claim).ok) return claim;
    } finally {
      model.dispose();
    }
  }
  return {
    ...unfinished(name, "numerical-trouble"),
    detail: `HiGHS said ${said}, but gave nothing that proves it on the original program; use the default solver.`,
  };
}

/** What HiGHS says, in the signs of `LpSolution`: of a ray it does not say which way it points, so both are tried. */
function* claimsOf(
  highs: Highs,
  model: Model,
  lp: LinearProgram,
  frame: { solver: string; iterations: number },
): Generator<LpSolution> {
  const { modelStatus } = highs.constants;
  const status = model.getModelStatus();
  const sign = signOf(lp);
  const both = (ray: Float64Array | undefined): Float64Array[] =>
    ray === undefined ? [] : [ray, ray.map((entry) => -entry)];
  if (status === modelStatus.optimal || status === modelStatus.empty) {
    // Of a program without columns HiGHS gives no vectors: its one point has no entries.
    const bare = lp.numCols === 0;
    const { colValue, rowDual } = bare
      ? { colValue: new Float64Array(0), rowDual: new Float64Array(lp.numRows) }
      : model.getSolution();
    // HiGHS is content with a tolerance outside its limits; a column is put on the limit it means, the rows are left to
    // the check.
    const x = colValue.map((value, j) => Math.min(lp.colUpper[j], Math.max(lp.colLower[j], value)));
    const y = rowDual.map((entry) => sign * entry);
    const { colStatus, rowStatus } = bare
      ? { colStatus: [], rowStatus: new Uint8Array(lp.numRows).fill(BasisStatus.basic) }
      : model.getBasis();
    const basis: LpBasis = { col: Uint8Array.from(colStatus), row: Uint8Array.from(rowStatus) };
    yield {
      ...frame,
      status: "optimal",
      objective: compensatedObjectiveAt(lp, x),
      x,
      y,
      reducedCost: columnSums(lp, y, -1, lp.cost).value,
      basis,
      isVertex: false,
    };
  } else if (status === modelStatus.infeasible) {
    for (const ray of both(model.getDualRay()?.values)) {
      // An entry that asks for a limit which the row does not have can only be rounding.
      const dualRay = ray.map((z, i) =>
        (z > 0 ? lp.rowLower[i] : lp.rowUpper[i]) === (z > 0 ? -Infinity : Infinity) ? 0 : z,
      );
      yield { ...frame, status: "infeasible", objective: NaN, dualRay };
    }
  } else if (status === modelStatus.unbounded) {
    const rays = both(model.getPrimalRay()?.values);
    const { colValue: x } = model.getSolution();
    for (const primalRay of rays)
      yield { ...frame, status: "unbounded", objective: compensatedObjectiveAt(lp, x), x, primalRay };
  }
}

/**
 * Always as `min`, signs turned here: HiGHS 1.15.3's interior point gives a `max` program the row duals of the `min`
 * one.
 */
function signOf({ sense }: LinearProgram): 1 | -1 {
  return sense === "max" ? -1 : 1;
}

function modelOf({ constants: { objectiveSense } }: Highs, lp: LinearProgram) {
  const {
    numRows,
    numCols,
    cost,
    colLower,
    colUpper,
    rowLower,
    rowUpper,
    colStart: starts,
    rowIndex: indices,
    value: values,
  } = lp;
  const sign = signOf(lp);
  return {
    numCols,
    numRows,
    sense: objectiveSense.minimize,
    offset: 0,
    colCost: sign === 1 ? cost : cost.map((entry) => -entry),
    colLower,
    colUpper,
    rowLower,
    rowUpper,
    matrix: { format: "csc", numRows, numCols, starts, indices, values },
  } as const;
}

function unfinished(solver: string, status: UnfinishedSolution["status"], iterations = 0): UnfinishedSolution {
  return { status, solver, iterations, objective: NaN };
}
