/**
 * What the interior point takes for zero, in scaled units (coefficients, costs and limits near one). Not the users' to
 * set; theirs are in `LpOptions`.
 */

/**
 * Columns whose limits are nearer than this are fixed: a box of 1e-15 (solar at sunset) would ask for duals of 1e15.
 */
export const FIXED_WIDTH = 1e-9;
/** Columns with more entries than this are kept in the reduced system instead of being squared into it. */
export const LONGEST_ELIMINATED = 40;
/** The same where minimum degree chooses the order. */
export const LONGEST_SQUARED_FIRST = 4;
/** Least proximal weights: their product is above rounding, so that every pivot is. */
export const LEAST_REGULARISATION = 1e-7;
/** Greatest relative residuals and gap of an iterate that counts as optimal; `LpOptions` may ask for others. */
export const CONVERGED = 1e-8;
/** The same before the optimal face is read off an iterate: the nearer the end, the clearer what is at its limit. */
export const CONVERGED_FOR_FACE = 1e-9;

/** Nothing below this is asked of an iterate. */
export const STRICTEST = 1e-13;
/** Pairs whose ratio x / z lies within 1 / CLEAR_RATIO .. CLEAR_RATIO have not parted yet. */
export const CLEAR_RATIO = 100;

/** Step rules of the predictor-corrector; see there. */
export const enum StepRule {
  /**
   * Share of the way to the boundary, early and in the end; there up to `greatestBoundaryShare` where the way is that
   * share of a full step. A short step taken to its very end leaves a point that the next steps have to recover from.
   */
  boundaryShare = 0.9,
  finalBoundaryShare = 0.97,
  greatestBoundaryShare = 0.999,
  /** Second-order terms are cut off at this many times the mean product. */
  secondOrderLimit = 10,
  /**
   * Greatest number of centrality correctors a step, and where a factorisation takes `dearFactor` times the work of a
   * solve; each aims at `aimFactor` times the step plus `aimGain`.
   */
  correctors = 1,
  correctorsIfDear = 2,
  dearFactor = 20,
  aimFactor = 1.5,
  aimGain = 0.3,
  /** Least sum of gains in the two step lengths for a corrector to be kept. */
  leastGain = 0.05,
  /**
   * Greatest share of the pairs a step may pass over, and of the complementarity sum in what they fail to move: at
   * first, and `distrust` times that whenever the next step would be shorter than `passedStep`.
   */
  passedShare = 1e-3,
  passedMove = 1e-2,
  passedStep = 0.2,
  distrust = 0.1,
}
/** The relative gap below which no pair is passed over: late in a run it costs more than it gains. */
export const PASSED_GAP = 1e-3;
/** What it has to find for a point that is no vertex and that no simplex went on from, where a vertex was asked for. */
export const UNCONFIRMED = { primal: 1e-11, dual: 1e-11, gap: 1e-11 };
/**
 * How far a basic variable may pass its limit while ties are pushed to limits; the polished point is within 1e-12 of
 * its own.
 */
export const PUSH_SLACK = 1e-9;
/** What `checkSolution` has to find for a polished vertex; else the simplex finishes. */
export const POLISHED = { primal: 1e-9, dual: 1e-9, gap: 1e-10 };
/** An objective this many times smaller than 1 over the size of what it is to outgrow is followed up as a ray. */
export const SUSPICIOUS = 1e-2;
