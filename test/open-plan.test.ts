import { describe, expect, it } from "vitest";
import { battery, bitcoin, firm, fleet, grid, horizon } from "./support/small-sites.ts";
import { openPlan, openPlanAsync, planPower } from "./support/untyped.ts";

const site = {
  horizon: horizon(3),
  bitcoin,
  initialState: { bess: { storedMwh: 10 } },
  assets: [grid({ importLimitMw: [35, 35, 20], importPriceUsdPerMwh: [30, 100, 30] }), firm(), fleet(), battery()],
};
const withoutSolver = ({ solver: _solver, ...plan }: Record<string, unknown>) => plan;

describe("openPlan", () => {
  it("gives planPower's result", () => {
    expect(withoutSolver({ ...openPlan(site).result })).toEqual(withoutSolver({ ...planPower(site) }));
  });

  it("refuses an input as planPower does", () => {
    expect(() => openPlan({})).toThrow("The plan input has");
  });

  it("shows nothing but its result", () => {
    expect(Object.keys(openPlan(site))).toEqual(["result", "replan"]);
  });
});

describe("openPlanAsync", () => {
  it("gives the same result", async () => {
    const session = await openPlanAsync(site);
    expect(session.result).toEqual(openPlan(site).result);
  });

  it("rejects with the signal's reason", async () => {
    const signal = AbortSignal.abort(new Error("enough"));
    await expect(openPlanAsync(site, { signal })).rejects.toThrow("enough");
  });
});

describe("replan", () => {
  const prices = [
    [30, 31, 95],
    [80, 20, 10],
    [30, 100, 30],
  ];

  it("keeps the changes as they were given, whatever the caller writes into them later", () => {
    const session = openPlan(site);
    const importPriceUsdPerMwh = [80, 20, 10];
    const first = session.replan({ assets: { grid: { importPriceUsdPerMwh } } });
    importPriceUsdPerMwh.fill(999);
    expect(session.replan({}).status).toBe("optimal");
    expect(session.result).toMatchObject({ objectiveUsd: (first as { readonly objectiveUsd?: number }).objectiveUsd });
  });

  it("repeats the notices of what has not changed", () => {
    const { chargeEfficiency: _default, ...bess } = battery();
    const session = openPlan({ ...site, assets: [grid(), firm(), bess] });
    const { notices } = session.result;
    expect(notices).toEqual([expect.stringContaining("bess: by default chargeEfficiency")]);
    expect(session.replan({ assets: { grid: { importPriceUsdPerMwh: [31, 90, 30] } } }).notices).toEqual(notices);
  });

  it("gives planPower's plan of the changed input, change by change", () => {
    const session = openPlan(site);
    for (const importPriceUsdPerMwh of prices) {
      const changes = { assets: { grid: { importPriceUsdPerMwh } }, initialState: { bess: { storedMwh: 5 } } };
      const { assets } = site;
      const [first, ...rest] = assets;
      const cold = planPower({ ...site, ...changes, assets: [{ ...first, importPriceUsdPerMwh }, ...rest] });
      const again = session.replan(changes);
      if (again.status !== "optimal" || cold.status !== "optimal") throw new Error(again.status);
      expect(session.result).toBe(again);
      expect(again.objectiveUsd).toBeCloseTo(cold.objectiveUsd, 7);
      expect(again.certificate.ok).toBe(true);
      for (const name of Object.keys(cold.assets))
        for (const [t, mw] of cold.assets[name].netBusMw.entries())
          expect(again.assets[name].netBusMw[t], `${name} ${t}`).toBeCloseTo(mw, 6);
    }
  });

  it("limits, an outage, another horizon and what changes the matrix", () => {
    const session = openPlan(site);
    const [first, ...rest] = site.assets;
    for (const fields of [
      { importLimitMw: 33 },
      { importLimitMw: [35, 0, 35] },
      { lossFraction: 0.02 },
      { importLimitMw: 35 },
    ]) {
      const result = session.replan({ assets: { grid: { importLimitMw: [35, 35, 20], lossFraction: 0, ...fields } } });
      const cold = planPower({ ...site, assets: [{ ...first, ...fields }, ...rest] });
      expect(result.status).toBe(cold.status);
      if (result.status === "optimal" && cold.status === "optimal")
        expect(result.objectiveUsd).toBeCloseTo(cold.objectiveUsd, 6);
    }
  });

  it("keeps its last answer where the changes are faulty", () => {
    const session = openPlan(site);
    const before = session.result;
    expect(() => session.replan({ assets: { grid: { importLimitMw: -5 } } })).toThrow("assets[0].importLimitMw");
    expect(() => session.replan({ assets: { gird: {} } })).toThrow("changes.assets");
    expect(session.result).toBe(before);
    expect(session.replan({}).status).toBe("optimal");
  });

  it("no plan is a status, and the next change goes on", () => {
    const session = openPlan({
      horizon: horizon(2),
      assets: [grid({ importLimitMw: 60 }), firm({ vollUsdPerMwh: undefined })],
    });
    expect(session.replan({ assets: { grid: { importLimitMw: 10 } } }).status).toBe("infeasible");
    expect(session.replan({ assets: { grid: { importLimitMw: 60 } } }).status).toBe("optimal");
  });

  it("in slices gives the same", async () => {
    const [session, inSlices] = [openPlan(site), await openPlanAsync(site)];
    const changes = { assets: { grid: { importPriceUsdPerMwh: prices[1] } } };
    expect(await inSlices.replan(changes)).toEqual(session.replan(changes));
    await expect(inSlices.replan({ assets: { gird: {} } })).rejects.toThrow("changes.assets");
  });
});
