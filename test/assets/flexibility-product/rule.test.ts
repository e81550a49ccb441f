import { describe, expect, it } from "vitest";
import { buildSite } from "../../../src/plan/build-site.ts";
import { fleetAsset, gridAsset, HASHPRICE_FOR_100, planOf, ruleOf, type TestSite } from "../../support/plans.ts";

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

describe("edges", () => {
  it("needs no rows where nothing is sold, and sells nothing under the threshold rule", () => {
    const names = buildSite(planOf(mining([50], []))).site.rowBlocks.map(({ name }) => name);
    expect(names.some((name) => name.startsWith("headroom"))).toBe(false);
    const { flows, idle } = ruleOf(mining([50], [reserve()]), "reserve");
    expect([flows, idle?.map(({ name }) => name)]).toEqual([[], ["soldMw"]]);
  });
});
