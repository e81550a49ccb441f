import { expect, it } from "vitest";
import { compareSteps } from "../../src/connections/compare.ts";
import { parseRequest } from "../../src/input/parse-request.ts";
import { drain } from "../../src/solvers/budget/drain.ts";
import { bitcoin, firm, fleet, grid, horizon } from "../support/small-sites.ts";

// The figures of a comparison are tested in test/compare-connections.test.ts.
const site = parseRequest({ horizon: horizon(24), bitcoin, assets: [grid(), firm({ facilityMw: 10 }), fleet()] });
const years = { from: "2027-01-01T00:00:00Z", to: "2029-01-01T00:00:00Z" };

it("draws curtailments by a seed: the same answer each time, and each curtailed hour costs what it loses", () => {
  const curtailment = { seed: 5, scenarios: 3, hoursPerYear: 730, longestHours: 2 };
  const stage = { from: years.from, importMw: 20, firmMw: 10 };
  const options = [
    { name: "firm", stages: [{ ...stage }] },
    { name: "curtailable", stages: [{ ...stage, curtailment }] },
  ];
  const compare = () => drain(compareSteps(site, { ...years, options }));
  const [firmly, curtailable] = compare().options;
  expect(compare().options).toEqual([firmly, curtailable]);
  if (firmly.status !== "compared" || curtailable.status !== "compared") throw new Error("no plan");
  // Two of 24 hours, each at a loss of 10 MW x 50 USD/MWh.
  expect(curtailable.figures.curtailedHoursPerYear).toBeCloseTo(730, 6);
  expect(curtailable.figures.usdPerYear - firmly.figures.usdPerYear).toBeCloseTo(730 * 500, 3);
});
