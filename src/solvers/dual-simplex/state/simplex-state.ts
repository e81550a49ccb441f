import { LuFactor } from "../../../sparse/lu-factor.ts";
import { ScatteredVector } from "../../../sparse/scattered-vector.ts";
import type { StrictMode } from "../safeguard/strict-mode.ts";
import type { InternalProgram } from "./internal-program.ts";
import { CandidateList } from "./candidate-list.ts";
import { DEFAULT_TOLERANCE, LEAST_ALPHA, MARKOWITZ_THRESHOLDS } from "../tolerances.ts";

/** How a nonbasic variable may move: up from its lower bound, down from its upper one, either way, or not at all. */
export const enum Move {
  none = 0,
  up = 1,
  down = -1,
  either = 2,
}

/**
 * By how much a reduced cost d violates the sign that a variable's move requires: -d for a variable that may rise, d
 * for one that may fall, |d| for a free one, 0 for a fixed one. Not positive for a dual feasible variable.
 */
export function dualInfeasibility(move: number, d: number): number {
  return move === Move.either ? Math.abs(d) : -move * d;
}

/** For batches that end by their number of iterations only. */
export const never = (): boolean => false;

/** How a batch of iterations of either simplex ended. */
export const enum Outcome {
  /** The batch is over, the phase is not. */
  underWay = 0,
  /** Dual: every basic variable is within its bounds. Primal: every reduced cost has the right sign. */
  done = 1,
  /** `ray` says which: dual, a Farkas ray of the working bounds; primal, a direction of recession. */
  ray = 2,
  /** Numerical trouble: the basis is singular again and again, or every remaining row is banned. */
  trouble = 3,
  /** Primal only: after refactoring, basic variables are outside their bounds; the dual simplex has to take over. */
  primalInfeasible = 4,
}

/** Costs and bounds that the iterations use: the program's, but for perturbed costs and temporary bounds. */
class WorkingData {
  readonly cost: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Whether `cost` differs from the program's. */
  costsChanged = false;
  /** Whether `lower` or `upper` differ from the program's. */
  boundsChanged = false;

  constructor(program: InternalProgram) {
    this.cost = program.cost.slice();
    this.lower = program.lower.slice();
    this.upper = program.upper.slice();
  }
}

/** The basis and its factors. Rows name positions in the basis: `head[r]` is the variable that is basic in row r. */
class FactoredBasis {
  readonly head: Int32Array;
  /** A `BasisCode` per variable; `free` also for a nonbasic variable between its bounds. */
  readonly place: Uint8Array;
  /** A `Move` per variable; `none` for basic and fixed ones. */
  readonly move: Int8Array;
  readonly lu: LuFactor;
  readonly markowitzThreshold: number;
  /** Whether factors and then values have to be computed anew before the next choice. */
  mustRefactor = true;
  /** Factorisations of this attempt that found the basis singular and replaced variables by logicals. */
  numRepairs = 0;

  constructor({ numRows, numVars }: InternalProgram, markowitzThreshold: number) {
    this.head = new Int32Array(numRows);
    this.place = new Uint8Array(numVars);
    this.move = new Int8Array(numVars);
    this.lu = new LuFactor(numRows);
    this.markowitzThreshold = markowitzThreshold;
  }
}

/** Primal values and reduced costs of the basis, updated on each pivot. */
class BasicPoint {
  /** Value of each nonbasic variable; stale for basic ones, see `basicValue`. */
  readonly x: Float64Array;
  readonly reducedCost: Float64Array;
  /** By row: value and working bounds of its basic variable. */
  readonly basicValue: Float64Array;
  readonly basicLower: Float64Array;
  readonly basicUpper: Float64Array;
  /** Whether values and reduced costs have to be computed anew from the present factors: cheaper than refactoring. */
  mustRecompute = false;
  /** Whether they have been computed anew since the last pivot. */
  isRecomputed = false;

  constructor({ numRows, numVars }: InternalProgram) {
    this.x = new Float64Array(numVars);
    this.reducedCost = new Float64Array(numVars);
    this.basicValue = new Float64Array(numRows);
    this.basicLower = new Float64Array(numRows);
    this.basicUpper = new Float64Array(numRows);
  }
}

/** Candidates of both pricing rules and their reference weights. */
class Pricing {
  /** Dual: rows by the squared violation of their basic variable's bounds, 0 within the tolerance. */
  readonly infeasibleRows: CandidateList;
  /** Dual: steepest-edge weights |B^-T e_r|^2 of the rows. */
  readonly edgeWeight: Float64Array;
  /** Dual: rows excluded until the next factorisation because no sound pivot was found in them. */
  numBannedRows = 0;
  /** Primal: variables by the square of their dual infeasibility. */
  readonly candidates: CandidateList;
  /** Primal: devex reference weights of the nonbasic variables. */
  readonly devexWeight: Float64Array;
  /** Primal: whether `candidates` has to be listed anew because bounds, costs or places have changed in bulk. */
  mustListCandidates = true;

  constructor({ numRows, numVars }: InternalProgram) {
    this.infeasibleRows = new CandidateList(numRows);
    this.edgeWeight = new Float64Array(numRows).fill(1);
    this.candidates = new CandidateList(numVars);
    this.devexWeight = new Float64Array(numVars).fill(1);
  }
}

