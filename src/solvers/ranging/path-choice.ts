/** What the ratio tests of a parametric path have chosen beside the variable or row they return. */
export interface PathChoice {
  /** How far the parameter (or the entering variable) may move until then, >= 0; Infinity if it never happens. */
  step: number;
  /** 1 for a leaving variable that goes to its upper bound, -1 for the lower one. */
  leavingSign: number;
}
