import { expect, test } from "vitest";
import { plannedYears } from "../support/planned-years.ts";
import { oneBlock, years } from "../support/years-site.ts";

test("a delay that is known costs no more than one that is not, and a longer one no less", () => {
  const hall = { ...oneBlock({ rent: 120, capexUsdPerMw: 1e5 }), leadMonths: 3, miningOffMonths: 3 };
  const { delays } = plannedYears(years({ quarters: 4, conversions: [hall], delayMonths: [1, 2, 4] }));
  for (const { sameScheduleUsd, replannedUsd } of delays) {
    expect(replannedUsd).toBeLessThanOrEqual(sameScheduleUsd + 1);
    expect(replannedUsd).toBeGreaterThanOrEqual(-1);
  }
  expect(delays[2].sameScheduleUsd).toBeGreaterThan(delays[0].sameScheduleUsd);
  // One month: 1,200,000 USD of rent less the power of a month of the second quarter, 10 MW x 2,184 h / 3 x 40.
  expect(delays[0].sameScheduleUsd).toBeCloseTo(1_200_000 - (10 * 2184 * 40) / 3, 2);
});
