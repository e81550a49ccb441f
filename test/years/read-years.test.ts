import { expect, test } from "vitest";
import { PlanInputError } from "../../src/errors.ts";
import { readYears } from "../../src/years/read-years.ts";
import type { YearsInput } from "../../src/years/years-input.ts";
import { years } from "../support/years-site.ts";

function pathsOf(input: unknown): readonly string[] {
  try {
    readYears(input as YearsInput);
  } catch (error) {
    if (error instanceof PlanInputError) return error.faults.map(({ path }) => path);
    throw error;
  }
  return [];
}

test("defaults: a week per quarter, one month of delay, no break-even", () => {
  expect(readYears(years({}))).toMatchObject({ dispatchDays: 7, delayMonths: [1], breakEvens: [], relativeGap: 1e-6 });
  expect(readYears(years({ dispatchDays: "full", delayMonths: [] }))).toMatchObject({
    dispatchDays: "full",
    delayMonths: [],
  });
});

test.each<[unknown, readonly string[]]>([
  [null, ["years", "years.start"]],
  [years({ start: "2027-02" }), ["years.start"]],
  [
    years({ network: { btcUsd: 1e5, difficulty: 1e14 } }),
    ["years.network.feeShare", "years.network.difficultyGrowthPerYear"],
  ],
  [years({ network: { hashpriceUsdPerPhDay: 40, feeShare: 0.1 } }), ["years.network.feeShare"]],
  [years({ network: { hashpriceUsdPerPhDay: [40] } }), ["years.network.hashpriceUsdPerPhDay"]],
  [years({ changes: [{ asset: "grid" }] }), ["years.changes[0].from", "years.changes[0].set"]],
  [years({ breakEvens: [{ of: "gold" as never }] }), ["years.breakEvens[0].of"]],
  [years({ dispatchDays: 0 }), ["years.dispatchDays"]],
  [{ ...years({}), quaters: 4 }, ["years.quaters"]],
  [
    years({ network: { btcUsd: 1, difficulty: 1, difficultyGrowthPerYear: 0, feeShare: 0, halvings: ["2020-01-01"] } }),
    ["years.network.halvings"],
  ],
])("%j has faults at %j", (input, paths) => {
  expect(pathsOf(input)).toEqual(expect.arrayContaining([...paths]));
});
