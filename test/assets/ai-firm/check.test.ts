import { describe, expect, it } from "vitest";
import { faultsOf, firmAsset, fleetAsset, gridAsset, HASHPRICE_FOR_100 } from "../../support/plans.ts";

describe("firm AI before mining", () => {
  const site = (vollUsdPerMwh: number, fleet = {}) => ({
    count: 2,
    hashpriceUsdPerPhDay: [HASHPRICE_FOR_100, HASHPRICE_FOR_100 / 2],
    assets: [gridAsset({ importLimitMw: 6 }), fleetAsset(fleet), firmAsset(10, { vollUsdPerMwh })],
  });

  it(
    "refuses a value of lost load up to the best strike price, 100 USD/MWh, whatever ramps and restarts make a " +
      "MWh worth",
    () => {
      for (const fleet of [{}, { restartUsdPerMw: 50 }, { rampUpMwPerH: 5 }]) {
        expect(faultsOf(site(100, fleet))).toMatchObject([{ path: "assets[2].vollUsdPerMwh", given: "100" }]);
        expect(faultsOf(site(101, fleet))).toEqual([]);
      }
    },
  );

  it("a cut-off price above it is at fault itself, by its own name", () => {
    expect(faultsOf(site(500, { standbyWPerRig: 20, deenergizeUsdPerMwh: 500 }))).toMatchObject([
      { path: "assets[1].deenergizeUsdPerMwh", given: "500" },
    ]);
    expect(faultsOf(site(501, { standbyWPerRig: 20, deenergizeUsdPerMwh: 500 }))).toEqual([]);
  });
});
