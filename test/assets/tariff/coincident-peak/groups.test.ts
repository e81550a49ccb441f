import { describe, expect, it } from "vitest";
import { openAtEnd } from "../../../../src/assets/tariff/coincident-peak/groups.ts";
import { meanMw } from "../../../../src/assets/tariff/demand/metered-interval.ts";
import { timeGrid } from "../../../../src/input/time-axis.ts";
import { firmAsset, gridAsset, optimalPlan, readingOf } from "../../../support/plans.ts";

describe("the interval a plan ends in", () => {
  const grid = (start: string, count: number) => timeGrid(Date.parse(start), 15, count, "America/Chicago");

  it("does not exist where one ends with the plan", () => {
    expect(openAtEnd(grid("2026-07-14T17:00:00-05:00", 4), 60, 0)).toBeUndefined();
    expect(openAtEnd(grid("2026-07-14T17:00:00-05:00", 3), 15, 0)).toBeUndefined();
  });

  it("has what it had before the plan and what the plan adds", () => {
    // 17:30 to 17:45 of an hour that has had 6 MWh: 6 + 8 x 0.25.
    const open = openAtEnd(grid("2026-07-14T17:30:00-05:00", 1), 60, 6);
    expect(open && meanMw(open, Float64Array.of(8))).toBeCloseTo(8, 12);
    // One that begins in the plan has nothing of that.
    const own = openAtEnd(grid("2026-07-14T16:45:00-05:00", 2), 60, 6);
    expect(own && meanMw(own, Float64Array.of(99, 8))).toBeCloseTo(2, 12);
  });
});

describe("groups of a year", () => {
  it("are by the local year: New Year's Eve and New Year have each their highest", () => {
    const plan = optimalPlan({
      count: 4,
      start: "2026-12-31T22:00:00-06:00",
      assets: [
        gridAsset({
          importPriceUsdPerMwh: 0,
          coincidentPeak: {
            usdPerMwYear: 10_000,
            months: [1, 12],
            peaksPerYear: 1,
            intervalMinutes: 60,
            form: "maximum",
            intervals: [22, 23, 24, 25].map((t) => ({
              start: new Date(Date.UTC(2027, 0, 1, 4 + t - 22)).toISOString(),
            })),
          },
        }),
        firmAsset([4, 5, 7, 6]),
      ],
    });
    expect(
      readingOf(plan, "grid", "grid")
        .bill.filter(({ part }) => part === "coincidentPeak")
        .map(({ item, month, usd }) => [item, month, Math.round(usd)]),
    ).toEqual([
      ["coincident peaks 2026", "2026-12", 50_000],
      ["coincident peaks 2027", "2027-01", 70_000],
    ]);
  });
});
