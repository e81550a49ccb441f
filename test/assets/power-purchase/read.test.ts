import { describe, expect, it } from "vitest";
import {
  expectSeries,
  firmAsset,
  fleetAsset,
  gridAsset,
  HASHPRICE_FOR_100,
  optimalPlan,
  readingOf,
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

describe("a fixed block with resale", () => {
  it("if selling has no fee, use and sale are equal: it counts as used before spot, in the order of the assets", () => {
    // 14 MW imported: 3 of the block with a fee, 6 of the first without, 5 of the second; at 200 the 4 MW are 3 + 1 +
    // 0.
    const contracts = [
      block(soldAt(0), { name: "a", volumeMw: 6 }),
      block(soldAt(0), { name: "b", volumeMw: 6 }),
      block(soldAt(5), { name: "c", volumeMw: 3 }),
    ];
    const plan = optimalPlan(site([50, 200], contracts));
    expectSeries(read(plan, "a").series.usedMw, [6, 1]);
    expectSeries(read(plan, "b").series.usedMw, [5, 0]);
    expectSeries(read(plan, "b").series.resoldMw, [1, 6]);
    expectSeries(read(plan, "c").series.usedMw, [3, 3]);
    // As if all were bought at spot and the blocks sold: 1500 - 15 x 50 - 15 x 200 - 1000.
    expect(plan.objectiveUsd - plan.ledger.usdByKind.sunk).toBeCloseTo(1500 - 3750 - 1000, 6);
  });
});

describe("one connection", () => {
  it("reports the cash and the sunk cost that the ledger has of it", () => {
    const plan = optimalPlan(
      site(
        [50, -10, 200],
        [
          block(soldAt(5)),
          block({ shape: "pay-as-produced", paid: "if-taken", untakenUsdPerMwh: 3 }, { name: "plant" }),
        ],
      ),
    );
    for (const name of ["block", "plant"]) {
      const of = (kind: string) =>
        plan.ledger.lines
          .filter((line) => line.asset === name && line.kind === kind)
          .reduce((total, { usd }) => total + usd, 0);
      expect(read(plan, name).totals).toMatchObject({
        cashUsd: expect.closeTo(of("cash"), 6),
        sunkUsd: expect.closeTo(of("sunk"), 6),
      });
    }
  });
});
