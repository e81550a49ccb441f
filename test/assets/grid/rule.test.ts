import { describe, expect, it } from "vitest";
import { firmAsset, gridAsset, ruleOf } from "../../support/plans.ts";

describe("as others see it", () => {
  const site = {
    count: 2,
    assets: [
      gridAsset({
        importLimitMw: [90, 0],
        importAdderUsdPerMwh: 4,
        exportLimitMw: 18,
        exportPriceUsdPerMwh: 30,
        exportFeeUsdPerMwh: 5,
        lossFraction: 0.1,
      }),
      firmAsset(1, { vollUsdPerMwh: 5000 }),
    ],
  };

  it("under the threshold rule reach and price are those at the bus", () => {
    const [supply, surplus] = ruleOf(site, "grid").flows;
    expect(supply.role).toBe("grid");
    expect([supply.reachMw(0), supply.reachMw(1)]).toEqual([81, 0]);
    expect(supply.usdPerMwh?.(0)).toBeCloseTo(60, 9);
    expect(supply.fixes[0].columns.name).toBe("importMw");
    expect(supply.fixes[0].value(0, 9)).toBeCloseTo(10, 9);
    expect(surplus.role).toBe("surplus");
    expect(surplus.reachMw(0)).toBeCloseTo(20, 9);
    expect(surplus.usdPerMwh?.(0)).toBeCloseTo(22.5, 9);
    expect(surplus.fixes[0].value(0, 20)).toBeCloseTo(18, 9);
  });
});
