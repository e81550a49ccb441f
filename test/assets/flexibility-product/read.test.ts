import { describe, expect, it } from "vitest";
import {
  batteryAsset,
  expectSeries,
  firmAsset,
  fleetAsset,
  gridAsset,
  HASHPRICE_FOR_100,
  optimalPlan,
  readingOf,
  type TestSite,
} from "../../support/plans.ts";

type Fields = Readonly<Record<string, unknown>>;

const hour = (t: number) => new Date(Date.parse("2026-07-14T05:00:00Z") + t * 3_600_000).toISOString();

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

describe("expected deployment", () => {
  it("takes the least valuable mode first", () => {
    // 5 MW at 120 and 5 MW at 80 USD/MWh: a tenth called costs 7 and 3; the price is 5. 200 PH/s on the second 5 MW.
    const plan = optimalPlan(
      mining(
        [50],
        [reserve({ priceUsdPerMwHour: 5, deployedShare: 0.1 })],
        {},
        { powerModes: [{ powerW: 1000, hashrateThPerS: 60 }] },
      ),
    );
    const { backing } = readingOf(plan, "reserve", "flexibility-product");
    expect(backing).toMatchObject([
      {
        asset: "rigs",
        incomeUsd: expect.closeTo(25, 6) as number,
        expectedCostUsd: expect.closeTo(15, 6) as number,
        calledMwh: 0,
      },
    ]);
    expectSeries(backing[0].expectedLostPhPerS, [20]);
  });
});

describe("a battery", () => {
  const site = (storedMwh: number, product: Fields, bess: Fields = {}, grid: Fields = {}): TestSite => ({
    count: 1,
    initialState: { bess: { storedMwh } },
    assets: [
      gridAsset(grid),
      firmAsset(10),
      batteryAsset({ chargeLimitMw: 0, ...bess }),
      reserve({ backedBy: ["bess"], ...product }),
    ],
  });

  it("expected deployment costs wear and the energy bought again, less the power saved", () => {
    // Lossy 0.8 each way: 2 + 50 / 0.64 - 50 = 30.125 a MWh called; a tenth of it on 5 MW.
    const plan = optimalPlan(
      site(
        100,
        { priceUsdPerMwHour: 60, deployedShare: 0.1 },
        { chargeEfficiency: 0.8, dischargeEfficiency: 0.8, wearUsdPerMwh: 2 },
      ),
    );
    expect(readingOf(plan, "reserve", "flexibility-product").totals.expectedCostUsd).toBeCloseTo(0.1 * 5 * 30.125, 6);
  });
});

describe("blocks", () => {
  it("keep what was sold before the plan, and hand on what is sold after it", () => {
    // The plan starts at 02:00 in a block to 04:00, of which 3 MW are sold, and ends at 06:00 in one to 08:00.
    const site = (initialState?: TestSite["initialState"]) =>
      mining([50, 50, 50, 50], [reserve({ blockHours: 4 })], { start: hour(2), ...(initialState && { initialState }) });
    const plan = optimalPlan(site({ reserve: { soldMw: 3 } }));
    expectSeries(soldOf(plan), [3, 3, 10, 10]);
    expect(plan.endState.reserve).toEqual({
      soldMw: expect.closeTo(10, 6) as number,
      headroomMw: { rigs: expect.closeTo(10, 6) as number },
    });
    const free = optimalPlan(site());
    expectSeries(soldOf(free), [10, 10, 10, 10]);
    expect(free.notices).toContain(
      "reserve: the plan starts inside a block without soldMw in initialState; what is sold in it is free.",
    );
  });
});
