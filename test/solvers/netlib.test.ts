import { describe, expect, it } from "vitest";
import { checkSolution } from "../../src/lp/check-solution.ts";
import { readMps } from "../../src/lp/io/read-mps.ts";
import { dualSimplex } from "../../src/solvers/dual-simplex.ts";
import { solveLp } from "../../src/solvers/solve-lp.ts";
import { netlibAbsence, netlibCases, netlibPresent, netlibSample } from "../support/netlib.ts";

describe.skipIf(!netlibPresent)(`dual simplex on Netlib${netlibAbsence}`, () => {
  it.each(netlibSample)("$name ($rows x $cols)", ({ text, optimum }) => {
    const lp = readMps(text());
    const solution = solveLp(lp, { solver: dualSimplex });
    expect(solution.status).toBe("optimal");
    expect(Math.abs(solution.objective - optimum)).toBeLessThanOrEqual(1e-7 * (1 + Math.abs(optimum)));
    expect(checkSolution(lp, solution)).toMatchObject({ ok: true });
  });
});

// Without the data the file would hold no test that ran; this one tells a plain clone from a broken path.
it("knows whether the Netlib data is there", () => {
  expect(netlibCases.length).toBe(netlibPresent ? 48 : 0);
});
