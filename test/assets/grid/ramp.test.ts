import { describe, expect, it } from "vitest";
import { batteryAsset, expectSeries, faultsOf, firmAsset, fleetAsset, gridAsset } from "../../support/plans.ts";
import { HASHPRICE_FOR_100, optimalPlan, readingOf, renewableAsset } from "../../support/plans.ts";

/** 10 MW of rigs worth 100 USD/MWh; 5-minute prices above it put them to sleep. */
const site = (price: number[], fields: Record<string, unknown> = {}, netImportMw?: number) => ({
  count: price.length,
  intervalMinutes: 5,
  hashpriceUsdPerPhDay: HASHPRICE_FOR_100,
  assets: [
    gridAsset({ importPriceUsdPerMwh: price, rampLimitMwPerMin: 0.8, ...fields }),
    firmAsset(5, { vollUsdPerMwh: 5000 }),
    fleetAsset(),
  ],
  ...(netImportMw === undefined ? {} : { initialState: { grid: { netImportMw } } }),
});
const importOf = (input: ReturnType<typeof site>) => readingOf(optimalPlan(input), "grid", "grid").series.importMw;

describe("rampLimitMwPerMin", () => {
  it("holds the change of the import to 0.8 MW/min: 4 MW from one 5 minutes to the next", () => {
    // Awake 15 MW, asleep 5. An interval at 900 USD/MWh in the middle: down by 4 a step pays before and after it, since
    // each MW there saves 800 and costs 50 on the way.
    expectSeries(importOf(site([50, 50, 50, 900, 50, 50, 50])), [15, 13, 9, 5, 9, 13, 15]);
    // Without the limit only the interval itself is shed.
    expectSeries(
      importOf(site([50, 50, 50, 900, 50, 50, 50], { rampLimitMwPerMin: undefined })),
      [15, 15, 15, 5, 15, 15, 15],
    );
  });

  it("starts at the net import before the plan, and hands it on", () => {
    expectSeries(importOf(site([50, 50, 50], {}, 6)), [10, 14, 15]);
    const plan = optimalPlan(site([50, 50, 50], {}, 6));
    expect(plan.endState.grid).toMatchObject({ netImportMw: expect.closeTo(15, 9) });
    expect(optimalPlan(site([50])).notices).toContainEqual(expect.stringContaining("no netImportMw in initialState"));
  });

  it("capacity that falls away takes its power with it; its return is ramped", () => {
    // The connection trips for one interval. Firm AI is shed; then 4 MW a step come back.
    const fields = { importLimitMw: [100, 0, 100, 100, 100] };
    expectSeries(importOf(site([50, 50, 50, 50, 50], fields, 15)), [15, 0, 4, 8, 12]);
    // So does a trip just before the plan.
    expectSeries(importOf(site([50, 50], { importLimitMw: [0, 100] }, 15)), [0, 4]);
  });

  it("is of import less export: from 3 MW out to 1 MW in is one step", () => {
    const assets = (ramp: number) => [
      gridAsset({ exportLimitMw: 20, exportPriceUsdPerMwh: 10, importPriceUsdPerMwh: 50, rampLimitMwPerMin: ramp }),
      firmAsset(5),
      renewableAsset(8, { availability: [1, 0.5] }),
    ];
    const at = (ramp: number) => optimalPlan({ count: 2, intervalMinutes: 5, assets: assets(ramp) });
    const free = readingOf(at(0.8), "grid", "grid").series;
    expectSeries(free.exportMw, [3, 0]);
    expectSeries(free.importMw, [0, 1]);
    // 0.4 MW/min are 2 MW: 2 MW of sun are not exported.
    expectSeries(readingOf(at(0.4), "grid", "grid").series.exportMw, [1, 0]);
  });

  it("a battery or throttled load may take the ramp, and the limit has its price", () => {
    const assets = [
      gridAsset({ importPriceUsdPerMwh: 50, rampLimitMwPerMin: 0.2 }),
      firmAsset([5, 9], { vollUsdPerMwh: 5000 }),
      batteryAsset(),
    ];
    const plan = optimalPlan({
      count: 2,
      intervalMinutes: 5,
      assets,
      initialState: { bess: { storedMwh: 50 }, grid: { netImportMw: 5 } },
    });
    expect(readingOf(plan, "inference", "ai-firm").totals.unservedMwh).toBeCloseTo(0, 9);
    expect(plan.prices.limits.filter(({ limit }) => limit === "rampLimitMwPerMin")).toHaveLength(2);
  });

  it("refuses 0, and a state without the limit", () => {
    expect(faultsOf(site([50], { rampLimitMwPerMin: 0 })).map(({ path }) => path)).toEqual([
      "assets[0].rampLimitMwPerMin",
    ]);
    expect(faultsOf(site([50], { rampLimitMwPerMin: undefined }, 5)).map(({ path }) => path)).toEqual([
      "initialState.grid.netImportMw",
    ]);
  });
});
