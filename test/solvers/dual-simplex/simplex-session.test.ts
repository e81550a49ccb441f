import { describe, expect, it } from "vitest";
import type { LinearProgram } from "../../../src/lp/linear-program.ts";
import type { LpOptions } from "../../../src/lp/options.ts";
import type { LpSolution } from "../../../src/lp/solution.ts";
import { drain } from "../../../src/solvers/budget/drain.ts";
import { SimplexSession } from "../../../src/solvers/dual-simplex/simplex-session.ts";
import { LuFactor } from "../../../src/sparse/lu-factor.ts";
import { dispatchLadder } from "../../support/dispatch-ladder.ts";
import { smallProgram } from "../../support/random-programs.ts";

const run = (session: SimplexSession, lp: LinearProgram, options: LpOptions = {}): LpSolution =>
  drain(session.steps(lp, options));

/** How many factorisations `work` makes. */
function factorisations(work: () => void): number {
  const { factor } = LuFactor.prototype;
  let count = 0;
  LuFactor.prototype.factor = function (...args) {
    count++;
    return factor.apply(this, args);
  };
  try {
    work();
  } finally {
    LuFactor.prototype.factor = factor;
  }
  return count;
}

describe("SimplexSession", () => {
  it("does not factor if the last factors are usable, updates included", () => {
    const lp = dispatchLadder(24);
    const session = new SimplexSession();
    expect(run(session, lp)).toMatchObject({ status: "optimal", solver: "dual-simplex" });
    expect(factorisations(() => expect(run(session, lp).iterations).toBe(0))).toBe(0);
    // The first change meets factors due for renewal, the second goes on with the updates of the first.
    const numFactorisations = [30, 20].map((more) => {
      const cost = lp.cost.slice();
      cost[0] += more;
      return factorisations(() => expect(run(session, { ...lp, cost }).iterations).toBeGreaterThan(0));
    });
    expect(numFactorisations).toEqual([1, 0]);
  });

  it("reuses factors for the basis at which it ended, and factors for another basis or a copy", () => {
    const lp = dispatchLadder(24);
    const session = new SimplexSession();
    const { basis: startBasis } = run(session, lp);
    if (startBasis === undefined) throw new Error("no basis");
    expect(factorisations(() => expect(run(session, lp, { startBasis }).iterations).toBe(0))).toBe(0);
    const { basis } = run(session, lp);
    if (basis === undefined) throw new Error("no basis");
    expect(factorisations(() => run(session, lp, { startBasis: { ...basis } }))).toBe(1);
  });

  it("starts at the basis that another engine left", () => {
    const lp = dispatchLadder(24);
    const session = new SimplexSession();
    session.basis = run(new SimplexSession(), lp).basis;
    expect(run(session, lp)).toMatchObject({ status: "optimal", iterations: 0 });
  });

  it("continues from where a limit stopped it, with updated factors or not", () => {
    const lp = dispatchLadder(24);
    const whole = run(new SimplexSession(), lp);
    const session = new SimplexSession();
    let sum = 0;
    let last = run(session, lp, { iterationLimit: 20 });
    for (let k = 0; k < 30 && last.status === "iteration-limit"; k++) {
      sum += last.iterations;
      last = run(session, lp, { iterationLimit: 20 });
    }
    expect(last.status).toBe("optimal");
    expect(last.objective).toBeCloseTo(whole.objective, 6);
    expect(sum).toBeLessThan(3 * whole.iterations);
  });

  it("has only so many ways to fail, and then says so", () => {
    // 1 unit of rounding of 1e16 is 2: no double precision point meets both rows, no ray proves there is none.
    const lp = smallProgram(
      "min",
      [
        [-Infinity, 1, Infinity],
        [-Infinity, 0, Infinity],
      ],
      [
        [1, [1e16, -1e16], 1],
        [1, [1e16 + 2, -1e16], 1],
        [0, [1, -1], 0],
      ],
    );
    const solution = run(new SimplexSession(), lp);
    expect(["numerical-trouble", "infeasible"]).toContain(solution.status);
  });

  it("refuses a start basis of another size", () => {
    const startBasis = { col: new Uint8Array(2), row: new Uint8Array(2) };
    expect(() => run(new SimplexSession(), dispatchLadder(24), { startBasis })).toThrow(
      "startBasis.col: has 2 entries, wanted 362",
    );
  });
});
