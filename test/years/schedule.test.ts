import { expect, test } from "vitest";
import { cashOf, grossValue, presentValue } from "../../src/years/schedule.ts";
import { BASE_CASE, scheduleTerms } from "../../src/years/schedule-terms.ts";
import { frameOf } from "../support/years-frame.ts";
import { oneBlock, years } from "../support/years-site.ts";

test("cash follows the shares that are started, there and leaving", () => {
  const exits = [{ way: "sell" as const, usdPerMw: 100 }];
  const hall = oneBlock({ rent: 100, capexUsdPerMw: 1e5 });
  const frame = frameOf(years({ fleets: [{ asset: "rigs", exits }], conversions: [hall], discountRatePerYear: 0.21 }));
  const terms = scheduleTerms(frame.model, frame.parts, BASE_CASE);
  const cash = cashOf(terms, {
    starts: [[0, 0.5]],
    shares: [
      [1, 0],
      [0.5, 0.5],
    ],
    exits: [[[0, 0.5, 0.5]]],
  });
  expect(cash).toEqual({
    rentUsd: [0, 1_500_000],
    capexUsd: [0, -500_000],
    fixedOmUsd: [0, 0],
    rigsSoldUsd: [0, 500],
    rigsBoughtUsd: [0, 0],
    bridgeUsd: [0, 0],
    finalRigsUsd: 500,
    residualUsd: 0,
  });
  expect(presentValue(cash, terms.discount)).toBeCloseTo((1_500_000 - 500_000 + 500 + 500) / 1.1, 6);
  expect(grossValue(cash, [0, -11], terms.discount)).toBeCloseTo((2_000_500 + 11) / 1.1 + 500, 6);
});
