import { describe, expect, it } from "vitest";
import { faultsOf, firmAsset, gridAsset } from "../../support/plans.ts";

describe("one meter", () => {
  it("export needs a price where it has a limit above 0", () => {
    expect(faultsOf({ count: 1, assets: [gridAsset({ exportLimitMw: 5 }), firmAsset(1)] })).toMatchObject([
      { path: "assets[0].exportPriceUsdPerMwh" },
    ]);
    expect(faultsOf({ count: 1, assets: [gridAsset({ exportLimitMw: 0 }), firmAsset(1)] })).toEqual([]);
  });
});
