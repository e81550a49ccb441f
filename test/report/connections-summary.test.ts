import { expect, it } from "vitest";
import { breakEvenText, connectionsSummary } from "../../src/report/connections-summary.ts";

const one = { best: "a", other: "b", differenceUsd: 5e6, monthsOfDelay: 10.6, curtailedHoursPerYear: 2800 };

it("says where the choice turns", () => {
  expect(breakEvenText(one)).toBe(
    "a costs 5,000,000 USD less than b over all years, until it is 10.6 months late, " +
      "or curtailed for 2,800 hours a year.",
  );
  expect(breakEvenText({ ...one, monthsOfDelay: Infinity, curtailedHoursPerYear: Infinity })).toContain(
    "however late it is, and however many hours it is curtailed.",
  );
  expect(breakEvenText({ ...one, monthsOfDelay: Number.NaN, curtailedHoursPerYear: Number.NaN })).toContain(
    "it may not be late: the site has no plan before it.",
  );
});

it("says why an option is not possible", () => {
  const none = { options: [{ name: "a", status: "not-possible" as const, detail: "no power" }], breakEvens: [] };
  expect(connectionsSummary(none)).toContain("a: no power\nNo option is possible.");
});
