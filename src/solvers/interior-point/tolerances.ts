/**
 * Tolerances and step rules of the interior point, in scaled units (coefficients, costs and bounds near one). Users
 * cannot set these; the tolerances they can set are in `LpOptions`.
 */

/**
 * Columns whose bounds are nearer than this are fixed: a box of 1e-15 (solar at sunset) would need duals of 1e15.
 */
export const FIXED_WIDTH = 1e-9;
/** Columns with more entries than this are retained in the reduced system instead of being eliminated from it. */
export const LONGEST_ELIMINATED = 40;
/** The same for the first attempt by minimum degree. */
export const LONGEST_SQUARED_FIRST = 4;
/** Least proximal weights: their product, and so every pivot, is above rounding. */
export const LEAST_REGULARISATION = 1e-7;
/** Greatest relative residuals and gap of an iterate that counts as optimal; `LpOptions` may ask for others. */
export const CONVERGED = 1e-8;
/** The same if crossover follows: nearer to the optimum it is clearer which columns are at a bound. */
export const CONVERGED_FOR_FACE = 1e-9;

/** The strictest tolerance to which an iterate is improved. */
export const STRICTEST = 1e-13;
/** Pairs whose ratio x / z lies within 1 / CLEAR_RATIO .. CLEAR_RATIO have not separated yet. */
export const CLEAR_RATIO = 100;

/** Step rules of the predictor-corrector; see there. */
export const enum StepRule {
  /**
   * Share of the way to the boundary, first and in the end. In the end it may grow to `greatestBoundaryShare`, if the
   * way is that share of a full step: a short step to its very end leaves a point from which the next steps have to
   * recover.
   */
  boundaryShare = 0.9,
  finalBoundaryShare = 0.97,
  greatestBoundaryShare = 0.999,
  /** Second-order terms are cut off at this many times the mean product. */
  secondOrderLimit = 10,
  /**
   * Greatest number of Gondzio correctors a step; `correctorsIfExpensive` if a factorisation takes `expensiveFactor`
   * times the work of a solve. Each aims at `aimFactor` times the step plus `aimGain`.
   */
  correctors = 1,
  correctorsIfExpensive = 2,
  expensiveFactor = 20,
  aimFactor = 1.5,
  aimGain = 0.3,
  /** Least sum of gains in the two step lengths for a corrector to be used. */
  leastGain = 0.05,
  /**
   * Greatest share of the pairs that a step may go past, and of the complementarity sum that these may fail to move.
   * The latter falls by the factor `distrust` whenever the next step would be shorter than `passedStep`.
   */
  passedShare = 1e-3,
  passedMove = 1e-2,
  passedStep = 0.2,
  distrust = 0.1,
}
/** The relative gap below which no step goes past blocking primals: late in a run it costs more than it gains. */
export const STEP_PAST_GAP = 1e-3;
/** What `checkSolution` has to find if a vertex was wanted and neither crossover nor the simplex found one. */
export const UNCONFIRMED = { primal: 1e-11, dual: 1e-11, gap: 1e-11 };
/**
 * How far a basic variable may exceed its bound while ties are pushed to bounds; the polished point is within 1e-12 of
 * its own.
 */
export const PUSH_SLACK = 1e-9;
/** What `checkSolution` has to find for a polished vertex; otherwise the simplex takes over. */
export const POLISHED = { primal: 1e-9, dual: 1e-9, gap: 1e-10 };
/** A ray is looked for once cost and residual are below this share of the objective. */
export const SUSPICIOUS = 1e-2;
