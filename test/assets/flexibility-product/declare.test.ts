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
  resultOf,
  usdOf,
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

const powerOf = (plan: ReturnType<typeof optimalPlan>) => readingOf(plan, "rigs", "mining-fleet").series.powerMw;

describe("a fleet sells what it draws above standby", () => {
  it("asleep for its price it sells nothing", () => {
    // At 60 it earns 40 and 15 a MWh; at 120 running loses 20, more than 15.
    const plan = optimalPlan(mining([60, 120], [reserve()]));
    expectSeries(soldOf(plan), [10, 0]);
    expectSeries(powerOf(plan), [10, 0]);
    expect(plan.objectiveUsd).toBeCloseTo(-400 - 150, 6);
    expect(usdOf(plan, "flexibility sold", "cash")).toBeCloseTo(-150, 6);
    expect(readingOf(plan, "reserve", "flexibility-product").totals).toEqual({
      soldMwHours: expect.closeTo(10, 6) as number,
      incomeUsd: expect.closeTo(150, 6) as number,
      expectedShedMwh: 0,
      expectedCostUsd: 0,
      calledMwh: 0,
    });
  });

  it("runs at a loss where the reserve pays more: 25 for 20", () => {
    const plan = optimalPlan(mining([60, 120], [reserve({ priceUsdPerMwHour: 25 })]));
    expectSeries(powerOf(plan), [10, 10]);
    expect(plan.objectiveUsd).toBeCloseTo(-400 - 250 + 200 - 250, 6);
  });

  it("standby draw is not for sale; limitMw and a quarter of an hour count", () => {
    // 1 MW of 10 asleep. Four quarters at 15 USD per MW and hour.
    const site = (fields: Fields) =>
      mining([50, 50, 50, 50], [reserve(fields)], { intervalMinutes: 15 }, { standbyWPerRig: 200 });
    expect(usdOf(optimalPlan(site({})), "flexibility sold")).toBeCloseTo(-9 * 15, 6);
    const plan = optimalPlan(site({ limitMw: [5, 2, 2, 20] }));
    expectSeries(soldOf(plan), [5, 2, 2, 9]);
    const limit = plan.prices.limits.find(({ limit: field }) => field === "limitMw");
    expect([...(limit?.value ?? [])].map((usd) => Math.round(usd))).toEqual([15, 15, 15, 0]);
  });
});

