import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  expectSeries,
  firmAsset,
  fleetAsset,
  gridAsset,
  HASHPRICE_FOR_100,
  optimalPlan,
  readingOf,
  usdOf,
} from "../../support/plans.ts";

type Fields = Readonly<Record<string, unknown>>;

type Plan = ReturnType<typeof optimalPlan>;

/** 10 MW at 40 USD/MWh. */
const block = (terms: Fields = {}, fields: Fields = {}): Fields => ({
  kind: "power-purchase",
  name: "block",
  volumeMw: 10,
  terms: { shape: "fixed-block", priceUsdPerMwh: 40, ...terms },
  ...fields,
});

const soldAt = (feeUsdPerMwh: number, more: Fields = {}) => ({ resale: { feeUsdPerMwh, ...more } });

/** 4 MW of firm AI and 10 MW of mining that earns 100 USD/MWh. */
const site = (importPriceUsdPerMwh: readonly number[], contracts: readonly Fields[], gridFields: Fields = {}) => ({
  count: importPriceUsdPerMwh.length,
  hashpriceUsdPerPhDay: HASHPRICE_FOR_100,
  assets: [...contracts, gridAsset({ importPriceUsdPerMwh, ...gridFields }), firmAsset(4), fleetAsset()],
});

const read = (plan: Plan, name = "block") => readingOf(plan, name, "power-purchase");

const importMw = (plan: Plan) => readingOf(plan, "grid", "grid").series.importMw;

describe("a fixed block with resale", () => {
  it("is used first, topped up at spot, and sold where power is worth more than mining", () => {
    // 50: 14 MW are taken, 10 from the block. 200: mining sleeps, 4 are used and 6 sold at 195.
    const plan = optimalPlan(site([50, 200], [block(soldAt(5))]));
    expectSeries(importMw(plan), [14, 4]);
    expectSeries(read(plan).series.usedMw, [10, 4]);
    expectSeries(read(plan).series.resoldMw, [0, 6]);
    // 20 MWh x 40 owed; 14 x 50 + 4 x 200 imported; 10 x 50 + 10 x 200 settled; 6 x 5 of fees; 10 x 100 mined.
    expect(usdOf(plan, "contracted volume", "sunk")).toBeCloseTo(800, 6);
    expect(usdOf(plan, "import energy", "cash")).toBeCloseTo(1500, 6);
    expect(usdOf(plan, "volume settled at spot", "cash")).toBeCloseTo(-2500, 6);
    expect(usdOf(plan, "resale below spot", "cash")).toBeCloseTo(30, 6);
    expect(plan.objectiveUsd).toBeCloseTo(800 + 1500 - 2500 + 30 - 1000, 6);
    expect(read(plan).totals).toEqual({
      contractedMwh: 20,
      usedMwh: expect.closeTo(14, 6),
      resoldMwh: expect.closeTo(6, 6),
      cashUsd: expect.closeTo(-2470, 6),
      sunkUsd: expect.closeTo(800, 6),
    });
    // One MW more of load: bought at 50; not sold at 195.
    expectSeries(plan.prices.powerUsdPerMwh, [50, 195], 1e-5);
  });

  it("power within the block costs what its sale would bring, beyond it the spot price", () => {
    // 102 - 5 = 97 < 100 < 102: mining takes the 6 MW that are left of the block and buys none.
    expectSeries(importMw(optimalPlan(site([102], [block(soldAt(5))]))), [10]);
    expectSeries(importMw(optimalPlan(site([102], [block(soldAt(1))]))), [4]);
  });

  it("is paid to be rid of in a negative hour", () => {
    // -20 with a fee of 2 and 6 MW of import: 6 are used, 4 sold at -22: 6 x -20 + 10 x 20 + 4 x 2 = 88.
    const plan = optimalPlan(site([-20], [block(soldAt(2))], { importLimitMw: 6 }));
    expectSeries(read(plan).series.usedMw, [6]);
    expectSeries(read(plan).series.resoldMw, [4]);
    expect(plan.objectiveUsd).toBeCloseTo(400 - 120 + 200 + 8 - 200, 6);
    // One MW more of load would be used and not sold at -22.
    expect(
      optimalPlan(site([-20], [block(soldAt(2))], { importLimitMw: 6.1 })).objectiveUsd - plan.objectiveUsd,
    ).toBeCloseTo(0.1 * (-22 - 100), 6);
  });

  it("its price does not steer", () => {
    const at = (priceUsdPerMwh: number) => optimalPlan(site([50, 102, 200], [block({ priceUsdPerMwh, ...soldAt(5) })]));
    expect(importMw(at(0))).toEqual(importMw(at(400)));
    expect(at(400).objectiveUsd - at(0).objectiveUsd).toBeCloseTo(400 * 30, 4);
  });
});

