import { describe, expect, it } from "vitest";
import { dieselAsset, firmAsset, gridAsset, ruleOf } from "../../support/plans.ts";

const noGrid = gridAsset({ importLimitMw: 0 });

describe("under the threshold rule", () => {
  it("is backup that remembers its tank and its hours", () => {
    // 6 MWh of fuel; 20 MW of sets in half-hours: 20 MW for... 12 MW is what 6 MWh give in half an hour.
    const [flow] = ruleOf(
      {
        count: 2,
        intervalMinutes: 30,
        assets: [noGrid, firmAsset(1), dieselAsset({ tankL: 6 * 263.7, unitHoursCap: 100 })],
      },
      "gensets",
    ).flows;
    expect(flow.role).toBe("backup");
    expect(flow.reachMw(0)).toBeCloseTo(12, 9);
    flow.tookMw?.(0, 8);
    expect(flow.reachMw(1)).toBeCloseTo(4, 9);
    expect(flow.fixes.map(({ columns, value }) => [columns.name, value(1, 3)])).toEqual([["powerMw", 3]]);
    const [capped] = ruleOf(
      { count: 1, assets: [noGrid, firmAsset(1), dieselAsset({ unitHoursCap: 1.5 })] },
      "gensets",
    ).flows;
    expect(capped.reachMw(0)).toBeCloseTo(3, 9);
  });
});