describe("expected deployment", () => {
  // A MWh called loses 100 of hash and saves 50 of power: 50 deployedShare a MW and hour, so a price of 5 pays up to
  // 0.1.
  it.each([
    { deployedShare: 0.09, soldMw: 10 },
    { deployedShare: 0.11, soldMw: 0 },
  ])("of $deployedShare: $soldMw MW at 5 USD/MW-h", ({ deployedShare, soldMw }) => {
    const plan = optimalPlan(mining([50], [reserve({ priceUsdPerMwHour: 5, deployedShare })]));
    expectSeries(soldOf(plan), [soldMw]);
    const { totals, series } = readingOf(plan, "reserve", "flexibility-product");
    expect(totals.expectedShedMwh).toBeCloseTo(soldMw * deployedShare, 6);
    expect(totals.expectedCostUsd).toBeCloseTo(soldMw * 50 * deployedShare, 6);
    // 500 PH/s on 10 MW.
    expectSeries(series.expectedLostPhPerS, [50 * soldMw * deployedShare]);
    expect(usdOf(plan, "expected loss when called", "expected")).toBeCloseTo(soldMw * 100 * deployedShare, 6);
    expect(usdOf(plan, "expected power not bought", "expected")).toBeCloseTo(-soldMw * 50 * deployedShare, 6);
    expect(plan.ledger.usdByKind.cash).toBeCloseTo(-500 - 5 * soldMw, 6);
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

  const of = (...args: Parameters<typeof site>) => {
    const plan = optimalPlan(site(...args));
    return {
      sold: soldOf(plan)[0],
      given: readingOf(plan, "bess", "battery").series.dischargeMw[0],
      usd: plan.objectiveUsd,
    };
  };

  it("sells a 1-hour product no further than its energy lasts, to its least", () => {
    // 3 MWh of which 1 stays: 2 MW for an hour at 60 beat 2 MWh of power saved at 50.
    const { sold, given, usd } = of(3, { priceUsdPerMwHour: 60 }, { minStoredMwh: 1 });
    expect([sold, given]).toEqual([expect.closeTo(2, 6), expect.closeTo(0, 6)]);
    expect(usd).toBeCloseTo(500 - 120, 6);
    // At 40 it is given instead, and not sold too.
    expect(of(3, { priceUsdPerMwHour: 40 }, { minStoredMwh: 1 })).toEqual({
      sold: expect.closeTo(0, 6) as number,
      given: expect.closeTo(2, 6) as number,
      usd: expect.closeTo(400, 6) as number,
    });
  });

  it("a 2-hour product takes twice the energy, and losses count", () => {
    // 60 for half a MW per MWh is 30, less than 50.
    expect(of(3, { priceUsdPerMwHour: 60, durationHours: 2 }).sold).toBeCloseTo(0, 6);
    expect(of(3, { priceUsdPerMwHour: 120, durationHours: 2 }).sold).toBeCloseTo(1.5, 6);
    expect(of(3, { priceUsdPerMwHour: 120 }, { dischargeEfficiency: 0.8 }).sold).toBeCloseTo(2.4, 6);
  });

  it("power: what it does not give yet, and what charging can be stopped", () => {
    // Full: 5 MW. Paid to charge 5 MW: it can stop that and give 5 MW. Given out at 5 MW: nothing.
    expect(of(100, { priceUsdPerMwHour: 60 }).sold).toBeCloseTo(5, 6);
    expect(of(20, { priceUsdPerMwHour: 60 }, { chargeLimitMw: 5 }, { importPriceUsdPerMwh: -30 }).sold).toBeCloseTo(
      10,
      6,
    );
    expect(of(100, { priceUsdPerMwHour: 60 }, {}, { importPriceUsdPerMwh: 70 })).toMatchObject({
      sold: expect.closeTo(0, 6) as number,
      given: expect.closeTo(5, 6) as number,
    });
  });

  it("called, it gives so much more than before: charging stops, then it discharges", () => {
    // Charged at 5 MW at -30; called for 8 MW: 3 MW out. Afterwards back.
    const plan = optimalPlan({
      count: 3,
      initialState: { bess: { storedMwh: 20 } },
      assets: [
        gridAsset({ importPriceUsdPerMwh: -30 }),
        firmAsset(10),
        batteryAsset(),
        reserve({
          backedBy: ["bess"],
          priceUsdPerMwHour: 0,
          committedMw: [0, 8, 0],
          calls: [{ start: hour(1), end: hour(2) }],
        }),
      ],
    });
    expectSeries(readingOf(plan, "bess", "battery").netBusMw, [-5, 3, -5]);
    expectSeries(readingOf(plan, "reserve", "flexibility-product").series.calledMw, [0, 8, 0]);
  });
});

describe("flexible AI", () => {
  it("spot load sells what it is served, and expects to lose its price", () => {
    // 100 - 50 lost a MWh, a tenth of it: 5 of the 15 USD.
    const spot = { kind: "ai-spot", name: "spot", facilityMw: [4, 6], revenueUsdPerFacilityMwh: [100, 40] };
    const plan = optimalPlan({
      count: 2,
      assets: [gridAsset(), spot, reserve({ backedBy: ["spot"], deployedShare: 0.1, limitMw: [9, 5] })],
    });
    // At 40 it loses 10 on every MWh served, and a MWh called that saves 50 loses 40: 15 - 10 + 1 earned.
    expectSeries(soldOf(plan), [4, 5]);
    expectSeries(readingOf(plan, "spot", "ai-spot").series.servedMw, [4, 5]);
    expect(plan.objectiveUsd).toBeCloseTo(-4 * (50 + 15 - 5) - 5 * (15 - 10 + 1), 6);
  });
});

describe("blocks", () => {
  const importLimitMw = [10, 6, 10, 10, 10, 10, 10, 10];

  it("are held down by their worst hour", () => {
    const site = (fields: Fields) =>
      optimalPlan(mining(new Array<number>(8).fill(50), [reserve(fields)], {}, {}, { importLimitMw }));
    expectSeries(soldOf(site({})), importLimitMw);
    expectSeries(soldOf(site({ blockHours: 4 })), [6, 6, 6, 6, 10, 10, 10, 10]);
    expectSeries(
      soldOf(
        site({
          windows: [
            { start: hour(0), end: hour(3) },
            { start: hour(5), end: hour(7) },
          ],
        }),
      ),
      [6, 6, 6, 0, 0, 10, 10, 0],
    );
  });
});

describe("a call", () => {
  const called = (fields: Fields = {}) =>
    reserve({ committedMw: [0, 4, 0], calls: [{ start: hour(1), end: hour(2) }], ...fields });

  it("sheds what was sold: the fleet draws so much less than before it", () => {
    // Shedding loses 50 a MWh for 15: no more than the 4 MW committed are sold in the called hour.
    const plan = optimalPlan(mining([50, 50, 50], [called()]));
    expectSeries(powerOf(plan), [10, 6, 10]);
    expectSeries(soldOf(plan), [10, 4, 10]);
    const { series, totals, backing } = readingOf(plan, "reserve", "flexibility-product");
    expectSeries(series.calledMw, [0, 4, 0]);
    expect([totals.calledMwh, backing[0].calledMwh]).toEqual([expect.closeTo(4, 6), expect.closeTo(4, 6)]);
    expect(plan.objectiveUsd).toBeCloseTo(-50 * 26 - 15 * 24, 6);
    expect(plan.notices).toContain("reserve: the plan knows its calls from its start (perfect foresight).");
  });

  it("from the power before it, not from what the fleet could draw", () => {
    const plan = optimalPlan(mining([50, 50, 50], [called()], {}, {}, { importLimitMw: [7, 100, 100] }));
    expectSeries(powerOf(plan), [7, 3, 10]);
    // Asleep before it, it stays asleep: running at 160 would lose more than an hour at 50 earns.
    expectSeries(
      powerOf(optimalPlan(mining([160, 50, 50], [called({ committedMw: 0, priceUsdPerMwHour: 0 })]))),
      [0, 0, 10],
    );
  });

  it("of more than was drawn before it cannot be met", () => {
    // 4 MW are to go, 3 can have been drawn.
    const result = resultOf(mining([50, 50, 50], [called()], {}, {}, { importLimitMw: [3, 100, 100] }));
    if (result.status !== "infeasible") throw new Error(result.status);
    expect(result.conflicts).toMatchObject([
      {
        at: "2026-07-14T00:00:00-05:00",
        amount: expect.closeTo(1, 6) as number,
        bindingLimits: [{ limit: "importLimitMw" }],
      },
    ]);
  });

  it("expects nothing more while it lasts, and the rest of the fleet may be sold", () => {
    // 4 MW gone of 10: 6 are left for the other product.
    const other = reserve({ name: "other", priceUsdPerMwHour: 1, deployedShare: 0 });
    const plan = optimalPlan(mining([50, 50, 50], [called({ deployedShare: 0.1 }), other]));
    expectSeries(soldOf(plan, "other"), [0, 6, 0]);
    expect(readingOf(plan, "reserve", "flexibility-product").totals.expectedShedMwh).toBeCloseTo(2, 6);
  });

  it("of two products at once sheds both", () => {
    const plan = optimalPlan(mining([50, 50, 50], [called(), called({ name: "other", committedMw: [0, 3, 0] })]));
    expectSeries(powerOf(plan), [10, 3, 10]);
  });

  it("outside the plan, or where nothing can be sold, asks for nothing and says so", () => {
    const plan = optimalPlan(
      mining(
        [50, 50, 50],
        [
          called({
            committedMw: 0,
            limitMw: [9, 0, 9],
            calls: [
              { start: hour(1), end: hour(2) },
              { start: hour(30), end: hour(31) },
            ],
          }),
        ],
      ),
    );
    expectSeries(powerOf(plan), [10, 10, 10]);
    expect(plan.notices).toContain("reserve: 1 of 2 calls lie outside the plan.");
    expect(plan.notices).toContain("reserve: called where nothing can be sold; nothing is asked of it there.");
  });
});

describe("no MW is sold twice", () => {
  it("two products share a fleet: the better first, up to its limit", () => {
    const plan = optimalPlan(mining([50], [reserve({ limitMw: 4 }), reserve({ name: "other", priceUsdPerMwHour: 7 })]));
    expect([soldOf(plan)[0], soldOf(plan, "other")[0]]).toEqual([expect.closeTo(4, 6), expect.closeTo(6, 6)]);
    expect(plan.objectiveUsd).toBeCloseTo(-500 - 60 - 42, 6);
  });

  it("nor a MWh of a battery", () => {
    // 4 MWh: 3 MW for an hour take 3; a 2-hour product at twice the price has the rest, half a MW.
    const assets = [
      gridAsset({ importPriceUsdPerMwh: 5 }),
      firmAsset(10),
      batteryAsset({ chargeLimitMw: 0 }),
      reserve({ backedBy: ["bess"], limitMw: 3 }),
      reserve({ name: "other", backedBy: ["bess"], durationHours: 2, priceUsdPerMwHour: 20 }),
    ];
    const plan = optimalPlan({ count: 1, initialState: { bess: { storedMwh: 4 } }, assets });
    expect([soldOf(plan)[0], soldOf(plan, "other")[0]]).toEqual([expect.closeTo(3, 6), expect.closeTo(0.5, 6)]);
  });

  it("one product is backed by several assets", () => {
    const site = {
      ...mining([50], [batteryAsset(), reserve({ backedBy: ["rigs", "bess"], priceUsdPerMwHour: 60 })]),
      initialState: { bess: { storedMwh: 100 } },
    };
    const plan = optimalPlan({ ...site, assets: [...site.assets, firmAsset(10)] });
    const { backing } = readingOf(plan, "reserve", "flexibility-product");
    expect(backing.map(({ asset, soldMw }) => [asset, soldMw[0].toFixed(6)])).toEqual([
      ["rigs", "10.000000"],
      ["bess", "5.000000"],
    ]);
    expect(backing.map(({ incomeUsd }) => incomeUsd)).toEqual([expect.closeTo(600, 6), expect.closeTo(300, 6)]);
  });
});