describe("sold above spot", () => {
  const resold = (more: Fields = {}) => block({ resale: { priceUsdPerMwh: [50, 60], feeUsdPerMwh: 1, ...more } });

  it("where the contract allows it, is worth the spread on the block and no more: the program is bounded", () => {
    const plan = optimalPlan(site([50, 50], [resold({ besideBuying: true })]));
    // The first hour uses its 10 MW rather than sell at 49; in the second all are sold at 59 and 14 MW bought at 50.
    expectSeries(read(plan).series.resoldMw, [0, 10]);
    expectSeries(importMw(plan), [14, 14]);
    expect(plan.objectiveUsd).toBeCloseTo(800 + 1400 - 500 - 590 - 2000, 6);
  });
});

describe("a fixed block without resale", () => {
  it("lets mining run on what would be lost", () => {
    // At 200: 10 MW are imported, all of the block; the 11th costs 200.
    const plan = optimalPlan(site([50, 200], [block()]));
    expectSeries(importMw(plan), [14, 10]);
    expectSeries(read(plan).series.usedMw, [10, 10]);
    expectSeries(read(plan).series.resoldMw, [0, 0]);
    expect(plan.objectiveUsd).toBeCloseTo(800 + 4 * 50 - 10 * 100 - 6 * 100, 6);
  });

  it("is left where spot power is cheaper than nothing", () => {
    const plan = optimalPlan(site([-20], [block()]));
    expectSeries(read(plan).series.usedMw, [0]);
    expect(plan.objectiveUsd).toBeCloseTo(400 - 14 * 20 - 1000, 6);
  });
});

describe("energy as produced", () => {
  const plant = (terms: Fields, volumeMw: unknown) =>
    block({ shape: "pay-as-produced", priceUsdPerMwh: 35, ...terms }, { volumeMw });

  it("always paid: a curve of blocks, exposed to negative prices", () => {
    // 20 MW at -10: 14 used, 6 sold at -10; 3 MW at 50: all used, 11 bought.
    const plan = optimalPlan(site([-10, 50], [plant({ paid: "always", ...soldAt(0) }, [20, 3])]));
    expectSeries(read(plan).series.usedMw, [14, 3]);
    expectSeries(read(plan).series.resoldMw, [6, 0]);
    expect(usdOf(plan, "contracted volume", "sunk")).toBeCloseTo(23 * 35, 6);
    expect(plan.objectiveUsd).toBeCloseTo(23 * 35 + 6 * 10 + 11 * 50 - 2000, 6);
  });

  it.each([
    { untakenUsdPerMwh: undefined, usedMw: [10, 0], usd: 10 * 35 + 4 * 50 + 14 * 20 },
    // Not taking saves 15 and costs 5, or 20.
    { untakenUsdPerMwh: 5, usedMw: [10, 0], usd: 10 * 35 + 4 * 50 + 14 * 20 + 50 },
    { untakenUsdPerMwh: 20, usedMw: [10, 10], usd: 20 * 35 + 4 * 50 + 4 * 20 },
  ])(
    "paid if taken: taken where it is cheaper than spot, less $untakenUsdPerMwh for leaving it",
    ({ untakenUsdPerMwh, usedMw, usd }) => {
      const plan = optimalPlan(
        site(
          [50, 20],
          [plant({ paid: "if-taken", ...(untakenUsdPerMwh === undefined ? {} : { untakenUsdPerMwh }) }, 10)],
        ),
      );
      expectSeries(read(plan).series.usedMw, usedMw);
      expect(plan.objectiveUsd).toBeCloseTo(usd - 2000, 6);
      expect(plan.ledger.usdByKind.sunk).toBe(0);
    },
  );
});

