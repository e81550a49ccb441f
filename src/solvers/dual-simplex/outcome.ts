/** What a batch of either phase ends with. */
export const Outcome = {
  /** The batch is over, the phase is not. */
  underWay: 0,
  /** Dual: no basic variable outside its limits. Primal: no reduced cost of the wrong sign. */
  done: 1,
  /** Dual: `rho` and `leavingSign` are a Farkas ray of the working limits. Primal: `column` is a recession ray. */
  ray: 2,
  /** Numerically stuck. */
  trouble: 3,
  /** Primal only: a rebuild shows basic variables outside their limits, which is the dual's business. */
  primalInfeasible: 4,
} as const;
