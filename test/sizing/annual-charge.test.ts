import { expect, it } from "vitest";
import { parseSection } from "../../src/input/parse-section.ts";
import { capitalRecoveryFactor, chargePerCapexUsd, realRate, shareOfYear } from "../../src/sizing/annual-charge.ts";
import { type ChoiceSpec, choiceSchema } from "../../src/sizing/choice-schema.ts";
import { timeGrid } from "../../src/input/time-axis.ts";

const choice = (fields: object) =>
  parseSection(choiceSchema, { asset: "a", size: "s", capexUsdPerUnit: 1, lifeYears: 20, most: 1, ...fields }, "", {
    faults: [],
    notices: [],
  }) as ChoiceSpec;

// 5 % over 20 years: 0.0802425872 (oemof's annuity of 1000 is 80.2425872). 8 % over 25: 0.0936787791 (textbook tables).
it("recovers capital as the tables say", () => {
  expect(capitalRecoveryFactor(0.05, 20)).toBeCloseTo(0.0802425871906913, 15);
  expect(capitalRecoveryFactor(0.08, 25)).toBeCloseTo(0.09367878, 8);
  expect(capitalRecoveryFactor(0, 10)).toBe(0.1);
  // 1/n + r (n + 1) / (2 n) to first order, where the plain formula has lost its digits.
  expect(capitalRecoveryFactor(1e-12, 10)).toBeCloseTo(0.1 + (1e-12 * 11) / 20, 16);
});

it("pays capital and interest in full: the balance ends at 0", () => {
  let balance = 1000;
  for (let year = 0; year < 12; year++) balance = balance * 1.07 - 1000 * capitalRecoveryFactor(0.07, 12);
  expect(balance).toBeCloseTo(0, 9);
});

it("takes a nominal rate to a real one by Fisher's rule", () => {
  expect(realRate({ realPerYear: 0.06 })).toBe(0.06);
  expect(realRate({ nominalPerYear: 0.0812, inflationPerYear: 0.02 })).toBeCloseTo(0.06, 12);
  expect(realRate({ nominalPerYear: 0.06, inflationPerYear: 0 })).toBeCloseTo(0.06, 15);
});

it("charges interest during construction", () => {
  expect(chargePerCapexUsd(choice({ leadTimeMonths: 18 }), 0.1)).toBeCloseTo(
    1.1 ** 1.5 * capitalRecoveryFactor(0.1, 20),
    15,
  );
  expect(chargePerCapexUsd(choice({}), 0.1)).toBe(capitalRecoveryFactor(0.1, 20));
});

it("takes a calendar year as 1, leap year or not, and parts of two years by their hours", () => {
  const share = (start: string, count: number) => shareOfYear(timeGrid(Date.parse(start), 60, count, "UTC"));
  expect(share("2026-01-01T00:00:00Z", 8760)).toBeCloseTo(1, 14);
  expect(share("2028-01-01T00:00:00Z", 8784)).toBeCloseTo(1, 14);
  expect(share("2027-12-31T00:00:00Z", 48)).toBeCloseTo(24 / 8760 + 24 / 8784, 15);
});