/** Vectors of the pivot in progress: q enters in row r. */
class PivotVectors {
  /** rho = B^-T e_r */
  readonly rho: ScatteredVector;
  /** B^-1 a_q */
  readonly column: ScatteredVector;
  /** tau = B^-1 rho, for the steepest-edge weights. */
  readonly tau: ScatteredVector;
  /** The pivot row alpha = rho' [A I], over all variables. */
  readonly alpha: ScatteredVector;
  /** Right-hand side and solution, by row, of every solve besides; clear between uses. */
  readonly rowBuffer: ScatteredVector;

  constructor({ numRows, numVars }: InternalProgram) {
    this.rho = new ScatteredVector(numRows);
    this.column = new ScatteredVector(numRows);
    this.tau = new ScatteredVector(numRows);
    this.alpha = new ScatteredVector(numVars);
    this.rowBuffer = new ScatteredVector(numRows);
  }
}

/** Buffers of the dual ratio test: its candidates, and then those that flip to their opposite bound. */
class DualRatioTest {
  /** Variable, pivot-row entry and reduced cost of each candidate, both in its direction of movement. */
  readonly index: Int32Array;
  readonly alpha: Float64Array;
  readonly cost: Float64Array;
  /** End of each group of breakpoints. */
  readonly groupEnd: Int32Array;
  /** The variables `index[0 .. numFlips)` flip to their opposite bound. */
  numFlips = 0;

  constructor({ numVars }: InternalProgram) {
    this.index = new Int32Array(numVars);
    this.alpha = new Float64Array(numVars);
    this.cost = new Float64Array(numVars);
    this.groupEnd = new Int32Array(numVars + 1);
  }
}

/** What pricing and ratio test of the primal simplex have chosen. */
class PrimalChoice {
  /** 1 for an entering variable that rises, -1 for one that falls. */
  enteringDirection = 0;
  /** Whether the entering variable has no reduced cost and is only pushed to a bound. */
  isPush = false;
  /** Step length at which the first basic variable reaches its bound; Infinity if it never happens. */
  step = 0;
}

/** The ray of the last batch that ended with one. */
class Ray {
  /** Dual: `rho` of this row, times this sign. */
  leavingRow = -1;
  leavingSign = 0;
  /** Primal: the entering variable, its direction, and `column`. */
  enteringVar = -1;
  enteringDirection = 0;
}

/** Buffers for loading a basis from a list of variables. */
class BasisLoad {
  /** The variables that want to be basic. */
  readonly candidates: Int32Array;
  /** By variable: the steepest-edge weight it brings. */
  readonly edgeWeight: Float64Array;
  /** By variable: its reduced cost before the load, 0 for those that were basic. */
  readonly formerReducedCost: Float64Array;
  /** By variable: 1 for those in the factored basis; 0 between loads. */
  readonly isInBasis: Uint8Array;

  constructor({ numVars }: InternalProgram) {
    this.candidates = new Int32Array(numVars);
    this.edgeWeight = new Float64Array(numVars);
    this.formerReducedCost = new Float64Array(numVars);
    this.isInBasis = new Uint8Array(numVars);
  }
}

/** Tolerances and safeguards of the attempt, in scaled units. */
class Safeguards {
  primalTolerance = DEFAULT_TOLERANCE;
  dualTolerance = DEFAULT_TOLERANCE;
  /** Slack of the two-pass (Harris) dual ratio test. */
  harrisSlack = 0;
  /** Smaller entries of the pivot row or column are not candidates. */
  leastAlpha = LEAST_ALPHA;
  /** Present in strict mode, which allows for rounding only. */
  strict: StrictMode | undefined = undefined;
}

/** What the primal and the dual simplex share, allocated once per matrix and grouped by lifetime. */
export class SimplexState {
  /** Per matrix: the scaled program. */
  readonly program: InternalProgram;
  /** Per phase. */
  readonly working: WorkingData;
  /** Updated on each pivot. */
  readonly basis: FactoredBasis;
  readonly point: BasicPoint;
  readonly pricing: Pricing;
  /** Overwritten by each pivot. */
  readonly pivot: PivotVectors;
  readonly ratioTest: DualRatioTest;
  readonly choice = new PrimalChoice();
  /** Overwritten by each load of a basis. */
  readonly load: BasisLoad;
  /** Per attempt. */
  readonly safeguards = new Safeguards();
  /** Per batch that ends with one. */
  readonly ray = new Ray();
  /** Per solve. */
  iterations = 0;
  /** Primal: steps of length zero in a row. */
  numZeroSteps = 0;

  constructor(program: InternalProgram, markowitzThreshold: number = MARKOWITZ_THRESHOLDS[0]) {
    this.program = program;
    this.working = new WorkingData(program);
    this.basis = new FactoredBasis(program, markowitzThreshold);
    this.point = new BasicPoint(program);
    this.pricing = new Pricing(program);
    this.pivot = new PivotVectors(program);
    this.ratioTest = new DualRatioTest(program);
    this.load = new BasisLoad(program);
  }
}
