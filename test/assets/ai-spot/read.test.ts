import { describe, it } from "vitest";
import { expectSeries, gridAsset, optimalPlan, readingOf } from "../../support/plans.ts";

const spot = (fields: Record<string, unknown>) => ({ kind: "ai-spot", name: "spot", ...fields });

describe("served when it pays", () => {
  it("hour by hour against the price of power", () => {
    const plan = optimalPlan({
      count: 3,
      assets: [
        gridAsset({ importPriceUsdPerMwh: [99, 101, -20] }),
        spot({ facilityMw: 5, revenueUsdPerFacilityMwh: 100 }),
      ],
    });
    expectSeries(readingOf(plan, "spot", "ai-spot").series.servedMw, [5, 0, 5]);
  });
});
