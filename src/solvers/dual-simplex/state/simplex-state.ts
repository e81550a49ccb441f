import { BasisCode } from "../../../lp/basis.ts";
import { LuFactor } from "../../../sparse/lu-factor.ts";
import { ScatteredVector } from "../../../sparse/scattered-vector.ts";
import type { Exacting } from "../safeguard/strict-mode.ts";
import type { InternalProgram } from "./internal-program.ts";
import { MeritList } from "./candidate-list.ts";
import { DEFAULT_TOLERANCE, LEAST_ALPHA, MARKOWITZ_THRESHOLDS } from "../tolerances.ts";

/** How a nonbasic variable may move: up from its lower limit, down from its upper, either way, or not at all. */
export const enum Move {
  none = 0,
  up = 1,
  down = -1,
  either = 2,
}

/**
 * How far a reduced cost d is from the sign that a variable's move asks for: -d where it may rise, d where it may fall;
 * 0 where it may not move.
 */
export function wrongBy(move: number, d: number): number {
  return move === Move.either ? Math.abs(d) : -move * d;
}

/** For batches that nothing but their count of iterations ends. */
export const never = (): boolean => false;

/** What a batch of either phase ends with. */
export const enum Outcome {
  /** The batch is over, the phase is not. */
  underWay = 0,
  /** Dual: no basic variable outside its limits. Primal: no reduced cost of the wrong sign. */
  done = 1,
  /** Dual: `rho` and `leavingSign` are a Farkas ray of the working limits. Primal: `column` is a recession ray. */
  ray = 2,
  /** Numerically stuck. */
  trouble = 3,
  /** Primal only: a rebuild shows basic variables outside their limits, which is the dual's business. */
  primalInfeasible = 4,
}

/**
 * Everything the primal and the dual phases share, allocated once per matrix. Rows name places in the basis:
 * `head[r]` is the variable that is basic in row r.
 */
export class SimplexState {
  readonly program: InternalProgram;
  readonly lu: LuFactor;

  // --- Working copies: perturbed costs, temporary limits ---
  readonly cost: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Whether `cost` differs from the program's. */
  costsChanged = false;
  /** Whether `lower`, `upper` differ from the program's. */
  limitsChanged = false;

  // --- Updated on each pivot ---
  readonly head: Int32Array;
  /** A `BasisStatus` code per variable; `free` also for a nonbasic variable between its limits. */
  readonly place: Uint8Array;
  /** A `Move` per variable; `none` for basic and fixed ones. */
  readonly move: Int8Array;
  /** Value of each nonbasic variable; stale for basic ones, see `basicValue`. */
  readonly x: Float64Array;
  readonly reducedCost: Float64Array;
  readonly basicValue: Float64Array;
  readonly basicLower: Float64Array;
  readonly basicUpper: Float64Array;
  /** Rows by the squared violation of the basic variable's limits, 0 within tolerance. */
  readonly infeasible: MeritList;
  /** Steepest-edge weights |B^-T e_r|^2 of the rows. */
  readonly edgeWeight: Float64Array;
  /** Devex weights of the nonbasic variables, for the primal. */
  readonly devexWeight: Float64Array;
  /** Variables by the square of a reduced cost of the wrong sign, for the primal. */
  readonly attractive: MeritList;
  /** Whether `attractive` has to be made anew: limits, costs or places have changed in bulk. */
  mustNoteAll = true;
  iterations = 0;
  /** Whether factors and values have to be computed afresh before the next choice. */
  mustRebuild = true;
  /**
   * Whether values and reduced costs have to be, from the factors there are: enough to end on, at a fraction of the
   * cost.
   */
  mustRecompute = false;
  /** Whether they have been since the last pivot. */
  isRecomputed = false;
  /** Rows left alone until the next rebuild because no sound pivot was found in them. */
  numBanned = 0;
  /** Rebuilds in this attempt that found the basis singular and put logicals in: after a few, pivots only undo them. */
  numRepairs = 0;

  /** Length of the last primal ratio test's step. */
  primalStep = 0;
  /** Primal: the entering variable has no reduced cost and is only pushed to a limit. */
  pushing = false;
  /** Primal: steps of length zero in a row. */
  numStalled = 0;

