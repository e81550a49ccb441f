import { describe, expect, it } from "vitest";
import { chooseEngine, fasterEngine, isInteriorFaster } from "../../src/solvers/choose-engine.ts";
import { dualSimplex } from "../../src/solvers/dual-simplex.ts";
import { solveLp } from "../../src/solvers/solve-lp.ts";
import { dispatchYear } from "../support/dispatch-year.ts";
import { smallProgram } from "../support/random-programs.ts";
import { twoByTwo } from "../support/simplex-case.ts";

describe("chooseEngine", () => {
  const large = { ...twoByTwo, numRows: 5000 };
  const startBasis = { col: new Uint8Array(2), row: new Uint8Array(5000) };

  it("chooses the simplex for small programs and those with a basis, otherwise the faster engine by estimate", () => {
    expect(chooseEngine(twoByTwo, {})).toBe(dualSimplex);
    expect(chooseEngine(large, {})).toBe(fasterEngine);
    expect(chooseEngine(large, { startBasis })).toBe(dualSimplex);
  });

  it("reckons with rows, coefficients and the factor", () => {
    const year = { numRows: 52_615, numNonzeros: 271_610, numEntries: 380_000, numFlops: 3.8e6 };
    expect(isInteriorFaster(year)).toBe(true);
    expect(isInteriorFaster({ ...year, numFlops: 1e12 })).toBe(false);
    expect(isInteriorFaster({ ...year, numEntries: 1e9 })).toBe(false);
    // The same factor for a twentieth of the rows is too much.
    expect(isInteriorFaster({ ...year, numRows: 2_600 })).toBe(false);
  });

  it("solves a month of a site inside, and a program whose factor fills in by the simplex", () => {
    expect(solveLp(dispatchYear(744)).solver).toBe("interior-point");
    // 801 rows that all share one column of 30 entries with others: squares of a random pattern.
    const places = Array.from({ length: 60 }, (_, j) => j);
    const rows = Array.from({ length: 801 }, (_, i): [number, number[], number] => [
      1,
      places.map((j) => Number((i * 7 + j * j * 3) % 11 < 4)),
      100,
    ]);
    const filled = smallProgram(
      "min",
      places.map((j) => [0, 1 + (j % 7), 50]),
      rows,
    );
    const solution = solveLp(filled);
    expect([solution.status, solution.solver]).toEqual(["optimal", "dual-simplex"]);
  });
});
