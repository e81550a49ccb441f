import { describe, expect, it } from "vitest";
import { startRanging } from "../../../src/solvers/ranging/start-ranging.ts";
import { solveLp } from "../../../src/solvers/solve-lp.ts";
import { smallProgram } from "../../support/random-programs.ts";
import { twoByTwo } from "../../support/simplex-case.ts";

const nothing = (): void => {};

describe("startRanging", () => {
  it("starts at the optimal basis", () => {
    const { base } = startRanging(twoByTwo, solveLp(twoByTwo), nothing);
    expect(base.s.basis.head.includes(1)).toBe(true);
    expect(base.etas.count).toBe(0);
  });

  it("refuses solutions of another program, before it checks the request", () => {
    const fail = (): void => {
      throw new Error("asked");
    };
    const { basis: _, ...bare } = solveLp(twoByTwo);
    expect(() => startRanging(twoByTwo, bare, fail)).toThrow(
      "solution.basis: is missing or has other numbers of rows or columns",
    );
    expect(() => startRanging(twoByTwo, solveLp(smallProgram("min", [[0, 1, 1]], [])), fail)).toThrow(
      "solution.basis: is missing",
    );
    expect(() => startRanging(twoByTwo, solveLp({ ...twoByTwo, rowUpper: Float64Array.of(4, -1) }), fail)).toThrow(
      "solution: is infeasible, wanted optimal",
    );
    expect(() => startRanging(twoByTwo, solveLp(twoByTwo), fail)).toThrow("asked");
  });
});
