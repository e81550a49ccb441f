/** Something of a result that may mislead or cost its reader, apart from the notices of defaults and rules. */
export interface Warning {
  /** For programs, e.g. `unserved-energy`. */
  readonly code: string;
  /** What happens in this plan, where and how much. */
  readonly text: string;
  /** What to do about it. */
  readonly fix: string;
}
