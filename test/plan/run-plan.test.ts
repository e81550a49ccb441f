import { describe, expect, it, vi } from "vitest";
import { parseRequest } from "../../src/input/parse-request.ts";
import { buildSite } from "../../src/plan/build-site.ts";
import { runPlan, siteSteps } from "../../src/plan/run-plan.ts";
import type { LinearProgram } from "../../src/lp/linear-program.ts";
import type { LpSolution } from "../../src/lp/solution.ts";
import type { LpSolver } from "../../src/solvers/solver.ts";
import { drain } from "../../src/solvers/budget/drain.ts";
import { dualSimplex } from "../../src/solvers/dual-simplex.ts";
import { battery, bitcoin, diesel, firm, fleet, grid, horizon, renewable } from "../support/small-sites.ts";

/** What a plan has and nothing else may have. */
const PLAN_FIELDS = ["assets", "ledger", "prices", "certificate", "objectiveUsd", "endState"];
const looksLikeAPlan = (result: object) => PLAN_FIELDS.filter((field) => field in result);

// Days with a price hill: mining (80 USD/MWh) sleeps on it, the battery shifts power over it.
const siteOf = (count: number) =>
  parseRequest({
    horizon: horizon(count),
    bitcoin,
    initialState: { bess: { storedMwh: 10 } },
    assets: [
      grid({
        importPriceUsdPerMwh: Array.from({ length: count }, (_, t) =>
          t % 24 >= 16 && t % 24 < 20 ? 190 : 30 + (t % 24) / 10,
        ),
      }),
      firm(),
      fleet(),
      battery(),
      diesel(),
    ],
  });
const day = siteOf(24);

