import { describe, expect, it } from "vitest";
import { compareCases } from "../../../../src/plan/compare-cases.ts";
import {
  firmAsset,
  fleetAsset,
  gridAsset,
  HASHPRICE_FOR_100,
  optimalPlan,
  planOf,
  readingOf,
  usdOf,
} from "../../../support/plans.ts";
import { billOf } from "../../../support/tariffs.ts";

const contract = { mw: 12, usdPerMwMonth: 744, aboveUsdPerMwMonth: 5000 };
const set = (mw: number) => ({ grid: { peakMw: { "2026-07": mw } } });

describe("contracted capacity", () => {
  it("costs the same whether used or not, and more above it", () => {
    // 2 of July's 744 hours: 12 MW x 2 USD; the highest hour is 3 MW above: 3 x 5000.
    const plan = optimalPlan({
      count: 2,
      assets: [gridAsset({ contractedCapacity: contract }), firmAsset([10, 15])],
      initialState: set(0),
    });
    expect(usdOf(plan, "contracted capacity 2026-07", "sunk")).toBeCloseTo(24, 8);
    expect(usdOf(plan, "above contracted capacity 2026-07", "cash")).toBeCloseTo(15_000, 5);
    expect(billOf(plan, "above contracted capacity")[0]).toMatchObject({
      billedMw: expect.closeTo(3, 9),
      peakMw: expect.closeTo(15, 9),
      at: ["2026-07-14T01:00:00-05:00"],
      usdPerMw: 5000,
      worthUsdPerMw: expect.closeTo(5000, 6),
    });
    expect(plan.endState.grid).toEqual({ peakMw: { "2026-07": expect.closeTo(15, 9) } });
  });

  it("holds mining below it, at a price", () => {
    // Two hours of a MW earn 2 x 50, which is less than 5000 and more than 60.
    const mined = (aboveUsdPerMwMonth: number) =>
      readingOf(
        optimalPlan({
          count: 2,
          hashpriceUsdPerPhDay: HASHPRICE_FOR_100,
          initialState: set(0),
          assets: [gridAsset({ contractedCapacity: { ...contract, aboveUsdPerMwMonth } }), firmAsset(10), fleetAsset()],
        }),
        "rigs",
        "mining-fleet",
      ).totals.energyMwh;
    expect(mined(5000)).toBeCloseTo(4, 6);
    expect(mined(101)).toBeCloseTo(4, 6);
    expect(mined(0)).toBeCloseTo(20, 6);
  });

  it("what is above it already is owed; without a price above, it limits nothing", () => {
    const plan = optimalPlan({
      count: 1,
      assets: [gridAsset({ contractedCapacity: contract }), firmAsset(15)],
      initialState: set(14),
    });
    expect(usdOf(plan, "above contracted capacity 2026-07", "cash")).toBeCloseTo(5000, 5);
    expect(plan.alreadySetUsd).toBeCloseTo(10_000, 5);
    const { aboveUsdPerMwMonth: _, ...open } = contract;
    const free = optimalPlan({ count: 1, assets: [gridAsset({ contractedCapacity: open }), firmAsset(15)] });
    expect(free.ledger.usdByKind.cash).toBeCloseTo(750, 6);
    expect(readingOf(free, "grid", "grid").peaks).toEqual([]);
  });

  it("prorates what is above it on request", () => {
    const plan = optimalPlan({
      count: 2,
      assets: [
        gridAsset({ contractedCapacity: { ...contract, aboveUsdPerMwMonth: 744, prorateAbove: true } }),
        firmAsset(13),
      ],
      initialState: set(0),
    });
    expect(usdOf(plan, "above contracted capacity 2026-07")).toBeCloseTo(2, 7);
  });
});

it("an AI-only site with another import limit keeps the hybrid's contract, and says so", () => {
  const plan = planOf({
    count: 1,
    hashpriceUsdPerPhDay: HASHPRICE_FOR_100,
    initialState: set(0),
    assets: [
      gridAsset({ contractedCapacity: contract, minimumBill: { usdPerMonth: 100 } }),
      firmAsset(10),
      fleetAsset(),
    ],
  });
  const { cases, hybrid } = compareCases({
    ...plan,
    counterfactual: {
      aiOnlyImportLimitMw: Float64Array.of(11),
      basis: "letter",
      assetsAiOnlyKeeps: [],
      initialState: {},
    },
  });
  const retained =
    "with this import limit the contract stays the hybrid's: contractedCapacity of 12 MW, minimumBill of 100 " +
    "USD a month";
  expect(cases[0].plan?.notices.join()).toContain(retained);
  // B1 has the hybrid's limit, and so its contract by right.
  expect(cases[1].plan?.notices.join()).not.toContain("stays the hybrid's");
  expect(hybrid.notices.join()).not.toContain("stays the hybrid's");
  expect(cases[0].plan && usdOf(cases[0].plan, "contracted capacity 2026-07")).toBeCloseTo(12, 8);
});
