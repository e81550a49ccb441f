import { expect, it } from "vitest";
import { parseChoices } from "../../src/sizing/chosen-size.ts";
import { chargesUsd, chargeUsdPerUnitYear, readSize } from "../../src/sizing/read-size.ts";
import { planOf } from "../support/plans.ts";
import { twoPrices } from "../support/sizing-cases.ts";

// Life 10 years without interest: a tenth of 100 USD, and 2 USD of O&M.
const { choices } = parseChoices(
  {
    choices: [
      {
        asset: "bess",
        size: "energyMwh",
        capexUsdPerUnit: 100,
        fixedOmUsdPerUnitYear: 2,
        lifeYears: 10,
        existing: 4,
        least: 1,
        most: 9,
      },
    ],
    rate: { realPerYear: 0 },
  },
  planOf(twoPrices),
);

it("charges capital on what is built and O&M on all", () => {
  expect(chargeUsdPerUnitYear(choices[0])).toBe(12);
  expect(chargesUsd(choices[0], 6, 0.5)).toBe(0.5 * (2 * 10 + 6 * 2));
  expect(chargesUsd(choices[0], 3, 1)).toBe(6);
});

it("says what is built, what retires and where the size stands", () => {
  const worth = { reducedCostUsdPerUnitYear: 0 };
  expect(readSize(choices[0], 6, worth)).toMatchObject({ built: 2, retired: 0, at: "between", capexUsd: 200 });
  expect(readSize(choices[0], 1, worth)).toMatchObject({ built: 0, retired: 3, at: "least", capexUsd: 0 });
  expect(readSize(choices[0], 9, worth)).toMatchObject({ built: 5, at: "most", unit: "MWh", chosen: 9 });
});
