import { expect, it } from "vitest";
import { checkScenarios } from "../../src/uncertainty/scenario.ts";

const weighted = (...probabilities: (number | undefined)[]) =>
  probabilities.map((probability, i) => ({
    name: `${i}`,
    changes: {},
    ...(probability !== undefined && { probability }),
  }));

it("gives probabilities that sum to 1, equal ones where none is given", () => {
  expect(checkScenarios(weighted(undefined, undefined))).toEqual([0.5, 0.5]);
  expect(checkScenarios(weighted(0.2, 0.8))).toEqual([0.2, 0.8]);
  const tenths = checkScenarios(weighted(...Array.from({ length: 10 }, () => 0.1)));
  expect(tenths.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 15);
});

it("refuses a sum that misses 1, what is not a probability, and what is not a list", () => {
  expect(() => checkScenarios(weighted(0.2, 0.7))).toThrow("probabilities that sum to 0.8999999999999999");
  expect(() => checkScenarios(weighted(0.5, Number.NaN))).toThrow("options.scenarios[1].probability");
  expect(() => checkScenarios({})).toThrow("options.scenarios");
  expect(() => checkScenarios([null])).toThrow("options.scenarios[0].name");
});
