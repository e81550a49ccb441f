import { describe, expect, it } from "vitest";
import { parseRequest } from "../../src/input/parse-request.ts";
import { branchPlan } from "../../src/plan/branch-plan.ts";
import { buildSite } from "../../src/plan/build-site.ts";
import { withoutImpliedRules } from "../../src/plan/implied-rules.ts";
import type { PlanOptions } from "../../src/plan/plan-options.ts";
import { runPlan, siteSteps } from "../../src/plan/run-plan.ts";
import { drain } from "../../src/solvers/budget/drain.ts";
import { solveLp } from "../../src/solvers/solve-lp.ts";
import { planWithHardRamps } from "../support/hard-ramp.ts";
import { battery, bitcoin, firm, fleet, grid, horizon, renewable } from "../support/small-sites.ts";
import { planPowerAsync } from "../support/untyped.ts";

/**
 * Three hours at -40, 30 MW of load, a battery of 5 MW and 20 MWh with 0.8 each way that ends with the 10 MWh it began
 * with. What it charges, C, and discharges, D, in all keep 0.64 C = D, and 0.36 C are wasted for 14.4 USD per MWh of C.
 *
 * The linear program mixes in every hour: c/5 + d/5 <= 1 with d = 0.64 c gives c = 5/1.64 = 3.0488, C = 9.1463 in three
 * hours: cost -40 x (90 + 0.36 x 9.1463) = -3731.707.
 *
 * Exclusive, by the number of hours that charge: one: C <= 5; two: D <= 5 in the third, C = 5/0.64 = 7.8125 <= 10;
 * three: D = 0, C = 0. So two, in any order that keeps 0 <= stored <= 20 (it gains at most 6.25): -40 x (90 + 2.8125) =
 * -3712.5.
 */
const night = {
  horizon: horizon(3),
  initialState: { bess: { storedMwh: 10 } },
  assets: [grid({ importPriceUsdPerMwh: -40 }), firm(), battery({ end: { rule: "cyclic" } })],
};
const LINEAR_USD = -3731.7073;
const EXCLUSIVE_USD = -3712.5;

function branch(input: unknown, options: PlanOptions = {}) {
  const built = buildSite(parseRequest(input));
  const lean = withoutImpliedRules(built);
  const root = solveLp(lean.lp);
  if (root.status !== "optimal") throw new Error(root.status);
  return drain(branchPlan(built, lean, root, options))?.result;
}

describe("a night of negative prices", () => {
  it("ends in the exclusive optimum, with both proofs", () => {
    const result = branch(night);
    if (result?.status !== "optimal") throw new Error(result?.detail);
    expect(result.objectiveUsd).toBeCloseTo(EXCLUSIVE_USD, 6);
    // (a) the program with directions fixed, (b) the tree's bound.
    expect(result.certificate).toMatchObject({ ok: true });
    expect(result.branching).toMatchObject({ boundUsd: expect.closeTo(EXCLUSIVE_USD, 5) as number });
    expect(result.branching?.relativeGap).toBeLessThanOrEqual(1e-8);
    expect(result.branching?.nodes).toBeGreaterThan(1);
    expect(result.branching?.directionsFixed).toBeGreaterThan(0);
    expect(result.prices.label).toBe("directions fixed");
    const { bess } = result.assets;
    if (bess.kind !== "battery") throw new Error(bess.kind);
    expect(bess.totals).toMatchObject({
      chargedMwh: expect.closeTo(7.8125, 6) as number,
      dischargedMwh: expect.closeTo(5, 6) as number,
    });
    for (let t = 0; t < 3; t++)
      expect(Math.min(bess.series.chargeMw[t], bess.series.dischargeMw[t])).toBeLessThanOrEqual(1e-6);
  });

  // After the night six hours at 30, in which 4 MWh of jobs may wait at no cost; and two fleets below their strike
  // price.
  it("breaks ties between schedules of equal cost: work is done as early as possible", () => {
    const jobs = [0, 1, 2].map((k) => ({
      name: `job ${k}`,
      energyFacilityMwh: 4,
      release: "2026-07-14T03:00:00-05:00",
      deadline: "2026-07-14T09:00:00-05:00",
      maxMw: 4,
      unmetUsdPerMwh: 900,
    }));
    const result = branch({
      ...night,
      horizon: horizon(9),
      assets: [
        grid({ importPriceUsdPerMwh: [-40, -40, -40, 30, 30, 30, 30, 30, 30] }),
        firm(),
        battery({ end: { rule: "cyclic" } }),
        { kind: "ai-deferrable", name: "batch", jobs },
      ],
    });
    if (result?.status !== "optimal") throw new Error(result?.detail);
    expect(result.branching?.directionsFixed).toBeGreaterThan(0);
    const { batch } = result.assets;
    if (batch.kind !== "ai-deferrable") throw new Error(batch.kind);
    for (const { powerMw } of batch.jobs)
      expect([...powerMw]).toEqual([0, 0, 0, 4, 0, 0, 0, 0, 0].map((mw) => expect.closeTo(mw, 6) as number));
    expect(result.certificate.ok).toBe(true);
  });

  it("a node limit gives the incumbent with its own status, and the best bound", () => {
    for (let nodeLimit = 0; nodeLimit < 6; nodeLimit++) {
      const result = branch(night, { nodeLimit });
      if (result?.status === "optimal") {
        expect(nodeLimit).toBeGreaterThan(1);
        expect(result.objectiveUsd).toBeCloseTo(EXCLUSIVE_USD, 6);
        continue;
      }
      if (result?.status !== "branching-limit") throw new Error(result?.status);
      expect(result.nodes).toBe(nodeLimit);
      expect(result.boundUsd).toBeGreaterThanOrEqual(LINEAR_USD - 1e-4);
      expect(result.boundUsd).toBeLessThanOrEqual(EXCLUSIVE_USD + 1e-6);
      expect(result.detail).toContain("nodeLimit was reached; raise it, or relativeGap");
      expect(result.brokenRules[0]).toMatchObject({ rule: "bess charges and discharges" });
      const { incumbent } = result;
      expect(result.relativeGap).toBe(
        incumbent ? (incumbent.objectiveUsd - result.boundUsd) / Math.abs(incumbent.objectiveUsd) : Infinity,
      );
      if (!incumbent) continue;
      expect(incumbent.objectiveUsd).toBeGreaterThanOrEqual(EXCLUSIVE_USD - 1e-6);
      expect(incumbent.certificate.ok).toBe(true);
      expect(incumbent.prices.label).toBe("directions fixed");
    }
    expect(branch(night, { nodeLimit: 0 })).not.toHaveProperty("incumbent");
  });

  it("is optimal within the allowed MIP gap, and reports the gap", () => {
    // The linear bound is 0.52 % below.
    const result = branch(night, { relativeGap: 0.01 });
    if (result?.status !== "optimal") throw new Error(result?.status);
    expect(result.branching?.relativeGap).toBeLessThanOrEqual(0.01);
    expect(result.branching?.boundUsd).toBeLessThanOrEqual(EXCLUSIVE_USD + 1e-6);
    expect(result.branching?.nodes).toBeLessThanOrEqual(branchedNodes());
  });

  it("names every other limit", () => {
    const detail = (options: PlanOptions) => branch(night, options)?.detail?.split("\n")[0];
    expect(detail({ branchingTimeLimitMs: 0 })).toMatch(
      /^Branch and bound stopped after 0 linear programs: branchingTimeLimitMs was reached; raise it, or relativeGap\. No plan .* any such plan costs at least -37(31\.71|12\.5) USD\.$/,
    );
    expect(detail({ iterationLimit: 0 })).toContain("one linear program reached iterationLimit; raise it.");
    expect(detail({ timeLimitMs: 0 })).toContain("one linear program reached timeLimitMs; raise it.");
  });

  it("leaves room for the event loop, and a signal ends it", async () => {
    const steps = branchPlan(...rootOf(night), {});
    let count = 0;
    while (steps.next().done !== true) count++;
    expect(count).toBeGreaterThan(0);
    await expect(planPowerAsync(night, { signal: AbortSignal.abort(new Error("enough")) })).rejects.toThrow("enough");
  });
});