  // --- Ray of the last batch that ended with one ---
  leavingRow = -1;
  leavingSign = 0;
  enteringVar = -1;
  enteringDirection = 0;

  // --- Buffers ---
  readonly rho: ScatteredVector;
  readonly column: ScatteredVector;
  readonly steepest: ScatteredVector;
  readonly flips: ScatteredVector;
  /** Pivot row over all variables. */
  readonly alpha: ScatteredVector;
  readonly candidates: Int32Array;
  readonly ratioIndex: Int32Array;
  readonly ratioAlpha: Float64Array;
  readonly ratioCost: Float64Array;
  readonly groupEnd: Int32Array;
  /** How many of `ratioIndex` the last ratio test wants flipped to their other limit. */
  numFlips = 0;
  readonly scratch: Float64Array;

  // --- Set per run ---
  primalTolerance = DEFAULT_TOLERANCE;
  dualTolerance = DEFAULT_TOLERANCE;
  harrisSlack = 0;
  /** Entries of the pivot row or column below this are no candidates. */
  leastAlpha = LEAST_ALPHA;
  /** Present where nothing but rounding is allowed for; see there. */
  exacting: Exacting | undefined = undefined;
  readonly markowitzThreshold: number;

  constructor(program: InternalProgram, markowitzThreshold: number = MARKOWITZ_THRESHOLDS[0]) {
    const { numRows, numVars } = program;
    this.program = program;
    this.markowitzThreshold = markowitzThreshold;
    this.lu = new LuFactor(numRows);
    this.cost = program.cost.slice();
    this.lower = program.lower.slice();
    this.upper = program.upper.slice();
    this.head = new Int32Array(numRows);
    this.place = new Uint8Array(numVars);
    this.move = new Int8Array(numVars);
    this.x = new Float64Array(numVars);
    this.reducedCost = new Float64Array(numVars);
    this.basicValue = new Float64Array(numRows);
    this.basicLower = new Float64Array(numRows);
    this.basicUpper = new Float64Array(numRows);
    this.infeasible = new MeritList(numRows);
    this.edgeWeight = new Float64Array(numRows).fill(1);
    this.devexWeight = new Float64Array(numVars).fill(1);
    this.attractive = new MeritList(numVars);
    this.rho = new ScatteredVector(numRows);
    this.column = new ScatteredVector(numRows);
    this.steepest = new ScatteredVector(numRows);
    this.flips = new ScatteredVector(numRows);
    this.alpha = new ScatteredVector(numVars);
    this.candidates = new Int32Array(numVars);
    this.ratioIndex = new Int32Array(numVars);
    this.ratioAlpha = new Float64Array(numVars);
    this.ratioCost = new Float64Array(numVars);
    this.groupEnd = new Int32Array(numVars + 1);
    this.scratch = new Float64Array(numVars);
  }
}

/** Makes variable j nonbasic at the limit `place` asks for, or at the nearest thing there is to it. */
export function setNonbasic(s: SimplexState, j: number, place: number): void {
  const lower = s.lower[j];
  const upper = s.upper[j];
  let now: number = BasisCode.atLower;
  let move: number = Move.up;
  let x = lower;
  if (lower === upper) move = Move.none;
  else if (upper < Infinity && (place === BasisCode.atUpper || lower === -Infinity)) {
    now = BasisCode.atUpper;
    move = Move.down;
    x = upper;
  } else if (lower === -Infinity) {
    now = BasisCode.free;
    move = Move.either;
    x = 0;
  }
  s.place[j] = now;
  s.move[j] = move;
  s.x[j] = x;
}

/** The limits of the basic variables, after limits have changed. */
export function readBasicLimits({ head, lower, upper, basicLower, basicUpper }: SimplexState): void {
  for (let r = 0; r < head.length; r++) {
    basicLower[r] = lower[head[r]];
    basicUpper[r] = upper[head[r]];
  }
}

/** Makes variable j basic in row r with the given value. */
export function setBasic(s: SimplexState, j: number, r: number, value: number): void {
  s.head[r] = j;
  s.place[j] = BasisCode.basic;
  s.move[j] = Move.none;
  s.reducedCost[j] = 0;
  s.basicValue[r] = value;
  s.basicLower[r] = s.lower[j];
  s.basicUpper[r] = s.upper[j];
}
