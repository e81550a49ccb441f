import { describe, expect, it } from "vitest";
import { modeShares } from "../../src/assets/ai-load/throughput-modes.ts";
import { aiFlexTiers2026_11, gpuThrottling2026_11 } from "../../src/catalogue/gpu-throttling.ts";
import { presetValues } from "../../src/catalogue/presets.ts";
import { faultsOf, gridAsset } from "../support/plans.ts";

const percents = (group: keyof typeof gpuThrottling2026_11) =>
  modeShares({ ...presetValues(gpuThrottling2026_11[group]), kwPerGpu: 1 }).map(({ output }) =>
    Number((100 * output).toFixed(1)),
  );

describe("gpuThrottling2026_11", () => {
  it.each(Object.entries({ ...gpuThrottling2026_11 }))("%s: unit, source and date; an AI load takes it", (_, group) => {
    const { unit, source, asOf } = group.powerModes;
    expect(unit).toMatch(/^W per GPU, /);
    expect(source.length).toBeGreaterThan(10);
    expect(asOf).toMatch(/^20\d\d(-\d\d)?$/);
    const values = presetValues(group);
    const demand = { facilityMw: 10, kwPerGpu: 1.2, ...values };
    const assets = [
      gridAsset(),
      { kind: "ai-firm", name: "firm", ...demand, throughputFloor: 0.9, lostThroughputUsdPerMwh: 500 },
      { kind: "ai-spot", name: "spot", ...demand, revenueUsdPerFacilityMwh: 100 },
    ];
    expect(faultsOf({ count: 1, assets })).toEqual([]);
  });

  it("batch inference on an RTX 6000 Pro: 84.0, 95.4, 99.1, 100 % at 250, 300, 360, 600 W", () => {
    expect(percents("rtx6000ProBatch")).toEqual([84, 95.4, 99.1, 100]);
    const [w250, w300, w360, w600] = gpuThrottling2026_11.rtx6000ProBatch.powerModes.value;
    expect([w250, w300, w360, w600].map(({ powerW }) => powerW)).toEqual([250, 300, 360, 600]);
    // Marginal tokens/s per W.
    expect((w300.throughput - w250.throughput) / 50).toBeCloseTo(1.43, 2);
    expect((w360.throughput - w300.throughput) / 60).toBeCloseTo(0.38, 2);
    expect((w600.throughput - w360.throughput) / 240).toBeCloseTo(0.023, 3);
  });

  it("ranges are ranges: 10 to 20 % longer steps of H100 training are 90.9 and 83.3 % of the throughput", () => {
    expect(percents("h100TrainingLeastLoss")).toEqual([90.9, 100]);
    expect(percents("h100TrainingMostLoss")).toEqual([83.3, 100]);
    expect(percents("h100MemoryBoundInference")).toEqual([92.6, 100]);
    expect(percents("rtx3090Training")).toEqual([95, 100]);
  });
});

it("aiFlexTiers2026_11: 0, 10, 25 and 50 % of throughput lost", () => {
  const floors = Object.values(aiFlexTiers2026_11).map((group) => presetValues(group).throughputFloor);
  expect(floors).toEqual([1, 0.9, 0.75, 0.5]);
});