function rootOf(input: unknown) {
  const built = buildSite(parseRequest(input));
  const lean = withoutImpliedRules(built);
  const root = solveLp(lean.lp);
  if (root.status !== "optimal") throw new Error(root.status);
  return [built, lean, root] as const;
}

function branchedNodes(): number {
  const result = branch(night);
  return result?.status === "optimal" ? (result.branching?.nodes ?? 0) : NaN;
}

describe("rules that stand in no row", () => {
  it("are settled as well", () => {
    // Wind of 10 MW at nothing and import at 30 carry 30 MW of load: 600. Exclusive, wind cannot carry it: 900.
    const built = buildSite(
      parseRequest({ horizon: horizon(1), assets: [grid(), firm({ vollUsdPerMwh: undefined }), renewable()] }),
    );
    const [importMw, usedMw] = ["importMw", "usedMw"].map((name) =>
      built.site.columnBlocks.filter((block) => block.name === name),
    );
    built.site.testEitherOr("grid imports while the wind blows", importMw, usedMw);
    expect(drain(siteSteps(built, {})).result).toMatchObject({
      status: "optimal",
      objectiveUsd: expect.closeTo(900, 7) as number,
      branching: { directionsFixed: 1 },
    });
  });

  it("reports no plan and names the rule if no direction satisfies the limits", () => {
    // The fleet starts at 10 MW and sheds 4 MW an hour: it takes 6 of 33 MW, so 3 MW of AI go unserved beside it.
    const result = planWithHardRamps({
      horizon: horizon(1),
      bitcoin,
      initialState: { fleet: { powerMw: 10 } },
      assets: [grid({ importLimitMw: 33 }), firm(), fleet({ rampDownMwPerH: 4 })],
    });
    expect(result).toMatchObject({ status: "infeasible", conflicts: [], proof: { ok: true } });
    expect(result.detail).toMatch(
      /^inference is shed while mining runs at 2026-07-14T00:00:00-05:00 \(up to 3 and 6 MW\)\nfix: raise vollUsdPerMwh, or the ramps of the fleet\nNo schedule satisfies all limits with one side of each rule at zero \(proven by \d linear programs\)\.$/,
    );
  });
});

it("does not report a fixed direction as a limit of the user in the prices", () => {
  // Wind of 20 MW at nothing, load 8; export at 30 up to 10 MW, import at -5 for as much as the site can take. At once
  // would pay. Export: -300. Import 8 (the wind curtailed): -40. So it exports; import, held at 0, would earn 5 + 30 a
  // MW.
  const input = {
    horizon: horizon(1),
    assets: [
      grid({ importPriceUsdPerMwh: -5, exportLimitMw: 10, exportPriceUsdPerMwh: 30 }),
      firm({ facilityMw: 8 }),
      renewable({ availability: 1 }),
    ],
  };
  const result = runPlan(parseRequest(input));
  if (result.status !== "optimal") throw new Error(result.status);
  expect(result.objectiveUsd).toBeCloseTo(-300, 6);
  const value = (name: string) => result.prices.limits.find(({ limit }) => limit === name)?.value[0];
  expect(value("exportLimitMw")).toBeCloseTo(30, 6);
  expect(value("importLimitMw")).toBe(0);
});