describe("a heat-rate option", () => {
  it("gives power at the lower of spot and heat rate x gas + O&M; its premium is sunk", () => {
    // Strikes 8 x 4 + 2 = 34 and 8 x 10 + 2 = 82 at 50: 10 MW at 34 in the first hour only. Premium 7440 x 10 MW x 2 /
    // 744 = 200.
    const option = block(
      {},
      {
        terms: {
          shape: "heat-rate-option",
          heatRateMmbtuPerMwh: 8,
          gasUsdPerMmbtu: [4, 10],
          omUsdPerMwh: 2,
          premiumUsdPerMwMonth: 7440,
        },
      },
    );
    const plan = optimalPlan(site([50, 50], [option]));
    expectSeries(read(plan).series.usedMw, [10, 0]);
    expect(usdOf(plan, "option premium", "sunk")).toBeCloseTo(200, 6);
    expect(usdOf(plan, "contract energy", "cash")).toBeCloseTo(340, 6);
    expect(usdOf(plan, "used in place of spot", "cash")).toBeCloseTo(-500, 6);
    expect(plan.objectiveUsd).toBeCloseTo(200 + 340 + 200 + 700 - 2000, 6);
    // One MW more of the option saves 16 in the first hour.
    expectSeries(plan.prices.limits.find(({ limit }) => limit === "volumeMw")?.value ?? new Float64Array(0), [16, 0]);
  });

  it("is not worth mining beyond its strike", () => {
    const option = block(
      {},
      { terms: { shape: "heat-rate-option", heatRateMmbtuPerMwh: 8, gasUsdPerMmbtu: [12, 13] } },
    );
    // Strikes 96 and 104 at 200: mining (100) takes the 6 MW left in the first hour.
    expectSeries(importMw(optimalPlan(site([200, 200], [option]))), [10, 4]);
  });
});

describe("one connection", () => {
  it("physical import alone meets limit, losses and demand charge; resale needs no wire", () => {
    // 20 MW of block behind 12 MW of wire without export: 12 imported, 10.8 at the bus, 8 sold; the peak is 12, not 20,
    // at 7440 / 744.
    const gridFields = {
      importLimitMw: 12,
      lossFraction: 0.1,
      demandCharge: { usdPerMwMonth: 7440, prorate: true },
      importAdderUsdPerMwh: 3,
    };
    const plan = optimalPlan(site([50], [block(soldAt(5), { volumeMw: 20 })], gridFields));
    expectSeries(importMw(plan), [12]);
    expectSeries(read(plan).series.resoldMw, [8]);
    expect(usdOf(plan, "demand charge 2026-07")).toBeCloseTo(120, 6);
    expect(usdOf(plan, "import adders")).toBeCloseTo(36, 6);
    expectSeries(readingOf(plan, "rigs", "mining-fleet").series.powerMw, [6.8]);
  });

  it("a contract is settled at its own connection's price and import", () => {
    const feeder = gridAsset({ name: "feeder", importLimitMw: 5, importPriceUsdPerMwh: 10 });
    const { assets, ...rest } = site([50], []);
    const at = (connection: string) => optimalPlan({ ...rest, assets: [...assets, feeder, block({}, { connection })] });
    // A block at the grid costs nothing to use, so its 10 MW go before the feeder's; one at the feeder saves 5 x 10.
    expectSeries(read(at("grid")).series.usedMw, [10]);
    expectSeries(read(at("feeder")).series.usedMw, [5]);
    expect(usdOf(at("feeder"), "used in place of spot")).toBeCloseTo(-50, 6);
  });

  it("contracts share the import: in any order and split in any way the cost is the same", () => {
    const price = fc.array(fc.integer({ min: -40, max: 180 }), { minLength: 3, maxLength: 3 });
    const mw = fc.integer({ min: 0, max: 12 });
    fc.assert(
      fc.property(price, mw, mw, mw, fc.integer({ min: 0, max: 9 }), (prices, first, second, third, fee) => {
        const contracts = (parts: readonly (readonly [string, number])[]) => [
          ...parts.map(([name, volumeMw]) => block(soldAt(fee), { name, volumeMw })),
          block({ shape: "pay-as-produced", paid: "if-taken", priceUsdPerMwh: 45 }, { name: "plant", volumeMw: third }),
          block({}, { name: "lost", volumeMw: 3 }),
        ];
        const whole = optimalPlan(site(prices, contracts([["block", first + second]])));
        const split = contracts([
          ["one", first],
          ["two", second],
        ]);
        for (const some of [split, split.toReversed()]) {
          const plan = optimalPlan(site(prices, some));
          expect(plan.objectiveUsd).toBeCloseTo(whole.objectiveUsd, 5);
          const used = some.map(({ name }) => read(plan, name as string).series.usedMw);
          importMw(plan).forEach((mwImported, t) =>
            expect(used.reduce((total, { [t]: one }) => total + one, 0)).toBeLessThanOrEqual(mwImported + 1e-6),
          );
        }
      }),
      { seed: 20260714, numRuns: 30 },
    );
  });
});
