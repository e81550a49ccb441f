import { expect, it } from "vitest";
import { expectSeries, firmAsset, gridAsset, optimalPlan, readingOf } from "../../support/plans.ts";

it("reads overlapping curtailments as the stricter one, and energy of half hours", () => {
  const at = (t: number) => `2026-07-14T00:${t === 0 ? "00" : "30"}:00-05:00`;
  const plan = optimalPlan({
    count: 2,
    intervalMinutes: 30,
    assets: [
      gridAsset({ importLimitMw: 20 }),
      firmAsset(12),
      {
        kind: "non-firm-service",
        name: "service",
        firmMw: 10,
        missUsdPerMwh: 7,
        curtailments: [
          { start: at(0), end: at(1), depth: 0.5 },
          { start: at(0), end: at(1), depth: 0.9 },
        ],
      },
    ],
  });
  const { series, totals, netBusMw } = readingOf(plan, "service", "non-firm-service");
  expectSeries(series.allowedMw, [11, 20]);
  expectSeries(netBusMw, [0, 0]);
  expect(totals.curtailedHours).toBe(0.5);
  expect(totals.curtailedMwh).toBeCloseTo(4.5, 9);
  // 12 MW where 11 are allowed.
  expect(totals.missedMwh).toBeCloseTo(0.5, 6);
});
