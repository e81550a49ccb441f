import { describe, expect, it } from "vitest";
import { modeShares } from "../../../src/assets/ai-load/throughput-modes.ts";
import { faultsOf, firmAsset, gridAsset, optimalPlan, readingOf } from "../../support/plans.ts";

const spot = (fields: Record<string, unknown>) => ({
  kind: "ai-spot",
  name: "spot",
  facilityMw: 10,
  revenueUsdPerFacilityMwh: 100,
  ...fields,
});
const pathsOf = (...assets: Record<string, unknown>[]) =>
  faultsOf({ count: 1, assets: [gridAsset(), ...assets] }).map(({ path }) => path);

describe("modeShares", () => {
  it("of watts per GPU counts the server, which a cap does not touch", () => {
    // 700 W in a server of 1.275 kW per GPU: 100 W off are 100 / 1275 = 7.8 % off.
    const [capped, full] = modeShares({
      kwPerGpu: 1.275,
      powerModes: [
        { powerW: 600, throughput: 90 },
        { powerW: 700, throughput: 100 },
      ],
    });
    expect(capped).toEqual({ name: "600 W", power: 1 - 100 / 1275, output: 0.9 });
    expect(full).toEqual({ name: "700 W", power: 1, output: 1 });
  });

  it("of a hall are shares of its highest power, in any unit of work", () => {
    const powerModes = [
      { powerMw: 20, throughput: 3 },
      { powerMw: 15, throughput: 2.7, name: "night" },
    ];
    expect(modeShares({ powerModes })).toEqual([
      { name: "20 MW", power: 1, output: 1 },
      { name: "night", power: 0.75, output: expect.closeTo(0.9, 12) },
    ]);
  });

  it("shares of throughput are of the best mode, where a lower power did as much by noise", () => {
    const powerModes = [
      { powerMw: 10, throughput: 98 },
      { powerMw: 8, throughput: 100 },
    ];
    expect(modeShares({ powerModes }).map(({ output }) => output)).toEqual([0.98, 1]);
  });
});

describe("checkThroughputModes", () => {
  it("refuses modes that state no power, two powers or two forms", () => {
    const half = { powerW: 300, throughput: 1 };
    expect(pathsOf(spot({ powerModes: [{ throughput: 1 }] }))).toEqual(["assets[1].powerModes[0].powerMw"]);
    expect(pathsOf(spot({ powerModes: [{ ...half, powerMw: 3 }] }))).toEqual(["assets[1].powerModes[0].powerW"]);
    expect(pathsOf(spot({ kwPerGpu: 1, powerModes: [half, { powerMw: 3, throughput: 1 }] }))).toEqual([
      "assets[1].powerModes[1].powerW",
    ]);
  });

  it("needs the power of a GPU with its server, and no less than the GPU's", () => {
    const powerModes = [{ powerW: 700, throughput: 1 }];
    expect(pathsOf(spot({ powerModes }))).toEqual(["assets[1].kwPerGpu"]);
    expect(pathsOf(spot({ powerModes, kwPerGpu: 0.6 }))).toEqual(["assets[1].kwPerGpu"]);
    expect(pathsOf(spot({ powerModes, kwPerGpu: 0.7 }))).toEqual([]);
  });

  it("refuses modes without work, an empty list, and a curve of the hall beside them", () => {
    expect(pathsOf(spot({ powerModes: [{ powerMw: 3, throughput: 0 }] }))).toEqual([
      "assets[1].powerModes[0].throughput",
    ]);
    expect(pathsOf(spot({ powerModes: [] }))).toEqual(["assets[1].powerModes"]);
    const hall = {
      facilityMw: undefined,
      revenueUsdPerFacilityMwh: undefined,
      revenueUsdPerItMwh: 100,
      itMw: 4,
      facilityByIt: {
        points: [
          { itMw: 0, facilityMw: 1 },
          { itMw: 4, facilityMw: 5 },
        ],
      },
    };
    expect(pathsOf(spot({ ...hall, powerModes: [{ powerMw: 3, throughput: 1 }] }))).toEqual(["assets[1].powerModes"]);
  });
});

describe("efficientModes", () => {
  const prefill = [
    { powerW: 100, throughput: 1390 },
    { powerW: 150, throughput: 2549 },
    { powerW: 200, throughput: 5941 },
    { powerW: 250, throughput: 8436 },
    { powerW: 300, throughput: 9326 },
    { powerW: 350, throughput: 9893 },
  ];

  it("names the modes left out, of a load that may rest and of one that may not", () => {
    const firm = firmAsset(10, {
      kwPerGpu: 0.35,
      powerModes: prefill,
      throughputFloor: 0.5,
      lostThroughputUsdPerMwh: 500,
    });
    const plan = optimalPlan({
      count: 1,
      assets: [gridAsset(), firm, spot({ kwPerGpu: 0.35, powerModes: prefill })],
    });
    const dropped = plan.notices.filter((notice) => notice.includes("power modes left out"));
    expect(dropped).toEqual([
      expect.stringMatching(/^inference: .*: 150 W, 200 W\.$/),
      expect.stringMatching(/^spot: .*: 100 W, 150 W, 200 W\.$/),
    ]);
  });

  it("decode that no cap touches leaves nothing to throttle: the same plan, and a notice", () => {
    // It draws 300 W under caps of 700, 500 and 350 W.
    const powerModes = [700, 500, 350].map((cap) => ({ name: `cap ${cap} W`, powerW: 300, throughput: 100 }));
    const plain = optimalPlan({ count: 1, assets: [gridAsset({ importLimitMw: 8 }), spot({})] });
    const capped = optimalPlan({
      count: 1,
      assets: [gridAsset({ importLimitMw: 8 }), spot({ powerModes, kwPerGpu: 1 })],
    });
    expect(capped.objectiveUsd).toBeCloseTo(plain.objectiveUsd, 9);
    expect(readingOf(capped, "spot", "ai-spot").series).toEqual(readingOf(plain, "spot", "ai-spot").series);
    expect(capped.notices).toContainEqual(expect.stringContaining("spot: its power modes leave nothing to throttle"));
    const firm = firmAsset(10, { kwPerGpu: 1, powerModes, throughputFloor: 0.5, lostThroughputUsdPerMwh: 1 });
    const short = optimalPlan({
      count: 1,
      assets: [gridAsset({ importLimitMw: 8 }), { ...firm, vollUsdPerMwh: 5000 }],
    });
    expect([...readingOf(short, "inference", "ai-firm").series.unservedMw]).toEqual([expect.closeTo(2, 9)]);
    expect(short.notices).toContainEqual(expect.stringContaining("inference: its power modes leave nothing"));
  });
});
