import { expect, test } from "vitest";
import { plannedYears } from "../support/planned-years.ts";
import { oneBlock, years } from "../support/years-site.ts";

test("every pair of factors has its schedule", () => {
  // At hashprice factor k and rent factor l the block is worth 6,000,000 l - 2,737,600, rigs 4,344,000 k - 1,737,600:
  // equal at l = (4,344,000 k + 1,000,000) / 6,000,000: 0.89 at k = 1, 1.61 at k = 2.
  const { map } = plannedYears(
    years({
      conversions: [{ ...oneBlock({ rent: 100, capexUsdPerMw: 1e5 }), startBy: "2025-01" }],
      breakEvenMap: { hashprice: [1, 2], leaseRate: [0.8, 1, 1.5, 1.7] },
    }),
  );
  expect(map.map(({ convertedMw }) => Math.round(convertedMw))).toEqual([0, 10, 10, 10, 0, 0, 0, 10]);
  expect(map[0]).toEqual({
    hashpriceFactor: 1,
    leaseFactor: 0.8,
    convertedMw: 0,
    valueUsd: expect.closeTo(2_606_400, 2),
  });
  expect(map[7].firstStart).toBe("2025-Q1");
});
