import { describe, expect, it } from "vitest";
import { checkPlanOptions, type AsyncPlanOptions } from "../../src/plan/plan-options.ts";
import { dualSimplex } from "../../src/solvers/dual-simplex.ts";

describe("checkPlanOptions", () => {
  it("takes nothing, engines and signals", () => {
    expect(() => checkPlanOptions({})).not.toThrow();
    expect(() => checkPlanOptions({ solver: dualSimplex, signal: new AbortController().signal })).not.toThrow();
  });

  it("says what an engine and a signal are", () => {
    const given = (options: Record<string, unknown>) => () => checkPlanOptions(options as AsyncPlanOptions);
    expect(given({ solver: "simplex" })).toThrow(/options\.solver: got simplex, wanted an LpSolver; pass the solver itself/);
    expect(given({ signal: new AbortController() })).toThrow(/options\.signal: got \[object AbortController\], wanted an AbortSignal; pass controller\.signal/);
  });
});
