import solver from "javascript-lp-solver";
import type { Model } from "javascript-lp-solver";
import { ProgramError } from "./errors.ts";
import { checkProgram } from "./lp/check-program.ts";
import { checkSolution } from "./lp/check-solution.ts";
import type { LinearProgram } from "./lp/linear-program.ts";
import { compensatedObjectiveAt } from "./lp/objective-at.ts";
import type { LpOptions, LpProgress } from "./lp/options.ts";
import { columnSums } from "./lp/residuals.ts";
import type { LpSolution, UnfinishedSolution } from "./lp/solution.ts";
import type { LpSolver } from "./solvers/solver.ts";
import { addUnknowns, nonNegativeSize, toNonNegativeForm } from "./tableau/non-negative-form.ts";
import type { NonNegativeForm } from "./tableau/non-negative-form.ts";
import { Vertex } from "./tableau/vertex.ts";

/**
 * The npm package `javascript-lp-solver` behind the protocol of our own solvers: entry
 * `wattsplit/javascript-lp-solver`, the only file that imports it. The package is asked for a basis, nothing else: its
 * numbers are rounded to 1e-8 and it has no duals and no proofs, so x, y and the rays are solved for from that basis
 * here, and what `checkSolution` does not confirm is returned as `numerical-trouble`. It never sees a bound, a free
 * column, a name or a NaN of the program.
 */
const packageName = "javascript-lp-solver";

/**
 * Greatest size of the package's dense tableau, (lines + 1) * (unknowns + 1), that is accepted; a line is a finite
 * limit of a row or the upper limit of a boxed column. Measured on a dispatch program on one core of a shared server:
 * 6.0e6 cells (168 hours) 1.7 s, 12.3e6 (240 hours) 12.8 s, 24e6 (336 hours) 95 s.
 */
export const maxTableauCells = 10_000_000;

const steering = ["timeLimitMs", "iterationLimit", "startBasis"] as const;

/**
 * Throws {@link ProgramError} for a malformed program and for one beyond `maxTableauCells`. The package cannot be
 * interrupted: `onProgress` is asked once, before it runs; `timeLimitMs`, `iterationLimit` and `startBasis` are not
 * applied, which `detail` says; `iterations` is 0, since it does not count them. `primalTolerance` and `dualTolerance`
 * are those of the check (default there).
 */
export const javascriptLpSolver: LpSolver = {
  name: packageName,
  *steps(lp: LinearProgram, options: LpOptions): Generator<LpProgress, LpSolution> {
    checkProgram(lp);
    const { numLines, numUnknowns } = nonNegativeSize(lp);
    const cells = (numLines + 1) * (numUnknowns + 1);
    if (cells > maxTableauCells) {
      throw new ProgramError(
        "numRows x numCols",
        `${lp.numRows} rows and ${lp.numCols} columns make a dense tableau of ${numLines + 1} x ${numUnknowns + 1} = ` +
          `${cells} cells, wanted at most ${maxTableauCells} for ${packageName}; use the default solver ` +
          "(dualSimplex), " +
          `which has no such limit.`,
      );
    }
    const progress: LpProgress = { iterations: 0, phase: "tableau", primalInfeasibility: NaN, objective: NaN };
    if (options.onProgress?.(progress) === "stop") return unfinished("stopped");
    yield progress;
    const form = toNonNegativeForm(lp);
    const outcome = runPackage(form);
    const claim = outcome === undefined ? undefined : proveClaim(lp, form, outcome);
    const unapplied = steering.filter((key) => options[key] !== undefined);
    const note = unapplied.length === 0 ? "" : `${packageName} cannot be steered: ${unapplied.join(", ")} not applied.`;
    if (claim !== undefined) {
      const { primalTolerance: primal, dualTolerance: dual } = options;
      const tolerances = { ...(primal === undefined ? {} : { primal }), ...(dual === undefined ? {} : { dual }) };
      if (checkSolution(lp, claim, tolerances).ok) return note === "" ? claim : { ...claim, detail: note };
    }
    const said = outcome === undefined ? "gave no basis" : `said ${outcome.says}, which its basis does not prove`;
    return unfinished(
      "numerical-trouble",
      `${packageName} ${said}; use the default solver (dualSimplex). ${note}`.trim(),
    );
  },
};

