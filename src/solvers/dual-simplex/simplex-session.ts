/**
 * The dual simplex over related programs. Between calls it reuses scaling, scaled matrix, buffers, basis, edge weights
 * and, if they still belong to the basis, the factors. The first call is a cold start.
 */
import { ProgramError } from "../../errors.ts";
import type { LpBasis } from "../../lp/basis.ts";
import { type IntervalShift, shiftBasis } from "../../lp/interval-shift.ts";
import type { LinearProgram } from "../../lp/linear-program.ts";
import type { LpOptions, LpProgress } from "../../lp/options.ts";
import { type LpScaling, scaleProgram } from "../../lp/scale.ts";
import type { LpSolution } from "../../lp/solution.ts";
import { greatestFinite } from "../../sparse/greatest-size.ts";
import type { LpSession } from "../solver.ts";
import { adoptPrices } from "./basis/adopt-prices.ts";
import { decodeBasis, loadBasis } from "./basis/basis-state.ts";
import { leaveStrictMode } from "./safeguard/strict-mode.ts";
import { internalProgram, loadData } from "./state/internal-program.ts";
import { verifiedAnswers } from "./answer/verify-answer.ts";
import { stoppingRule } from "../budget/stopping-rule.ts";
import { runPhases } from "./phases.ts";
import { warmStart, resetWorkingData } from "./basis/warm-start.ts";
import { SimplexState } from "./state/simplex-state.ts";
import { DEFAULT_TOLERANCE, MARKOWITZ_THRESHOLDS } from "./tolerances.ts";

export const DUAL_SIMPLEX = "dual-simplex";

/** Settings of one attempt at a program. Later attempts follow if the answers of earlier ones fail their check. */
interface AttemptSettings {
  readonly scaled: boolean;
  readonly perturb: boolean;
  readonly markowitzThreshold: number;
  /** Factor on the tolerances of the options. */
  readonly toleranceFactor: number;
  /** Whether to start from the start basis (or the logicals) again instead of where the last attempt ended. */
  readonly afresh: boolean;
}

const [USUAL, STABLE] = MARKOWITZ_THRESHOLDS;
const again: AttemptSettings = {
  scaled: true,
  perturb: true,
  markowitzThreshold: STABLE,
  toleranceFactor: 1,
  afresh: false,
};
const ATTEMPTS: readonly AttemptSettings[] = [
  { ...again, markowitzThreshold: USUAL, afresh: true },
  { ...again, perturb: false },
  { ...again, scaled: false },
  { ...again, toleranceFactor: 100 },
  { ...again, toleranceFactor: 10, afresh: true },
];

const TROUBLE =
  "No answer passed the check on the original program, because its numbers differ too much in size. " +
  "Choose units that bring coefficients and bounds closer to one.";

/** By which factor the greatest cost or bound may grow or shrink before the program is scaled anew. */
const SCALING_REACH = 1024;

interface Engine {
  readonly s: SimplexState;
  readonly scaling: LpScaling;
  /** Greatest cost and bound at the time of scaling. */
  readonly sizes: readonly [number, number];
}

export class SimplexSession implements LpSession {
  /** The name that signs the solutions. */
  readonly name = DUAL_SIMPLEX;
  private engine: Engine | undefined;
  /** The basis of the last call; before the first one, the basis from which it is to start, if there is one. */
  basis: LpBasis | undefined;

  *steps(lp: LinearProgram, options: LpOptions, shift?: IntervalShift): Generator<LpProgress, LpSolution> {
    const { startBasis, startPrices, primalTolerance = DEFAULT_TOLERANCE, dualTolerance = DEFAULT_TOLERANCE } = options;
    checkStart(lp, startBasis, startPrices);
    const stopping = stoppingRule(options);
    if (shift !== undefined && this.basis !== undefined) this.basis = shiftBasis(this.basis, shift);
    const start = startBasis ?? this.basis;
    let engine = this.resume(lp, start, shift);
    if (startPrices) adoptPrices(engine.s, lp, engine.scaling, startPrices);
    for (let k = 0; ; k++) {
      const { s, scaling } = engine;
      const { perturb, toleranceFactor } = ATTEMPTS[k];
      leaveStrictMode(s, primalTolerance * toleranceFactor, dualTolerance * toleranceFactor);
      const answers = verifiedAnswers(this.name, s, lp, scaling);
      const solution = (yield* runPhases(s, stopping, answers, perturb)) ?? answers.accepted;
      this.basis = solution?.basis ?? decodeBasis(s);
      if (solution !== undefined) return solution;
      const { reason: stop } = stopping;
      if (stop === undefined) this.engine = undefined;
      if (stop !== undefined || k + 1 === ATTEMPTS.length) {
        const { name: solver, basis } = this;
        return {
          status: stop ?? "numerical-trouble",
          solver,
          iterations: s.iterations,
          objective: NaN,
          basis,
          ...(stop === undefined && { detail: TROUBLE }),
        };
      }
      const next = ATTEMPTS[k + 1];
      engine = newEngine(lp, next);
      engine.s.iterations = s.iterations;
      loadBasis(engine.s, next.afresh ? start : this.basis);
    }
  }

  /** The engine of the first attempt, with its start basis loaded. */
  private resume(lp: LinearProgram, start: LpBasis | undefined, shift: IntervalShift | undefined): Engine {
    const { engine: last } = this;
    if (last === undefined || !isStillInScale(last, lp)) {
      const engine = newEngine(lp, ATTEMPTS[0]);
      loadBasis(engine.s, start);
      this.engine = engine;
      return engine;
    }
    const { s, scaling } = last;
    leaveStrictMode(s, DEFAULT_TOLERANCE, DEFAULT_TOLERANCE); // the last call may have ended in strict mode
    loadData(s.program, lp, scaling);
    s.iterations = 0;
    if (start === this.basis) warmStart(s, shift);
    else {
      resetWorkingData(s);
      loadBasis(s, start);
    }
    return last;
  }
}

function newEngine(lp: LinearProgram, { scaled, markowitzThreshold }: AttemptSettings): Engine {
  const scaling = scaleProgram(lp, scaled);
  return { s: new SimplexState(internalProgram(lp, scaling), markowitzThreshold), scaling, sizes: sizesOf(lp) };
}

function sizesOf(lp: LinearProgram): [number, number] {
  return [greatestFinite(lp.cost), greatestFinite(lp.colLower, lp.colUpper, lp.rowLower, lp.rowUpper)];
}

function isStillInScale({ sizes }: Engine, lp: LinearProgram): boolean {
  return sizesOf(lp).every((now, k) => now <= SCALING_REACH * sizes[k] && sizes[k] <= SCALING_REACH * now);
}

function checkStart(lp: LinearProgram, basis: LpBasis | undefined, prices: Float64Array | undefined): void {
  const check = (field: string, wanted: number, got = wanted) => {
    if (got !== wanted)
      throw new ProgramError(
        field,
        `has ${got} entries, wanted ${wanted}; pass that of a program with as many rows and columns.`,
      );
  };
  check("startBasis.col", lp.numCols, basis?.col.length);
  check("startBasis.row", lp.numRows, basis?.row.length);
  check("startPrices", lp.numRows, prices?.length);
}
