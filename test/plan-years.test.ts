import { describe, expect, test } from "vitest";
import { planYears, planYearsAsync } from "../src/plan-years.ts";
import type { YearsPlan } from "../src/years/years-result.ts";
import { oneBlock, site, years } from "./support/years-site.ts";

function planned(result: ReturnType<typeof planYears>): YearsPlan {
  if (result.status !== "planned") throw new Error(result.detail);
  return result;
}

/**
 * Two quarters of 2025 in UTC (90 and 91 days, 2,160 and 2,184 h), 10 MW of rigs, a hall of 10 MW, no discount.
 * Rigs: 20 J/TH at 48 USD/PH/day earn 41.667 x 48 / 20 = 100 USD/MWh; power costs 40; the margin is 60 USD/MWh.
 * Quarter 1: 10 x 2,160 x 60 = 1,296,000; quarter 2: 10 x 2,184 x 60 = 1,310,400 USD.
 * The hall is energised at once and its power is paid by us: rent less power is
 *     quarter: 10,000 kW x 3 months x r - 10 x hours x 40.
 * At r = 100: 3,000,000 - 864,000 = 2,136,000, and 3,000,000 - 873,600 = 2,126,400. Capex 1,000,000, no residual.
 */
describe("two quarters and one block, solved on paper", () => {
  test("the block is built at once", () => {
    const plan = planned(planYears(site, years({ conversions: [oneBlock({ rent: 100, capexUsdPerMw: 100_000 })] })));
    expect(plan.conversions[0].startedMw).toEqual([10, 0]);
    expect(plan.valueUsd).toBeCloseTo(2_136_000 + 2_126_400 - 1_000_000, 3);
    expect(plan.withoutConversionUsd).toBeCloseTo(1_296_000 + 1_310_400, 3);
    expect(plan.proof.gapUsd).toBeLessThan(1);
  });

  test("a conversion that never pays is not built", () => {
    const plan = planned(planYears(site, years({ conversions: [oneBlock({ rent: 100, capexUsdPerMw: 200_000 })] })));
    expect(plan.conversions[0].startedMw).toEqual([0, 0]);
    expect(plan.valueUsd).toBeCloseTo(2_606_400, 3);
    expect(plan.delays).toEqual([]);
  });

  test("a whole block is not divided, and its gap is proven", () => {
    // Space for 5 MW of hall beside 5 MW of rigs that may not leave: a half would pay, a whole does not fit.
    const fleets = [{ asset: "rigs", exits: [{ way: "sell" as const, usdPerMw: 0, mostMw: 5 }] }];
    const hall = oneBlock({ rent: 100, capexUsdPerMw: 100_000 });
    const half = planned(planYears(site, years({ fleets, conversions: [hall] })));
    expect(half.conversions[0].startedMw[0]).toBeCloseTo(5, 6);
    const whole = planned(planYears(site, years({ fleets, conversions: [{ ...hall, wholeBlocks: true }] })));
    expect(whole.conversions[0].startedMw).toEqual([0, 0]);
    expect(whole.proof).toMatchObject({ isProven: true });
    const two = planned(planYears(site, years({ fleets, conversions: [{ ...hall, blocks: 2, wholeBlocks: true }] })));
    expect(two.conversions[0].startedMw[0]).toBeCloseTo(5, 6);
  });

  test("mining that is dominated after a halving gives way then and not before", () => {
    // The hashprice falls from 96 to 48 with the second quarter: margins of 160 and 60 USD/MWh, 3,456,000 and 1,310,400
    // USD. The hall is worth 2,136,000 and 2,126,400 before capex of 300,000: it comes in the second quarter.
    const network = { hashpriceUsdPerPhDay: [96, 48] };
    const plan = planned(
      planYears(site, years({ network, conversions: [oneBlock({ rent: 100, capexUsdPerMw: 30_000 })] })),
    );
    expect(plan.conversions[0].startedMw).toEqual([0, 10]);
    expect(plan.valueUsd).toBeCloseTo(3_456_000 + 2_126_400 - 300_000, 3);
    expect(plan.fleets[0].leavesFrom).toBe("2025-Q2");
    expect(plan.dropOrder).toEqual(["rigs"]);
  });

  test("a month's delay costs a month of rent, less the power that is saved", () => {
    // Kept: rigs are off in any case, so a month of 1,000,000 USD of rent is lost, and a third of the quarter's power
    // (864,000 / 3) is saved. Known beforehand: rigs mine a third of the quarter, 1,296,000 / 3.
    const plan = planned(planYears(site, years({ conversions: [oneBlock({ rent: 100, capexUsdPerMw: 100_000 })] })));
    expect(plan.delays).toHaveLength(1);
    expect(plan.delays[0].months).toBe(1);
    expect(plan.delays[0].sameScheduleUsd).toBeCloseTo(1_000_000 - 288_000, 3);
  });

  test("the rent at which the schedule flips is exact", () => {
    // Both quarters: 6,000,000 k - 1,737,600 - 1,000,000 = 2,606,400 -> k = 0.890667; the second alone:
    // 3,000,000 k - 873,600 - 1,000,000 = 1,310,400 -> k = 1.0613. So below 0.890667 nothing is built.
    const breakEvens = [{ of: "lease-rate" as const }];
    const plan = planned(
      planYears(site, years({ breakEvens, conversions: [oneBlock({ rent: 100, capexUsdPerMw: 100_000 })] })),
    );
    const down = plan.breakEvens.find(({ direction }) => direction === "down");
    expect(down?.factor).toBeCloseTo(0.8906667, 5);
    expect(down?.value).toBeCloseTo(89.06667, 3);
    expect(down?.convertedMw).toEqual([10, 0]);
    expect(plan.breakEvens.find(({ direction }) => direction === "up")?.factor).toBeUndefined();
  });

  test("the hashprice at which the schedule flips is exact", () => {
    // Mining: 10 (2,160 + 2,184) (100 k - 40) = 4,344,000 k - 1,737,600 = 3,262,400 -> k = 1.151013.
    const breakEvens = [{ of: "hashprice" as const, least: 0.9 }];
    const plan = planned(
      planYears(site, years({ breakEvens, conversions: [oneBlock({ rent: 100, capexUsdPerMw: 100_000 })] })),
    );
    const up = plan.breakEvens.find(({ direction }) => direction === "up");
    expect(up?.convertedMw[1]).toBeLessThan(10);
    expect(up?.factor).toBeCloseTo(5_000_000 / 4_344_000, 4);
  });
});

test("the asynchronous form answers the same and hears its signal", async () => {
  const input = years({ conversions: [oneBlock({ rent: 100, capexUsdPerMw: 100_000 })] });
  expect(await planYearsAsync(site, input)).toEqual(planYears(site, input));
  await expect(planYearsAsync(site, input, { signal: AbortSignal.abort() })).rejects.toThrow(/abort/iu);
});

test("faults of site and years are listed with their paths", () => {
  expect(() => planYears(site, { ...years({}), quarters: 0, discountRatePerYear: 8 })).toThrow(
    /years\.quarters: got 0[\s\S]*years\.discountRatePerYear: got 8/u,
  );
  expect(() => planYears(site, years({ fleets: [{ asset: "rgs" }] }))).toThrow(/years\.fleets\[0\]\.asset: got "rgs"/u);
});
