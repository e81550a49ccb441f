import { describe, expect, it } from "vitest";
import {
  expectSeries,
  fleetAsset,
  gridAsset,
  HASHPRICE_FOR_100,
  optimalPlan,
  readingOf,
  renewableAsset,
  usdOf,
} from "../../support/plans.ts";

const spot = (fields: Record<string, unknown>) => ({ kind: "ai-spot", name: "spot", ...fields });

const it4 = { itMw: 4, pue: 1.25 };

describe("revenue", () => {
  // All three are 100 USD per MWh at the bus: 125 per IT MWh / 1.25; 0.125 USD/GPU-h at 1 kW per GPU is 125 per IT MWh.
  it.each([
    ["per facility MWh", { facilityMw: 5, revenueUsdPerFacilityMwh: 100 }],
    ["per facility MWh with an IT demand", { ...it4, revenueUsdPerFacilityMwh: 100 }],
    ["per IT MWh", { ...it4, revenueUsdPerItMwh: 125 }],
    ["per GPU-hour", { ...it4, revenueUsdPerGpuHour: 0.125, kwPerGpu: 1 }],
  ])("%s", (_form, fields) => {
    // 5 MW for a quarter of an hour: 125 earned, 62.50 of power.
    const plan = optimalPlan({ count: 1, intervalMinutes: 15, assets: [gridAsset(), spot(fields)] });
    const { series, totals } = readingOf(plan, "spot", "ai-spot");
    expectSeries(series.servedMw, [5]);
    expectSeries(series.revenueUsdPerMwh, [100]);
    expect(totals.revenueUsd).toBeCloseTo(125, 8);
    expect(usdOf(plan, "spot AI revenue", "cash")).toBeCloseTo(-125, 8);
    expect(plan.objectiveUsd).toBeCloseTo(-62.5, 8);
  });

  it("of an H100: 2.35 USD/GPU-h at 1.275 kW and a PUE of 1.25 is 1,475 USD/MWh", () => {
    const plan = optimalPlan({
      count: 1,
      assets: [gridAsset(), spot({ ...it4, revenueUsdPerGpuHour: 2.35, kwPerGpu: 1.275 })],
    });
    expect(readingOf(plan, "spot", "ai-spot").series.revenueUsdPerMwh[0]).toBeCloseTo(2.35 / 1.275e-3 / 1.25, 9);
    expect(readingOf(plan, "spot", "ai-spot").series.revenueUsdPerMwh[0]).toBeCloseTo(1474.5, 1);
  });
});

describe("served when it pays", () => {
  it.each(["facilityMw", "itMw"])(
    "the limit bears the name of the field, %s, and its price is per facility MWh",
    (field) => {
      const fields = { [field]: 4, ...(field === "itMw" ? { pue: 1.25 } : {}), revenueUsdPerFacilityMwh: 90 };
      const [limit] = optimalPlan({ count: 1, assets: [gridAsset(), spot(fields)] }).prices.limits.filter(
        ({ asset }) => asset === "spot",
      );
      expect(limit).toMatchObject({ limit: field, unit: "USD/MWh" });
      expectSeries(limit.value, [40]);
    },
  );

  it.each([
    // 12 MW of sun and no grid; spot wants 5, mining 10, and pays 100.
    { revenue: 120, spotMw: 5, miningMw: 7 },
    { revenue: 80, spotMw: 2, miningMw: 10 },
  ])("excess power goes to what pays more: HPC at $revenue, mining at 100", ({ revenue, spotMw, miningMw }) => {
    const plan = optimalPlan({
      count: 1,
      hashpriceUsdPerPhDay: HASHPRICE_FOR_100,
      assets: [renewableAsset(12), fleetAsset(), spot({ facilityMw: 5, revenueUsdPerFacilityMwh: revenue })],
    });
    expectSeries(readingOf(plan, "spot", "ai-spot").series.servedMw, [spotMw]);
    expectSeries(readingOf(plan, "rigs", "mining-fleet").series.powerMw, [miningMw]);
    // What the last MW of sun is worth is the worth of what goes short.
    expect(plan.prices.powerUsdPerMwh[0]).toBeCloseTo(Math.min(revenue, 100), 6);
  });
});
