import { describe, expect, it } from "vitest";
import { planPower } from "../../src/plan-power.ts";
import { battery, bitcoin, diesel, firm, fleet, grid, horizon } from "../support/small-sites.ts";

function infeasible(input: unknown) {
  const result = planPower(input);
  if (result.status !== "infeasible") throw new Error(`expected no plan, got ${result.status}`);
  expect(result.proof.ok).toBe(true);
  return result;
}

const mustServe = { vollUsdPerMwh: undefined };

describe("explainInfeasible names the limit, when and by how much", () => {
  it("firm load of 43.2 MW under an import cap of 40 MW: short 3.2 MW in that local hour", () => {
    const result = infeasible({ horizon: horizon(3), assets: [grid({ importLimitMw: 40 }), firm({ ...mustServe, facilityMw: [30, 43.2, 30] })] });
    expect(result.conflicts).toHaveLength(1);
    expect(result.conflicts[0]).toMatchObject({
      asset: "site", limit: "balance", interval: 1, at: "2026-07-14 01:00", amount: expect.closeTo(3.2, 9), unit: "MW",
      heldBy: [{ asset: "grid", limit: "importLimitMw", value: 40, unit: "MW" }],
    });
    expect(result.detail).toBe(
      "short 3.2 MW on 2026-07-14 01:00: grid importLimitMw 40 MW; raise one of these by the shortage, or price what may go unserved (vollUsdPerMwh of firm AI, unmetUsdPerMwh of a job)",
    );
  });

  it("names the import limit also where the site may export (the price may stand at the either-or row)", () => {
    for (const exportLimitMw of [1, 20, 400]) {
      const result = infeasible({
        horizon: horizon(2),
        assets: [grid({ importLimitMw: 40, exportLimitMw, exportPriceUsdPerMwh: 25 }), firm({ ...mustServe, facilityMw: [30, 43.2] })],
      });
      expect(result.conflicts.map(({ heldBy }) => heldBy.map(({ limit }) => limit))).toEqual([["importLimitMw"]]);
    }
  });

  it("a shortage that battery and diesel only lessen: 60 - 40 - 5 - 8 = 7 MW", () => {
    const result = infeasible({
      horizon: horizon(2), initialState: { bess: { storedMwh: 20 } },
      assets: [grid({ importLimitMw: 40 }), firm({ ...mustServe, facilityMw: [30, 60] }), battery(), diesel({ sets: 4 })],
    });
    expect(result.conflicts[0].amount).toBeCloseTo(7, 9);
    expect(result.conflicts[0].heldBy.map(({ asset, limit }) => `${asset} ${limit}`)).toEqual(["grid importLimitMw", "bess dischargeLimitMw", "gensets sets"]);
  });

  it("a battery that cannot reach its end: 2 MWh + 3 h x 5 MW x 0.8 = 14 of 20 MWh, 6 MWh missed", () => {
    const result = infeasible({
      horizon: horizon(3), initialState: { bess: { storedMwh: 2 } },
      assets: [grid(), firm(), battery({ end: { rule: "at-least", storedMwh: 20 } })],
    });
    expect(result.conflicts.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(6, 9);
    expect(result.conflicts[0]).toMatchObject({ asset: "bess", unit: "MWh", neededBy: [{ asset: "bess", value: 20, unit: "MWh" }] });
    expect(result.conflicts[0].heldBy.map(({ limit }) => limit)).toContain("chargeLimitMw");
    expect(result.detail).toContain("these must be met: bess storedMwh at least (2026-07-14 02:00) 20 MWh");
  });

  it("a job that cannot be done in its window: 3 h x 12 MW = 36 of 50 MWh, 14 MWh missed", () => {
    const result = infeasible({
      horizon: horizon(6),
      assets: [grid(), firm(), {
        kind: "ai-deferrable", name: "batch",
        jobs: [{ name: "training", energyFacilityMwh: 50, release: "2026-07-14T01:00:00-05:00", deadline: "2026-07-14T04:00:00-05:00", maxMw: 12 }],
      }],
    });
    expect(result.conflicts).toHaveLength(1);
    expect(result.conflicts[0]).toMatchObject({ asset: "batch", limit: "energy of training", amount: expect.closeTo(14, 9), at: "2026-07-14 01:00" });
    expect(result.detail).toMatch(/^batch: energy of training is missed by 14 MWh \(2026-07-14 01:00\)/);
  });

  it("a job that fits its own cap but not under the grid's: the shortage names the job", () => {
    // 10 MW are left for 3 h = 30 of 50 MWh.
    const result = infeasible({
      horizon: horizon(6),
      assets: [grid({ importLimitMw: 40 }), firm(), {
        kind: "ai-deferrable", name: "batch",
        jobs: [{ name: "training", energyFacilityMwh: 50, release: "2026-07-14T01:00:00-05:00", deadline: "2026-07-14T04:00:00-05:00", maxMw: 20 }],
      }].map((asset) => (asset.kind === "ai-firm" ? { ...asset, vollUsdPerMwh: undefined } : asset)),
    });
    expect(result.conflicts.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(20, 6);
    expect(result.detail).toContain("grid importLimitMw 40 MW, while these must be met: batch energy of training 50 MWh");
  });

  it("a tank that runs dry: 3 h x 10 MW x 263.7 L = 7911 of 5000 L, 2.911 kL missed", () => {
    const result = infeasible({ horizon: horizon(3), assets: [grid({ importLimitMw: 20 }), firm(mustServe), diesel({ tankL: 5000 })] });
    expect(result.conflicts).toHaveLength(1);
    expect(result.conflicts[0]).toMatchObject({ asset: "gensets", limit: "fuel in tank", amount: expect.closeTo(2.911, 6), unit: "kL" });
    expect(result.conflicts[0].interval).toBeUndefined();
  });

  it("rigs that cannot be shed fast enough: the ramp and the lack of power are named together", () => {
    // 10 MW of mining, 5 MW/h down, the import falls from 40 to 30 MW under a firm load of 30.
    const result = infeasible({
      horizon: horizon(2), bitcoin, initialState: { fleet: { powerMw: 10 } },
      assets: [grid({ importLimitMw: [40, 30] }), firm(mustServe), fleet({ rampDownMwPerH: 4 })],
    });
    expect(result.detail).toContain("grid importLimitMw 30 MW");
    expect(result.conflicts.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(2, 9);
  });

  it("no supply at all: says to add some", () => {
    const result = infeasible({ horizon: horizon(1), assets: [firm(mustServe)] });
    expect(result.detail).toContain("short 30 MW on 2026-07-14 00:00; add supply");
  });

  it("conflicts come worst first", () => {
    const result = infeasible({ horizon: horizon(3), assets: [grid({ importLimitMw: 40 }), firm({ ...mustServe, facilityMw: [41, 49, 45] })] });
    expect(result.conflicts.map(({ amount }) => Math.round(amount))).toEqual([9, 5, 1]);
  });
});
