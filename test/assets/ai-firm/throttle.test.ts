import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  expectSeries,
  faultsOf,
  firmAsset,
  fleetAsset,
  gridAsset,
  HASHPRICE_FOR_100,
  optimalPlan,
  readingOf,
  ruleOf,
  usdOf,
} from "../../support/plans.ts";
import { runs } from "../../support/runs.ts";

/** Shares of power 0.6, 0.8, 1 do 0.8, 0.95, 1 of the work: 0.75 and then 0.25 MW of work for a MW. */
const powerModes = [
  { powerMw: 18, throughput: 80 },
  { powerMw: 24, throughput: 95 },
  { powerMw: 30, throughput: 100 },
];
const throttled = (fields: Record<string, unknown> = {}) =>
  firmAsset(30, { powerModes, throughputFloor: 0.9, lostThroughputUsdPerMwh: 1000, ...fields });
const readingAt = (limit: Record<string, unknown>, fields: Record<string, unknown> = {}) => {
  const plan = optimalPlan({ count: 1, assets: [gridAsset(limit), throttled(fields)] });
  return { plan, reading: readingOf(plan, "inference", "ai-firm") };
};

describe("throttling of firm AI", () => {
  it("under a limit draws less and pays for the throughput lost", () => {
    // 6 MW less cost 0.25 x 6 = 1.5 MW of throughput: 1,500 USD beside 24 MWh at 50 USD.
    const { plan, reading } = readingAt({ importLimitMw: 24 });
    expectSeries(reading.series.servedMw, [24]);
    expectSeries(reading.series.throttledMw ?? new Float64Array(), [6]);
    expectSeries(reading.series.lostThroughputMw ?? new Float64Array(), [1.5]);
    expect(reading.totals).toMatchObject({
      demandMwh: 30,
      unservedMwh: expect.closeTo(0, 9),
      throttledMwh: expect.closeTo(6, 9),
      lostThroughputMwh: expect.closeTo(1.5, 9),
    });
    expect(reading.service).toEqual({
      demandMwh: 30,
      servedMwh: expect.closeTo(24, 9),
      unservedMwh: expect.closeTo(0, 9),
    });
    expect(reading.throttling).toEqual({
      throttledMwh: expect.closeTo(6, 9),
      lostThroughputMwh: expect.closeTo(1.5, 9),
      lostThroughputUsd: expect.closeTo(1500, 6),
    });
    expect(usdOf(plan, "lost AI throughput", "penalty")).toBeCloseTo(1500, 6);
    expect(plan.objectiveUsd).toBeCloseTo(2700, 6);
  });

  it("the value of power is that of the throughput a MW buys", () => {
    // 0.25 MW of work at 1,000 USD/MWh above the 24 MW mode, 0.75 below it.
    expect(readingAt({ importLimitMw: 26 }).plan.prices.powerUsdPerMwh[0]).toBeCloseTo(250, 6);
    expect(readingAt({ importLimitMw: 23 }).plan.prices.powerUsdPerMwh[0]).toBeCloseTo(750, 6);
  });

  it.each([
    // A MW is worth drawing at full power up to 250 USD/MWh, above the 24 MW mode up to 750.
    [240, 30, 0],
    [260, 24, 1.5],
    [740, 24, 1.5],
    // The floor, 90 %: 0.6 + 0.2 x 0.1 / 0.15 = 0.7333 of the power.
    [760, 22, 3],
  ])("at %s USD/MWh it draws %s MW and loses %s MW of throughput", (price, servedMw, lostMw) => {
    const { reading } = readingAt({ importPriceUsdPerMwh: price });
    expectSeries(reading.series.servedMw, [servedMw]);
    expectSeries(reading.series.lostThroughputMw ?? new Float64Array(), [lostMw]);
  });

  it("never goes below its floor, and must be served without a value of lost load", () => {
    const assets = [gridAsset({ importLimitMw: 21.9 }), throttled()];
    expect(() => optimalPlan({ count: 1, assets })).toThrow(/infeasible/);
    expectSeries(readingAt({ importLimitMw: 22 }).reading.series.servedMw, [22]);
  });

  it("beyond the floor load is shed, and what is shed is not throttled", () => {
    // v x 0.7333 = 20 MW: v = 27.27 MW run at the floor, 2.727 MW are shed at 5,000, 2.727 MW of throughput at 1,000.
    const { plan, reading } = readingAt({ importLimitMw: 20 }, { vollUsdPerMwh: 5000 });
    const shed = 30 - 20 / (22 / 30);
    expectSeries(reading.series.unservedMw, [shed]);
    expectSeries(reading.series.lostThroughputMw ?? new Float64Array(), [0.1 * (30 - shed)]);
    expect(plan.objectiveUsd).toBeCloseTo(5000 * shed + 1000 * 0.1 * (30 - shed) + 20 * 50, 5);
    // Nothing to import: all is shed, nothing is throttled.
    const dark = readingAt({ importLimitMw: 0 }, { vollUsdPerMwh: 5000 }).reading;
    expectSeries(dark.series.unservedMw, [30]);
    expectSeries(dark.series.throttledMw ?? new Float64Array(), [0]);
  });

  it("load that moves within its day is not throttled", () => {
    // Of 30 MW, 15 may move; with one hour it cannot. 15 x 0.2667 = 4 MW may be throttled.
    const site = (importLimitMw: number) => ({
      count: 1,
      assets: [gridAsset({ importLimitMw }), throttled({ flexibleShare: 0.5 })],
    });
    expectSeries(
      readingOf(optimalPlan(site(26)), "inference", "ai-firm").series.throttledMw ?? new Float64Array(),
      [4],
    );
    expect(() => optimalPlan(site(25.9))).toThrow(/infeasible/);
  });

  it("loses the revenue of the throughput, beside its price", () => {
    // 1.5 MW of work at 200 USD/MWh; 30 MWh would earn 6,000.
    const { plan, reading } = readingAt({ importLimitMw: 24 }, { revenueUsdPerFacilityMwh: 200 });
    expect(usdOf(plan, "AI revenue", "cash")).toBeCloseTo(-5700, 6);
    expect(reading.totals.revenueUsd).toBeCloseTo(5700, 6);
    expect(plan.objectiveUsd).toBeCloseTo(2700 - 5700, 6);
  });

  it("a cap that costs no throughput is free", () => {
    const modes = [
      { powerMw: 20, throughput: 100 },
      { powerMw: 30, throughput: 100 },
    ];
    const { plan, reading } = readingAt({}, { powerModes: modes, throughputFloor: 1 });
    expectSeries(reading.series.servedMw, [20]);
    expect(reading.totals.lostThroughputMwh).toBeCloseTo(0, 9);
    expect(plan.objectiveUsd).toBeCloseTo(1000, 6);
  });

  it("below the lowest mode nothing is prolonged, with a notice", () => {
    const { plan } = readingAt({ importLimitMw: 18 }, { throughputFloor: 0.5 });
    expect(plan.notices).toContainEqual(
      "inference: throughputFloor 0.5 lies below the lowest power mode, 18 MW with 80.0 % of full throughput; the " +
        "load is throttled no further than that.",
    );
    const below = [gridAsset({ importLimitMw: 17.9 }), throttled({ throughputFloor: 0.5 })];
    expect(() => optimalPlan({ count: 1, assets: below })).toThrow(/infeasible/);
  });

  it("makes way for mining where the user's price says so, with a notice", () => {
    // 40 MW: 10 MW of rigs at 100 USD/MWh. A MW of throttling costs 0.25 x 300 = 75 USD.
    const site = (lostThroughputUsdPerMwh: number) => ({
      count: 1,
      hashpriceUsdPerPhDay: HASHPRICE_FOR_100,
      assets: [gridAsset({ importLimitMw: 34 }), throttled({ lostThroughputUsdPerMwh }), fleetAsset()],
    });
    const cheap = optimalPlan(site(300));
    expectSeries(readingOf(cheap, "inference", "ai-firm").series.throttledMw ?? new Float64Array(), [6]);
    expect(cheap.notices).toContainEqual(expect.stringMatching(/^inference: 6\.0 MWh are throttled that mining draws/));
    const priced = optimalPlan(site(500));
    expectSeries(readingOf(priced, "inference", "ai-firm").series.throttledMw ?? new Float64Array(), [0]);
    expect(priced.notices.filter((notice) => notice.includes("throttled"))).toEqual([]);
  });

  it("the threshold rule runs it at full power", () => {
    const site = { count: 1, assets: [gridAsset(), throttled()] };
    expect(ruleOf(site, "inference").idle?.map(({ name }) => name)).toEqual(["throttledMw", "lostThroughputMw"]);
  });
});