describe("runPlan", () => {
  it("optimal: carries the whole plan and its proof", () => {
    const result = runPlan(day);
    expect(result.status).toBe("optimal");
    expect(looksLikeAPlan(result)).toEqual(PLAN_FIELDS);
    if (result.status !== "optimal") return;
    expect(result.certificate).toMatchObject({ ok: true });
    expect(result.certificate.balanceResidualMw).toBeLessThan(1e-6);
    expect(result.certificate.ledgerResidual).toBeLessThan(1e-9);
  });

  it("time limit 0, iteration limit and a caller's stop: nothing looks like a plan", () => {
    const month = siteOf(24 * 30);
    const cases = [
      [runPlan(month, { timeLimitMs: 0 }), "time-limit"],
      [runPlan(day, { iterationLimit: 3 }), "iteration-limit"],
      [runPlan(month, { onProgress: () => "stop" }), "stopped"],
    ] as const;
    for (const [result, status] of cases) {
      expect(result.status).toBe(status);
      expect(looksLikeAPlan(result)).toEqual([]);
    }
    expect(cases.map(([{ detail }]) => detail)).toEqual([
      "timeLimitMs was reached while the program was built; raise it.",
      "The solver reached iterationLimit; raise it.",
      "onProgress stopped the solver.",
    ]);
  });

  it("infeasible: conflicts and a checked proof, no plan", () => {
    const result = runPlan(
      parseRequest({ horizon: horizon(2), assets: [grid({ importLimitMw: 10 }), firm({ vollUsdPerMwh: undefined })] }),
    );
    expect(result).toMatchObject({ status: "infeasible", proof: { ok: true } });
    expect(looksLikeAPlan(result)).toEqual([]);
  });

  it("infeasible and stopped before the explanation: reports what is certain without it", () => {
    // The solver that finds the program infeasible gives the elastic one no iteration.
    let calls = 0;
    const once: LpSolver = {
      name: "once",
      steps: (lp, options) =>
        calls++ === 0 ? dualSimplex.steps(lp, options) : dualSimplex.steps(lp, { ...options, iterationLimit: 0 }),
    };
    const result = runPlan(
      parseRequest({ horizon: horizon(2), assets: [grid({ importLimitMw: 10 }), firm({ vollUsdPerMwh: undefined })] }),
      { solver: once },
    );
    expect(calls).toBe(2);
    expect(result).toMatchObject({
      status: "infeasible",
      detail: expect.stringMatching(/^short up to 20 MW \(in all 40 MWh\) or more for 2 h from [^:]*:/),
    });
    expect(result).not.toHaveProperty("irreducible");
  });

  it("settles an either-or rule that the LP relaxation violates, or names the limit", () => {
    // One hour at -40, store in = store out: the row c/5 + d/5 <= 1 lets 3.05 MW in and 1.95 MW out, 1.10 MW lost for
    // pay.
    const waste = parseRequest({
      horizon: horizon(1),
      initialState: { bess: { storedMwh: 20 } },
      assets: [grid({ importPriceUsdPerMwh: -40 }), firm(), battery({ end: { rule: "cyclic" } })],
    });
    const limited = runPlan(waste, { nodeLimit: 0 });
    expect(limited.status).toBe("branching-limit");
    expect(looksLikeAPlan(limited)).toEqual([]);
    // Within an hour the store cannot be filled and emptied: idle.
    expect(runPlan(waste)).toMatchObject({ status: "optimal", objectiveUsd: expect.closeTo(-1200, 6) });
  });

  it("diesel at a price spike does not free wind for export", () => {
    // Demand 8 MW, wind 10 MW, export 400 USD/MWh up to 10 MW, diesel 263.7: both at once would pay, and is forbidden.
    const assets = (over: Record<string, unknown>) => [
      grid({ importPriceUsdPerMwh: 500, exportLimitMw: 10, exportPriceUsdPerMwh: 400 }),
      firm({ facilityMw: 8 }),
      renewable(),
      diesel(over),
    ];
    // Without diesel 2 MW of wind are left to sell.
    expect(runPlan(parseRequest({ horizon: horizon(1), assets: assets({}) }))).toMatchObject({
      status: "optimal",
      objectiveUsd: expect.closeTo(-800, 6),
    });
    // Allowed by the input: 10 MW of export for 8 MW of diesel: 8 x 263.7 - 10 x 400.
    const allowed = runPlan(parseRequest({ horizon: horizon(1), assets: assets({ allowExport: true }) }));
    expect(allowed).toMatchObject({ status: "optimal", objectiveUsd: expect.closeTo(8 * 263.7 - 4000, 6) });
    expect(allowed).not.toHaveProperty("branching");
  });

  it("unbounded: says what to do", () => {
    // A site has no unbounded column today; without upper limits import at 30 feeds mining at 80 for ever.
    const built = buildSite(parseRequest({ horizon: horizon(2), bitcoin, assets: [grid(), firm(), fleet()] }));
    const { result } = drain(
      siteSteps({ ...built, lp: { ...built.lp, colUpper: new Float64Array(built.lp.numCols).fill(Infinity) } }, {}),
    );
    expect(result).toMatchObject({ status: "unbounded", detail: expect.stringContaining("Set a limit on the power") });
    expect(looksLikeAPlan(result)).toEqual([]);
  });

  it("rejects a false claim of infeasibility or unboundedness as well", () => {
    const frame = { objective: NaN, iterations: 0, solver: "liar" };
    const claims = [
      (lp: LinearProgram): LpSolution => ({
        ...frame,
        status: "infeasible",
        dualRay: new Float64Array(lp.numRows).fill(1),
      }),
      (lp: LinearProgram): LpSolution => ({
        ...frame,
        status: "unbounded",
        x: new Float64Array(lp.numCols),
        primalRay: new Float64Array(lp.numCols),
      }),
    ];
    for (const claim of claims) {
      const liar: LpSolver = {
        name: "liar",
        *steps(lp) {
          yield* [];
          return claim(lp);
        },
      };
      expect(runPlan(day, { solver: liar })).toMatchObject({
        status: "numerical-trouble",
        detail: expect.stringContaining("failed the check"),
      });
    }
  });

  it("a tie that is not broken in time ends with that status, without branching", () => {
    // The first solve answers with a tie (charge and discharge at a zero price); the second is given no iteration.
    const tied = parseRequest({
      horizon: horizon(1),
      initialState: { bess: { storedMwh: 10 } },
      assets: [grid({ importPriceUsdPerMwh: 0 }), firm({ facilityMw: 20 }), battery({ end: { rule: "cyclic" } })],
    });
    let calls = 0;
    const solver: LpSolver = {
      name: "tie",
      *steps(lp, options) {
        const answer = yield* {
          [Symbol.iterator]: () => dualSimplex.steps(lp, calls++ === 0 ? options : { iterationLimit: 0 }),
        };
        // Columns: import, charge, discharge, stored. 20 + 2 - 0.64 x 2 = 20.72 at no cost.
        if (answer.status !== "optimal") return answer;
        const { basis: _basis, ...rest } = answer;
        return { ...rest, x: Float64Array.of(20.72, 2, 1.28, 10) };
      },
    };
    expect(runPlan(tied, { solver })).toMatchObject({
      status: "iteration-limit",
      detail: "The solver reached iterationLimit; raise it.",
    });
    expect(calls).toBe(2);
  });

  it("every result has detail and notices, read without asking for its status", () => {
    const results = [runPlan(day), runPlan(day, { iterationLimit: 0 })];
    expect(results.map(({ detail, notices }) => [typeof detail, Array.isArray(notices)])).toEqual([
      ["undefined", true],
      ["string", true],
    ]);
  });

  it("observes its time limit while the program is built", () => {
    let numCalls = 0;
    const now = vi.spyOn(Date, "now").mockImplementation(() => numCalls++ * 1000);
    const result = runPlan(day, { timeLimitMs: 500 });
    now.mockRestore();
    expect(result).toMatchObject({
      status: "time-limit",
      detail: "timeLimitMs was reached while the program was built; raise it.",
    });
    // Of building alone: no solver has asked for the time.
    expect(numCalls).toBeLessThan(4);
  });

  it("rejects a solution that fails the check, whichever solver gave it", () => {
    const wrong: LpSolver = {
      name: "wrong",
      *steps(lp, options) {
        const answer = yield* { [Symbol.iterator]: () => dualSimplex.steps(lp, options) };
        return answer.status === "optimal"
          ? { ...answer, x: answer.x.map((v, j) => (j === 0 ? v + 1 : v)), y: answer.y.map((usd) => usd + 1) }
          : answer;
      },
    };
    const result = runPlan(day, { solver: wrong });
    expect(result).toMatchObject({
      status: "numerical-trouble",
      detail: expect.stringContaining("failed the check"),
    });
    expect(looksLikeAPlan(result)).toEqual([]);
  });
});
