import { expect, test } from "vitest";
import { BASE_CASE, scheduleTerms } from "../../src/years/schedule-terms.ts";
import { frameOf } from "../support/years-frame.ts";
import { oneBlock, years } from "../support/years-site.ts";

test("starts that are not energised within the plan are left out, unless they are fixed", () => {
  const hall = { ...oneBlock({ rent: 100, capexUsdPerMw: 1e5 }), leadMonths: 4 };
  const { model, parts } = frameOf(years({ quarters: 3, conversions: [hall], discountRatePerYear: 0.21 }));
  const terms = scheduleTerms(model, parts, BASE_CASE);
  expect(terms.profiles[0].map(({ start }) => start)).toEqual([0, 1]);
  expect(scheduleTerms(model, parts, { ...BASE_CASE, starts: [[0, 0, 1]] }).profiles[0]).toHaveLength(3);
  // Paid at the end of each quarter: 1.21^(-1/2) after two.
  expect(terms.discount[1]).toBeCloseTo(1 / 1.1, 12);
});

test("rigs bring what is left of them", () => {
  const exits = [{ way: "sell" as const, usdPerMw: 100, changePerYear: -0.19 }];
  const fleets = [{ asset: "rigs", fixedOmUsdPerMwYear: 40, failuresPerYear: 0.36, inServiceFrom: "2024-08", exits }];
  const { model, parts } = frameOf(years({ quarters: 3, fleets }));
  const terms = scheduleTerms(model, parts, BASE_CASE);
  // 10 MW; after two quarters 0.81^0.5 = 0.9 of the price, and 12.5 months after August 0.64^(12.5/12) of the rigs.
  expect(terms.exitUsd[0][0][2]).toBeCloseTo(1000 * 0.9 * 0.64 ** (12.5 / 12), 6);
  expect(terms.exitUsd[0][0]).toHaveLength(4);
  expect(terms.fleetOmUsd[0][0]).toBe(-100);
});
