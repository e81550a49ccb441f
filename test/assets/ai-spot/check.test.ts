import { describe, expect, it } from "vitest";
import { faultsOf, gridAsset } from "../../support/plans.ts";

const spot = (fields: Record<string, unknown>) => ({ kind: "ai-spot", name: "spot", ...fields });

const it4 = { itMw: 4, pue: 1.25 };

describe("edges", () => {
  it.each<[string, Record<string, unknown>, string]>([
    ["no revenue", { facilityMw: 1 }, "revenueUsdPerFacilityMwh"],
    ["two revenues", { ...it4, revenueUsdPerItMwh: 5, revenueUsdPerFacilityMwh: 5 }, "revenueUsdPerFacilityMwh"],
    ["a revenue on IT energy with facility power", { facilityMw: 1, revenueUsdPerItMwh: 5 }, "itMw"],
    ["GPU-hours without the kW of a GPU", { ...it4, revenueUsdPerGpuHour: 1 }, "kwPerGpu"],
    ["IT power without a PUE", { itMw: 4, revenueUsdPerItMwh: 5 }, "pue"],
  ])("refuses %s", (_what, fields, path) => {
    expect(faultsOf({ count: 1, assets: [gridAsset(), spot(fields)] }).map((fault) => fault.path)).toContain(
      `assets[1].${path}`,
    );
  });
});