describe("what the input must say", () => {
  const paths = (fields: Record<string, unknown>) =>
    faultsOf({ count: 1, assets: [gridAsset(), firmAsset(30, fields)] }).map(({ path }) => path);

  it("floor and price are required with powerModes, and refused without", () => {
    expect(paths({ powerModes })).toEqual(["assets[1].throughputFloor", "assets[1].lostThroughputUsdPerMwh"]);
    expect(paths({ throughputFloor: 0.9 })).toEqual(["assets[1].throughputFloor"]);
    expect(paths({ lostThroughputUsdPerMwh: 9 })).toEqual(["assets[1].lostThroughputUsdPerMwh"]);
    expect(paths({ powerModes, throughputFloor: 90, lostThroughputUsdPerMwh: 9 })).toEqual([
      "assets[1].throughputFloor",
    ]);
  });

  it("kwPerGpu may stand beside powerModes in watts", () => {
    const modes = [{ powerW: 500, throughput: 1 }];
    expect(paths({ kwPerGpu: 0.8, powerModes: modes, throughputFloor: 1, lostThroughputUsdPerMwh: 9 })).toEqual([]);
    expect(paths({ kwPerGpu: 0.8 })).toEqual(["assets[1].kwPerGpu"]);
  });
});

it("chooses the cheapest point of the hull above the floor, for any modes and price", () => {
  const mode = fc.record({ powerMw: fc.integer({ min: 1, max: 40 }), throughput: fc.integer({ min: 1, max: 40 }) });
  fc.assert(
    fc.property(
      fc.array(mode, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 0, max: 20 }),
      fc.integer({ min: 2, max: 900 }),
      (modes, floor20, price) => {
        const throughputFloor = floor20 / 20;
        const assets = [
          gridAsset({ importPriceUsdPerMwh: price }),
          firmAsset(30, { powerModes: modes, throughputFloor, lostThroughputUsdPerMwh: 700 }),
        ];
        const plan = optimalPlan({ count: 1, assets });
        // Any two modes in any mixture, and full power without them: the cheapest, by trying.
        const most = Math.max(...modes.map(({ powerMw }) => powerMw));
        const best = Math.max(...modes.map(({ throughput }) => throughput));
        const points = modes.map(({ powerMw, throughput }) => [powerMw / most, throughput / best] as const);
        points.push([1, 1]);
        let least = Infinity;
        const offer = (power: number, work: number) => {
          least = Math.min(least, 30 * (price * power + 700 * (1 - work)));
        };
        for (const [p, q] of points) {
          for (const [r, s] of points) {
            if (q < throughputFloor) continue;
            offer(p, q);
            const share = s < throughputFloor ? (throughputFloor - s) / (q - s) : 0;
            offer(r + share * (p - r), s + share * (q - s));
          }
        }
        expect(plan.objectiveUsd).toBeCloseTo(least, 5);
      },
    ),
    { seed: 20261201, numRuns: runs(400, 40) },
  );
});