function unfinished(status: UnfinishedSolution["status"], detail?: string): UnfinishedSolution {
  const frame = { status, objective: NaN, iterations: 0, solver: packageName };
  return detail === undefined ? frame : { ...frame, detail };
}

interface Outcome {
  readonly says: "optimal" | "infeasible" | "unbounded";
  /** Line k = slack k, numLines + u = unknown u. */
  readonly basic: readonly number[];
  /** The variable it could not bound, where it says so. */
  readonly entering: number | undefined;
}

/** The part of the package's full answer (third argument of `Solve`) that is read; everything is checked before use. */
interface FullAnswer {
  readonly feasible: boolean;
  readonly bounded: boolean;
  readonly _tableau?: { readonly varIndexByRow?: readonly number[]; readonly unboundedVarIndex?: number | null };
}

function runPackage(form: NonNegativeForm): Outcome | undefined {
  // One `max` per line, in order, and no integer-like key: the package then numbers slacks 0.. and unknowns after them.
  const constraints: Model["constraints"] = {};
  for (let k = 0; k < form.numLines; k++) constraints[`line${k}`] = { max: form.rhs[k] };
  const variables: Model["variables"] = {};
  for (let u = 0; u < form.numUnknowns; u++) {
    const entries: Record<string, number> = { cost: form.cost[u] };
    for (let k = form.start[u]; k < form.start[u + 1]; k++) entries[`line${form.entryLine[k]}`] = form.entryValue[k];
    variables[`unknown${u}`] = entries;
  }
  // NB: its presolve zeroes the cost of variables it fixes, and then reports the wrong optimum.
  const model: Model = { optimize: "cost", opType: "min", constraints, variables, options: { presolve: false } };
  const answer = solver.Solve(model, undefined, true) as FullAnswer;
  solver.lastSolvedModel = null; // it would keep the dense tableau alive
  const tableau = answer["_tableau"];
  const rows = tableau?.varIndexByRow;
  if (!Array.isArray(rows) || rows.length !== form.numLines + 1) return undefined;
  const total = form.numLines + form.numUnknowns;
  const basic: number[] = rows.slice(1);
  if (!basic.every((index) => Number.isInteger(index) && index >= 0 && index < total)) return undefined;
  return {
    says: !answer.feasible ? "infeasible" : answer.bounded ? "optimal" : "unbounded",
    basic,
    entering: tableau?.unboundedVarIndex ?? undefined,
  };
}

/** The package's claim with vectors of our own; undefined where the basis offers none. */
function proveClaim(lp: LinearProgram, form: NonNegativeForm, outcome: Outcome): LpSolution | undefined {
  const vertex = new Vertex(form, outcome.basic);
  if (!vertex.regular) return undefined;
  const frame = { iterations: 0, solver: packageName };
  if (outcome.says === "infeasible") {
    for (const variable of vertex.negativeBasics()) {
      const dualRay = toRows(lp, form, vertex.rowOf(variable), -1);
      const claim: LpSolution = { ...frame, status: "infeasible", objective: NaN, dualRay };
      if (checkSolution(lp, claim).ok) return claim;
    }
    return undefined;
  }
  const x = form.shift.slice();
  addUnknowns(form, vertex.unknowns, x);
  const objective = compensatedObjectiveAt(lp, x);
  if (outcome.says === "unbounded") {
    if (outcome.entering === undefined) return undefined;
    const primalRay = new Float64Array(lp.numCols);
    addUnknowns(form, vertex.directionOf(outcome.entering), primalRay);
    return { ...frame, status: "unbounded", objective, x, primalRay };
  }
  const y = toRows(lp, form, vertex.multipliers(), lp.sense === "max" ? -1 : 1);
  return { ...frame, status: "optimal", objective, x, y, reducedCost: columnSums(lp, y, -1, lp.cost).value };
}

/** Weights of the lines as weights of the program's rows. */
function toRows(lp: LinearProgram, form: NonNegativeForm, weights: Float64Array, factor: 1 | -1): Float64Array {
  const ofRows = new Float64Array(lp.numRows);
  for (let k = 0; k < form.numLines; k++) {
    if (form.row[k] >= 0) ofRows[form.row[k]] += factor * form.side[k] * weights[k];
  }
  return ofRows;
}
