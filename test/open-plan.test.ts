import { describe, expect, it } from "vitest";
import { openPlan, openPlanAsync } from "../src/open-plan.ts";
import { planPower } from "../src/plan-power.ts";
import { javascriptLpSolver } from "../src/javascript-lp-solver.ts";
import { battery, bitcoin, firm, fleet, grid, horizon } from "./support/small-sites.ts";

const site = {
  horizon: horizon(3),
  bitcoin,
  initialState: { bess: { storedMwh: 10 } },
  assets: [grid({ importLimitMw: [35, 35, 20], importPriceUsdPerMwh: [30, 100, 30] }), firm(), fleet(), battery()],
};
const withoutSolver = ({ solver: _solver, ...plan }: Record<string, unknown>) => plan;

describe("openPlan", () => {
  const { result, why, worth } = openPlan(site);

  it("gives planPower's result", () => {
    expect(withoutSolver({ ...result })).toEqual(withoutSolver({ ...planPower(site) }));
  });

  it("answers are plain data that survive a worker's border", () => {
    for (const answer of [why({ asset: "fleet", at: 1 }), worth({ perYear: true })])
      expect(structuredClone(answer)).toEqual(answer);
  });

  it("answers are the same asked twice", () => {
    expect(why({ asset: "bess", at: 2 })).toEqual(why({ asset: "bess", at: 2 }));
    expect(worth({ asset: "grid" })).toEqual(worth({ asset: "grid" }));
  });

  it("by another engine, without a basis, what is worth what is the same", () => {
    const prices = worth().limits.map(({ asset, limit, more, less }) => [
      asset,
      limit,
      more.usdPerUnit.toFixed(6),
      less.usdPerUnit.toFixed(6),
    ]);
    const other = openPlan(site, { solver: javascriptLpSolver })
      .worth()
      .limits.map(({ asset, limit, more, less }) => [
        asset,
        limit,
        more.usdPerUnit.toFixed(6),
        less.usdPerUnit.toFixed(6),
      ]);
    expect(other).toEqual(prices);
  });

  it("explains no plan that is none", () => {
    const none = openPlan({
      horizon: horizon(1),
      assets: [grid({ importLimitMw: 10 }), firm({ vollUsdPerMwh: undefined })],
    });
    expect(none.result.status).toBe("infeasible");
    expect(() => none.why({ asset: "grid", at: 0 })).toThrow(
      "why: got a result that is infeasible, wanted an optimal plan, which alone has reasons and prices; see " +
        "its detail",
    );
    expect(() => none.worth()).toThrow("worth: got a result that is infeasible");
  });

  it("refuses an input as planPower does", () => {
    expect(() => openPlan({})).toThrow("The plan input has");
  });
});

describe("openPlanAsync", () => {
  it("says the same", async () => {
    const session = await openPlanAsync(site);
    const { why, worth } = openPlan(site);
    expect(await session.why({ asset: "fleet", at: 0 })).toEqual(why({ asset: "fleet", at: 0 }));
    expect(await session.worth({ asset: "bess" })).toEqual(worth({ asset: "bess" }));
  });

  it("rejects with the signal's reason, at the opening and later", async () => {
    const aborted = AbortSignal.abort(new Error("enough"));
    await expect(openPlanAsync(site, { signal: aborted })).rejects.toThrow("enough");
    const controller = new AbortController();
    const session = await openPlanAsync(site, { signal: controller.signal });
    controller.abort(new Error("enough"));
    await expect(session.worth()).rejects.toThrow("enough");
    await expect(session.why({ asset: "nobody", at: 0 })).rejects.toThrow("enough");
  });
});

describe("openPlan of a plan settled by branching", () => {
  // One hour at -40 with the store full at its end as at its start: a plain program would charge and discharge at once.
  const negative = {
    horizon: horizon(1),
    initialState: { bess: { storedMwh: 10 } },
    assets: [grid({ importPriceUsdPerMwh: -40 }), firm(), battery({ end: { rule: "cyclic" } })],
  };
  const { result, why, worth } = openPlan(negative);

  it("explains it, with the directions held said", () => {
    expect(result).toMatchObject({ status: "optimal", prices: { label: "directions fixed" } });
    const { directionsFixed, reasons, text } = why({ asset: "bess", at: 0 });
    expect(directionsFixed).toBe(true);
    // Charging earns 40 and its store nothing, but what is charged has to go: with one side held at zero both are.
    expect(reasons.find(({ barredBy }) => barredBy !== undefined)).toMatchObject({
      value: 0,
      barredBy: "bess charges and discharges",
    });
    expect(text).toContain("(prices and moves with the plan's directions held)");
    expect(worth().directionsFixed).toBe(true);
  });
});
