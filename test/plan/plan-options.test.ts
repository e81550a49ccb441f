import { describe, expect, it } from "vitest";
import { checkPlanOptions, type AsyncPlanOptions } from "../../src/plan/plan-options.ts";
import { dualSimplex } from "../../src/solvers/dual-simplex.ts";

describe("checkPlanOptions", () => {
  it("takes nothing, engines and signals", () => {
    expect(() => checkPlanOptions({})).not.toThrow();
    expect(() => checkPlanOptions({ solver: dualSimplex, signal: new AbortController().signal })).not.toThrow();
  });

  it("accepts branching limits from 0, and nothing else", () => {
    const check = (options: Record<string, unknown>) => () => checkPlanOptions(options as AsyncPlanOptions);
    expect(check({ nodeLimit: 0, branchingTimeLimitMs: Infinity, relativeGap: 0.01 })).not.toThrow();
    expect(check({ nodeLimit: -1 })).toThrow(
      /options\.nodeLimit: got -1, wanted a number from 0 up; correct it, or leave it out/,
    );
    expect(check({ branchingTimeLimitMs: NaN })).toThrow(/options\.branchingTimeLimitMs: got NaN/);
    expect(check({ relativeGap: "little" })).toThrow(/options\.relativeGap: got little/);
    expect(check({ relativeGap: "0.1" })).toThrow(/options\.relativeGap: got 0\.1/);
  });

  it("says what an engine and a signal are", () => {
    const given = (options: Record<string, unknown>) => () => checkPlanOptions(options as AsyncPlanOptions);
    expect(given({ solver: "simplex" })).toThrow(
      /options\.solver: got simplex, wanted an LpSolver; pass the solver itself/,
    );
    expect(given({ signal: new AbortController() })).toThrow(
      /options\.signal: got \[object AbortController\], wanted an AbortSignal; pass controller\.signal/,
    );
  });
});
