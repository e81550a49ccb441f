import { describe, expect, it } from "vitest";
import { gridAsset, ruleOf } from "../../support/plans.ts";

const spot = (fields: Record<string, unknown>) => ({
  kind: "ai-spot",
  name: "spot",
  revenueUsdPerItMwh: 110,
  ...fields,
});
const points = [
  { itMw: 0, facilityMw: 1 },
  { itMw: 6, facilityMw: 7.6 },
  { itMw: 10, facilityMw: 15.6 },
];

describe("spot load under the threshold rule", () => {
  it("of a hall draws at no load, then segment by segment", () => {
    // 6 MW at 1.1, then 2 of 4 MW (the load is 8) at 2: worth 100 and 55 per MWh at the bus.
    const { flows } = ruleOf(
      { count: 1, assets: [gridAsset(), spot({ itMw: 8, facilityByIt: { points, unservedUsdPerMwh: 900 } })] },
      "spot",
    );
    expect(flows.map(({ role }) => role)).toEqual(["must-serve", "ai-when-it-pays", "ai-when-it-pays"]);
    const reach = flows.map(({ reachMw }) => reachMw(0));
    [1, 6.6, 4].forEach((mw, i) => expect(reach[i]).toBeCloseTo(mw, 9));
    [100, 55].forEach((usd, i) => expect(flows[i + 1].usdPerMwh?.(0)).toBeCloseTo(usd, 9));
    expect(flows[0].fixes.map(({ columns, value }) => [columns.name, value(0, 0.25)])).toEqual([
      ["overheadCutMw", 0.75],
    ]);
    expect(flows[1].fixes[0].columns.name).toBe("itMw from 0");
    expect(flows[1].fixes[0].value(0, 3.3)).toBeCloseTo(3, 9);
  });

  it("is served at once where the year allows no more interruption", () => {
    // 1.5 h left: two hours of none at all are one and a half and then 5 of 10 MW.
    const cap = { itMw: 8, pue: 1.25, interruptionCap: { hoursPerYear: 2 } };
    const [flow] = ruleOf(
      { count: 3, assets: [gridAsset(), spot(cap)], initialState: { spot: { interruptedHours: { 2026: 0.5 } } } },
      "spot",
    ).flows;
    expect(flow.floorMw?.(0)).toBe(0);
    flow.tookMw?.(0, 0);
    expect(flow.floorMw?.(1)).toBeCloseTo(5, 9);
    flow.tookMw?.(1, 5);
    expect(flow.floorMw?.(2)).toBeCloseTo(10, 9);
  });

  it("has no floor without a cap", () => {
    const [flow] = ruleOf({ count: 1, assets: [gridAsset(), spot({ itMw: 8, pue: 1.25 })] }, "spot").flows;
    expect(flow.floorMw).toBeUndefined();
  });
});
