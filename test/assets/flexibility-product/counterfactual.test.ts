import { describe, expect, it } from "vitest";
import { compareCases } from "../../../src/plan/compare-cases.ts";
import {
  batteryAsset,
  firmAsset,
  fleetAsset,
  gridAsset,
  HASHPRICE_FOR_100,
  type optimalPlan,
  planOf,
  readingOf,
  type TestSite,
} from "../../support/plans.ts";

type Fields = Readonly<Record<string, unknown>>;

const reserve = (fields: Fields = {}): Fields => ({
  kind: "flexibility-product",
  name: "reserve",
  backedBy: ["rigs"],
  priceUsdPerMwHour: 15,
  deployedShare: 0,
  durationHours: 1,
  ...fields,
});

/** 10 MW of rigs that earn 100 USD/MWh. */
const mining = (
  importPriceUsdPerMwh: unknown,
  products: readonly Fields[],
  site: Partial<TestSite> = {},
  fleet: Fields = {},
  grid: Fields = {},
): TestSite => ({
  count: Array.isArray(importPriceUsdPerMwh) ? importPriceUsdPerMwh.length : 1,
  hashpriceUsdPerPhDay: HASHPRICE_FOR_100,
  ...site,
  assets: [gridAsset({ importPriceUsdPerMwh, ...grid }), fleetAsset(fleet), ...products],
});

const soldOf = (plan: ReturnType<typeof optimalPlan>, name = "reserve") =>
  readingOf(plan, name, "flexibility-product").series.soldMw;

describe("edges", () => {
  it("an AI-only site sells what it is said to sell, and by default nothing", () => {
    const soldBy = (fields: Fields) => {
      const site = mining(
        [50],
        [batteryAsset(), firmAsset(10), reserve({ backedBy: ["rigs", "bess"], priceUsdPerMwHour: 60, ...fields })],
      );
      const { cases } = compareCases({
        ...planOf({ ...site, initialState: { bess: { storedMwh: 100 } } }),
        counterfactual: {
          aiOnlyImportLimitMw: Float64Array.of(100),
          basis: "a test",
          assetsAiOnlyKeeps: ["bess"],
          initialState: {},
        },
      });
      const { plan } = cases[0];
      return plan && "reserve" in plan.assets ? soldOf(plan)[0] : "nothing";
    };
    expect(soldBy({ aiOnlyBackedBy: ["bess"] })).toBeCloseTo(5, 6);
    expect(soldBy({})).toBe("nothing");
  });
});
