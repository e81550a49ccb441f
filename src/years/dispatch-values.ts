import type { DispatchCut, Dispatched, QuarterProgram } from "./quarter-program.ts";

/** The dispatch of all quarters at one set of prices, with every bound that has been found. */
export class DispatchValues {
  readonly programs: readonly QuarterProgram[];
  readonly cuts: readonly DispatchCut[][];
  readonly #seen: readonly Map<string, Dispatched>[];
  /** Linear programs solved. */
  solves = 0;

  /** `known`: bounds of the same quarters at other prices; their multipliers give bounds at these prices, too. */
  constructor(programs: readonly QuarterProgram[], known?: DispatchValues) {
    this.programs = programs;
    this.#seen = programs.map(() => new Map<string, Dispatched>());
    this.cuts = programs.map((program, q) => known?.cuts[q].map(({ y, isRay }) => program.cutAt(y, isRay)) ?? []);
  }

  /** The dispatch of a quarter at shares of the parts' sizes; its bound is added to `cuts`. */
  at(q: number, shares: readonly number[]): Dispatched {
    const key = shares.join(" ");
    const seen = this.#seen[q].get(key);
    if (seen) return seen;
    const found = this.programs[q].evaluate(shares);
    this.solves++;
    this.#seen[q].set(key, found);
    this.cuts[q].push(found.cut);
    return found;
  }
}
