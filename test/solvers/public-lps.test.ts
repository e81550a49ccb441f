import { describe, expect, it } from "vitest";
import { readMps } from "../../src/lp/io/read-mps.ts";
import { checkSolution } from "../../src/lp/check-solution.ts";
import { solveLp } from "../../src/solvers/solve-lp.ts";
import { sharedLpAbsence, sharedLps, sharedLpsPresent } from "../support/shared-lps.ts";
import { isSoak, runs } from "../support/runs.ts";

/**
 * The public programs that solve in about a second each, outside the soak the smallest of them; `npx tsx
 * test/property/public-lps.ts` solves all 171 under a hard time limit. A program that takes longer fails by its status
 * and not by the clock of the test.
 */
const MOST_NONZEROS = runs(16_000, 2000);
/** By their tables these are small, but they take longer. */
const SLOW = new Set(["cplex1", "perold", "pilot.ja", "pilotnov"]);
/** Public files (which state no sizes) that are large, or on which the engines are still at work. */
const LARGE_PUBLIC =
  /^meszaros_(?:baxter_mat|complex1|crew|dbah00|from_lp_file|model9|pcb3000|sc205|slp-tsk)$|^own_model9_reduced$/u;

/** The first Netlib set has a test of its own, netlib.test.ts. */
const quick = sharedLps.filter(({ set, name, nonzeros = Infinity }) =>
  set === "public"
    ? isSoak && !LARGE_PUBLIC.test(name)
    : set !== "netlib" && nonzeros <= MOST_NONZEROS && !SLOW.has(name),
);

describe.skipIf(!sharedLpsPresent)(`public linear programs${sharedLpAbsence}`, () => {
  it.each(quick.map(({ set, name }) => `${set}/${name}`))("%s", (path) => {
    const { text, status, optimum } = quick.find(({ set, name }) => `${set}/${name}` === path)!;
    const lp = readMps(text());
    const solution = solveLp(lp, { timeLimitMs: 30_000 });
    expect(solution.status).toBe(status);
    expect(checkSolution(lp, solution)).toMatchObject({ ok: true });
    if (status === "optimal")
      expect(Math.abs(solution.objective - optimum)).toBeLessThanOrEqual(1e-6 * (1 + Math.abs(optimum)));
  });
});

// Without the data the file would hold no test that ran.
it("knows whether the public programs are there", () => {
  expect(quick.length).toBe(sharedLpsPresent ? runs(85, 24) : 0);
});
