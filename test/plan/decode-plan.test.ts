import { describe, expect, it } from "vitest";
import { parseRequest } from "../../src/input/parse-request.ts";
import type { OptimalSolution } from "../../src/lp/solution.ts";
import { buildSite } from "../../src/plan/build-site.ts";
import { decodePlan } from "../../src/plan/decode-plan.ts";
import { solveLp } from "../../src/solvers/solve-lp.ts";
import { battery, bitcoin, diesel, firm, fleet, grid } from "../support/small-sites.ts";

// Six hours over the end of summer time in Chicago: 1 November 2026, 2:00 becomes 1:00.
const built = buildSite(
  parseRequest({
    name: "clock change",
    horizon: { start: "2026-11-01T00:00:00-05:00", timeZone: "America/Chicago", intervalMinutes: 60, count: 4 },
    bitcoin,
    initialState: { bess: { storedMwh: 8 }, gensets: { fuelL: 9000 } },
    assets: [
      grid({
        importLimitMw: [60, 60, 20, 60],
        importPriceUsdPerMwh: [30, 100, 30, 30],
        demandCharge: { usdPerMwMonth: 120 },
      }),
      firm(),
      fleet(),
      battery(),
      diesel({ tankL: 10_000 }),
    ],
  }),
);
const solution = solveLp(built.lp);
if (solution.status !== "optimal") throw new Error(solution.status);
const optimal: OptimalSolution = solution;
const plan = decodePlan(built, optimal);

describe("decodePlan", () => {
  it("stamps every interval with the local offset", () => {
    expect(plan.intervalStarts).toEqual([
      "2026-11-01T00:00:00-05:00",
      "2026-11-01T01:00:00-05:00",
      "2026-11-01T01:00:00-06:00",
      "2026-11-01T02:00:00-06:00",
    ]);
    expect(plan).toMatchObject({
      name: "clock change",
      startIso: "2026-11-01T00:00:00-05:00",
      timeZone: "America/Chicago",
      stepHours: 1,
    });
  });

  it("reads every asset, in the order of the input", () => {
    expect(Object.entries(plan.assets).map(([name, { kind }]) => `${name} ${kind}`)).toEqual([
      "grid grid",
      "inference ai-firm",
      "fleet mining-fleet",
      "bess battery",
      "gensets diesel",
    ]);
  });

  it("has its proof, and counts of its work", () => {
    expect(plan.certificate.ok).toBe(true);
    expect(plan.certificate.ledgerResidual).toBeLessThan(1e-12);
    expect(plan.solver).toEqual({
      name: "dual-simplex",
      iterations: optimal.iterations,
      rows: built.lp.numRows,
      columns: built.lp.numCols,
    });
    expect(plan.objectiveUsd).toBe(optimal.objective);
  });

  it("ends in a state that the next plan takes as it is", () => {
    expect(Object.keys(plan.endState)).toEqual(["grid", "fleet", "bess", "gensets"]);
    const next = parseRequest({
      horizon: { start: "2026-11-01T03:00:00-06:00", timeZone: "America/Chicago", intervalMinutes: 60, count: 1 },
      bitcoin,
      initialState: plan.endState,
      assets: [grid({ demandCharge: { usdPerMwMonth: 120 } }), firm(), fleet(), battery(), diesel({ tankL: 10_000 })],
    });
    expect(next.assets.find(({ name }) => name === "gensets")?.initial).toEqual(plan.endState.gensets);
  });

  it("repeats the notices of the input and of the model", () => {
    // The plan of November begins with its month: nothing of it is unknown.
    expect(plan.notices).toEqual([...built.request.notices, ...built.site.notices]);
    expect(plan.notices.filter((notice) => notice.includes("without its peakMw"))).toEqual([]);
    const early = buildSite(
      parseRequest({
        horizon: { start: "2026-11-02T00:00:00-06:00", timeZone: "America/Chicago", intervalMinutes: 60, count: 1 },
        assets: [grid({ demandCharge: { usdPerMwMonth: 120 } }), firm()],
      }),
    );
    const answer = solveLp(early.lp);
    expect(decodePlan(early, answer as OptimalSolution).notices).toEqual([
      expect.stringMatching(/^grid: .*2026-11.*peak/),
    ]);
  });

  it("keeps every asset, whatever its name", () => {
    const renamed = {
      ...built,
      assets: built.assets.map((asset) =>
        asset.planned.name === "bess" ? { ...asset, planned: { ...asset.planned, name: "__proto__" } } : asset,
      ),
    };
    const read = decodePlan(renamed, optimal);
    expect(Object.keys(read.assets)).toEqual(["grid", "inference", "fleet", "__proto__", "gensets"]);
    expect(Object.keys(read.endState)).toContain("__proto__");
    expect(read.certificate.balanceResidualMw).toBeLessThan(1e-9);
  });

  it("the certificate of a wrong solution fails", () => {
    const wrong = decodePlan(built, { ...optimal, x: optimal.x.map((v, j) => (j === 0 ? v - 5 : v)) });
    expect(wrong.certificate.ok).toBe(false);
    expect(wrong.certificate.balanceResidualMw).toBeCloseTo(5, 9);
  });
});
