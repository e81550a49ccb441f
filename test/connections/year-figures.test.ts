import { expect, it } from "vitest";
import { weightedFigures, yearFigures } from "../../src/connections/year-figures.ts";
import { dieselAsset, firmAsset, gridAsset, optimalPlan } from "../support/plans.ts";

it("are those of the span times the hours of a year over its own", () => {
  // An hour of 10 MW from the grid at 50, and one without it from diesel at 283.7.
  const plan = optimalPlan({
    count: 2,
    assets: [gridAsset({ importLimitMw: [100, 0] }), firmAsset(10), dieselAsset()],
  });
  const figures = yearFigures(plan);
  expect(figures.usdPerYear).toBeCloseTo(4380 * (500 + 2837), 3);
  expect(figures).toMatchObject({
    aiServedMwhPerYear: expect.closeTo(87_600, 6),
    dieselMwhPerYear: expect.closeTo(43_800, 6),
    dieselSetHoursPerYear: expect.closeTo(21_900, 6),
    curtailedHoursPerYear: 0,
  });
  const half = weightedFigures([{ weight: 0.5, figures }]);
  expect(half.usdPerYear).toBeCloseTo(figures.usdPerYear / 2, 6);
});
